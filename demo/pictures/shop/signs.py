"""What the goods are decorated with: wheels, headframes, houses, figures."""

import math
from itertools import pairwise

from ..inks import Points
from ..shapes import Outline, moved, oval, rect
from .plinth import Plinth

# Strokes in a box four wide and six high, its origin at the top left.
LETTERS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "1": (((0.8, 1.4), (2, 0), (2, 6)), ((0.6, 6), (3.4, 6))),
    "6": (
        (
            (3.6, 0.6),
            (2, 0),
            (0.6, 1.6),
            (0, 4),
            (0.8, 5.7),
            (2, 6),
            (3.4, 5.6),
            (4, 4.2),
            (3.2, 3),
            (2, 2.7),
            (0.3, 3.4),
        ),
    ),
    "8": (
        (
            (2, 2.8),
            (0.5, 2),
            (0.6, 0.5),
            (2, 0),
            (3.4, 0.5),
            (3.5, 2),
            (2, 2.8),
            (0.2, 3.8),
            (0.3, 5.4),
            (2, 6),
            (3.7, 5.4),
            (3.8, 3.8),
            (2, 2.8),
        ),
    ),
    "C": (((4, 0.8), (2.6, 0), (1, 0.6), (0, 3), (1, 5.4), (2.6, 6), (4, 5.2)),),
    "O": (
        ((2, 0), (0.5, 0.9), (0, 3), (0.5, 5.1), (2, 6), (3.5, 5.1), (4, 3), (3.5, 0.9), (2, 0)),
    ),
    "R": (((0, 6), (0, 0), (2.6, 0), (3.8, 1.5), (2.6, 3.1), (0, 3.1)), ((2, 3.1), (4, 6))),
    "N": (((0, 6), (0, 0), (4, 6), (4, 0)),),
}


def write(
    p: Plinth, text: str, x: float, y: float, size: float, width: float, **tones: float | None
) -> None:
    """Strike letters, their height ``size``, from (x, y) to the right."""
    unit = size / 6
    for place, letter in enumerate(text):
        left = x + place * size * 0.92
        for path in LETTERS[letter]:
            p.stroke([(left + px * unit, y + py * unit) for px, py in path], width, **tones)


def wheel(
    p: Plinth, x: float, y: float, radius: float, width: float, **tones: float | None
) -> None:
    """A headframe's wheel: twelve spokes."""
    p.stroke(oval(x, y, radius), width, **tones)
    for i in range(12):
        a = math.radians(i * 30)
        rim = x + radius * math.cos(a), y + radius * math.sin(a)
        p.stroke([(x, y), rim], width * 0.45, **tones)
    p.stroke(oval(x, y, radius * 0.16), width, **tones)


def headframe(p: Plinth, x: float, base: float, height: float, **tones: float | None) -> None:
    """A lattice tower, its wheel on top, one leg stretched behind."""
    u = height / 20
    for foot, top in ((-3.2, -1.3), (3.2, 1.3), (9, 1.6)):
        p.stroke([(x + foot * u, base), (x + top * u, base - 15 * u)], 0.6 * u, **tones)
    for i in range(4):
        low, high = i * 3.6, (i + 1) * 3.6
        a, b = 3.2 - low * 0.127, 3.2 - high * 0.127
        for way in (-1, 1):
            p.stroke(
                [(x - way * a * u, base - low * u), (x + way * b * u, base - high * u)],
                0.3 * u,
                **tones,
            )
    p.stroke([(x - 2.6 * u, base - 15 * u), (x + 2.8 * u, base - 15 * u)], 0.7 * u, **tones)
    p.stroke(oval(x, base - 17.4 * u, 2.3 * u), 0.5 * u, **tones)
    for a in (0, 60, 120):
        dx, dy = 2.3 * u * math.cos(math.radians(a)), 2.3 * u * math.sin(math.radians(a))
        p.stroke(
            [(x - dx, base - 17.4 * u - dy), (x + dx, base - 17.4 * u + dy)], 0.25 * u, **tones
        )


def gable(x: float, base: float, width: float, height: float) -> Outline:
    """The front of a miner's house."""
    eaves = base - height * 0.6
    half = width / 2
    return [
        (x - half, base),
        (x - half, eaves),
        (x, base - height),
        (x + half, eaves),
        (x + half, base),
    ]


def houses(p: Plinth, x: float, base: float, width: float, count: int, *, lit: int = -1) -> None:
    """A miners' row in the dark ink, with pale openings; one may be ``lit``."""
    step = width / count
    for i in range(count):
        middle = x + (i + 0.5) * step
        p.fill(gable(middle, base, step, step * 1.25), dark=0.95)
        for dx in (-0.22, 0.12):
            pane = rect(middle + dx * step, base - step * 0.62, step * 0.15, step * 0.2)
            p.fill(pane, light=1 if i == lit else 0)
        p.fill(rect(middle - 0.06 * step, base - step * 0.3, step * 0.16, step * 0.3))


def stitches(p: Plinth, path: Points, **tones: float) -> None:
    """A seam: short strokes along a path."""
    for a, b in pairwise(path):
        count = max(1, round(math.dist(a, b) / 1.5))
        for i in range(count):
            start, end = (i + 0.15) / count, (i + 0.72) / count
            ends = [
                (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part) for part in (start, end)
            ]
            p.stroke(ends, 0.32, **tones)


def twill(p: Plinth, shape: Points, tone: float = 0.95) -> None:
    """Blue twill: a dark cloth with its slanting rib, shaded to the right, in a drawn edge."""
    p.fill(shape, dark=tone)
    with p.within(shape):
        for i in range(-110, 60, 2):
            p.stroke(moved([(0, -60), (50, 60)], i, 0), 0.14, dark=0.6)
    p.edge(shape, 0.6)
