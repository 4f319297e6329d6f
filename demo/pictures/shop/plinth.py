"""A product alone on a plain ground, as a museum shop's catalogue shows it."""

from contextlib import AbstractContextManager

from ..inks import Fade, Points, Sheet, Tone
from ..shapes import Outline, mirrored, moved, oval, smooth
from ..stage import plain_stage, shadow


class Plinth:
    """Draws in units of a hundredth of the short side, its origin in the middle of the sheet."""

    def __init__(self, s: Sheet) -> None:
        self.sheet, self.rng = s, s.rng
        self.stage = plain_stage(s)

    def fill(self, shape: Points, **tones: Tone) -> None:
        """Cover a shape with these tones only; without any, with bare paper."""
        self.sheet.fill(self.stage.at(shape), **tones)

    def ink(self, shape: Points, **tones: Tone) -> None:
        """Add ink to what is there."""
        self.sheet.over(self.stage.at(shape), **tones)

    def stroke(self, path: Points, width: float, **tones: float | None) -> None:
        self.sheet.stroke(self.stage.at(path), width, **tones)

    def line(self, path: Points, width: float = 0.5, tone: float = 0.95) -> None:
        """A drawn line: in the dark ink, over whatever is there."""
        self.stroke(path, width, dark=tone, mid=None, light=None)

    def edge(self, shape: Points, width: float = 0.5) -> None:
        self.line([*shape, shape[0]], width)

    def solid(self, shape: Points, **tones: Tone) -> None:
        """A filled shape with a drawn edge."""
        self.fill(shape, **tones)
        self.edge(shape)

    def within(self, shape: Points) -> AbstractContextManager[None]:
        return self.sheet.clip(self.stage.at(shape))

    def shadow(self, y: float, half: float, x: float = 0.0) -> None:
        """What a standing thing throws on its ground."""
        shadow(self.sheet, self.stage, y, half, x=x)

    def cast(self, shape: Points, dx: float = 2.0, dy: float = 2.4) -> None:
        """What a lying or hanging thing throws behind itself."""
        self.ink(moved(shape, dx, dy), dark=0.5)

    def glow(self, x: float, y: float, radius: float) -> None:
        self.sheet.glow(self.stage.x + x, self.stage.y + y, radius)

    def lathe(self, half: Points, x: float = 0.0, **tones: Tone) -> Outline:
        """A round body from its right profile, shaded on the right; returns its outline."""
        right = moved(half, x, 0)
        shape = [*right, *mirrored(right[::-1], x)]
        self.fill(shape, **tones)
        inner = [(x + px * 0.42, py) for px, py in half]
        self.ink([*right, *inner[::-1]], dark=Fade(0.2, 0.72, 0))
        self.edge(shape)
        return shape


def symmetric(half: Points) -> Outline:
    """The whole outline of a thing that is the same on both sides of the middle."""
    return [*half, *mirrored(half[::-1], 0)]


def rounded(x: float, y: float, width: float, height: float, r: float) -> Outline:
    """A rectangle with rounded corners."""
    left, right, top, bottom = x + r, x + width - r, y + r, y + height - r
    return [
        *oval(right, top, r, start=-90, end=0),
        *oval(right, bottom, r, start=0, end=90),
        *oval(left, bottom, r, start=90, end=180),
        *oval(left, top, r, start=180, end=270),
    ]


def flame(p: Plinth, x: float, wick: float, size: float = 1.0) -> None:
    """A burning wick that stands at (x, wick), and its light."""
    p.glow(x, wick - 8 * size, 17 * size)
    p.line([(x, wick), (x + 0.3, wick - 4 * size)], 0.7)
    tip = wick - 16 * size
    outer = [(x, tip), (x + 3.4 * size, wick - 6.6 * size), (x, wick - 2 * size)]
    p.fill(smooth([*outer, (x - 3.2 * size, wick - 6.6 * size)], closed=True), mid=0.85, light=1)
    inner = [(x, tip + 6 * size), (x + 1.6 * size, wick - 5.6 * size), (x, wick - 3 * size)]
    p.fill(smooth([*inner, (x - 1.6 * size, wick - 5.6 * size)], closed=True), light=0.3)


FACETS = (
    ((0, 1, 7), 0.7), ((1, 2, 8, 7), 0.5), ((2, 3, 8), 0.8), ((3, 4, 8), 0.96), ((4, 5, 9, 8), 0.9),
    ((5, 6, 9), 0.97), ((6, 0, 7, 9), 0.84), ((7, 8, 9), 0.62),
)  # fmt: skip


def lump(p: Plinth, x: float, y: float, size: float) -> None:
    """A lump of coal, or what is made to look like one: seven sides, flat breaks."""
    knots = [(-1, 0.16), (-0.68, -0.66), (0.14, -0.9), (0.86, -0.52), (1.06, 0.26), (0.6, 0.84),
             (-0.62, 0.86), (-0.46, -0.02), (0.36, -0.28), (0.1, 0.42)]  # fmt: skip
    knots = [
        (x + px * size * p.rng.uniform(0.9, 1.08), y + py * size * p.rng.uniform(0.92, 1.06))
        for px, py in knots
    ]
    p.fill(knots[:7], dark=0.96)
    for corners, tone in FACETS:
        facet = [knots[i] for i in corners]
        p.fill(facet, dark=tone)
        p.stroke([*facet, facet[0]], size * 0.02, dark=0.3)
    p.edge(knots[:7], 0.1 + size * 0.02)
