"""Price and stock, which change while a form is open."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ground.typed.fields import CountField
from marketplace.forks.partner.models import StockRecord

from .money import PriceField


class StockFields(forms.Form):
    """Price and stock, which an order or another page may change while this one is open.

    Each field brings along what it showed: what was not touched is left as it is now, and what was
    touched on both sides is asked about. `stock` is None until there is a price.
    """

    price = PriceField(show_hidden_initial=True)
    num_in_stock = CountField(
        label=gettext_lazy("In stock"),
        min_value=0,
        max_value=100_000,
        show_hidden_initial=True,
    )

    stock: StockRecord | None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name in ("price", "num_in_stock"):
            if name in self.fields and name in data:
                self._clean_against_now(name, data)
        return data

    def _clean_against_now(self, name: str, data: dict[str, Any]) -> None:
        now = getattr(self.stock, name, None)
        shown = self._shown(name)
        if data[name] == shown:
            data[name] = now
        elif now not in (shown, data[name]):
            self.show_as_now(name, now)
            self.add_error(
                name,
                _("Meanwhile it became %(now)s, by an order or in another tab. Is yours right?")
                % {"now": self.fields[name].prepare_value(now)},
            )
        elif name == "num_in_stock":
            self._refuse_below_promised(data[name])

    def _shown(self, name: str) -> Any:
        """What the field held when the page was opened."""
        field = self[name]
        if field.html_initial_name not in self.data:
            return getattr(self.stock, name, None)
        return field.field.to_python(self.data[field.html_initial_name])

    def show_as_now(self, name: str, now: Any) -> None:
        """The next save is made knowing what it is now."""
        if name in self.fields:
            self.data = self.data.copy()
            self.data[self[name].html_initial_name] = self.fields[name].prepare_value(now)

    def _refuse_below_promised(self, number: int | None) -> None:
        promised = (self.stock and self.stock.num_allocated) or 0
        if number is not None and number < promised:
            self.add_error(
                "num_in_stock",
                _("%(promised)d are promised to orders that you have not sent yet.")
                % {"promised": promised},
            )


class StockForm(StockFields):
    """Price and stock of one thing, edited in its row."""

    def __init__(self, *args: Any, stock: StockRecord, **kwargs: Any) -> None:
        self.stock = stock
        super().__init__(
            *args,
            prefix=f"stock{stock.pk}",
            initial={"price": stock.price, "num_in_stock": stock.num_in_stock},
            **kwargs,
        )
        # Many rows have these fields: each says of what.
        self.fields["price"].label = _("Price (€), %(of)s") % {"of": stock.product.get_title()}
        self.fields["num_in_stock"].label = _("In stock, %(of)s") % {
            "of": stock.product.get_title()
        }
        is_on_sale = (stock.product.parent or stock.product).is_public
        self.fields["price"].required = self.fields["num_in_stock"].required = is_on_sale
        if stock.product.is_made_to_order:
            del self.fields["num_in_stock"]

    def wanted(self) -> dict[str, Any]:
        """What `editing.set_stock` takes."""
        return {**self.initial, **self.cleaned_data}
