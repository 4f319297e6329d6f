"""Where a thing comes from."""

from typing import Any, Literal, NotRequired, TypedDict

from ..library import library


class Source(TypedDict):
    """A part of where a thing comes from. `evidence`: what proves it."""

    kind: Literal["place", "craft", "hands", "product"]
    title: str
    href: NotRequired[str]
    line: NotRequired[str]
    evidence: NotRequired[str]


@library.component
def provenance_strip(*, steps: list[Source], label: str = "") -> dict[str, Any]:
    """Place → craft → hands → product, as one drawn line.

    Each step: `kind` ("place", "craft", "hands" or "product"), `title`, and if there is one `href`,
    `line` (a few words) and `evidence` (what proves it).
    """
    return {"steps": steps, "label": label}
