"""Places of the town: museum, belfry, station, stadium, stores and a school turned incubator."""

import math

from .inks import Fade, Points, Sheet
from .mining import window
from .scenery import beam, figure, ground, heap, sky, trees
from .shapes import Outline, mirrored, oval, rect, rough, smooth


def museum(s: Sheet) -> None:
    """Long low bars of glass in a park, the heaps far behind."""
    side = s.rng.choice((-1, 1))
    horizon = s.height * 0.58
    sky(s, horizon, side=side)
    tall = s.width * 0.15
    heap(s, s.width * (0.5 + side * 0.1), horizon, tall * 2.2, tall, side=side, wooded=0.4)
    heap(s, s.width * (0.5 + side * 0.27), horizon, tall * 1.9, tall * 0.82, side=side, wooded=0.4)
    trees(s, -3, s.width + 3, horizon + 0.5, 7)
    s.fill(rect(-3, horizon, s.width + 6, s.height), light=0.85, dark=0.08)
    base = s.height * 0.67
    bars = [
        (-0.06, 0.24, 7.5),
        (0.16, 0.3, 9.5),
        (0.42, 0.2, 12.5),
        (0.6, 0.28, 9.5),
        (0.84, 0.24, 7.5),
    ]
    for x, span, high in bars:
        left, wide, high = x * s.width, span * s.width, high * max(0.8, s.width / 150)
        glass(s, left, base, wide, high)
    s.over(rect(-3, base, s.width + 6, 0.7), dark=0.9)
    for i in range(5):
        patch = smooth([
            (s.rng.uniform(-0.1, 0.9) * s.width + px * 13, s.height * (0.73 + i * 0.055) + py * (1.3 + i * 0.35))
            for px, py in ((-1.4, 0), (0, -1), (1.3, -0.3), (1.6, 0.6), (0, 1), (-1, 0.7))
        ], closed=True) if False else blob(s, s.rng.uniform(0, 1) * s.width, s.height * (0.73 + i * 0.055), 16 + i * 4, 1.4 + i * 0.5)  # fmt: skip
        s.fill(patch, dark=Fade(0.55, 0.8), light=0.9)
    for _ in range(9):
        figure(s, s.rng.uniform(4, s.width - 4), base + s.rng.uniform(1, 8), s.rng.uniform(4, 5.4))
    for x in (0.5 - side * 0.43, 0.5 - side * 0.36, 0.5 + side * 0.46):
        birch(s, x * s.width, s.height * 1.02, s.height * s.rng.uniform(0.72, 0.95))


def blob(s: Sheet, x: float, y: float, rx: float, ry: float) -> Outline:
    """A soft flat island."""
    return smooth(
        [
            (
                x + rx * math.cos(i * math.tau / 7) * s.rng.uniform(0.7, 1.1),
                y + ry * math.sin(i * math.tau / 7),
            )
            for i in range(7)
        ],
        closed=True,
    )


def glass(s: Sheet, x: float, base: float, width: float, height: float) -> None:
    """A box of glass and brushed metal that mirrors the park."""
    s.fill(rect(x, base - height, width, height), dark=Fade(0.04, 0.3), light=Fade(0.0, 0.5))
    s.over(rough_trees(s, x, base, width, height), dark=0.5)
    step = height * 0.42
    for i in range(1, math.ceil(width / step)):
        s.stroke(
            [(x + i * step, base - height), (x + i * step, base)],
            0.16,
            dark=0.5,
            mid=None,
            light=None,
        )
    s.fill(rect(x - 0.3, base - height - 0.4, width + 0.6, 1.0), dark=1)
    s.fill(rect(x, base - height * 0.42, width * 0.2, height * 0.42), light=0.9, dark=0.1)


def rough_trees(s: Sheet, x: float, base: float, width: float, height: float) -> Points:
    line = rough(
        [(x, base - height * 0.4), (x + width, base - height * 0.4)], height * 0.16, s.rng, rounds=5
    )
    line = [(min(max(px, x), x + width), max(py, base - height * 0.9)) for px, py in line]
    return [*line, (x + width, base), (x, base)]


def birch(s: Sheet, x: float, base: float, height: float) -> None:
    """A thin white trunk with its dark marks, and a veil of leaves."""
    lean = s.rng.uniform(-0.05, 0.05) * height
    trunk = [
        (x - 0.8, base),
        (x - 0.35 + lean, base - height),
        (x + 0.35 + lean, base - height),
        (x + 0.8, base),
    ]
    for _ in range(46):
        share = s.rng.uniform(0.38, 1.05)
        px = x + lean * share + s.rng.gauss(0, 1) * height * 0.085 * (1.25 - share)
        size = s.rng.uniform(0.6, 1.5)
        leaf = oval(px, base - height * share, size, size * 0.7, turn=s.rng.uniform(0, 180))
        s.over(
            leaf, dark=s.rng.choice((0.6, 0.9, None)), light=1, mid=s.rng.choice((None, None, 0.8))
        )
    s.fill(trunk)
    for _ in range(24):
        share = s.rng.random() ** 1.3
        cx, cy, w = x + lean * share, base - height * share, s.rng.uniform(0.25, 0.75)
        way = s.rng.choice((-1, 1))
        s.stroke([(cx + way * w * 0.9, cy), (cx, cy + 0.1)], s.rng.uniform(0.15, 0.45), dark=1)


def belfry(s: Sheet) -> None:
    side = s.rng.choice((-1, 1))
    base = s.height * 0.86
    sky(s, base, side=side)
    tall = min(s.height * 0.8, s.width * 0.98)
    u, x = tall / 80, s.width * (0.5 - side * 0.08)
    count = max(4, round(s.width / 15))
    for i in range(count):
        gabled_house(
            s, i * s.width / count - 0.5, base, s.width / count, tall * s.rng.uniform(0.3, 0.37)
        )
    stone = {"dark": 0.1, "light": 0.45}

    def part(left: float, low: float, width: float, high: float) -> None:
        s.fill(rect(x + left * u, base - high * u, width * u, (high - low) * u), **stone)
        dim = left if side > 0 else left + width * 0.66
        s.over(rect(x + dim * u, base - high * u, width * 0.34 * u, (high - low) * u), dark=0.6)

    part(-8, 0, 16, 44)
    for low, high in ((6, 18), (24, 40)):
        for cx in (-3.2, 3.2):
            lancet(s, x + cx * u, base - low * u, 2.6 * u, (high - low) * u)
    for level in (21, 44):
        s.over(rect(x - 8.8 * u, base - level * u, 17.6 * u, 1.2 * u), dark=0.95)
    for cx in (-8, 8):
        s.fill(rect(x + (cx - 1.6) * u, base - 52 * u, 3.2 * u, 12 * u), **stone)
        s.over(
            [
                (x + (cx - 2) * u, base - 52 * u),
                (x + cx * u, base - 60 * u),
                (x + (cx + 2) * u, base - 52 * u),
            ],
            dark=1,
        )
    part(-5.5, 44, 11, 56)
    dial = oval(x, base - 50 * u, 4 * u)
    s.fill(dial, light=0.1)
    s.stroke(dial, 0.7 * u, dark=1)
    for way, reach in ((s.rng.uniform(0, 360), 3.2), (s.rng.uniform(0, 360), 2.2)):
        hand = math.radians(way)
        beam(
            s,
            [
                (x, base - 50 * u),
                (x + math.cos(hand) * reach * u, base - (50 - math.sin(hand) * reach) * u),
            ],
            0.5 * u,
        )
    onion = smooth([(-6.4, -56), (-5.2, -60), (-2.6, -62.5), (-2.4, -64)])
    roof = [*onion, *[(-px, py) for px, py in reversed(onion)]]
    s.fill([(x + px * u, base + py * u) for px, py in roof], dark=1, mid=0.5)
    part(-2.4, 63.5, 4.8, 69)
    for cx in (-1.2, 1.2):
        s.over(rect(x + (cx - 0.5) * u, base - 68.3 * u, u, 4.2 * u), dark=1)
    spire = smooth([(-3.2, -69), (-2.4, -71.5), (-0.8, -73), (-0.3, -77)])
    s.fill(
        [
            (x + px * u, base + py * u)
            for px, py in [*spire, *[(-px, py) for px, py in reversed(spire)]]
        ],
        dark=1,
        mid=0.5,
    )
    beam(s, [(x, base - 76 * u), (x, base - 81 * u)], 0.35 * u)
    lion = [
        (0, -79),
        (1.4, -81.6),
        (2.6, -81.2),
        (2, -80.2),
        (3.6, -79.4),
        (2.2, -78.8),
        (3, -77.8),
        (0.6, -78),
    ]
    s.over([(x + side * px * u, base + py * u) for px, py in lion], dark=1, mid=1)
    ground(s, base, stripes=3)
    for _ in range(round(s.width / 7)):
        figure(s, s.rng.uniform(2, s.width - 2), base + s.rng.uniform(2, 7), s.rng.uniform(5, 6.4))


def lancet(s: Sheet, x: float, sill: float, width: float, height: float) -> None:
    half = width / 2
    arch = [
        (x - half, sill),
        (x - half, sill - height * 0.75),
        *smooth(
            [
                (x - half, sill - height * 0.75),
                (x - half * 0.7, sill - height * 0.9),
                (x, sill - height),
            ]
        ),
    ]
    arch += [(2 * x - px, py) for px, py in reversed(arch)]
    s.fill(arch, dark=0.95)
    beam_light = [(x, sill), (x, sill - height * 0.85)]
    s.stroke(beam_light, width * 0.12, light=0.4)


def gabled_house(s: Sheet, x: float, base: float, width: float, height: float) -> None:
    """A Flemish merchant's house with a scrolled gable over an arcade."""
    brick = s.rng.random() < 0.55
    tones = {"mid": 0.95, "light": 0.3} if brick else {"light": 0.55, "mid": 0.08}
    eaves = base - height * 0.68
    c = x + width / 2
    curl = smooth([
        (x, eaves), (x + width * 0.05, eaves - height * 0.09), (x + width * 0.2, eaves - height * 0.1),
        (x + width * 0.22, eaves - height * 0.2), (x + width * 0.34, eaves - height * 0.22),
        (x + width * 0.37, eaves - height * 0.3), (c, eaves - height * 0.32),
    ], steps=5)  # fmt: skip
    front = [(x, base), *curl, *mirrored(curl[::-1], c), (x + width, base)]
    s.fill(front, **tones)
    s.stroke(curl + mirrored(curl[::-1], c), width * 0.035, light=0.05 if brick else 1, mid=0)
    s.stroke([(x, eaves), (x, base)], width * 0.02, dark=0.9)
    w = width * 0.15
    for level in (0.34, 0.53):
        for px in (0.2, 0.5, 0.8):
            window(
                s,
                x + width * px,
                base - height * level,
                w,
                height * 0.13,
                arched=False,
                lit=s.rng.random() < 0.3,
            )
    s.fill(oval(c, eaves - height * 0.12, w * 0.5), dark=0.9)
    for px in (0.27, 0.73):
        half = width * 0.17
        arch = [
            *oval(x + width * px, base - height * 0.14, half, start=180, end=360),
            (x + width * px + half, base),
            (x + width * px - half, base),
        ]
        s.fill(arch, dark=0.95, mid=0.3)


def station(s: Sheet) -> None:
    """A station in the shape of a locomotive, its clock tower for a funnel."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.82
    sky(s, base, side=side)
    w = min(s.width * 0.92, s.height * 1.3)
    u = w / 110
    heap(s, s.width * (0.5 + side * 0.1), base, w * 0.7, w * 0.2, side=side, wooded=0.5)
    x0 = s.width / 2

    def box(left: float, width: float, high: float, low: float = 0, **tones: float) -> None:
        start = x0 - side * left * u if side > 0 else x0 + left * u
        start = start - width * u if side > 0 else start
        s.fill(rect(start, base - high * u, width * u, (high - low) * u), **tones)

    def along(left: float) -> float:
        return x0 - side * left * u

    stone = {"light": 0.35, "dark": 0.06}
    box(-54, 30, 13, **stone)
    box(-24, 48, 19, **stone)
    box(24, 30, 11, **stone)
    tower = along(-33)
    s.fill(rect(tower - 5 * u, base - 40 * u, 10 * u, 40 * u), **stone)
    s.over(rect(tower + (0 if side < 0 else -5) * u, base - 40 * u, 5 * u, 40 * u), dark=0.42)
    s.fill(rect(tower - 6 * u, base - 42 * u, 12 * u, 2.4 * u), dark=1)
    s.fill(rect(tower - 4 * u, base - 45 * u, 8 * u, 3 * u), light=0.35, dark=0.1)
    s.fill(rect(tower - 4.6 * u, base - 46 * u, 9.2 * u, 1.2 * u), dark=1)
    dial = oval(tower, base - 34.5 * u, 3.7 * u)
    s.fill(dial, light=0)
    s.stroke(dial, 0.7 * u, dark=1)
    beam(s, [(tower, base - 34.5 * u), (tower, base - 37.6 * u)], 0.55 * u)
    turn = math.radians(s.rng.uniform(0, 360))
    beam(
        s,
        [
            (tower, base - 34.5 * u),
            (tower + 2.2 * u * math.cos(turn), base - (34.5 + 2.2 * math.sin(turn)) * u),
        ],
        0.55 * u,
    )
    for shift in (-2.4, 0, 2.4):
        s.fill(rect(tower + (shift - 0.6) * u, base - 28.5 * u, 1.2 * u, 14 * u), dark=0.9)
    for left, width, high in ((-54, 30, 13), (-24, 48, 19), (24, 30, 11)):
        for rise, thick, mid in ((high, 1.3, 0.0), (high * 0.72, 0.6, 1.0)):
            start = min(along(left), along(left + width))
            s.fill(
                rect(
                    start - 0.6 * u, base - rise * u - thick * u / 2, width * u + 1.2 * u, thick * u
                ),
                dark=1 - mid,
                mid=mid,
            )
    for i in range(6):
        cx, half = along(-19.5 + i * 7.8), 2.9 * u
        arch = [
            *oval(cx, base - 9.6 * u, half, start=180, end=360),
            (cx + half, base),
            (cx - half, base),
        ]
        s.fill(arch, light=1, mid=0.1)
        for share in (-0.33, 0.33):
            beam(
                s,
                [
                    (cx + half * 2 * share * 0.9, base - 11.6 * u),
                    (cx + half * 2 * share * 0.9, base),
                ],
                0.3 * u,
            )
        beam(s, [(cx - half, base - 6.4 * u), (cx + half, base - 6.4 * u)], 0.3 * u)
        s.stroke(oval(cx, base - 9.6 * u, half, start=180, end=360), 0.6 * u, dark=0.95)
    for i in range(5):
        for start in (-51.5, 27.5):
            if start == -51.5 and 2 <= i <= 4:
                continue
            window(
                s,
                along(start + i * 5.6),
                base - 2 * u,
                2.6 * u,
                5 * u,
                arched=False,
                lit=s.rng.random() < 0.4,
            )
    ground(s, base, stripes=3)
    s.over(rect(-3, base, s.width + 6, 0.9 * u), dark=1)
    rail = base + (s.height - base) * 0.62
    s.fill(rect(-3, rail - 2, s.width + 6, 5), dark=0.25, light=0.2)
    for i in range(round(s.width / 3) + 2):
        s.fill(
            [
                (i * 3 - 0.4, rail - 1.4),
                (i * 3 + 0.9, rail - 1.4),
                (i * 3 + 0.7, rail + 2.2),
                (i * 3 - 0.8, rail + 2.2),
            ],
            dark=0.9,
            mid=0.5,
        )
    for shift in (-0.7, 1.4):
        s.stroke([(-3, rail + shift), (s.width + 3, rail + shift)], 0.55, dark=1, light=0)
    for _ in range(round(s.width / 9)):
        figure(s, s.rng.uniform(2, s.width - 2), base + s.rng.uniform(1.5, 4), 5.6)


def stadium(s: Sheet) -> None:
    """A full ground under its floodlights: gold and red in the stands."""
    s.over(rect(-3, -3, s.width + 6, s.height + 6), dark=Fade(1.0, 0.55), mid=Fade(0.0, 0.6))
    w, h = s.width, s.height
    near = h * 0.98
    far, back = h * 0.62, h * 0.36
    heap(s, w * s.rng.uniform(0.3, 0.7), back + 6, w * 0.4, h * 0.2, side=s.rng.choice((-1, 1)))
    for x, lean in ((w * 0.1, 0.24), (w * 0.9, -0.24)):
        head = h * 0.1
        for i in range(4):
            ray = [(x, head), (w * (0.5 + lean * (i - 2.2)), h), (w * (0.5 + lean * (i - 2.8)), h)]
            s.over(ray, dark=Fade(0.25, 0.7), mid=0.0, light=Fade(0.8, 0.2)) if i == 1 else None
    stand = [(w * 0.16, far), (w * 0.12, back), (w * 0.88, back), (w * 0.84, far)]
    west = [(-4, near), (-4, back * 0.72), (w * 0.12, back), (w * 0.16, far), (w * 0.02, near)]
    for shape in (stand, west, mirrored(west, w / 2)):
        s.fill(shape, dark=0.85, mid=0.5)
        with s.clip(shape):
            for y in range(round(back * 0.7), round(near), 2):
                x = -3.0
                while x < w + 3:
                    kind = s.rng.random()
                    tones = (
                        {"light": 1.0}
                        if kind < 0.45
                        else {"mid": 1.0}
                        if kind < 0.8
                        else {"light": 0.1}
                    )
                    if kind < 0.93:
                        s.fill(oval(x, y + s.rng.uniform(-0.4, 0.4), 0.62, 0.8)[::2], **tones)
                    x += s.rng.uniform(1.5, 1.9)
    roof = [
        (w * 0.1, back - 2.2),
        (w * 0.9, back - 2.2),
        (w * 0.93, back - 8),
        (w * 0.07, back - 8),
    ]
    s.fill(roof, dark=0.3, light=0.1)
    for i in range(24):
        a = w * (0.1 + i * 0.8 / 24)
        beam(
            s, [(a, back - 2.2), (a + w * 0.8 / 48, back - 8), (a + w * 0.8 / 24, back - 2.2)], 0.35
        )
    s.over(rect(w * 0.07, back - 8.6, w * 0.86, 1.2), dark=1)
    wing = [
        (-4, back * 0.72 - 3),
        (w * 0.125, back - 2.4),
        (w * 0.075, back - 8.4),
        (-4, back * 0.72 - 13),
    ]
    for shape in (wing, mirrored(wing, w / 2)):
        s.fill(shape, dark=0.35, light=0.1)
    pitch = [(w * 0.17, far), (w * 0.83, far), (w * 1.02, h + 3), (-w * 0.02, h + 3)]
    s.fill(pitch, light=0.9, dark=0.35)
    with s.clip(pitch):
        for i in range(8):
            a, b = w * (0.17 + i * 0.0825), w * (-0.02 + i * 0.13)
            if i % 2:
                s.over(
                    [(a, far), (a + w * 0.0825, far), (b + w * 0.13, h + 3), (b, h + 3)], dark=0.6
                )
        s.stroke(oval(w / 2, h * 0.93, w * 0.13, h * 0.075), 0.7)
        s.stroke([(w / 2, far), (w / 2, h + 3)], 0.7)
        s.stroke([(w * 0.19, far + 1.5), (w * 0.81, far + 1.5)], 0.6)
    for x in (w * 0.08, w * 0.92):
        for shift in (-1, 1):
            beam(s, [(x + shift * 1.6, back), (x + shift, h * 0.1)], 0.5)
        s.fill(rect(x - 6, h * 0.05, 12, 7.5), dark=1)
        for i in range(4):
            for j in range(2):
                s.glow(x - 4.2 + i * 2.8, h * 0.05 + 2.2 + j * 3, 3.4)
                s.fill(oval(x - 4.2 + i * 2.8, h * 0.05 + 2.2 + j * 3, 1.0), light=0.2)


def warehouse(s: Sheet) -> None:
    """The museum's stores: a meadow for a roof, a long glass front, shelves behind it."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.84
    sky(s, base, side=side)
    heap(
        s,
        s.width * (0.5 - side * 0.3),
        s.height * 0.5,
        s.width * 0.4,
        s.height * 0.22,
        side=side,
        wooded=0.5,
    )
    high, low = s.height * 0.36, s.height * 0.5
    left, right = (high, low) if side > 0 else (low, high)
    roof = [(-3, left), (s.width + 3, right), (s.width + 3, right + 7), (-3, left + 7)]
    land = [
        (-3, left - 1),
        *rough([(-3, left), (s.width + 3, right)], 0.5, s.rng, rounds=6),
        (s.width + 3, right + 5),
        (-3, left + 5),
    ]
    front = [(-3, left + 5), (s.width + 3, right + 5), (s.width + 3, base), (-3, base)]
    s.fill(front, light=0.75)
    columns = max(4, round(s.width / 19))
    each = s.width / columns
    for i in range(columns):
        x = i * each
        ceiling = left + (right - left) * (x + each / 2) / s.width + 8
        shelves(s, x + each * 0.1, ceiling + each * 0.1, each * 0.8, base)
    for i in range(columns * 2 + 1):
        x = i * each / 2
        beam(
            s,
            [(x, left + (right - left) * x / s.width + 4), (x, base)],
            0.55 if i % 2 == 0 else 0.28,
        )
    s.fill(land, dark=Fade(0.5, 0.85), light=1)
    s.fill(
        roof[:0]
        or [(-3, left + 4), (s.width + 3, right + 4), (s.width + 3, right + 6), (-3, left + 6)],
        dark=0.1,
    )
    for _ in range(90):
        x = s.rng.uniform(0, s.width)
        y = left + (right - left) * x / s.width + s.rng.uniform(-0.5, 3)
        s.stroke(
            [(x, y), (x + s.rng.uniform(-0.7, 0.7), y - s.rng.uniform(1.4, 3.4))],
            0.24,
            dark=1,
            mid=None,
            light=None,
        )
        if s.rng.random() < 0.3:
            s.fill(oval(x, y - 3.2, 0.5), mid=1)
    ground(s, base, stripes=3)
    s.over(rect(-3, base, s.width + 6, 0.8), dark=1)
    for _ in range(5):
        figure(s, s.rng.uniform(6, s.width - 6), base + s.rng.uniform(2, 6), 6.5)


def shelves(s: Sheet, x: float, top: float, width: float, base: float) -> None:
    count = max(2, round((base - top) / (width * 0.55)))
    step = (base - top) / count
    for i in range(1, count + 1):
        floor = top + i * step - 0.8
        s.fill(rect(x, floor, width, 0.6), dark=0.9)
        px = x + width * 0.14
        while px < x + width * 0.9:
            kind = s.rng.choice(("vase", "bust", "crate", "frame"))
            size = step * s.rng.uniform(0.5, 0.75)
            treasure(s, kind, px, floor, size)
            px += size * 0.85


def treasure(s: Sheet, kind: str, x: float, base: float, size: float) -> None:
    tones = s.rng.choice(({"mid": 1.0}, {"dark": 0.95}, {"light": 0.0}))
    if kind == "vase":
        half = smooth([(0.16, 0), (0.34, -0.45), (0.12, -0.78), (0.22, -1)], steps=4)
    elif kind == "bust":
        half = smooth(
            [(0.3, 0), (0.34, -0.3), (0.1, -0.42), (0.2, -0.7), (0.12, -0.96), (0, -1)], steps=4
        )
    elif kind == "crate":
        half = [(0.36, 0), (0.36, -0.55)]
    else:
        half = [(0.3, 0), (0.3, -0.85)]
    right = [(x + px * size, base + py * size) for px, py in half]
    s.fill([*right, *mirrored(right[::-1], x)], **tones)
    if kind == "frame":
        s.fill(
            rect(x - size * 0.2, base - size * 0.74, size * 0.4, size * 0.62), light=0.9, mid=0.2
        )


def hive(s: Sheet) -> None:
    """A brick school whose roof opens into a honeycomb."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.87
    sky(s, base, side=side, clouds=False)
    w = min(s.width * 0.84, s.height * 1.05)
    h, x = w * 0.3, s.width / 2 - w / 2
    cell = w * 0.062
    c = s.width / 2
    for r in range(7):
        for q in range(-6, 7):
            cx = c + (q + (r % 2) / 2) * cell * math.sqrt(3)
            cy = base - h * 1.3 - r * cell * 1.5
            far = abs(cx - c) / (w * 0.5) + r / 8
            if far > 1 + s.rng.uniform(-0.12, 0.16):
                continue
            shape = [
                (
                    cx + cell * 0.9 * math.sin(k * math.tau / 6),
                    cy + cell * 0.9 * math.cos(k * math.tau / 6),
                )
                for k in range(6)
            ]
            kind = s.rng.random()
            s.fill(
                shape,
                light=1 if kind < 0.5 else 0.15,
                mid=0.9 if kind > 0.72 else 0,
                dark=0.9 if 0.64 < kind < 0.72 else 0,
            )
            s.stroke([*shape, shape[0]], cell * 0.12, dark=1, mid=None, light=None)
    for _ in range(7):
        bee(s, s.rng.uniform(0.1, 0.9) * s.width, s.rng.uniform(0.1, 0.45) * s.height, w * 0.018)
    s.fill(rect(x, base - h, w, h), mid=1, light=0.35)
    for i in range(1, 16):
        s.stroke(
            [(x, base - h + i * h / 16), (x + w, base - h + i * h / 16)],
            h * 0.008,
            dark=None,
            mid=0.5,
            light=None,
        )
    s.fill(
        [
            (x - 2, base - h),
            (x + w * 0.04, base - h * 1.22),
            (x + w * 0.96, base - h * 1.22),
            (x + w + 2, base - h),
        ],
        dark=0.97,
    )
    for i in range(9):
        cx = x + w * (0.08 + i * 0.105)
        if i == 4:
            continue
        window(s, cx, base - h * 0.2, w * 0.066, h * 0.52, arched=True, lit=s.rng.random() < 0.7)
    gable = [
        (c - w * 0.1, base),
        (c - w * 0.1, base - h * 1.1),
        (c, base - h * 1.5),
        (c + w * 0.1, base - h * 1.1),
        (c + w * 0.1, base),
    ]
    s.fill(gable, mid=1, light=0.35)
    s.stroke(gable[1:4], w * 0.012, light=0.1)
    s.fill(oval(c, base - h * 1.12, w * 0.03), light=0.1)
    beam(s, [(c, base - h * 1.12), (c, base - h * 1.2)], w * 0.006)
    beam(s, [(c, base - h * 1.12), (c + w * 0.016, base - h * 1.12)], w * 0.006)
    window(s, c, base - h * 0.56, w * 0.08, h * 0.3, arched=False, lit=True)
    window(s, c, base, w * 0.09, h * 0.44, arched=True, lit=True)
    ground(s, base, stripes=3)
    for _ in range(8):
        figure(s, s.rng.uniform(6, s.width - 6), base + s.rng.uniform(2, 6), 6)


def bee(s: Sheet, x: float, y: float, size: float) -> None:
    for way in (-1, 1):
        s.fill(
            oval(x + way * size * 0.3, y - size * 0.9, size * 0.4, size * 0.8, turn=way * 24),
            light=0.1,
        )
        s.stroke(
            oval(x + way * size * 0.3, y - size * 0.9, size * 0.4, size * 0.8, turn=way * 24),
            size * 0.1,
            dark=1,
        )
    s.fill(oval(x, y, size * 1.1, size * 0.7), light=1)
    for shift in (-0.5, 0, 0.5):
        s.stroke(
            [(x + shift * size, y - size * 0.55), (x + shift * size, y + size * 0.55)],
            size * 0.24,
            dark=1,
        )
