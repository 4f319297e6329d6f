"""The large parts of a page."""

from typing import Any, Literal

from ..library import library


@library.block
def hero(
    content: str,
    *,
    title: str,
    image: Any = None,
    kicker: str = "",
    line: str = "",
) -> dict[str, Any]:
    """The opening of a page: a full picture, its name, a sentence. The block holds the actions."""
    return {"title": title, "image": image, "kicker": kicker, "line": line}


@library.block
def section(
    content: str,
    *,
    title: str,
    kicker: str = "",
    line: str = "",
    more_href: str = "",
    more_label: str = "",
    tone: Literal["plain", "sunk", "seam"] = "plain",
    strata: bool = False,
    id: str = "",
) -> dict[str, Any]:
    """A part of a page under a rule, its heading at the left and the way to more at the right.

    `strata`: draws the edge above it. At most one a page. `seam` is dark in both lights.
    """
    inputs = locals()
    inputs.pop("content")
    return inputs


@library.component
def facts(*, items: list[tuple[str, str]], label: str = "") -> dict[str, Any]:
    """Key figures, large: `items` are pairs of what it is and how much."""
    return {"items": items, "label": label}


@library.component
def key_values(*, items: list[tuple[str, Any]]) -> dict[str, Any]:
    """Small print in two columns: pairs of a term and its value."""
    return {"items": items}
