"""Where a thing comes from."""

from typing import Any

from ..library import library


@library.component
def provenance_strip(*, steps: list[dict[str, Any]], label: str = "") -> dict[str, Any]:
    """Place → craft → hands → product, as one drawn line.

    Each step: `kind` ("place", "craft", "hands" or "product"), `title`, and if there is one `href`,
    `line` (a few words) and `evidence` (what proves it).
    """
    return {"steps": steps, "label": label}
