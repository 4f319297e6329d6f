"""Places of the open land: memorials, chalk, vines, woods, routes and nights out of doors."""

import math

from .inks import Fade, Sheet
from .scenery import beam, figure, ground, heap, hill, sky, trees
from .shapes import Outline, between, mirrored, oval, rect, rough, smooth
from .town import birch


def memorial_ring(s: Sheet) -> None:
    """A ring of names that leaves the hillside and hangs over the plain."""
    side = s.rng.choice((-1, 1))
    horizon = s.height * 0.62
    sky(s, horizon, side=side)
    s.fill(hill(s, horizon, 1.5), light=0.9, dark=0.2)
    slope = smooth([
        (-4, s.height * 0.66), (s.width * 0.4, s.height * 0.69), (s.width * 0.68, s.height * 0.78), (s.width + 4, s.height * 0.94),
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
    for i in range(46):
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
        s.over(ray, mid=0.2, light=0.9)
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
    for i in range(22):
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


def crowns(s: Sheet, y: float, size: float, tone: float) -> None:
    """A line of tree tops across the sheet, filled to the lower edge."""
    x = -size
    while x < s.width + size:
        r = size * s.rng.uniform(0.7, 1.15)
        crown = rough(oval(x, y + s.rng.uniform(-0.3, 0.3) * size, r, r), r * 0.05, s.rng, rounds=2)
        s.fill(crown, dark=Fade(tone * 0.6, tone), light=1, mid=0.8 if s.rng.random() < 0.14 else 0)
        x += r * 0.95
    s.fill(rect(-3, y + size * 0.3, s.width + 6, s.height), dark=tone, light=1)


def route_map(s: Sheet) -> None:
    """Contour lines, a dotted route with its stops, heaps for landmarks."""
    s.over(rect(-3, -3, s.width + 6, s.height + 6), light=0.28)
    peaks = [
        (
            s.rng.uniform(0.12, 0.88) * s.width,
            s.rng.uniform(0.15, 0.85) * s.height,
            s.rng.uniform(0.7, 1.2),
        )
        for _ in range(4)
    ]
    for x, y, size in peaks:
        knots = [s.rng.uniform(0.75, 1.2) for _ in range(9)]
        for i in range(7, 0, -1):
            r = i * 4.6 * size
            ring = smooth(
                [
                    (
                        x + r * k * math.cos(j * math.tau / 9),
                        y + r * k * 0.8 * math.sin(j * math.tau / 9),
                    )
                    for j, k in enumerate(knots)
                ],
                closed=True,
            )
            s.over(ring, light=min(1.0, 0.3 + (7 - i) * 0.1))
            s.stroke([*ring, ring[0]], 0.3, dark=None, mid=0.75, light=None)
    river = smooth(
        [
            (-4, s.height * s.rng.uniform(0.3, 0.7)),
            (s.width * 0.3, s.height * s.rng.uniform(0.3, 0.8)),
            (s.width * 0.7, s.height * s.rng.uniform(0.2, 0.7)),
            (s.width + 4, s.height * s.rng.uniform(0.4, 0.8)),
        ],
        steps=20,
    )
    s.stroke(river, 3.4, dark=0.75)
    s.stroke(river, 2.2, light=0.1, dark=0.3)
    for x, y, size in peaks:
        body = [(x - 6 * size, y + 4 * size), (x, y - 6 * size), (x + 6 * size, y + 4 * size)]
        s.fill(body, mid=1, light=1)
        s.over(
            [(x, y - 6 * size), (x + 6 * size, y + 4 * size), (x + 1 * size, y + 4 * size)], dark=1
        )
    count = 6
    stops = [
        (s.width * (0.1 + 0.8 * i / (count - 1)), s.height * s.rng.uniform(0.2, 0.82))
        for i in range(count)
    ]
    route = smooth(stops, steps=60)
    last = route[0]
    for point in route:
        if math.dist(last, point) > 2.6:
            s.fill(oval(*point, 0.75), dark=1)
            last = point
    for i, (x, y) in enumerate(stops):
        pin = [*oval(x, y - 7.5, 3.6, start=150, end=390), (x, y)]
        s.fill(pin, mid=1, light=0.8 if i % 2 else 0.0)
        s.stroke([*pin, pin[0]], 0.6, dark=1, mid=None, light=None)
        s.fill(oval(x, y - 7.5, 1.4))
    rose(s, s.width - 12, s.height - 13, 8)


def rose(s: Sheet, x: float, y: float, size: float) -> None:
    s.fill(oval(x, y, size), light=0.1)
    s.stroke(oval(x, y, size), 0.5, dark=1)
    for way in range(0, 360, 90):
        a = math.radians(way)
        tip = (x + size * 0.86 * math.cos(a), y + size * 0.86 * math.sin(a))
        for turn, tones in ((0.8, {"dark": 1.0}), (-0.8, {"mid": 1.0})):
            foot = (x + size * 0.26 * math.cos(a + turn), y + size * 0.26 * math.sin(a + turn))
            s.fill([(x, y), foot, tip], **tones)


def night_lights(s: Sheet) -> None:
    """A heap lit by beams, lanterns in the crowd."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.8
    s.over(rect(-3, -3, s.width + 6, s.height + 6), dark=1, mid=Fade(0.2, 0.9))
    for _ in range(70):
        s.fill(
            oval(s.rng.uniform(0, s.width), s.rng.uniform(0, base * 0.7), s.rng.uniform(0.12, 0.4)),
            light=0.5,
        )
    x, tall = s.width * (0.5 - side * 0.05), min(s.height * 0.56, s.width * 0.42)
    peak = base - tall
    for i in range(5):
        way = math.radians(-90 + (i - 2) * 27 + s.rng.uniform(-4, 4))
        wide = math.radians(5.5)
        ray = [
            (x, peak),
            (x + 260 * math.cos(way - wide), peak + 260 * math.sin(way - wide)),
            (x + 260 * math.cos(way + wide), peak + 260 * math.sin(way + wide)),
        ]
        s.fill(ray, dark=0.12, mid=0.85 if i % 2 else 0.0, light=0.95)
    heap(s, x, base, tall * 2.1, tall, side=side, wooded=0.2)
    ground_line = rect(-3, base, s.width + 6, s.height)
    s.fill(ground_line, dark=1, mid=0.6)
    for _ in range(round(s.width * 0.9)):
        px, py = s.rng.uniform(0, s.width), base + s.rng.uniform(1, s.height - base) * 0.95
        figure(s, px, py, 7)
    for i in range(round(s.width / 5)):
        px, py = s.rng.uniform(2, s.width - 2), base + s.rng.uniform(0.1, 0.8) * (s.height - base)
        s.glow(px, py, s.rng.uniform(4, 7))
        s.fill(oval(px, py, 1.1, 1.4), light=1, mid=0.9 if i % 3 == 0 else 0)


def bike_path(s: Sheet) -> None:
    """A rider on the old railway line, the heaps for a horizon."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.76
    sky(s, base, side=side)
    tall = min(s.height * 0.36, s.width * 0.3)
    heap(s, s.width * (0.5 + side * 0.3), base, tall * 2, tall * 0.85, side=side, wooded=0.4)
    heap(s, s.width * (0.5 - side * 0.06), base, tall * 2.1, tall, side=side, wooded=0.4)
    trees(s, -3, s.width + 3, base + 1, 6)
    ground(s, base, stripes=4)
    path = s.height * 0.91
    s.fill(rect(-3, path - 2.5, s.width + 6, 8), light=0.08)
    s.over(rect(-3, path + 5.5, s.width + 6, 0.8), dark=0.8)
    for i in range(round(s.width / 9) + 1):
        s.fill(rect(i * 9, path + 1.6, 4.6, 0.8), mid=0.9)
    rider(s, s.width * (0.5 - side * 0.08), path + 0.4, min(s.height * 0.4, s.width * 0.5), side)
    for _ in range(60):
        x = s.rng.uniform(0, s.width)
        s.stroke(
            [(x, s.height + 1), (x + s.rng.uniform(-2, 2), s.height - s.rng.uniform(2, 7))],
            0.3,
            dark=1,
            mid=None,
            light=None,
        )


def rider(s: Sheet, x: float, base: float, size: float, way: int) -> None:
    u = size / 20

    def at(*points: tuple[float, float]) -> Outline:
        return [(x + way * px * u, base + py * u) for px, py in points]

    for px in (-6, 6):
        hub = at((px, -4))[0]
        s.stroke(oval(*hub, 4 * u), 0.55 * u, dark=1, mid=None, light=None)
        for k in range(8):
            a = k * math.pi / 8
            d = (3.9 * u * math.cos(a), 3.9 * u * math.sin(a))
            s.stroke(
                [(hub[0] - d[0], hub[1] - d[1]), (hub[0] + d[0], hub[1] + d[1])],
                0.1 * u,
                dark=1,
                mid=None,
                light=None,
            )
    frame = [(-6, -4), (-0.6, -4), (4.4, -9.4), (-2.2, -9.4), (-0.6, -4), (-2.6, -10.6)]
    s.stroke(at(*frame), 0.5 * u, mid=1, dark=None, light=None)
    s.stroke(at((-6, -4), (-2.2, -9.4)), 0.5 * u, mid=1, dark=None, light=None)
    s.stroke(at((6, -4), (4.2, -11), (5.6, -11.6)), 0.5 * u, mid=1, dark=None, light=None)
    s.over(at((-4.2, -10.6), (-1.4, -10.6), (-1.2, -11.2), (-4.2, -11.4)), dark=1)
    s.stroke(
        at((-2.4, -11.2), (1.8, -8.4), (0.6, -3.6), (1.8, -3.4)), 1.25 * u, dark=1, mid=0, light=0
    )
    torso = smooth(
        [(-3.6, -10.8), (-1.6, -16.2), (1.0, -18), (2.4, -16.4), (0.4, -13.6), (-0.8, -10.6)],
        closed=True,
    )
    s.fill(at(*torso), mid=1, light=0.8)
    s.stroke(at((1.3, -16.4), (3.2, -13.4), (5.4, -11.8)), 1.0 * u, mid=1, light=0.8)
    s.fill(oval(*at((2.9, -19.2))[0], 1.5 * u, 1.7 * u), light=0.35, mid=0.3)
    s.fill(oval(*at((2.6, -19.9))[0], 1.9 * u, 1.4 * u, start=180, end=360), dark=1)
