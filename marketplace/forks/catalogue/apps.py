from oscar.apps.catalogue import apps


class CatalogueConfig(apps.CatalogueConfig):
    """Oscar's, under the same label."""

    name = "marketplace.forks.catalogue"
