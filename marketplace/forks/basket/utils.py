"""What offers take off a line of the basket, to the cent."""

from decimal import Decimal

from oscar.apps.basket import utils
from oscar.apps.basket.utils import *
from oscar.apps.basket.utils import DiscountApplication


class LineDiscountRegistry(utils.LineDiscountRegistry):
    """Oscar's, in which the parts of what one offer takes off become one amount."""

    def of(self, offer) -> Decimal:
        """What this offer takes off the line."""
        return sum((each.amount for each in self._of(offer)), Decimal("0.00"))

    def settle(self, offer, amount: Decimal) -> None:
        """Have it take off just `amount`; how many pieces it used up stays as it is."""
        parts = self._of(offer)
        quantity = sum(each.quantity for each in parts)
        others = [each for each in self._discounts if each not in parts]
        self._discounts = [*others, DiscountApplication(amount, quantity, True, offer)]
        self._discount_incl_tax = None

    def _of(self, offer) -> list[DiscountApplication]:
        return [each for each in self._discounts if each.offer and each.offer.pk == offer.pk]
