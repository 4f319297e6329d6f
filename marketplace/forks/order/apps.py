from oscar.apps.order import apps


class OrderConfig(apps.OrderConfig):
    """Oscar's, under the same label."""

    name = "marketplace.forks.order"
