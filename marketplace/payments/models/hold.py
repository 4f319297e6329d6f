"""Stock that is kept while somebody pays."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StockHold(models.Model):
    """Pieces kept for a payment under way: allocated on the stock record while it exists.

    There is none for what is made to order: nothing was taken.
    """

    payment = models.ForeignKey(
        "payments.Payment",
        verbose_name=_("payment"),
        on_delete=models.CASCADE,
        related_name="holds",
    )
    stockrecord = models.ForeignKey(
        "partner.StockRecord",
        verbose_name=_("stock record"),
        on_delete=models.PROTECT,
        related_name="holds",
    )
    quantity = models.PositiveIntegerField(_("quantity"))

    class Meta:
        verbose_name = _("stock hold")
        verbose_name_plural = _("stock holds")
        ordering = ["stockrecord"]  # one order for all: two payments never wait for each other
        constraints = [
            models.UniqueConstraint(
                fields=["payment", "stockrecord"], name="payments_one_hold_for_a_stock_record"
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0), name="payments_a_hold_is_never_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.stockrecord_id}"
