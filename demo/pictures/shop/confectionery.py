"""Sweets, the colour of coal and of copper."""

import math

from ..inks import Fade, Sheet
from ..shapes import moved, oval, rect, rough, smooth, turned
from ..stage import smooth_heap
from ..wares import wrapped
from .plinth import Plinth, lump, rounded


def caramels_bag(s: Sheet) -> None:
    """A paper bag of black caramels, some broken out at its foot."""
    p = Plinth(s)
    p.shadow(33, 32)
    bag = [(-23, -24), (15, -24), (18, 33), (-25, 33)]
    for x, y, size in ((-15, -25, 6.0), (-4, -28, 7.0), (8, -25, 6.0)):
        lump(p, x, y, size)
    p.fill(bag, light=0.5, mid=0.16)
    p.ink([(6, -24), (15, -24), (18, 33), (9, 33)], dark=Fade(0.15, 0.5, 0))
    teeth = [(-23 + i * 38 / 20, -24 - 2 * (i % 2)) for i in range(21)]
    p.fill([*teeth, (15, -20), (-23, -20)], light=0.5, mid=0.16)
    p.line(teeth, 0.5)
    p.edge(bag, 0.6)
    p.solid(oval(-4, 3, 14), light=0.05)
    p.edge(oval(-4, 3, 12.6), 0.3)
    p.fill(smooth_heap(-6, 9, 18, 13), dark=0.96)
    p.fill(smooth_heap(2, 9, 12, 8), mid=0.95)
    for i in range(2):
        p.line([(-12 + i * 2, 12 + i * 2), (4 - i * 2, 12 + i * 2)], 0.8)
    for x, y, size in ((28, 20, 8.0), (19, 30, 8.6), (33, 31, 7), (-33, 30, 7.6), (6, 34, 6)):
        lump(p, x, y, size)


def barley_sugar(s: Sheet) -> None:
    """Five pulled sticks of barley sugar, striped, tied together."""
    p = Plinth(s)
    for i in range(5):
        turn = -26 + i * 13
        stick = turned(rounded(-3.9, -40, 7.8, 72, 3.6), turn, 0, 22)
        p.cast(stick, 1.6, 2)
        p.fill(stick, **({"mid": 0.2, "light": 0.2} if i % 2 else {}))
        ink = {"mid": 1.0} if i % 2 == 0 else {"dark": 0.95}
        with p.within(stick):
            for k in range(13):
                y = -42 + k * 6.4
                stripe = [(-5, y + 4), (5, y - 2), (5, y + 1), (-5, y + 7)]
                p.fill(turned(stripe, turn, 0, 22), **ink)
            p.stroke(turned([(-2, -37), (-2, 28)], turn, 0, 22), 0.8)
        p.edge(stick, 0.5)
    band = rounded(-13, 4, 26, 5.4, 2)
    p.solid(band, light=0.3)
    for way in (-1, 1):
        p.solid(smooth([(0, 6), (way * 14, -2), (way * 15, 11)], closed=True), light=0.3)
        p.solid([(0, 6), (way * 7, 24), (way * 10, 21), (way * 12, 24)], light=0.3)
    p.solid(oval(0, 6.4, 3), light=0.3)


def gingerbread(s: Sheet) -> None:
    """A dark cone of gingerbread, snow of sugar on its summit, a first round cut."""
    p = Plinth(s)
    p.shadow(35, 40)
    p.solid(oval(0, 32, 43, 6.4), light=0.06)
    p.edge(oval(0, 31.6, 38, 4.8), 0.3)
    cone = smooth_heap(-5, 31, 58, 66)
    cone = [*cone, *oval(-5, 31, 29, 3.6, start=0, end=180)]
    p.fill(cone, mid=1, dark=0.5)
    with p.within(cone):
        for i in range(12):
            y = -28 + i * 5.2
            p.line(oval(-5, y, 32, 3.4, start=10, end=170), 0.5, 0.9)
        for _ in range(170):
            x, y = p.rng.uniform(-34, 24), p.rng.uniform(-30, 34)
            p.stroke(oval(x, y, 0.2), 0.4, mid=0.8, light=0.6)
        p.ink([(-5, -40), (30, -40), (30, 40), (4, 40)], dark=Fade(0.4, 0.9, 0))
        drips = [(-18, -10), (-13, -4), (-9, -9), (-6, -1), (-2, -8), (2, -3), (6, -11)]
        p.fill([*smooth(drips), (4, -40), (-14, -40)])
    p.edge(cone, 0.7)
    for _ in range(44):
        at = p.rng.gauss(-5, 12), p.rng.uniform(-12, 27)
        p.fill(oval(*at, 0.4))
    slice_ = oval(27, 29, 12, 4.4)
    p.fill(moved(slice_, 0, 2.6), mid=1, dark=0.8)
    p.solid(slice_, mid=0.95, light=0.5)
    for _ in range(20):
        a, r = p.rng.uniform(0, math.tau), p.rng.uniform(0, 1) ** 0.5
        p.ink(oval(27 + 11 * r * math.cos(a), 29 + 3.8 * r * math.sin(a), 0.4), dark=0.8)


def coal_scuttle(s: Sheet) -> None:
    """A small coal scuttle full of sweets, its shovel beside it."""
    p = Plinth(s)
    p.shadow(37, 26, -4)
    for width, tones in ((2.6, {"dark": 0.95}), (1.4, {"light": 0.3})):
        p.stroke(oval(-4, -14, 24, 28, start=190, end=350), width, **tones)
    for i in range(11):
        x, y = -22 + i * 3.8, -14 - 5 * math.sin(math.pi * i / 10) + p.rng.uniform(-2, 1)
        lump(p, x, y, p.rng.uniform(5, 6.6))
    for i, (x, y, turn) in enumerate(((-11, -20, -24), (7, -22, 18), (-2, -14, 4))):
        wrapped(p.sheet, p.stage, x, y, 1.0, turn, i % 3)
    bucket = [
        (-30, -12),
        *smooth([(-30, -12), (-4, -7), (24, -12), (36, -22)]),
        (19, 37),
        (-22, 37),
    ]
    p.fill(bucket, mid=0.95)
    p.ink([(8, -9), (24, -12), (36, -22), (19, 37), (4, 37)], dark=Fade(0.2, 0.75, 0))
    p.line(smooth([(-28.6, -6), (-4, -1), (21, -5), (30, -12)]), 0.5)
    p.line([(-23, 30), (-4, 31.4), (20, 30)], 0.5)
    p.edge(bucket, 0.8)
    p.solid(oval(-5, 13, 11), light=0.12)
    p.fill(smooth_heap(-7, 17, 14, 11), dark=0.95)
    p.fill(smooth_heap(0, 17, 10, 7), dark=0.6)
    p.solid(oval(-26.6, -10, 1.7), dark=0.8)
    p.line([(40, -4), (33, 22)], 1.5)
    blade = turned([(-5, 0), (5, 0), (6, 13), (0, 16), (-6, 13)], 15, 0, 0)
    p.solid(moved(blade, 32.4, 22), dark=0.75)


def caramel_tin(s: Sheet) -> None:
    """A flat tin of soft caramels, a chicory flower on its lid, squares in waxed paper."""
    p = Plinth(s)
    p.shadow(30, 33)
    tin = [(-31, -6), (31, -6), (31, 24), *oval(0, 24, 31, 7, start=0, end=180), (-31, 24)]
    p.fill(tin, dark=0.95)
    with p.within(tin):
        for i in range(-8, 9):
            x = 31 * math.sin(i / 8 * 1.5)
            p.stroke([(x, 2), (x, 34)], 1.6, mid=1, light=0.4)
            p.fill(oval(x * 1.02 + 1.4, 15 + 7 * math.cos(i / 8 * 1.5), 1.1), light=1)
        p.ink(rect(12, -6, 22, 40), dark=Fade(0.2, 0.85, 0))
    p.edge(tin, 0.6)
    lid = [(-32, -16), (32, -16), (32, -6), *oval(0, -6, 32, 7.6, start=0, end=180), (-32, -6)]
    p.fill(lid, mid=1, light=0.3)
    p.ink(rect(14, -10, 18, 9), dark=Fade(0.2, 0.7, 0))
    p.edge(lid, 0.6)
    p.solid(oval(0, -16, 32, 13), light=0.1)
    p.edge(oval(0, -16, 28, 11), 0.4)
    for ring, count, tone in ((9.4, 16, 0.7), (6, 12, 0.95)):
        for i in range(count):
            a = math.radians(i * 360 / count + ring)
            petal = [
                (px * 1.0, py * 0.5)
                for px, py in turned(oval(ring, 0, ring * 0.6, 1.7), math.degrees(a), 0, 0)
            ]
            p.fill(moved(petal, 0, -16), dark=tone)
    p.fill(oval(0, -16, 2.6, 1.4), light=1)
    for x, y, turn in ((-30, 37, -14), (-11, 41, 9), (31, 37, 16)):
        square = turned(rounded(x - 6, y - 5, 12, 10, 1.4), turn, x, y)
        p.cast(square, 1, 1.4)
        p.solid(square, light=0.3, mid=0.1)
        for way in (-1, 1):
            twist = [(x + way * 6, y), (x + way * 10, y - 3.4), (x + way * 10, y + 3.4)]
            p.solid(turned(twist, turn, x, y), light=0.3)
        p.line(turned(rough([(x - 5, y), (x + 5, y - 1)], 0.6, p.rng, rounds=2), turn, x, y), 0.3)
