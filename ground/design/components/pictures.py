"""Images, from Wagtail, at the size of where they stand."""

from typing import Any, Literal

from ..library import library
from ..pictures import FRAMES, Preset


@library.component
def picture(
    *,
    image: Any,
    preset: Preset = "half",
    alt: str | None = None,
    caption: str = "",
    credit: bool = True,
    eager: bool = False,
    cover: bool = False,
) -> dict[str, Any]:
    """A picture with its text alternative, its credit, its dimensions and its renditions.

    `image`: a `provenance.Picture`, or None for a drawn blank. `alt`: instead of the picture's own;
    "" where the words beside say it already. `eager`: the first large picture of a page.
    Before a list: `hold_cuts(pictures, rendition_specs("card"))`, and all of it costs one query.
    """
    frame = FRAMES[preset]
    shown = {"preset": preset, "cover": cover, "caption": caption, "eager": eager}
    if not image:
        return {**shown, "image": None, "shape": _shape_of(frame.ratio), "credit": ""}
    cuts = image.cuts(*frame.specs)
    return {
        **shown,
        "image": image,
        "colour": image.colour,
        "alt": image.default_alt_text if alt is None else alt,
        "avif": ", ".join(f"{cuts[spec].url} {cuts[spec].width}w" for spec in frame.avif),
        "phone": cuts.get(frame.phone),
        "fallback": cuts[frame.fallback],
        "sizes": frame.sizes,
        "credit": image.credit if credit else "",
    }


def _shape_of(ratio: float | None) -> Literal["landscape", "square", "portrait"]:
    if ratio is None or ratio < 1:
        return "landscape"
    return "square" if ratio == 1 else "portrait"
