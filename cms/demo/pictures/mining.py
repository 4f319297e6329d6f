"""Places of the mine: heaps, headframes, the miners' rows, baths and lamps."""

import math
from itertools import pairwise

from .inks import Fade, Sheet
from .scenery import (
    beam,
    figure,
    ground,
    heap,
    poplar,
    row,
    sky,
    trees,
    winding_tower,
)  # fmt: skip
from .shapes import between, oval, rect, rough, smooth


def single_heap(s: Sheet) -> None:
    side = s.rng.choice((-1, 1))
    base = s.height * 0.8
    sky(s, base, side=side)
    tall = min(s.height * 0.6, s.width * 0.46)
    far = s.width * (0.5 + side * 0.36)
    heap(s, far, base, tall * 0.9, tall * 0.3, side=side, wooded=0.6)
    heap(
        s,
        s.width * (0.5 - side * 0.07),
        base,
        tall * 2.05,
        tall,
        side=side,
        wooded=s.rng.uniform(0.2, 0.5),
    )
    ground(s, base)
    trees(s, -3, s.width + 3, base + 1, 5)
    row(s, s.width * 0.5 - 24 + side * 14, base + 8.5, 48, 8, courses=False)
    trees(s, -4, s.width * 0.5 - 26 + side * 14, base + 9, 9)
    trees(s, s.width * 0.5 + 27 + side * 14, s.width + 4, base + 9, 9)


def twin_heaps(s: Sheet) -> None:
    side = s.rng.choice((-1, 1))
    base = s.height * 0.78
    sky(s, base, side=side)
    tall = min(s.height * 0.52, s.width * 0.36)
    gap = s.width * s.rng.uniform(0.19, 0.23)
    lower = s.rng.uniform(0.84, 0.95)
    heap(s, s.width / 2 + side * gap, base, tall * 1.9, tall * lower, side=side, wooded=0.25)
    heap(s, s.width / 2 - side * gap, base, tall * 2.05, tall, side=side, wooded=0.3)
    trees(s, -3, s.width + 3, base + 1, 4.5)
    ground(s, base)
    path = smooth([
        (s.width * 0.5, base), (s.width * 0.54, base + 4), (s.width * 0.47, s.height * 0.88),
        (s.width * 0.58, s.height + 4),
    ])  # fmt: skip
    for (x0, y0), (x1, y1) in pairwise(path):
        wide = 0.8 + (y0 - base) * 0.22
        s.fill([(x0 - wide, y0), (x0 + wide, y0), (x1 + wide, y1 + 0.2), (x1 - wide, y1 + 0.2)])
    spot = s.height * 0.9
    figure(s, s.width * 0.49, spot, 6)
    figure(s, s.width * 0.515, spot + 0.6, 5.4)


def headframe(s: Sheet) -> None:
    side = s.rng.choice((-1, 1))
    base = s.height * 0.88
    sky(s, base, side=-side)
    heap(
        s,
        s.width * (0.5 - side * 0.33),
        base,
        s.width * 0.52,
        s.height * 0.24,
        side=-side,
        wooded=0.7,
    )
    tall = min(s.height * 0.78, s.width * 0.95)
    ground(s, base, stripes=4)
    x = s.width * 0.5 - side * tall * 0.16
    winding_tower(s, x, base, tall, side=side)
    hall(s, x + side * tall * 0.5 - tall * 0.16, base + 1, tall * 0.32, tall * 0.17)
    trees(s, -3, s.width * 0.2, base + 1.5, 6)
    trees(s, s.width * 0.84, s.width + 3, base + 1.5, 6)
    s.over(rect(-3, base + 1, s.width + 6, 1.2), dark=1)


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


def concrete_tower(s: Sheet) -> None:
    side = s.rng.choice((-1, 1))
    base = s.height * 0.86
    sky(s, base, side=side)
    heap(
        s,
        s.width * (0.5 - side * 0.24),
        base,
        s.width * 0.6,
        s.height * 0.34,
        side=side,
        wooded=0.4,
    )
    heap(
        s,
        s.width * (0.5 + side * 0.34),
        base,
        s.width * 0.44,
        s.height * 0.24,
        side=side,
        wooded=0.6,
    )
    ground(s, base, stripes=5)
    tall = min(s.height * 0.74, s.width * 0.8)
    unit, x = tall / 66, s.width * (0.5 + side * 0.08)

    def block(left: float, low: float, width: float, high: float) -> None:
        """A concrete box, its lit face towards the sun and its other face in shadow."""
        face = rect(x + left * unit, base - high * unit, width * unit, (high - low) * unit)
        s.fill(face, dark=0.12, light=0.35)
        dim = left if side > 0 else left + width * 0.62
        s.over(
            rect(x + dim * unit, base - high * unit, width * 0.38 * unit, (high - low) * unit),
            dark=Fade(0.95, 0.8),
        )

    block(-8, 0, 16, 50)
    block(-12.5, 44, 25, 66)
    s.over(rect(x - 12.5 * unit, base - 66 * unit, 25 * unit, 1.6 * unit), dark=1)
    for level in range(4, 44, 5):
        s.over(rect(x - 8 * unit, base - level * unit, 16 * unit, 0.5 * unit), dark=0.85)
    for i in range(6):
        s.fill(
            rect(x + (-10.8 + i * 3.75) * unit, base - 61 * unit, 2.5 * unit, 4 * unit),
            dark=0.2,
            mid=0,
            light=1,
        )
    s.over(rect(x - 12.5 * unit, base - 51 * unit, 25 * unit, 0.7 * unit), dark=0.9)
    s.fill(
        rect(x - side * 1.5 * unit - 1 * unit, base - 42 * unit, 2 * unit, 38 * unit),
        dark=0.55,
        light=1,
    )
    hall(s, x - side * 22 * unit - 11 * unit, base + 0.5, 22 * unit, 9 * unit)
    trees(s, -3, s.width * 0.3, base + 2, 6)
    trees(s, s.width * 0.72, s.width + 3, base + 2, 6)


def miners_rows(s: Sheet) -> None:
    side = s.rng.choice((-1, 1))
    horizon = s.height * 0.5
    sky(s, horizon, side=side)
    heap(
        s,
        s.width * (0.5 - side * 0.18),
        horizon + 4,
        s.width * 0.55,
        s.height * 0.34,
        side=side,
        wooded=0.3,
    )
    s.fill(rect(-3, horizon + 3, s.width + 6, s.height), dark=0, light=0.7)
    rows = 3
    for i in range(rows):
        base = horizon + (s.height * 1.0 - horizon) * (0.2, 0.52, 0.95)[i]
        each = s.width / 120 * (8, 12.5, 20)[i] * max(1, s.height / s.width)
        count = math.ceil(s.width / each) + 2
        trees(s, -3, s.width + 3, base - each * 0.9, each * 0.75)
        row(s, -s.rng.uniform(0.2, 0.9) * each, base, each * count, count, courses=i > 0)
        s.fill(rect(-3, base, s.width + 6, each * 0.5), light=0.75)
        s.over(rect(-3, base, s.width + 6, each * 0.06), dark=1)
        fence(s, base + each * 0.2, each * 0.12)


def fence(s: Sheet, base: float, height: float) -> None:
    x = 0.0
    while x < s.width:
        s.stroke([(x, base), (x, base - height)], height * 0.22, dark=0.9, mid=None, light=None)
        x += height * 0.8
    for share in (0.3, 0.75):
        s.stroke(
            [(-2, base - height * share), (s.width + 2, base - height * share)],
            height * 0.12,
            dark=0.9,
            mid=None,
            light=None,
        )


def union_house(s: Sheet) -> None:
    side = s.rng.choice((-1, 1))
    base = s.height * 0.84
    sky(s, base, side=side)
    ground(s, base, stripes=3)
    w = min(s.width * 0.72, s.height * 0.95)
    h, x = w * 0.46, s.width / 2 - w / 2
    row(s, -6, base, x + 8, max(2, round((x + 8) / 11)), courses=True)
    row(s, x + w - 2, base, s.width - x - w + 8, max(2, round((x + 8) / 11)), courses=True)
    s.fill(rect(x, base - h, w, h), mid=1, light=0.3)
    for i in range(1, 26):
        s.stroke(
            [(x, base - h + i * h / 26), (x + w, base - h + i * h / 26)],
            h * 0.005,
            dark=None,
            mid=0.5,
            light=None,
        )
    gable = smooth([
        (x + w * 0.3, base - h), (x + w * 0.33, base - h * 1.2), (x + w * 0.42, base - h * 1.24),
        (x + w * 0.46, base - h * 1.42), (x + w * 0.5, base - h * 1.46),
    ])  # fmt: skip
    gable += [(2 * (x + w / 2) - px, py) for px, py in reversed(gable)]
    s.fill(
        [
            (x - 1, base - h),
            (x + w * 0.05, base - h * 1.2),
            (x + w * 0.95, base - h * 1.2),
            (x + w + 1, base - h),
        ],
        dark=0.95,
    )
    s.fill(gable, mid=1, light=0.3)
    s.stroke(gable, w * 0.014, light=0.1)
    s.fill(oval(x + w / 2, base - h * 1.18, w * 0.045), light=0.2)
    s.stroke(oval(x + w / 2, base - h * 1.18, w * 0.045), w * 0.01, dark=1)
    beam(s, [(x + w / 2, base - h * 1.18), (x + w / 2, base - h * 1.24)], w * 0.008)
    beam(s, [(x + w / 2, base - h * 1.18), (x + w * 0.525, base - h * 1.17)], w * 0.008)
    for i in range(7):
        cx = x + w * (0.09 + i * 0.1367)
        if i == 3:
            continue
        for low, tall in ((0.1, 0.3), (0.56, 0.3)):
            window(
                s,
                cx,
                base - h * low,
                w * 0.065,
                h * tall,
                arched=low > 0.5,
                lit=s.rng.random() < 0.5,
            )
    s.stroke([(x, base - h * 0.5), (x + w, base - h * 0.5)], h * 0.03, light=0.1)
    s.stroke([(x, base - h * 0.985), (x + w, base - h * 0.985)], h * 0.035, light=0.1)
    window(s, x + w / 2, base, w * 0.13, h * 0.42, arched=True, lit=False)
    window(s, x + w / 2, base - h * 0.56, w * 0.1, h * 0.34, arched=True, lit=True)
    s.fill(rect(x + w * 0.42, base - h * 0.56, w * 0.16, h * 0.04), dark=1)
    pole = [(x + w * 0.5, base - h * 0.54), (x + w * (0.5 + side * 0.16), base - h * 0.86)]
    beam(s, pole, w * 0.007)
    tip = pole[1]
    drape = smooth(
        [
            tip,
            (tip[0] + side * w * 0.05, tip[1] + h * 0.1),
            (tip[0] + side * w * 0.02, tip[1] + h * 0.28),
            between(pole[0], pole[1], 0.3),
        ]
    )
    s.fill(drape, mid=1, dark=0, light=1)
    for _ in range(round(s.width / 4)):
        figure(s, s.rng.uniform(2, s.width - 2), base + s.rng.uniform(3, 9), s.rng.uniform(6, 8))


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


def memory(s: Sheet) -> None:
    """Lamps in the dark, row behind row."""
    s.over(rect(-3, -3, s.width + 6, s.height + 6), dark=1, mid=Fade(0.0, 0.7))
    rows = 6
    for i in range(rows):
        near = (i + 1) / rows
        y = s.height * (0.3 + 0.55 * near**1.5)
        size = 1.2 + 7.5 * near**1.7
        count = max(2, round(s.width / (size * 3.1)))
        for j in range(count + 1):
            x = (j + (i % 2) / 2) * s.width / count + s.rng.uniform(-0.2, 0.2) * size
            if s.rng.random() < 0.12:
                continue
            s.glow(x, y, size * s.rng.uniform(1.6, 2.2))
            miners_lamp(s, x, y + size, size * 2)


def miners_lamp(s: Sheet, x: float, base: float, height: float) -> None:
    """A safety lamp: hook, bonnet, gauze, glass with its flame, oil vessel."""
    u = height / 20

    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + px * u, base + py * u) for px, py in points]

    s.stroke(oval(x, base - 19.2 * u, 1.5 * u), 0.5 * u, dark=1)
    s.fill(at([(-2.6, -16.6), (-2.2, -18), (2.2, -18), (2.6, -16.6)]), dark=1)
    s.fill(at([(-2.7, -16.6), (2.7, -16.6), (3.1, -10), (-3.1, -10)]), dark=1, mid=0.5)
    s.fill(at([(-3.2, -10), (3.2, -10), (3.2, -4.8), (-3.2, -4.8)]), light=1)
    flame = smooth(
        [(0, -9.3), (1.0, -7), (0.6, -5.6), (-0.6, -5.6), (-1.0, -7)], closed=True, steps=5
    )
    s.fill(at(flame), light=0.0)
    for px in (-3.1, 3.1):
        s.stroke(at([(px, -10), (px, -4.6)]), 0.5 * u, dark=1)
    s.fill(at([(-3.7, -10.6), (3.7, -10.6), (3.7, -9.6), (-3.7, -9.6)]), dark=1, mid=1)
    s.fill(at([(-3.9, -4.9), (3.9, -4.9), (4.1, 0), (-4.1, 0)]), dark=0.95, mid=1)
    s.fill(at([(-3.9, -3.4), (3.9, -3.4), (4.0, -2.6), (-4.0, -2.6)]), light=1, mid=0.6)


def baths(s: Sheet) -> None:
    """The hall of the hanged: clothes on chains under the roof of the pithead baths."""
    s.over(rect(-3, -3, s.width + 6, s.height + 6), light=Fade(0.25, 0.85), mid=Fade(0.35, 0.0))
    bays = max(3, round(s.width / 26))
    for i in range(bays):
        cx = s.width * (i + 0.5) / bays
        w = s.width / bays * 0.36
        arch = [
            *oval(cx, s.height * 0.42, w, start=180, end=360),
            (cx + w, s.height * 0.8),
            (cx - w, s.height * 0.8),
        ]
        s.fill(arch, light=0.08)
        for j in range(1, 4):
            s.stroke(
                [(cx - w + j * w / 2, s.height * 0.2), (cx - w + j * w / 2, s.height * 0.8)],
                0.4,
                dark=None,
                mid=0.5,
                light=0.6,
            )
        for j in range(6):
            y = s.height * (0.36 + j * 0.075)
            s.stroke([(cx - w, y), (cx + w, y)], 0.4, dark=None, mid=0.5, light=0.6)
    s.fill(
        rect(-3, s.height * 0.86, s.width + 6, s.height), dark=Fade(0.3, 0.9), mid=0.4, light=0.5
    )
    for depth, size, tone in ((0, 9.5, 0.4), (1, 13.5, 0.72), (2, 20, 1.0)):
        x = s.rng.uniform(-0.2, 0.5) * size
        while x < s.width + size:
            drop = s.height * s.rng.uniform(0.1, 0.26) + depth * s.height * 0.045
            hanging(s, x, drop, size, tone)
            x += size * s.rng.uniform(0.85, 1.6) * (1.1 + depth * 0.35)


def hanging(s: Sheet, x: float, top: float, size: float, tone: float) -> None:
    """A jacket over trousers and boots, hung from a chain."""
    s.stroke([(x, -3), (x, top)], size * 0.03, dark=tone, mid=None, light=None)
    s.stroke(oval(x, top + size * 0.04, size * 0.06), size * 0.03, dark=tone, mid=None, light=None)
    sway = s.rng.uniform(-0.04, 0.04)

    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + (px + sway * py) * size, top + py * size) for px, py in points]

    jacket = smooth([
        (-0.06, 0.1), (-0.3, 0.24), (-0.42, 0.9), (-0.3, 0.95), (-0.24, 0.62), (-0.26, 1.12),
        (0.26, 1.12), (0.24, 0.62), (0.3, 0.95), (0.42, 0.9), (0.3, 0.24), (0.06, 0.1),
    ], closed=True, steps=5)  # fmt: skip
    legs = [
        (-0.21, 1.05), (-0.24, 1.72), (-0.05, 1.74), (0.0, 1.25), (0.05, 1.74), (0.24, 1.72), (0.21, 1.05),
    ]  # fmt: skip
    warm = s.rng.random() < 0.34
    s.fill(at(legs), dark=tone, mid=0, light=0)
    s.fill(at(jacket), dark=0 if warm else tone, mid=tone if warm else 0.0, light=0.2)
    s.stroke(
        at([(0, 0.16), (0.02, 1.1)]), size * 0.02, dark=tone if warm else 0, mid=None, light=None
    )
    for side in (-1, 1):
        boot = [(side * 0.06, 1.74), (side * 0.22, 1.74), (side * 0.3, 1.9), (side * 0.06, 1.9)]
        s.fill(at(boot), dark=tone, mid=0, light=0)


def canal(s: Sheet) -> None:
    side = s.rng.choice((-1, 1))
    bank = s.height * 0.6
    sky(s, bank, side=side)
    tall = min(s.height * 0.4, s.width * 0.3)
    x = s.width * (0.5 - side * 0.2)
    heap(s, x, bank, tall * 2.1, tall, side=side, wooded=0.3)
    s.fill(rect(-3, bank, s.width + 6, s.height), light=Fade(0.85, 0.3), dark=0, mid=0)
    s.over(
        [(x - tall, bank), (x + tall, bank), (x, bank + tall * 0.75)], dark=Fade(0.7, 0.2), mid=0.35
    )
    for i in range(46):
        y = bank + (s.height - bank) * (i / 46) ** 1.15
        length = s.rng.uniform(6, 26)
        cx = s.rng.uniform(0, s.width)
        s.stroke(
            [(cx - length / 2, y), (cx + length / 2, y)],
            0.25 + i * 0.012,
            dark=None,
            mid=0.0,
            light=0.0 if i % 3 else 1.0,
        )
    trees(s, -3, s.width + 3, bank + 0.6, 4)
    count = max(4, round(s.width / 16))
    for i in range(count):
        px = s.width * (0.5 + side * 0.5) - side * (i * s.width / count * 0.5) ** 1.0
        poplar(s, px, bank + 1, tall * (1.15 - i * 0.1))
    barge(
        s,
        s.width * (0.5 + side * s.rng.uniform(-0.02, 0.1)),
        s.height * 0.8,
        min(s.width * 0.62, 84),
        side,
    )


def barge(s: Sheet, x: float, water: float, length: float, way: int) -> None:
    """A péniche, its bow pointing to the left (-1) or right (1)."""
    u = length / 60

    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + way * px * u, water + py * u) for px, py in points]

    for i in range(5):
        s.over(
            at(
                [
                    (-28 + i * 3, 1 + i * 1.1),
                    (29 - i * 3, 1 + i * 1.1),
                    (29 - i * 3, 1.6 + i * 1.1),
                    (-28 + i * 3, 1.6 + i * 1.1),
                ]
            ),
            dark=0.75,
        )
    s.fill(at([(-30, -5.4), (24, -5.4), (31, -7.6), (29, 1), (-28, 1), (-30, -1)]), dark=1)
    s.fill(
        at([(-29.4, -4.6), (24, -4.6), (30.4, -6.8), (30.2, -5.6), (24, -3.4), (-29.2, -3.4)]),
        mid=1,
    )
    for i in range(4):
        pile = rough(
            smooth([(-14 + i * 9, -5.4), (-9.5 + i * 9, -9.4), (-5 + i * 9, -5.4)]),
            0.25 * u,
            s.rng,
            rounds=2,
        )
        s.over(at(pile), dark=1)
    s.fill(at([(-28, -5.4), (-28, -11.4), (-17.5, -11.4), (-17.5, -5.4)]), light=0.1)
    s.fill(at([(-29, -11.4), (-29, -12.4), (-16.5, -12.4), (-16.5, -11.4)]), mid=1)
    for px in (-26.6, -23.2, -19.8):
        s.fill(at([(px, -10.4), (px + 2, -10.4), (px + 2, -7.8), (px, -7.8)]), dark=0.95)
    s.stroke(at([(25, -6), (25, -13)]), 0.4 * u, dark=1, mid=None, light=None)
