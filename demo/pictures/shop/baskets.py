"""Willow, woven low, for a bicycle, or only begun."""

import math

from ..inks import Points, Sheet
from ..shapes import moved, oval, rect, smooth, turned
from .plinth import Plinth, rounded, symmetric


def weave(p: Plinth, shape: Points, top: float, bottom: float, *, sag: float = 2.0) -> None:
    """Rods passing before and behind the stakes, row after row, within a shape."""
    p.fill(shape, dark=0.95)
    wide = max(x for x, _ in shape) + 4
    with p.within(shape):
        for row in range(math.ceil((bottom - top) / 3.3) + 1):
            for k in range(round(wide * 2 / 4.4) + 1):
                x = -wide + (k + row % 2 / 2) * 4.4
                y = top + row * 3.3 + sag * (1 - (x / wide) ** 2)
                rod = smooth([(x - 1.9, y + 0.6), (x, y - 0.4), (x + 1.9, y + 0.6)], steps=3)
                p.stroke(rod, 2.2, mid=0.25 + 0.4 * (row % 2) + 0.14 * (k % 2), light=0.9)
        p.ink(
            [(wide * 0.45, top - 9), (wide, top - 9), (wide, bottom + 9), (wide * 0.2, bottom + 9)],
            dark=0.5,
        )
    p.edge(shape, 0.5)


def rim(p: Plinth, path: Points, width: float = 2.6) -> None:
    """A border of turned-down rods."""
    p.line(path, width + 0.9)
    p.stroke(path, width, mid=0.55, light=0.9)
    for i in range(0, len(path) - 1, 2):
        x, y = path[i]
        p.line([(x - 0.9, y - 1.1), (x + 0.9, y + 1.1)], 0.36)


def basket_tray(s: Sheet) -> None:
    """A long low basket in the shape of a mine tub, slices of bread in it."""
    p = Plinth(s)
    p.shadow(21, 34)
    for way in (-1, 1):
        rim(p, oval(way * 38.6, 1, 4.6, 5), 1.6)
    for i in range(6):
        slice_ = rounded(-31 + i * 9.8, -17 + (i % 3) * 1.6, 14, 22, 5.6)
        slice_ = turned(slice_, -16 + i * 5, -24 + i * 9.8, -4)
        p.fill(slice_, mid=0.5, light=0.9)
        crumb = turned(
            rounded(-29.4 + i * 9.8, -15.4 + (i % 3) * 1.6, 10.8, 20, 4),
            -16 + i * 5,
            -24 + i * 9.8,
            -4,
        )
        p.fill(crumb, light=0.24)
        for _ in range(6):
            hole = oval(-28 + i * 9.8 + p.rng.uniform(0, 8), p.rng.uniform(-12, -4), 0.6, 0.4)
            p.ink(hole, mid=0.6)
        p.edge(slice_, 0.5)
    body = symmetric([(0, 0), (38, -1), (30, 20), (0, 21)])
    weave(p, body, 1, 20, sag=0)
    rim(p, [(-38 + i * 76 / 44, -0.6) for i in range(45)])


def basket_bike(s: Sheet) -> None:
    """A bicycle basket strapped to its handlebars, a loaf and leeks in it."""
    p = Plinth(s)
    for x, turn in ((-13, -14), (-7, -4)):
        loaf = turned(rounded(x - 3.6, -42, 7.2, 40, 3.6), turn, x, 0)
        p.solid(loaf, mid=0.45, light=0.9)
        for i in range(5):
            cut = turned([(x - 2, -36 + i * 6), (x + 2, -38.4 + i * 6)], turn, x, 0)
            p.line(cut, 0.6)
    for i, turn in enumerate((8, 17, 27)):
        leek = turned(
            [(10, 0), (9, -20), (6, -40), (12, -36), (15, -42), (14, -20), (14, 0)], turn, 12, 0
        )
        p.solid(leek, dark=0.35 + 0.15 * i, light=1)
    p.line(smooth([(-46, -1), (-36, -9), (-18, -11), (18, -11), (36, -9), (46, -1)]), 2.6)
    for way in (-1, 1):
        p.solid(turned(rounded(way * 45 - 5, -3, 10, 5, 2.4), way * 40, way * 45, 0), mid=0.9)
    body = symmetric([(0, -6), (29, -6), (26, 24), *smooth([(26, 24), (20, 34), (0, 36)])])
    weave(p, body, -4, 36)
    rim(p, [(-30 + i * 60 / 36, -6 + 1.4 * math.sin(math.pi * i / 36)) for i in range(37)])
    for x in (-13, 13):
        strap = rounded(x - 2.6, -14, 5.2, 26, 1.2)
        p.solid(strap, mid=1, dark=0.3)
        p.stroke([*rect(x - 3.3, -1, 6.6, 5), (x - 3.3, -1)], 0.8, light=0.5)
        p.stroke([(x, 1.5), (x, 4)], 0.6, light=0.5)


def basket_coasters(s: Sheet) -> None:
    """Six coasters of willow: the bases of baskets never made."""
    p = Plinth(s)
    for x, y in ((-22, -21), (4, -25), (27, -8), (-27, 8), (-2, 4), (19, 21)):
        coaster(p, x, y, 13.6, p.rng.uniform(0, 90))


def coaster(p: Plinth, x: float, y: float, radius: float, turn: float) -> None:
    """A cross of split rods, then a spiral."""
    p.cast(oval(x, y, radius), 1.6, 2.2)
    p.fill(oval(x, y, radius), dark=0.92)
    for ring in range(5):
        reach = radius * (0.32 + ring * 0.155)
        count = 8 + ring * 4
        for k in range(count):
            start = turn + (k + ring % 2 / 2) * 360 / count
            arc = oval(x, y, reach, start=start + 3, end=start + 360 / count - 3)
            p.stroke(arc, radius * 0.115, mid=0.25 + 0.3 * (k % 2), light=0.9)
    for angle in (0, 90):
        for shift in (-0.09, 0.09):
            rod = rect(x - radius * 0.34, y + (shift - 0.06) * radius, radius * 0.68, radius * 0.12)
            p.solid(turned(rod, turn + angle, x, y), light=0.7, mid=0.1)
    p.edge(oval(x, y, radius), 0.5)
    tip = moved(oval(0, 0, 0.8), x + radius * 0.9, y)
    p.fill(turned(tip, turn, x, y), mid=0.6, light=0.9)
