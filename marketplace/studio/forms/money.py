"""Prices as artisans type them."""

from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from ground.typed.fields import AmountField


class PriceField(AmountField):
    """What a buyer pays, in euros, as people type it."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Price for the buyer (€)"))
        super().__init__(
            max_digits=8,
            decimal_places=2,
            min_value=Decimal("0.50"),
            error_messages={
                "min_value": _("The price has to be at least 50 cents."),
                "max_decimal_places": _("A price has two decimals at most."),
                "max_digits": _("The price is too high."),
                "max_whole_digits": _("The price is too high."),
            },
            **options,
        )

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            return number_format(value, decimal_pos=2, use_l10n=True)
        return value
