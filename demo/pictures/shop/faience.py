"""Faience painted by hand."""

import math

from ..inks import Fade, Points, Sheet
from ..shapes import moved, oval, rect, smooth, turned
from ..stage import smooth_heap
from .plinth import Plinth, rounded
from .signs import gable, headframe, houses, write


def dish(p: Plinth, radius: float) -> None:
    """A white round dish seen from above."""
    p.cast(oval(0, 0, radius), 2.5, 3.2)
    p.fill(oval(0, 0, radius))
    crescent = [
        *oval(0, 0, radius, start=20, end=110),
        *oval(0, 0, radius * 0.9, start=110, end=20),
    ]
    p.ink(crescent, dark=0.14)
    p.edge(oval(0, 0, radius), 0.7)


def round_town(p: Plinth, radius: float, count: int, size: float) -> None:
    """Houses, poplars and a steeple, standing around a circle with their feet to the middle."""
    for i in range(count):
        angle = i * 360 / count
        if i % 7 == 3:
            shape: Points = smooth(
                [
                    (0, -radius),
                    (size * 0.24, -radius - size),
                    (0, -radius - size * 1.7),
                    (-size * 0.24, -radius - size),
                ],
                closed=True,
                steps=4,
            )
        elif i % 11 == 5:
            shape = gable(0, -radius, size * 0.55, size * 2.2)
        else:
            shape = gable(0, -radius, size, size * p.rng.uniform(1, 1.35))
        p.ink(turned(shape, angle, 0, 0), dark=p.rng.choice((0.5, 0.95, 0.75)))
        pane = rect(-size * 0.14, -radius - size * 0.5, size * 0.26, size * 0.26)
        p.fill(turned(pane, angle, 0, 0))


def plate_headframes(s: Sheet) -> None:
    """A plate: a town around its rim, three headframes at the bottom."""
    p = Plinth(s)
    dish(p, 38)
    for radius, width in ((36.6, 0.4), (25.6, 0.9), (24.2, 0.3)):
        p.line(oval(0, 0, radius), width)
    round_town(p, 27.4, 30, 4.4)
    disc = oval(0, 0, 23)
    with p.within(disc):
        for i in range(5):
            p.line([(-24, -19 + i * 3.4), (24, -19 + i * 3.4)], 0.2 + i * 0.1, 0.4)
        p.fill(rect(-24, 11, 48, 16), dark=0.3)
        for x, width, height in ((-13, 26, 9), (15, 24, 7)):
            p.fill(smooth_heap(x, 11, width, height), dark=0.5)
    for foot, base, height in ((-12, 12, 17), (-1, 15, 27), (11.5, 12.6, 20)):
        headframe(p, foot, base, height, dark=0.96)
    for x, y in ((-7, -17), (5, -14), (9, -18)):
        p.line([(x - 1.6, y - 0.8), (x, y), (x + 1.6, y - 0.8)], 0.4)


def tile_pair(s: Sheet) -> None:
    """Two tiles side by side, one range of heaps running over both."""
    p = Plinth(s)
    for x in (-37.2, 1.2):
        tile = rounded(x, -18, 36, 36, 1)
        p.cast(tile, 2, 2.6)
        p.fill(tile)
        with p.within(tile):
            p.fill(rect(x, -18, 36, 26), dark=Fade(0.34, 0.0))
            for tone, base, dx in ((0.28, 9, -6), (0.55, 11, 0), (0.95, 14, 4)):
                lift = 1.0 if x < 0 else 0.9
                for peak, wide, high in ((10, 34, 19), (28, 28, 14)):
                    size = (0.84 if tone < 0.5 else 1) * lift
                    heap = smooth_heap(x + peak + dx, base, wide * size, high * size)
                    p.fill(heap, dark=tone)
            p.fill(rect(x, 12.5, 36, 8))
            for i in range(4):
                p.line([(x, 13.5 + i * 1.3), (x + 36, 13.5 + i * 1.3)], 0.5 - i * 0.09)
        p.edge(tile, 0.6)


def mug_houses(s: Sheet) -> None:
    """A large mug: a row of houses under three skies, two windows lit."""
    p = Plinth(s)
    p.shadow(31, 23)
    for width, tones in ((7, {"dark": 0.95}), (5.2, {})):
        p.stroke(oval(21, 4, 12, 13, start=-92, end=92), width, **tones)
    body = [(-24, -22), (24, -22), (22.6, 28), (20, 32), (-20, 32), (-22.6, 28)]
    p.fill(body)
    with p.within(body):
        p.fill(rect(-25, -15, 50, 32), dark=Fade(0.16, 0.72))
        p.fill(oval(12, -6, 5))
        p.fill(oval(9.8, -7, 4.4), dark=0.3)
        for i in range(9):
            p.fill(oval(-21 + i * 4.2, -12 + (i * 7) % 11, 0.4))
        p.fill(smooth_heap(-9, 17, 34, 20), dark=0.6)
        houses(p, -26, 21, 52, 5, lit=1)
        p.fill(rect(-25, 21, 50, 2), dark=0.95)
        p.ink(rect(13, -24, 14, 60), dark=Fade(0.1, 0.6, 0))
    p.stroke([(-20, -18), (-19, 26)], 1.1)
    p.edge(body, 0.7)
    p.solid(oval(0, -22, 24, 4.4))
    p.solid(oval(0, -21.2, 21.4, 3.2), dark=0.6)


def platter_town(s: Sheet) -> None:
    """A platter on which a whole town turns about its belfry."""
    p = Plinth(s)
    dish(p, 41)
    for radius, width in ((39.6, 0.9), (38.4, 0.3)):
        p.line(oval(0, 0, radius), width)
    for i in range(8):
        a = math.radians(22.5 + i * 45)
        cos, sin = math.cos(a), math.sin(a)
        for way in (-0.8, 0.8):
            ends = [(r * cos - way * sin, r * sin + way * cos) for r in (10.5, 36)]
            p.line(ends, 0.3, 0.7)
    for radius, count, size in ((11.5, 14, 4), (19.5, 24, 4.2), (28, 34, 4.4)):
        p.line(oval(0, 0, radius - 0.6), 0.4, 0.8)
        round_town(p, radius, count, size)
    p.fill(oval(0, 0, 9.6), dark=0.16)
    p.edge(oval(0, 0, 9.6), 0.4)
    for half, tone in ((6.4, 0.96), (4.6, 0.0), (3.2, 0.96)):
        p.fill(turned(rect(-half, -half, half * 2, half * 2), 18, 0, 0), dark=tone)
    p.stroke(oval(0, 0, 1.3), 0.6)


def house_number(s: Sheet) -> None:
    """A house number on a plaque, a heap in the loop of its figure."""
    p = Plinth(s)
    plaque = rounded(-33, -26, 66, 52, 5)
    p.cast(plaque, 2.4, 3)
    p.solid(plaque)
    p.edge(rounded(-30, -23, 60, 46, 3.6), 1.2)
    p.edge(rounded(-28, -21, 56, 42, 2.8), 0.35)
    for x in (-26, 26):
        for y in (-19, 19):
            p.solid(oval(x, y, 1.3), light=0.9)
            p.line([(x - 0.8, y - 0.6), (x + 0.8, y + 0.6)], 0.3)
    write(p, "18", -21.5, -13.5, 27, 4.4, dark=0.95)
    loop = oval(13, 7.6, 5.4, 5)
    with p.within(loop):
        p.fill(loop, light=0.3)
        p.fill(smooth_heap(12, 12, 10, 7), dark=0.75)
    for i in range(4):
        p.line([(-14, 9 - i * 4.4), (-7, 9 - i * 4.4)], 0.5)
    for x in (-22, 24):
        bloom = moved(oval(0, 0, 1.1), x, 0)
        p.ink(bloom, dark=0.9)
