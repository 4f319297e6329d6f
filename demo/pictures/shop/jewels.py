"""Shale and silver, larger than life."""

import math

from ..inks import Points, Sheet
from ..shapes import oval, rect, smooth, turned
from ..stage import smooth_heap
from .plinth import Plinth, lump, rounded, symmetric


def silver(p: Plinth, shape: Points) -> None:
    """A face of silver: paper white, a grey reflection."""
    p.fill(shape)
    with p.within(shape):
        for i in range(-6, 7):
            p.ink(turned(rect(i * 15, -80, 4.4, 160), 28, 0, 0), dark=0.22)
    p.edge(shape, 0.6)


def wire(p: Plinth, path: Points, width: float) -> None:
    """Round silver wire."""
    p.line(path, width)
    p.stroke(path, width * 0.5)


def chain(p: Plinth, path: Points) -> None:
    last = (-99.0, 0.0)
    for i, point in enumerate(path):
        if math.dist(last, point) > 2.2:
            p.line(oval(*point, 1.25, 0.7, turn=20 + i % 2 * 90), 0.5)
            last = point


def pendant(s: Sheet) -> None:
    """A slip of shale held by four claws, a fern in it, on its chain."""
    p = Plinth(s)
    for way in (-1, 1):
        chain(p, smooth([(way * 27, -48), (way * 23, -30), (way * 9, -14), (0, -9)], steps=30))
    slip = [(-9, -6), (8, -8), (15, 6), (12, 28), (1, 41), (-12, 32), (-15, 10)]
    wire(p, oval(0, -9, 3.2), 1.6)
    p.cast(slip, 3, 3.4)
    p.fill(slip, dark=0.95)
    p.fill([(-9, -6), (8, -8), (2, 8), (-15, 10)], dark=0.72)
    for a, b in (((-15, 10), (2, 8)), ((2, 8), (12, 28)), ((2, 8), (8, -8))):
        p.stroke([a, b], 0.3, dark=0.4)
    stem = smooth([(-1, 36), (-2, 22), (1, 8)])
    p.stroke(stem, 0.6, dark=0.1)
    for i in range(9):
        x, y = stem[1 + i * (len(stem) - 2) // 9]
        for way in (-1, 1):
            frond = oval(x + way * 2.6, y - 1.4, 2.7 - i * 0.18, 0.75, turn=-way * 32)
            p.fill(frond, dark=0.2)
    p.edge(slip, 0.8)
    for x, y, turn in ((-8.6, -5, -40), (8, -6, 40), (12, 29, 130), (-12, 31, 220)):
        silver(p, turned(rounded(x - 2, y - 4, 4, 9, 2), turn, x, y))


def earrings(s: Sheet) -> None:
    """Two small cones on their hooks, one a little taller than the other."""
    p = Plinth(s)
    for x, wide, high in ((-18, 25, 33), (18, 23.4, 29)):
        top = 26 - high
        hook = smooth(
            [
                (x, top - 3),
                (x - 1, top - 17),
                (x + 4, top - 27),
                (x + 10, top - 19),
                (x + 10, top - 6),
            ]
        )
        wire(p, hook, 1.5)
        body = smooth_heap(x, 26, wide, high)
        base = oval(x, 26, wide / 2, 3, start=0, end=180)
        p.cast([*body, *base], 3, 3)
        p.fill([*body, *base], dark=0.96)
        with p.within([*body, *base]):
            for i in range(9):
                p.stroke(oval(x, top + 5 + i * 4, wide / 2, 3, start=10, end=170), 0.26, dark=0.4)
            p.stroke([(x - 1.6, top + 6), (x - wide * 0.32, 24)], 1.1, dark=0.3)
        p.edge([*body, *base], 0.6)
        silver(
            p,
            [
                *oval(x, 26, wide / 2, 3, start=0, end=180),
                *oval(x, 28.4, wide / 2, 3, start=180, end=0),
            ],
        )
        wire(p, oval(x, top - 1.4, 1.9), 1.2)


def ring(s: Sheet) -> None:
    """A ring, a silver cage upon it, a rough chip shut in the cage."""
    p = Plinth(s)
    p.shadow(43, 22)
    band = oval(0, 17, 25)
    p.line(band, 7.4)
    p.stroke(band, 5.8)
    for i in range(26):
        a = math.radians(i * 360 / 26)
        spot = oval(25 * math.cos(a), 17 + 25 * math.sin(a), 2.2, 1.6, turn=math.degrees(a))
        p.ink(spot, dark=0.16 if i % 2 else 0.4)
        p.line(oval(25 * math.cos(a), 17 + 25 * math.sin(a), 2.2, start=0, end=140), 0.2)
    silver(p, rounded(-14, -12, 28, 4.4, 1.4))
    lump(p, 0, -23, 9.6)
    for x in (-11.6, -5.8, 0, 5.8, 11.6):
        wire(p, [(x, -12), (x, -36)], 1.9)
    silver(p, rounded(-14, -39, 28, 4, 1.4))
    silver(p, symmetric([(0, -45), (3, -45), (9, -39), (0, -39)]))


def brooch(s: Sheet) -> None:
    """A brooch: a headframe's wheel with a hub of shale, on a lapel."""
    p = Plinth(s)
    lapel = [(-50, -70), (6, -70), (44, -6), (10, 14), (34, 70), (-50, 70)]
    p.fill(lapel, mid=0.95)
    with p.within(lapel):
        for i in range(-60, 60, 3):
            p.stroke([(i, -70), (i - 26, 70)], 0.16, dark=0.6, mid=None, light=None)
    p.line([(6, -70), (44, -6), (10, 14), (34, 70)], 0.8)
    p.ink([(44, -6), (10, 14), (16, 26)], dark=0.6)
    x, y = -5, -3
    p.ink(oval(x + 2.4, y + 3, 27), dark=0.6)
    p.fill(oval(x, y, 25), mid=0.95)
    for width, tones in ((4.6, {"dark": 0.95}), (3.4, {})):
        p.stroke(oval(x, y, 25), width, **tones)
    p.stroke(oval(x, y, 25, start=10, end=80), 1.4, dark=0.4)
    for i in range(12):
        a = math.radians(i * 30 + 8)
        ends = [(x + r * math.cos(a), y + r * math.sin(a)) for r in (5, 23.6)]
        wire(p, ends, 1.8)
    silver(p, oval(x, y, 8.4))
    p.solid(oval(x, y, 6.2), dark=0.97)
    p.stroke(oval(x, y, 4, start=190, end=260), 0.8, dark=0.3)


def cufflinks(s: Sheet) -> None:
    """Two squares of polished shale, rimmed with silver; one shows its bar."""
    p = Plinth(s)
    cuff = [(-50, -70), (-2, -70), (6, 16), (-50, 22)]
    p.cast(cuff, 2, 2.6)
    p.fill(cuff)
    with p.within(cuff):
        for i in range(-52, 10, 4):
            p.stroke([(i, -70), (i + 6, 24)], 0.3, mid=0.7)
    p.edge(cuff, 0.6)
    p.line([(-7, -70), (0.6, 15)], 0.3)
    square(p, -17, -12, -5)
    x, y = 22, 25
    p.shadow(39, 14, x)
    wire(p, [(x - 10, y - 2), (x + 7, y + 4)], 3)
    silver(p, turned(rounded(x - 17, y - 9, 4.6, 17, 2), -24, x - 14, y))
    square(p, x + 7, y + 2, 12)


def square(p: Plinth, x: float, y: float, turn: float) -> None:
    """The face of a cufflink."""
    face = turned(rounded(x - 13, y - 13, 26, 26, 2), turn, x, y)
    p.cast(face, 2, 2.6)
    silver(p, face)
    stone = turned(rounded(x - 10.4, y - 10.4, 20.8, 20.8, 1), turn, x, y)
    p.fill(stone, dark=0.97)
    with p.within(stone):
        p.fill(turned([(x - 14, y - 14), (x + 4, y - 14), (x - 14, y + 4)], turn, x, y), dark=0.6)
        for i in range(5):
            vein = turned([(x - 12, y - 2 + i * 3), (x + 12, y - 6 + i * 3.6)], turn, x, y)
            p.stroke(vein, 0.24, dark=0.4)
    p.edge(stone, 0.5)
