from oscar.apps.catalogue import apps


class CatalogueConfig(apps.CatalogueConfig):
    """Oscar's, under the same label; the pages at its addresses are the shop's (config/urls.py)."""

    name = "marketplace.forks.catalogue"
