"""What grows on the coal: vines and woods."""

import math

from .buildings import beam
from .inks import Fade, Sheet
from .scenery import birch, figure, ground, heap, sky
from .shapes import Outline, between, mirrored, oval, rect, rough, smooth


def vineyard(s: Sheet) -> None:
    """Vines in rows on the flank of a heap."""
    side = s.rng.choice((-1, 1))
    sky(s, s.height * 0.9, side=side)
    flip = (lambda shape: shape) if side < 0 else (lambda shape: mirrored(shape, s.width / 2))
    w, h = s.width, s.height
    heap(s, w / 2 + side * w * 0.3, h * 0.84, w * 0.5, h * 0.3, side=side, wooded=0.4)
    ground(s, h * 0.82)
    top = (w * 0.2, h * 0.2)
    flank = smooth(
        [(-5, h * 0.2), top, (w * 0.45, h * 0.47), (w * 0.75, h * 0.78), (w * 1.06, h * 0.97)]
    )
    body = flip([*rough(flank, 0.25, s.rng, rounds=2), (w + 5, h + 5), (-5, h + 5)])
    s.fill(body, dark=Fade(0.9, 0.7), mid=0.85)
    with s.clip(body):
        rows = 9
        for i in range(rows):
            t = i / (rows - 1)
            start = between((w * -0.15, h * 0.3), (w * 0.2, h * 1.2), t)
            end = between((w * 0.3, h * 0.26), (w * 1.15, h * 1.04), t)
            near = 0.6 + 1.6 * t
            line = smooth(
                [start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 3 * near), end]
            )
            line = flip(line)
            for j in range(len(line) - 1):
                for share in (0.0, 0.34, 0.67):
                    x, y = between(line[j], line[j + 1], share)
                    vine(s, x, y, near * 3.1)


def vine(s: Sheet, x: float, y: float, size: float) -> None:
    beam(s, [(x, y), (x, y - size * 1.3)], size * 0.08)
    for _ in range(3):
        leaf = oval(
            x + s.rng.gauss(0, size * 0.25),
            y - size * s.rng.uniform(0.7, 1.3),
            size * s.rng.uniform(0.25, 0.42),
            size * 0.28,
            turn=s.rng.uniform(0, 180),
        )
        s.fill(leaf, light=1, dark=s.rng.choice((0.25, 0.5, 0.75)))
    if s.rng.random() < 0.45:
        for px, py in ((-0.13, 0), (0.13, 0), (0, 0.2), (0, -0.18)):
            s.fill(oval(x + px * size, y - size * 0.55 + py * size, size * 0.13), mid=1, dark=0.3)


def forest_park(s: Sheet) -> None:
    """A lookout above the crowns of a wood that grew on the coal."""
    side = s.rng.choice((-1, 1))
    horizon = s.height * 0.6
    sky(s, horizon, side=side)
    heap(
        s,
        s.width * (0.5 - side * 0.25),
        horizon + 3,
        s.width * 0.5,
        s.height * 0.26,
        side=side,
        wooded=0.6,
    )
    u = min(s.height, s.width * 0.9) / 100
    x = s.width * (0.5 + side * 0.12)
    base = s.height * 0.96
    tower = base - 76 * u
    for i, depth in enumerate((0.6, 0.67)):
        crowns(s, s.height * depth, 9 * u, (0.35, 0.55)[i])
    a, b = [(x - 8 * u, base), (x - 5 * u, tower)], [(x + 8 * u, base), (x + 5 * u, tower)]
    for i in range(7):
        low, high = i / 7, (i + 1) / 7
        p = (between(a[0], a[1], low), between(b[0], b[1], high))
        q = (between(b[0], b[1], low), between(a[0], a[1], high))
        stair = p if i % 2 else q
        s.stroke(stair, 1.3 * u, mid=1, dark=0)
        for line in (p, q):
            beam(s, line, 0.45 * u)
        beam(s, [between(a[0], a[1], high), between(b[0], b[1], high)], 0.6 * u)
    beam(s, a, 1.1 * u)
    beam(s, b, 1.1 * u)
    s.over(rect(x - 9 * u, tower - 1 * u, 18 * u, 1.8 * u), dark=1)
    for i in range(13):
        beam(
            s,
            [(x + (-8.6 + i * 1.43) * u, tower), (x + (-8.6 + i * 1.43) * u, tower - 4.4 * u)],
            0.25 * u,
        )
    beam(s, [(x - 8.8 * u, tower - 4.4 * u), (x + 8.8 * u, tower - 4.4 * u)], 0.5 * u)
    for shift in (-4, -1, 4.6):
        figure(s, x + shift * u, tower - 0.8 * u, 6.6 * u)
    for shift in (-7.6, 7.6):
        beam(s, [(x + shift * u, tower), (x + shift * u, tower - 11 * u)], 0.5 * u)
    s.fill(
        [(x - 10 * u, tower - 10.5 * u), (x, tower - 15 * u), (x + 10 * u, tower - 10.5 * u)],
        dark=0.95,
        mid=1,
    )
    for i, depth in enumerate((0.78, 0.9, 1.02)):
        crowns(s, s.height * depth, (11 + i * 3) * u, (0.6, 0.8, 0.95)[i])
    for px in (0.5 - side * 0.44, 0.5 - side * 0.34, 0.5 - side * 0.2, 0.5 + side * 0.42):
        birch(s, px * s.width, s.height * 1.02, s.height * s.rng.uniform(0.5, 0.8))


def leafy(s: Sheet, x: float, y: float, radius: float) -> Outline:
    """The outline of a tree top: lobes of leaves all around."""
    lobes = s.rng.randrange(9, 14)
    knots = []
    for i in range(lobes * 2):
        reach = radius * (s.rng.uniform(1.0, 1.1) if i % 2 else s.rng.uniform(0.88, 0.95))
        way = i * math.pi / lobes
        knots.append((x + reach * math.cos(way), y + reach * 1.15 * math.sin(way)))
    return smooth(knots, closed=True, steps=4)


def crowns(s: Sheet, y: float, size: float, tone: float) -> None:
    """A line of tree tops across the sheet, filled to the lower edge."""
    s.fill(rect(-3, y + size * 0.5, s.width + 6, s.height), dark=tone, light=1)
    places = [(i - 1) * size * 0.72 for i in range(math.ceil(s.width / size / 0.72) + 3)]
    s.rng.shuffle(places)
    for x in places:
        r = size * s.rng.uniform(0.6, 1.1)
        crown = leafy(s, x, y + s.rng.uniform(-0.35, 0.35) * size, r)
        autumn = s.rng.random() < 0.14
        s.fill(
            crown, dark=Fade(tone * 0.12, min(1.0, tone + 0.2)), light=1, mid=0.85 if autumn else 0
        )
        s.stroke([*crown, crown[0]], size * 0.035, dark=1, mid=None, light=None)
