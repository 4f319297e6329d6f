"""One card for everything that can be gone to; its slots say what it shows."""

from decimal import Decimal
from typing import Any, Literal

from ..library import library
from ..pictures import Preset

Kind = Literal["product", "story", "place", "maker", "route", "pilot", "event"]
PRESETS: dict[str, Preset] = {"product": "card", "maker": "card"}


@library.component
def card(
    *,
    kind: Kind,
    title: str,
    href: str,
    image: Any = None,
    with_picture: bool = True,
    kicker: str = "",
    line: str = "",
    price: Decimal | None = None,
    was: Decimal | None = None,
    from_price: bool = False,
    place: str = "",
    badge: str = "",
    level: Literal[2, 3, 4] = 3,
    columns: Literal[2, 3, 4] = 3,
    eager: bool = False,
) -> dict[str, Any]:
    """A thing and the way to it: the whole card is one link, named by its title.

    `price`, `was`: in the site's currency, `was` the lowest of the 30 days before. `from_price`:
    variants differ. `place`: where, or how far. `level`: of its heading. `columns`: of its grid.
    """
    preset = PRESETS.get(kind, "quarter" if columns == 4 else "third")
    return {**locals(), "preset": preset}


@library.block
def card_grid(content: str, *, columns: Literal[2, 3, 4] = 4, label: str = "") -> dict[str, Any]:
    """A list of cards; each card stands in an `<li>`. Four columns for products.

    `label`: its heading for those who listen, where no heading is seen above it.
    """
    return {"columns": columns, "label": label}
