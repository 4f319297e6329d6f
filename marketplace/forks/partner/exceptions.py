from oscar.apps.partner.exceptions import InvalidStockAdjustment


class OutOfStock(InvalidStockAdjustment):
    """Somebody else was quicker: there are not as many pieces left as were asked for.

    Oscar's refusal of an impossible stock movement, for the one a shopper has to be told about.
    """

    def __init__(self, stockrecord, quantity: int) -> None:
        super().__init__(f"{quantity} of stock record {stockrecord.pk} are not available")
        self.stockrecord, self.quantity = stockrecord, quantity
