from oscar.apps.checkout import apps


class CheckoutConfig(apps.CheckoutConfig):
    """Oscar's, under the same label; the pages at its addresses are the shop's (config/urls.py)."""

    name = "marketplace.forks.checkout"
