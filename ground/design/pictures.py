"""Which renditions a picture needs for where it stands.

Few on purpose: each costs an encoding and a file. AVIF for every browser of the last years, one
WebP for the others. Sizes follow the grid in `static/css/layout.css`.
"""

from dataclasses import dataclass
from typing import Literal

Preset = Literal["hero", "full", "half", "third", "quarter", "card", "portrait", "square", "thumb"]


@dataclass(frozen=True)
class Frame:
    """Widths in CSS pixels, narrow to wide; `ratio` is height for a width of 1, None to keep it.

    `upright`: the width of one more, of 4:5, for phones, where a picture over the whole screen
    stands upright.
    """

    widths: tuple[int, ...]
    sizes: str
    ratio: float | None
    upright: int | None = None

    @property
    def avif(self) -> tuple[str, ...]:
        """Wagtail filter specs of the AVIF renditions, narrow to wide."""
        return tuple(f"{self._operation(width)}|format-avif" for width in self.widths)

    @property
    def fallback(self) -> str:
        """Wagtail filter spec of the one WebP rendition."""
        return f"{self._operation(self.widths[-1])}|format-webp"

    @property
    def phone(self) -> str:
        """Wagtail filter spec of the upright rendition, "" for none.

        A phone's pixels are so small that more of them, each less exact, look better for less.
        """
        width = self.upright
        return f"fill-{width}x{round(width * 5 / 4)}|format-avif|avifquality-36" if width else ""

    @property
    def specs(self) -> tuple[str, ...]:
        return tuple(filter(None, (*self.avif, self.fallback, self.phone)))

    def _operation(self, width: int) -> str:
        if self.ratio is None:
            return f"width-{width}"
        return f"fill-{width}x{round(width * self.ratio)}"  # fill keeps the focal point in view


FRAMES: dict[Preset, Frame] = {
    "hero": Frame((1280, 1920), "100vw", None, upright=720),
    "full": Frame((720, 1280, 1920), "100vw", None),
    "half": Frame((560, 1120), "(min-width: 64rem) 48vw, 92vw", None),
    "third": Frame((420, 840), "(min-width: 64rem) 30vw, (min-width: 40rem) 46vw, 92vw", 2 / 3),
    "quarter": Frame((420, 840), "(min-width: 64rem) 22vw, (min-width: 40rem) 30vw, 46vw", 2 / 3),
    "card": Frame((280, 640), "(min-width: 64rem) 22vw, (min-width: 40rem) 30vw, 46vw", 5 / 4),
    "portrait": Frame((560, 1120), "(min-width: 64rem) 48vw, 92vw", 5 / 4),
    "square": Frame((280, 640), "(min-width: 64rem) 22vw, 46vw", 1),
    "thumb": Frame((192,), "6rem", 1),
}


def rendition_specs(*presets: Preset) -> tuple[str, ...]:
    """Wagtail filter specs of all that these presets ask for."""
    return tuple(dict.fromkeys(spec for preset in presets for spec in FRAMES[preset].specs))
