"""Each price that a thing has had: a reduction names the lowest of thirty days."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ground.history.models import Kept


class PriceChange(Kept):
    """One price that a thing was sold at, VAT included: written once, never changed.

    Directive 98/6/EC, art. 6a: an announced reduction shows the lowest price of the 30 days before.
    """

    stockrecord = models.ForeignKey(
        "partner.StockRecord",
        verbose_name=_("stock record"),
        on_delete=models.CASCADE,
        related_name="price_changes",
    )
    price = models.DecimalField(_("price"), max_digits=12, decimal_places=2)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("price change")
        verbose_name_plural = _("price changes")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.price} ({self.at:%Y-%m-%d})"
