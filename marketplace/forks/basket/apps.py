from oscar.apps.basket import apps


class BasketConfig(apps.BasketConfig):
    """Oscar's, under the same label; the pages at its addresses are the shop's (config/urls.py)."""

    name = "marketplace.forks.basket"
