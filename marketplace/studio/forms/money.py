from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

_PASSED_OVER = str.maketrans("", "", "€ \u202f\xa0")


class PriceField(forms.DecimalField):
    """Euros, VAT included, as people type them: 12,50 or 12.50, with or without the sign."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Price, VAT included (€)"))
        super().__init__(
            max_digits=8,
            decimal_places=2,
            min_value=Decimal("0.50"),
            error_messages={
                "invalid": _("Type the price as a number, such as 12.50."),
                "min_value": _("The price has to be at least 50 cents."),
                "max_decimal_places": _("A price has two decimals at most."),
                "max_digits": _("The price is too high."),
                "max_whole_digits": _("The price is too high."),
            },
            **options,
        )

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal", "autocomplete": "off"}

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, str):
            value = value.translate(_PASSED_OVER).replace(",", ".")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            return number_format(value, decimal_pos=2, use_l10n=True)
        return value
