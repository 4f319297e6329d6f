from oscar.apps.basket import apps


class BasketConfig(apps.BasketConfig):
    """Oscar's, with the shop's own pages at its addresses."""

    name = "marketplace.forks.basket"

    def get_urls(self) -> list:
        from marketplace.shop.urls import basket_urls

        return self.post_process_urls(basket_urls)
