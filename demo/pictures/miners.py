"""Places of the miners: their rows, their union, their baths and lamps."""

import math

from .buildings import beam, row, window
from .inks import Fade, Sheet
from .scenery import figure, ground, heap, sky, trees
from .shapes import between, oval, rect, smooth


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
    ends = between(pole[0], pole[1], 0.25), pole[1]
    hem = []
    for k in range(5):
        px, py = between(ends[0], ends[1], k / 4)
        hem.append((px + side * w * 0.012 * (k % 3), py + h * (0.2 + 0.03 * (k % 2))))
    s.fill([ends[0], ends[1], *smooth(hem[::-1])], light=1, mid=0.0)
    s.stroke([ends[0], ends[1], *smooth(hem[::-1]), ends[0]], w * 0.004, dark=1)
    for _ in range(round(s.width / 4)):
        figure(s, s.rng.uniform(2, s.width - 2), base + s.rng.uniform(3, 9), s.rng.uniform(6, 8))


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
        (-0.21, 1.05), (-0.24, 1.72), (-0.05, 1.74), (0.0, 1.25), (0.05, 1.74),
        (0.24, 1.72), (0.21, 1.05),
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
