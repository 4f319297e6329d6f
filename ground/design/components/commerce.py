"""Money and amounts."""

from decimal import Decimal
from typing import Any

from ..library import library


@library.component
def price(
    *,
    amount: Decimal,
    was: Decimal | None = None,
    from_price: bool = False,
    large: bool = False,
    note: str = "",
) -> dict[str, Any]:
    """A price with tax, in the site's currency.

    `was`: the lowest price of the 30 days before, with every reduction (Dir. 98/6/EC, art. 6a).
    `from_price`: the least of several. `note`: what stands beside it, "tax included".
    """
    return {
        "amount": amount,
        "was": was if was and was > amount else None,
        "from_price": from_price,
        "large": large,
        "note": note,
    }


@library.component
def quantity(
    *,
    name: str = "quantity",
    value: int = 1,
    min: int = 1,
    max: int | None = None,
    label: str = "",
    quiet: bool = False,
    id: str = "",
) -> dict[str, Any]:
    """How many: a number field with buttons for less and more beside it where there is script.

    `quiet`: what surrounds it says what the number is; the label is only read out.
    """
    return {
        "name": name,
        "value": value,
        "min": min,
        "max": max,
        "label": label,
        "quiet": quiet,
        "id": id or f"id_{name}",
    }
