"""How orders are numbered and written."""

import secrets

from oscar.apps.order import utils
from oscar.apps.order.utils import *

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # nothing that is misread or misheard
PREFIX = "TER"


class OrderNumberGenerator(utils.OrderNumberGenerator):
    """Oscar's, which nobody can guess: 40 random bits, in groups that can be read out."""

    def order_number(self, basket=None) -> str:
        letters = [secrets.choice(ALPHABET) for _ in range(8)]
        return f"{PREFIX}-{''.join(letters[:4])}-{''.join(letters[4:])}"


class OrderCreator(utils.OrderCreator):
    """Oscar's, for what is paid: its stock was taken before any money moved.

    Lines keep how many pieces that were, and what the buyer read before the purchase, whatever
    becomes of the listing.
    """

    def create_line_models(self, order, basket_line, extra_line_fields=None):
        kept = {"why_kept": basket_line.why_kept, "num_allocated": basket_line.num_allocated}
        return super().create_line_models(order, basket_line, {**(extra_line_fields or {}), **kept})

    def create_line_attributes(self, order, order_line, basket_line) -> None:
        for attribute in sorted(basket_line.attributes.all(), key=lambda attribute: attribute.pk):
            order_line.attributes.create(
                option=attribute.option, type=attribute.option.name, value=attribute.value
            )

    def create_line_price_models(self, order, order_line, basket_line) -> None:
        """None: a price a piece that does not multiply up to the line would be a second truth."""

    def update_stock_records(self, line) -> None:
        """Nothing: the line has its pieces from the payment (`payments.stock.hand_over`)."""
