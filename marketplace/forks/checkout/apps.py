from oscar.apps.checkout import apps


class CheckoutConfig(apps.CheckoutConfig):
    """Oscar's, with the shop's own pages at its addresses."""

    name = "marketplace.forks.checkout"

    def get_urls(self) -> list:
        from marketplace.shop.urls import checkout_urls

        return self.post_process_urls(checkout_urls)
