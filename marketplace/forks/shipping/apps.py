from oscar.apps.shipping import apps


class ShippingConfig(apps.ShippingConfig):
    """Oscar's, under the same label."""

    name = "marketplace.forks.shipping"
