from oscar.apps.checkout import apps


class CheckoutConfig(apps.CheckoutConfig):
    """Oscar's, under the same label."""

    name = "marketplace.forks.checkout"
