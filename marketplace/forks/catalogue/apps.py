from oscar.apps.catalogue import apps


class CatalogueConfig(apps.CatalogueConfig):
    """Oscar's, with the shop's own pages at its addresses."""

    name = "marketplace.forks.catalogue"

    def get_urls(self) -> list:
        from marketplace.shop.urls import catalogue_urls

        return self.post_process_urls(catalogue_urls)
