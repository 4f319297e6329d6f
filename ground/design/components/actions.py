"""What a person presses."""

from typing import Any, Literal

from ..library import library
from .shapes import IconName

Variant = Literal["primary", "secondary", "lamp", "danger", "quiet"]
Size = Literal["normal", "small"]


@library.component
def button(
    *,
    label: str,
    variant: Variant = "primary",
    size: Size = "normal",
    type: Literal["submit", "button", "reset"] = "submit",
    name: str = "",
    value: str = "",
    form: str = "",
    icon: IconName | Literal[""] = "",
    wide: bool = False,
    disabled: bool = False,
    opens: str = "",
    describedby: str = "",
) -> dict[str, Any]:
    """A button. One `primary` (or, to buy, `lamp`) a page.

    `form`: id of the form when it stands outside of it. `opens`: id of the dialog it opens.
    """
    return locals()


@library.component
def link_button(
    *,
    label: str,
    href: str,
    variant: Variant = "primary",
    size: Size = "normal",
    icon: IconName | Literal[""] = "",
    wide: bool = False,
    download: bool = False,
) -> dict[str, Any]:
    """A link that looks like a button: it leads somewhere, it changes nothing."""
    return locals()
