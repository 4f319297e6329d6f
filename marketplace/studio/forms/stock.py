from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marketplace.forks.partner.models import StockRecord

from .money import PriceField


class StockForm(forms.Form):
    """Price and stock of one thing, edited in its row."""

    price = PriceField(label=_("Price (€)"))
    num_in_stock = forms.IntegerField(
        label=_("In stock"),
        min_value=0,
        max_value=100_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, stock: StockRecord, **kwargs: Any) -> None:
        self.stock = stock
        super().__init__(
            *args,
            prefix=f"stock{stock.pk}",
            initial={"price": stock.price, "num_in_stock": stock.num_in_stock},
            **kwargs,
        )
        self.fields["num_in_stock"].required = not stock.product.is_made_to_order

    def clean_num_in_stock(self) -> int | None:
        number = self.cleaned_data["num_in_stock"]
        promised = self.stock.num_allocated or 0
        if number is not None and number < promised:
            raise forms.ValidationError(
                _("%(promised)d are promised to orders that you have not sent yet."),
                params={"promised": promised},
            )
        return number
