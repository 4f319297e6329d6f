"""Places of the two wars: a ring, two pylons, a gallery in the chalk."""

import math

from .buildings import beam
from .inks import Fade, Sheet
from .scenery import figure, hill, sky, trees
from .shapes import mirrored, oval, rect, rough, smooth


def memorial_ring(s: Sheet) -> None:
    """A ring of names that leaves the hillside and hangs over the plain."""
    side = s.rng.choice((-1, 1))
    horizon = s.height * 0.62
    sky(s, horizon, side=side)
    s.fill(hill(s, horizon, 1.5), light=0.9, dark=0.2)
    slope = smooth([
        (-4, s.height * 0.66), (s.width * 0.4, s.height * 0.69), (s.width * 0.68, s.height * 0.78),
        (s.width + 4, s.height * 0.94),
    ])  # fmt: skip
    bank = [*slope, (s.width + 4, s.height + 4), (-4, s.height + 4)]
    bank = bank if side > 0 else mirrored(bank, s.width / 2)
    s.fill(bank, dark=Fade(0.85, 0.6), light=1)
    cx, cy, rx = s.width / 2, s.height * 0.64, s.width * 0.42
    ry, high = min(rx * 0.3, s.height * 0.16), min(s.width * 0.055, 9)
    outer, inner = oval(cx, cy, rx, ry), oval(cx, cy, rx * 0.93, ry * 0.89)
    back = [
        *oval(cx, cy, rx, ry, start=180, end=360),
        *oval(cx, cy + high, rx, ry, start=360, end=180),
    ]
    s.fill(back, dark=0.35, light=0.6, mid=0.2)
    count = 120
    for i in range(count):
        a = math.pi + math.pi * i / count
        x, y = cx + rx * 0.93 * math.cos(a), cy + ry * 0.89 * math.sin(a)
        s.stroke([(x, y), (x, y + high)], 0.3, dark=0.8, mid=None, light=None)
    front = [
        *oval(cx, cy, rx, ry, start=0, end=180),
        *oval(cx, cy + high, rx, ry, start=180, end=0),
    ]
    s.fill(front, dark=Fade(0.95, 0.72, 0 if side > 0 else 180), mid=0.3)
    s.fill(outer + inner[::-1], light=0.1)
    s.stroke(outer, 0.35, dark=1, mid=None, light=None)
    for _ in range(46):
        poppy(
            s,
            s.rng.uniform(0, s.width),
            s.height * s.rng.uniform(0.86, 1.0),
            s.rng.uniform(0.8, 2.2),
        )
    figure(s, cx - side * rx * 0.5, cy + ry + high + 6, 6.5)
    figure(s, cx - side * rx * 0.46, cy + ry + high + 6.6, 5.6)


def poppy(s: Sheet, x: float, y: float, size: float) -> None:
    s.stroke(
        smooth([(x, y), (x + size * 0.3, y + size * 2), (x, y + size * 5)]),
        size * 0.16,
        dark=1,
        mid=None,
        light=None,
    )
    for way in (-35, 35):
        s.fill(
            oval(x + way * size * 0.013, y, size * 0.75, size * 0.95, turn=way),
            mid=1,
            dark=0,
            light=0.6,
        )
    s.over(oval(x, y + size * 0.1, size * 0.3), dark=1)


def pylons(s: Sheet) -> None:
    """Two white pylons on a ridge."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.78
    sky(s, base, side=side, clouds=False)
    tall = min(s.height * 0.6, s.width * 0.62)
    c, u = s.width / 2, tall / 40
    for i in range(0, 15, 2):
        way = math.radians(180 + i * 180 / 14 - 6)
        wide = math.radians(6.4)
        ray = [
            (c, base),
            (c + 300 * math.cos(way), base + 300 * math.sin(way)),
            (c + 300 * math.cos(way + wide), base + 300 * math.sin(way + wide)),
        ]
        s.fill(ray, mid=0.2, light=0.9)
    land = smooth(
        [
            (-4, base + 7),
            (s.width * 0.22, base + 3),
            (c, base),
            (s.width * 0.78, base + 3),
            (s.width + 4, base + 6),
        ]
    )
    s.fill([*land, (s.width + 4, s.height + 4), (-4, s.height + 4)], dark=Fade(0.95, 0.6), light=1)
    for i, rise in enumerate((0, 1.3, 2.6)):
        s.fill(
            rect(c - (26 - i * 4) * u, base - (rise + 1.3) * u, (52 - i * 8) * u, 1.4 * u + 1),
            light=0.12,
            dark=0.08 + i * 0.05,
        )
    s.fill(
        [
            (c - 17 * u, base - 3.5 * u),
            (c - 16 * u, base - 9 * u),
            (c + 16 * u, base - 9 * u),
            (c + 17 * u, base - 3.5 * u),
        ],
        light=0.1,
        dark=0.15,
    )
    s.over(rect(c - 16.4 * u, base - 4.4 * u, 32.8 * u, 0.6 * u), dark=0.7)
    for way in (-1, 1):
        tower = [(2.6, 8), (2.9, 36), (4.3, 40), (6.7, 40), (7.4, 36), (8.2, 8)]
        s.fill([(c + way * px * u, base - py * u) for px, py in tower], light=0.06)
        dim = (
            [(2.6, 8), (2.9, 36), (4.3, 40), (4.9, 40), (4.6, 8)]
            if way == side
            else [(5.4, 8), (5.4, 40), (6.7, 40), (7.4, 36), (8.2, 8)]
        )
        s.over([(c + way * px * u, base - py * u) for px, py in dim], dark=Fade(0.9, 0.6))
        for py in (32, 26.5):
            mourner(s, c + way * 5.2 * u, base - py * u, 4.6 * u)
    mourner(s, c, base - 3.4 * u, 7 * u)
    for x in (0.09, 0.2, 0.82, 0.93):
        trees(s, x * s.width - 5, x * s.width + 5, base + 7, 6)
    for _ in range(22):
        poppy(
            s,
            s.rng.uniform(0, s.width),
            s.height * s.rng.uniform(0.88, 0.99),
            s.rng.uniform(0.6, 1.5),
        )


def mourner(s: Sheet, x: float, base: float, height: float) -> None:
    """A draped figure, its head bowed."""
    u = height / 10
    robe = smooth(
        [(-1.6, 0), (-1.9, -4), (-1.3, -7.2), (0.2, -8), (1.5, -6.6), (1.4, -3), (2.0, 0)], steps=5
    )
    s.fill([(x + px * u, base + py * u) for px, py in robe], dark=0.85)
    s.over(oval(x + 0.7 * u, base - 8.6 * u, 1.0 * u, 1.2 * u, turn=24), dark=0.85)


def quarry(s: Sheet) -> None:
    """A gallery cut in the chalk, lit by a string of lamps."""
    s.over(rect(-3, -3, s.width + 6, s.height + 6), dark=0.96, mid=0.4)
    cx, cy = s.width * s.rng.uniform(0.42, 0.58), s.height * 0.56
    layers = 8
    for i in range(layers):
        t = i / (layers - 1)
        rx = s.width * (0.54 * (1 - t) ** 1.15 + 0.05)
        ry = s.height * (0.56 * (1 - t) ** 1.15 + 0.07)
        turns = 11
        ring = smooth([
            (cx + rx * math.cos(math.radians(k * 180 / turns + 180)) * s.rng.uniform(0.92, 1.06),
             cy + ry * math.sin(math.radians(k * 180 / turns + 180)) * s.rng.uniform(0.92, 1.06))
            for k in range(turns + 1)
        ], steps=4)  # fmt: skip
        floor = cy + ry * 0.62
        shape = [
            *rough(ring, rx * 0.012, s.rng, rounds=2),
            (ring[-1][0], floor),
            (ring[0][0], floor),
        ]
        s.fill(shape, dark=0.82 * (1 - t) ** 1.3, mid=0.55 * (1 - t), light=0.25 + 0.75 * t)
        with s.clip(shape):
            for k in range(10):
                y = cy - ry + k * ry / 6 + s.rng.uniform(-1, 1)
                cut = rough(
                    [(cx - rx, y), (cx + rx, y + s.rng.uniform(-2, 2))], rx * 0.02, s.rng, rounds=4
                )
                s.stroke(cut, 0.22 + 0.3 * (1 - t), dark=0.9 * (1 - t) + 0.1, mid=None, light=None)
    path = [
        (cx - s.width * 0.03, cy + s.height * 0.045),
        (cx + s.width * 0.03, cy + s.height * 0.045),
        (cx + s.width * 0.36, s.height + 4),
        (cx - s.width * 0.36, s.height + 4),
    ]
    s.fill(path, dark=Fade(0.02, 0.6), light=Fade(1.0, 0.4))
    for way in (-1, 1):
        rail = [
            (cx + way * s.width * 0.012, cy + s.height * 0.045),
            (cx + way * s.width * 0.13, s.height + 4),
        ]
        s.stroke(rail, 0.8, dark=0.9, mid=None, light=None)
    for i in range(5):
        t = (i / 4) ** 1.8
        x, y = cx + s.width * (0.01 + 0.26 * t), cy - s.height * (0.06 + 0.36 * t)
        beam(s, [(x, y - 6 * t - 2), (x, y)], 0.2 + 0.3 * t)
        s.glow(x, y, 4 + 17 * t)
        s.fill(oval(x, y, 0.6 + 1.5 * t, 0.8 + 2.0 * t), light=0.35)
    figure(s, cx - s.width * 0.03, s.height * 0.72, s.height * 0.13)
