"""Form fields that read what people type, each with the keyboard that it needs.

Those for numbers have no `maxlength`: a browser would cut what is pasted as it is printed.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.utils.formats import number_format

from .amounts import read_amount, read_count
from .postcodes import is_of_digits, read_postcode
from .registers import read_siret
from .spaces import one_line
from .telephone import read_telephone, spelled


class LineField(forms.CharField):
    """One line of words, as a name or a street."""

    def to_python(self, value: Any) -> str:
        return super().to_python(one_line(value) if isinstance(value, str) else value) or ""


class MailField(forms.EmailField):
    """An address for mail, of which a paste may bring invisible signs along."""

    def to_python(self, value: Any) -> str:
        return super().to_python(one_line(value) if isinstance(value, str) else value) or ""


class NumberAsPrinted(forms.CharField):
    """Digits with spaces between them; a column's `max_length` is meant for what is read of it."""

    def __init__(self, *, max_length: int | None = None, **options: Any) -> None:
        super().__init__(**options)


class OfCountryField(NumberAsPrinted):
    """What each country writes in its own way; a form may set another `country`."""

    country = settings.SHOP_COUNTRIES[0]


class TelephoneField(OfCountryField):
    widget = forms.TelInput(attrs={"autocomplete": "tel"})

    def to_python(self, value: Any) -> str:
        return read_telephone(super().to_python(value) or "", self.country)

    def prepare_value(self, value: Any) -> Any:
        """As it is usually spelled, where it has been read before."""
        return spelled(value) if isinstance(value, str) else value


class PostcodeField(OfCountryField):
    widget = forms.TextInput(attrs={"autocomplete": "postal-code"})

    def to_python(self, value: Any) -> str:
        return read_postcode(super().to_python(value) or "", self.country)

    def get_bound_field(self, form: Any, field_name: str) -> Any:
        digits = is_of_digits(self.country)
        self.widget.attrs["inputmode"] = "numeric" if digits else "text"
        return super().get_bound_field(form, field_name)


class SiretField(NumberAsPrinted):
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> str:
        return read_siret(super().to_python(value) or "")


class AmountField(forms.DecimalField):
    """An amount, or any number with decimals."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Any:
        """A Decimal, or None."""
        return super().to_python(read_amount(value) if isinstance(value, str) else value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}  # Django's are for a widget that takes digits only

    def prepare_value(self, value: Any) -> Any:
        """As the page's language writes it, without the noughts that only a column adds."""
        if isinstance(value, Decimal):
            is_whole = value == value.to_integral_value()
            return number_format(value, decimal_pos=0 if is_whole else None, use_l10n=True)
        return value


class CountField(forms.IntegerField):
    """How many: pieces, days, grams. `units`: words that may follow, and what they count."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def __init__(self, *, units: Mapping[str, int] | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.units = units

    def to_python(self, value: Any) -> int | None:
        return super().to_python(read_count(value, self.units) if isinstance(value, str) else value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}
