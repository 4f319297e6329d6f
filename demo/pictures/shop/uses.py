"""Things seen close, laid on a table, or where they grow."""

import math

from ..inks import Fade, Sheet
from ..shapes import oval, rect, smooth, turned
from ..stage import smooth_heap
from .faience import dish
from .plinth import Plinth, rounded
from .signs import stitches

THREAD = {"light": 0.4}


def flax_field(s: Sheet) -> None:
    """Flax in flower, two heaps behind the field."""
    p = Plinth(s)
    wide, high = s.width / 2 + 3, s.height / 2 + 3
    p.fill(rect(-wide, -high, wide * 2, high * 2), light=Fade(0.95, 0.2))
    p.fill(oval(-14, -24, 9))
    for peak, width, height in ((14, 54, 28), (34, 40, 20)):
        p.fill(smooth_heap(peak, -9, width, height), dark=Fade(0.4, 0.8))
    p.fill(rect(-wide, -10, wide * 2, high + 12), mid=Fade(0.35, 0.95), light=0.9)
    for row in range(9):
        near = (row + 1) / 9
        y, size = -10 + (high + 8) * near**1.5, 0.5 + 2.5 * near
        count = round(wide * 2 / (size * 2.7))
        for i in range(count + 1):
            x = -wide + (i + row % 2 / 2) * wide * 2 / count + p.rng.uniform(-1, 1) * size * 0.5
            flower(p, x, y + p.rng.uniform(-1, 1) * size, size)


def flower(p: Plinth, x: float, y: float, size: float) -> None:
    """One flax flower on its stem: five petals, a pale heart."""
    stem = smooth([(x, y), (x + size * 0.5, y + size * 2.4), (x, y + size * 5)], steps=3)
    p.stroke(stem, size * 0.17, dark=0.3, mid=1, light=0.5)
    turn = p.rng.uniform(0, 72)
    for k in range(5):
        a = math.radians(turn + k * 72)
        petal = oval(x + size * 0.6 * math.cos(a), y + size * 0.6 * math.sin(a), size * 0.56)
        p.fill(petal, dark=0.62 + 0.3 * (k % 2))
    p.fill(oval(x, y, size * 0.3), light=0.6)


def place_setting(s: Sheet) -> None:
    """A place laid: a plate, a napkin with the fork on it, a knife, a glass."""
    p = Plinth(s)
    dish(p, 25)
    for radius, width in ((23.4, 0.8), (16.4, 0.4)):
        p.line(oval(0, 0, radius), width)
    napkin = rect(-47, -27, 17, 54)
    p.cast(napkin)
    p.solid(napkin, light=0.06)
    for inset in (1.8, 3.4, 5):
        p.edge(rect(-47 + inset, -27 + inset, 17 - inset * 2, 54 - inset * 2), 0.7)
    for i in range(4):
        p.line([(-41.4 + i * 1.9, -22), (-41.4 + i * 1.9, -11)], 1)
    p.line(smooth([(-41.4, -11), (-38.6, -6), (-35.7, -11)]), 1)
    p.line([(-38.6, -7), (-38.6, 23)], 1.9)
    blade = [(33, 0), (33, -24), (36, -21), (37.4, -8), (36.6, 0)]
    p.cast(blade, 1, 1.4)
    p.solid(blade)
    p.solid(rounded(32.6, 0, 4.4, 24, 2), mid=0.9)
    for radius, tones in ((9.6, {"light": 0.3}), (7.6, {"dark": 0.2})):
        p.solid(oval(25, -37, radius), **tones)
    p.stroke(oval(25, -37, 5.4, start=190, end=260), 1)
    p.fill(turned(rounded(-9, -6, 18, 12.4, 4.4), -18, 0, 0), mid=0.8, light=0.9)
    p.fill(turned(rounded(-7.6, -4.7, 15.2, 9.8, 3.4), -18, 0, 0), light=0.25)


def twill_detail(s: Sheet) -> None:
    """Twill seen close: a felled seam, a pocket's corner, a button through its hole."""
    p = Plinth(s)
    wide, high = s.width / 2 + 3, s.height / 2 + 3
    p.fill(rect(-wide, -high, wide * 2, high * 2), dark=0.95)
    span = round(wide + high)
    for i in range(-span, span, 2):
        for k in range(round(high)):
            y = -high + k * 2 + i % 4 / 2
            x = i + y * 0.6
            p.stroke([(x, y), (x + 0.7, y + 1.1)], 0.24, dark=0.62)
    for x in (-22, -19, -13):
        stitches(p, [(x, -high), (x, high)], **THREAD)
    p.ink(rect(-16.4, -high, 0.9, high * 2), dark=1)
    pocket = [(wide, 8), (-4, 8), (-4, high), (wide, high)]
    p.cast(pocket, -1, -1)
    p.stroke([(wide, 8), (-4, 8), (-4, high)], 0.7, light=0.2)
    for inset in (2.4, 5):
        stitches(p, [(wide, 8 + inset), (-4 + inset, 8 + inset), (-4 + inset, high)], **THREAD)
    label = rect(-7, 20, 12, 8)
    p.cast(label, 1, 1.4)
    p.solid(label, mid=1)
    p.stroke(smooth_heap(-1, 26.4, 8, 4.6), 0.5)
    button(p, 14, -16, 15)


def button(p: Plinth, x: float, y: float, radius: float) -> None:
    """A metal button, pushed through its stitched hole."""
    hole = rounded(x - radius * 1.7, y - 2.4, radius * 3.4, 4.8, 2.3)
    stitches(p, [*hole, hole[0]], **THREAD)
    p.cast(oval(x, y, radius), 2.4, 3)
    p.solid(oval(x, y, radius), light=1, mid=0.15)
    lit = oval(x - 2, y - 2, radius, start=120, end=-20)
    p.ink([*oval(x, y, radius, start=-20, end=120), *lit], dark=0.6)
    p.edge(oval(x, y, radius * 0.74), 0.6)
    p.line(smooth_heap(x, y + 4, radius, radius * 0.7), 0.8)
    p.stroke(oval(x, y, radius * 0.87, start=190, end=240), 0.9, light=0.2)
