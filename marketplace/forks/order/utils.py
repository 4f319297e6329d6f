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
    """Oscar's, which takes stock from whatever has stock; `allocate` refuses what is not there."""

    def update_stock_records(self, line) -> None:
        line.stockrecord.allocate(line.quantity)
