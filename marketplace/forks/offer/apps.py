from oscar.apps.offer import apps


class OfferConfig(apps.OfferConfig):
    """Oscar's, under the same label; the pages at its addresses are the shop's (config/urls.py)."""

    name = "marketplace.forks.offer"
