"""Drawn things: icons, and the forms of the ground used between sections."""

from typing import Any, Literal

from ..library import library

IconName = Literal[
    "account",
    "alert",
    "arrow",
    "basket",
    "calendar",
    "check",
    "chevron",
    "close",
    "cross",
    "download",
    "external",
    "file",
    "gift",
    "heap",
    "info",
    "mail",
    "menu",
    "minus",
    "pin",
    "plus",
    "return",
    "search",
    "truck",
    "upload",
]

# Drawn on a grid of 24, stroked in the colour of the text; square ends, as cut from steel.
ICONS: dict[str, str] = {
    "account": "M12 12.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c1-7.2 14-7.2 15 0",
    "alert": "M12 3.5 22 20.5H2ZM12 10v4.5M12 17.2v.3",
    "arrow": "M4 12h15M13 6l6 6-6 6",
    "basket": "M3.5 9h17l-1.8 11.5H5.3ZM8 9l3-5.5M16 9l-3-5.5",
    "calendar": "M4 6h16v14.5H4ZM4 10.5h16M8.5 3.5V7M15.5 3.5V7",
    "check": "M4.5 12.5 10 18 20 6.5",
    "chevron": "M6 9.5l6 6 6-6",
    "close": "M5.5 5.5l13 13M18.5 5.5l-13 13",
    "cross": "M5.5 5.5l13 13M18.5 5.5l-13 13",
    "download": "M12 4v11M7 10.5l5 5 5-5M4 20h16",
    "external": "M9.5 5H5v14h14v-4.5M13 5h6v6M19 5l-8.5 8.5",
    "file": "M6 3.5h8l4.5 4.5v12.5H6ZM14 3.5V8h4.5",
    "gift": (
        "M3.5 9h17v4h-17ZM5 13v7.5h14V13M12 9v11.5"
        "M12 9C8 9 7 7.5 7 6.2 7 4.8 8 4 9.2 4 11 4 12 6 12 9Z"
        "m0 0c4 0 5-1.5 5-2.8C17 4.8 16 4 14.8 4 13 4 12 6 12 9Z"
    ),
    "heap": "M2 19.5 10.5 5l8 14.5ZM14 11.5l2-3 6 11h-3.5",
    "info": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.5v.3",
    "mail": "M3.5 6h17v12.5h-17ZM3.5 6.5 12 13l8.5-6.5",
    "menu": "M3.5 7h17M3.5 12h17M3.5 17h17",
    "minus": "M5 12h14",
    "pin": "M12 21.5 5.8 12.2a7 7 0 1 1 12.4 0ZM12 11.2a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8Z",
    "plus": "M12 5v14M5 12h14",
    "return": "M9 14 4 9l5-5M4 9h9.5a6 6 0 0 1 0 12H9",
    "search": "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21",
    "truck": (
        "M2.5 6h12v10.5h-12ZM14.5 10h4l3 3.5v3h-7"
        "M7 19.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM17.5 19.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z"
    ),
    "upload": "M12 15V4M7 8.5l5-5 5 5M4 20h16",
}


@library.component
def icon(*, name: IconName, label: str = "") -> dict[str, Any]:
    """A drawn sign beside words. Give `label` only where no words stand beside it."""
    return {"path": ICONS[name], "label": label}


@library.component
def shape(
    *, name: Literal["heap_line", "strata", "lattice", "bricks", "skyline"]
) -> dict[str, Any]:
    """The forms of the ground: a heap's line, strata, a headframe's lattice, courses of brick.

    At most one a screen. Always decoration: hidden from those who listen.
    """
    return {"name": name, "template": f"components/shapes/{name}.html"}
