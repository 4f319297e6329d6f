"""Where a museum shop's things stand: a tinted ground, a shape behind, a shadow beneath."""

from collections.abc import Sequence

from .inks import Fade, Points, Sheet
from .shapes import Outline, mirrored, oval, rect, smooth

Tint = dict[str, float]
TINTS: tuple[Tint, ...] = (
    {"light": 0.32},
    {"mid": 0.2},
    {"dark": 0.14},
    {"light": 0.8},
    {"mid": 0.14, "light": 0.3},
)


class Stage:
    """A square place in the middle of the sheet, 100 units wide, its origin in the centre.

    Whatever the sheet's proportions, what is put ``at`` the stage keeps its own.
    """

    def __init__(self, sheet: Sheet, *, reach: float = 1.0) -> None:
        self.x, self.y = sheet.width / 2, sheet.height / 2
        self.unit = reach

    def at(self, points: Points) -> Outline:
        return [(self.x + x * self.unit, self.y + y * self.unit) for x, y in points]

    def both(self, half: Points) -> Outline:
        """The whole outline of a thing that is the same on both sides, from its right half."""
        right = self.at(half)
        return [*right, *mirrored(right[::-1], self.x)]


PLAIN: tuple[Tint, ...] = ({"light": 0.92},)
BACKDROPS = ("disc", "heap", "floor", "none", "arch")
PLAIN_BACKDROPS = ("disc", "floor", "floor", "arch", "none")


def stage(s: Sheet, tints: Sequence[Tint] = TINTS, backdrops: Sequence[str] = BACKDROPS) -> Stage:
    """Tint the ground, set a backdrop; both vary with the seed."""
    whole = rect(-3, -3, s.width + 6, s.height + 6)
    x, y = s.width / 2, s.height / 2
    ground = s.rng.choice(tints)
    s.fill(whole, **ground)
    bare = {"dark": 0.0, "mid": 0.0, "light": 0.0}
    contrast = s.rng.choice((bare, {**bare, "light": 0.9 if ground.get("light", 0) < 0.5 else 0.1}))
    backdrop = s.rng.choice(backdrops)
    if backdrop == "disc":
        s.fill(oval(x, y, 41), **contrast)
    elif backdrop == "heap":
        s.fill(smooth_heap(x, y + 31, 104, 74), **contrast)
    elif backdrop == "floor":
        s.fill(rect(-3, y + 22, s.width + 6, s.height), **contrast)
    elif backdrop == "arch":
        arch = [
            *oval(x, y - 6, 36, start=180, end=360),
            (x + 36, s.height + 3),
            (x - 36, s.height + 3),
        ]
        s.fill(arch, **contrast)
    return Stage(s)


def plain_stage(s: Sheet) -> Stage:
    """The ground of a catalogue: one solid pale ink, nothing behind that could be mistaken."""
    return stage(s, PLAIN, PLAIN_BACKDROPS)


def smooth_heap(x: float, base: float, width: float, height: float) -> Outline:
    half = width / 2
    flank = smooth(
        [
            (x - half, base),
            (x - half * 0.48, base - height * 0.46),
            (x - width * 0.015, base - height),
        ]
    )
    return [*flank, *mirrored(flank[::-1], x)]


def shadow(s: Sheet, t: Stage, y: float, half: float, *, x: float = 0.0) -> None:
    """The soft patch a thing throws on its ground, to the right."""
    patch = t.at(oval(x + half * 0.22, y, half * 1.18, max(1.6, half * 0.1)))
    s.over(patch, dark=Fade(0.75, 0.25, 0))
