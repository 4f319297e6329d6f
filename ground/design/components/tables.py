"""Rows to be scanned, and the people and things they name."""

from typing import Any, Literal

from ..library import library


@library.block
def table(
    content: str, *, caption: str, dense: bool = False, caption_hidden: bool = True
) -> dict[str, Any]:
    """A table; the block holds its `<thead>` and `<tbody>`.

    On a phone each row folds into a small sheet when its cells carry `data-label`; otherwise the
    table scrolls inside its own frame, never the page.
    """
    return {"caption": caption, "dense": dense, "caption_hidden": caption_hidden}


@library.component
def mark(
    *, name: str, image: Any = None, size: Literal["small", "normal", "large"] = "normal"
) -> dict[str, Any]:
    """The sign of a person or workshop: its picture, or its initials on courses of brick."""
    words = [word for word in name.split() if word[:1].isalnum()] or [name or "?"]
    initials = "".join(word[0] for word in (words[0], words[-1])[: len(words)])
    return {"name": name, "image": image, "size": size, "initials": initials.upper()}
