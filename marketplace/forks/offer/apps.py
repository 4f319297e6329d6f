from oscar.apps.offer import apps


class OfferConfig(apps.OfferConfig):
    """Oscar's, with the shop's own pages at its addresses."""

    name = "marketplace.forks.offer"

    def get_urls(self) -> list:
        from marketplace.shop.urls import offer_urls

        return self.post_process_urls(offer_urls)
