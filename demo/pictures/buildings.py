"""What several landscapes have standing in them: brick houses, windows, steel frames."""

import math

from .inks import Fade, Points, Sheet
from .shapes import between, oval, rect, smooth


def house(
    s: Sheet, x: float, base: float, width: float, height: float,
    *, lit: bool = False, wall: float = 0.95, courses: bool = True,
) -> None:  # fmt: skip
    """One brick house of a miners' row: two windows above, a door and a window below, a chimney."""
    eaves = base - height
    roof = height * 0.5
    s.fill(rect(x, eaves, width + 0.05, height), mid=wall, light=0.35)
    if courses:
        step = height / 13
        for i in range(1, 13):
            line = [(x, eaves + i * step), (x + width, eaves + i * step)]
            s.stroke(line, step * 0.16, dark=None, mid=0.45, light=None)
    slope = [(x, eaves), (x, eaves - roof), (x + width, eaves - roof), (x + width, eaves)]
    s.fill(slope, dark=Fade(0.98, 0.8), mid=0.4)
    pane = (
        {"dark": 0.0, "mid": 0.0, "light": 1.0} if lit else {"dark": 0.82, "mid": 0.0, "light": 0.0}
    )
    w, h = width * 0.17, height * 0.27
    for px, py in ((0.2, 0.14), (0.63, 0.14), (0.63, 0.56)):
        left, top = x + width * px, eaves + height * py
        s.fill(rect(left - w * 0.16, top - h * 0.14, w * 1.32, h * 1.3), light=0.1)
        s.fill(rect(left, top, w, h), **pane)
        s.stroke([(left + w / 2, top), (left + w / 2, top + h)], w * 0.12, dark=1 if lit else 0)
    s.fill(rect(x + width * 0.19, base - height * 0.46, width * 0.2, height * 0.46), dark=0.95)
    chimney(s, x + width * 0.86, eaves - roof, height * 0.34)


def chimney(s: Sheet, x: float, base: float, height: float) -> None:
    wide = height * 0.5
    s.fill(rect(x - wide / 2, base - height * 0.62, wide, height), mid=0.95, light=0.4)
    s.fill(rect(x - wide * 0.62, base - height * 0.72, wide * 1.24, height * 0.14), dark=0.95)
    for shift in (-0.24, 0.24):
        s.fill(
            rect(x + wide * shift - wide * 0.12, base - height, wide * 0.24, height * 0.3), mid=1
        )


def row(
    s: Sheet, left: float, base: float, width: float, count: int, *, courses: bool = True
) -> None:
    """A row of joined houses, some windows lit."""
    each = width / count
    for i in range(count):
        house(
            s, left + i * each, base, each, each * 0.92, lit=s.rng.random() < 0.3, courses=courses
        )


def window(
    s: Sheet, x: float, sill: float, width: float, height: float, *, arched: bool, lit: bool
) -> None:
    """A framed window, standing on its sill, centred on x."""
    for grow, tones in (
        (width * 0.16, {"light": 0.1}),
        (0.0, {"light": 1.0} if lit else {"dark": 0.9}),
    ):
        half, top = width / 2 + grow, sill - height - grow
        if arched:
            shape = [
                *oval(x, top + half, half, start=180, end=360),
                (x + half, sill),
                (x - half, sill),
            ]
        else:
            shape = rect(x - half, top, half * 2, sill - top)
        s.fill(shape, **tones)
    line = 1.0 if lit else 0.0
    s.stroke([(x, sill - height), (x, sill)], width * 0.08, dark=line)
    for share in (0.36, 0.68):
        s.stroke(
            [(x - width / 2, sill - height * share), (x + width / 2, sill - height * share)],
            width * 0.07,
            dark=line,
        )


def hall(s: Sheet, x: float, base: float, width: float, height: float) -> None:
    """A winding house of brick, with arched windows."""
    s.fill(rect(x, base - height, width, height), mid=1, light=0.4)
    s.fill(
        [
            (x - 1, base - height),
            (x + width / 2, base - height * 1.5),
            (x + width + 1, base - height),
        ],
        dark=1,
    )
    for i in range(3):
        cx, w = x + width * (0.2 + 0.3 * i), width * 0.075
        arch = [
            *oval(cx, base - height * 0.62, w, start=180, end=360),
            (cx + w, base - height * 0.2),
            (cx - w, base - height * 0.2),
        ]
        s.fill(arch, light=1)
    s.fill(rect(x, base - height * 0.1, width, height * 0.1), dark=0.6, mid=1)


def beam(s: Sheet, path: Points, width: float) -> None:
    """A member of a dark steel frame."""
    s.stroke(path, width, dark=1, mid=None, light=None)


def lattice(s: Sheet, a: Points, b: Points, bays: int, width: float) -> None:
    """Two legs (each a line from foot to head) with crossed braces between them."""
    beam(s, a, width)
    beam(s, b, width)
    for i in range(bays):
        low, high = i / bays, (i + 1) / bays
        a0, a1 = between(a[0], a[1], low), between(a[0], a[1], high)
        b0, b1 = between(b[0], b[1], low), between(b[0], b[1], high)
        beam(s, [a0, b1], width * 0.5)
        beam(s, [b0, a1], width * 0.5)
        beam(s, [a1, b1], width * 0.62)


def wheel(s: Sheet, x: float, y: float, radius: float, *, spokes: int = 8) -> None:
    """A winding wheel, seen from its side."""
    s.fill(oval(x, y, radius), light=None, mid=None, dark=0)
    beam(s, oval(x, y, radius), radius * 0.17)
    beam(s, oval(x, y, radius * 0.8), radius * 0.05)
    start = s.rng.uniform(0, math.tau)
    for i in range(spokes):
        way = start + i * math.tau / spokes
        beam(s, [(x, y), (x + radius * math.cos(way), y + radius * math.sin(way))], radius * 0.07)
    s.over(oval(x, y, radius * 0.2), dark=1)


def winding_tower(s: Sheet, x: float, base: float, height: float, *, side: int) -> None:
    """A steel headframe: upright lattice tower, leaning backstay, two wheels under a canopy."""
    unit = height / 45
    top = base - height * 0.8
    half_foot, half_top = 4.4 * unit, 3.2 * unit
    left = [(x - half_foot, base), (x - half_top, top)]
    right = [(x + half_foot, base), (x + half_top, top)]
    lattice(s, left, right, 7, 0.75 * unit)
    out = side
    stay = [(x + out * 23 * unit, base), (x + out * half_top, top - 1 * unit)]
    inner = [(x + out * 18.5 * unit, base), (x + out * half_top, top + 6 * unit)]
    lattice(s, stay, inner, 9, 0.7 * unit)
    s.over(rect(x - 6.2 * unit, top - 1.1 * unit, 12.4 * unit, 1.4 * unit), dark=1)
    for shift in (-3.0, 3.0):
        wheel(s, x + shift * unit, top - 4.1 * unit, 2.75 * unit)
        beam(s, [(x + shift * unit, top - 4.1 * unit), (x + shift * unit, top)], 0.5 * unit)
    head = top - 8.2 * unit
    for shift in (-6, 0, 6):
        beam(s, [(x + shift * unit, top), (x + shift * unit * 0.95, head)], 0.45 * unit)
    canopy = [(-7.4, 0), (-6.2, -1.7), (6.2, -1.7), (7.4, 0)]
    s.over([(x + px * unit, head + py * unit) for px, py in canopy], dark=1)
    beam(s, [(x, head), (x, head - 5 * unit)], 0.28 * unit)
    flag = smooth([(0, -5), (2, -5.4), (4, -4.8)]) + smooth([(4, -3), (2, -3.6), (0, -3.2)])
    s.over([(x + out * px * unit, head + py * unit) for px, py in flag], mid=1)
    for rope in (-3.0, 3.0):
        far = (x + out * 34 * unit, base)
        beam(s, [(x + rope * unit, top - 6.6 * unit), far], 0.14 * unit)
