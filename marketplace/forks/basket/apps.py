from oscar.apps.basket import apps


class BasketConfig(apps.BasketConfig):
    """Oscar's, under the same label."""

    name = "marketplace.forks.basket"
