"""Places of the town: belfry, station, and a school turned incubator."""

import math

from .buildings import beam, window
from .inks import Sheet
from .scenery import figure, ground, heap, sky
from .shapes import mirrored, oval, rect, smooth


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
    red = s.rng.random() < 0.55
    tones = {"mid": 0.95, "light": 0.3} if red else {"light": 0.55, "mid": 0.08}
    eaves = base - height * 0.68
    c = x + width / 2
    curl = smooth([
        (x, eaves), (x + width * 0.05, eaves - height * 0.09),
        (x + width * 0.2, eaves - height * 0.1),
        (x + width * 0.22, eaves - height * 0.2), (x + width * 0.34, eaves - height * 0.22),
        (x + width * 0.37, eaves - height * 0.3), (c, eaves - height * 0.32),
    ], steps=5)  # fmt: skip
    front = [(x, base), *curl, *mirrored(curl[::-1], c), (x + width, base)]
    s.fill(front, **tones)
    s.stroke(curl + mirrored(curl[::-1], c), width * 0.035, light=0.05 if red else 1, mid=0)
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
