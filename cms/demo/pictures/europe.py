"""Places elsewhere in Europe whose story is the same: iron, salt, copper, cotton, silk, water."""

import math

from .inks import Fade, Sheet
from .mining import window
from .scenery import beam, figure, ground, heap, hill, sky, trees
from .shapes import between, mirrored, oval, rect, rough, smooth


def blast_furnace(s: Sheet) -> None:
    """Furnace, stoves, stacks and the inclined hoist."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.88
    sky(s, base, side=-side)
    tall = min(s.height * 0.76, s.width * 0.72)
    u, c = tall / 76, s.width / 2

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(c + side * px * u, base - py * u) for px, py in points]

    for px, high in ((-44, 70), (-52, 58), (46, 62)):
        s.fill(
            at((px - 2.6, 0), (px - 1.7, high), (px + 1.7, high), (px + 2.6, 0)), mid=1, light=0.4
        )
        for k in range(1, 5):
            s.stroke(
                at((px - 2.6, high * k / 5), (px + 2.6, high * k / 5)),
                0.5 * u,
                dark=0.9,
                mid=None,
                light=None,
            )
    for px, high in ((-36, 44), (-26, 47), (-16, 44)):
        stove = [
            *at((px - 4.4, 0), (px - 4.4, high - 4)),
            *at(
                *[
                    (
                        px - 4.4 * math.cos(k * math.pi / 10),
                        high - 4 + 4.4 * math.sin(k * math.pi / 10),
                    )
                    for k in range(11)
                ]
            ),
            *at((px + 4.4, 0)),
        ]
        s.fill(stove, dark=0.8, mid=0.2)
        s.over(at((px + 1.2, 0), (px + 1.2, high - 1), (px + 4.4, high - 4), (px + 4.4, 0)), dark=1)
        s.stroke(at((px - 2.6, 4), (px - 2.6, high - 6)), 0.7 * u, dark=0.2, light=0.3)
        for level in (10, 22, 34):
            s.stroke(at((px - 4.4, level), (px + 4.4, level)), 0.5 * u, mid=1, dark=0.4)
    furnace = [
        (4, 0),
        (4, 9),
        (0, 14),
        (-1, 20),
        (5, 48),
        (5, 54),
        (17, 54),
        (17, 48),
        (23, 20),
        (22, 14),
        (18, 9),
        (18, 0),
    ]
    s.fill(at(*furnace), mid=1, light=0.6)
    s.over(
        at((12, 0), (12, 54), (17, 54), (17, 48), (23, 20), (22, 14), (18, 9), (18, 0)), dark=0.75
    )
    for level, half in ((14, 11), (20, 12), (30, 10.2), (40, 8), (48, 6.4)):
        s.stroke(at((11 - half, level), (11 + half, level)), 0.9 * u, dark=1, mid=None, light=None)
    hoist = (at((44, 0), (13, 62)), at((49, 0), (18, 64)))
    for line in hoist:
        beam(s, line, 0.9 * u)
    for k in range(14):
        p, q = between(*hoist[0], k / 14), between(*hoist[1], (k + 1) / 14)
        beam(s, [p, q, between(*hoist[0], (k + 1) / 14)], 0.45 * u)
    for px in (3, 19):
        beam(s, at((px, 50), (px, 70)), 0.8 * u)
    for level in (54, 62, 70):
        beam(s, at((2, level), (20, level)), 0.8 * u)
    for k in range(2):
        beam(s, at((3, 54 + k * 8), (19, 62 + k * 8)), 0.4 * u)
        beam(s, at((19, 54 + k * 8), (3, 62 + k * 8)), 0.4 * u)
    s.over(at((1, 70), (11, 75), (21, 70)), dark=1)
    for path in (
        [(6, 54), (6, 66), (-6, 68), (-16, 58), (-16, 44)],
        [(-4.6, 52), (-26, 52), (-26, 46)],
        [(4, 30), (-10, 30), (-10, 4)],
    ):
        pipe = at(*path)
        s.stroke(pipe, 3.6 * u, dark=1)
        s.stroke(pipe, 2.4 * u, dark=0.25, light=0.8)
    s.fill(at((-4, 0), (-4, 8), (26, 8), (26, 0)), dark=1)
    glow = at((11, 4))[0]
    s.glow(*glow, 16 * u)
    s.fill(at((7, 0), (7, 5), (15, 5), (15, 0)), light=1, mid=0.4)
    s.fill(at((-60, 0), (-60, 7), (-8, 7), (-8, 0)), mid=0.95, dark=0.4)
    for k in range(11):
        s.fill(
            at(
                (-58 + k * 4.6, 2),
                (-58 + k * 4.6, 5.2),
                (-55.4 + k * 4.6, 5.2),
                (-55.4 + k * 4.6, 2),
            ),
            light=1,
        )
    ground(s, base, stripes=3)
    s.over(rect(-3, base, s.width + 6, 1), dark=1)
    figure(s, at((34, 0))[0][0], base + 4, 6)


def salt_mine(s: Sheet) -> None:
    """A chamber cut in salt: chandeliers, stairs, a green lake."""
    s.over(rect(-3, -3, s.width + 6, s.height + 6), dark=0.95, mid=0.3)
    w, h = s.width, s.height
    vault = rough(
        smooth(
            [
                (-4, h * 0.3),
                (w * 0.12, h * 0.12),
                (w * 0.5, h * 0.04),
                (w * 0.88, h * 0.12),
                (w + 4, h * 0.3),
            ]
        ),
        0.8,
        s.rng,
        rounds=2,
    )
    room = [*vault, (w + 4, h + 4), (-4, h + 4)]
    s.fill(room, dark=Fade(0.75, 0.3), light=0.25)
    with s.clip(room):
        for _ in range(60):
            x, y, size = s.rng.uniform(0, w), s.rng.uniform(0.05, 0.78) * h, s.rng.uniform(2, 6)
            turn = s.rng.uniform(-0.6, 0.6)
            gem = [(x, y - size), (x + size * (0.7 + turn * 0.3), y), (x + size * turn, y + size)]
            s.over(
                gem, dark=s.rng.choice((0.25, 0.55, 0.75, 0.85)), light=s.rng.choice((None, 0.6))
            )
    lake = h * 0.78
    s.fill(rect(-4, lake, w + 8, h), dark=0.5, light=0.9)
    for i in range(30):
        y = lake + (h - lake) * (i / 30) ** 1.2
        x, length = s.rng.uniform(0, w), s.rng.uniform(4, 18)
        s.stroke(
            [(x, y), (x + length, y)], 0.35, light=0.3 if i % 2 else 1, dark=0.0 if i % 2 else 0.85
        )
    side = s.rng.choice((-1, 1))
    steps = 15
    for i in range(steps):
        a, b = w * (0.5 + side * (0.06 + i * 0.032)), w * (0.5 + side * (0.06 + (i + 1) * 0.032))
        y = lake - (i + 1) * h * 0.026
        s.fill([(a, y), (b, y), (b, lake), (a, lake)], dark=0.62 + 0.3 * (i % 2), light=0.3)
        s.stroke([(a, y), (b, y)], 0.7, light=0.2)
        beam(s, [((a + b) / 2, y), ((a + b) / 2, y - 5)], 0.3)
    rail = [
        (w * (0.5 + side * 0.06), lake - 5 - h * 0.02),
        (w * (0.5 + side * (0.06 + steps * 0.032)), lake - 5 - steps * h * 0.026),
    ]
    beam(s, rail, 0.6)
    figure(s, w * (0.5 + side * 0.3), lake - 8 * h * 0.026, h * 0.09)
    for x, y, size in (
        (0.5 - side * 0.2, 0.4, 15),
        (0.5 + side * 0.12, 0.27, 9),
        (0.5 - side * 0.42, 0.24, 8),
    ):
        chandelier(s, w * x, h * y, size * min(1.2, max(0.75, w / 130)))
    for i in range(9):
        x = w * (0.5 - side * 0.2) + s.rng.uniform(-9, 9)
        y = lake + (h - lake) * (0.1 + i * 0.09)
        s.stroke([(x - 4, y), (x + 4, y)], 0.7, light=1)


def chandelier(s: Sheet, x: float, y: float, size: float) -> None:
    """Tiers of crystals that catch the light."""
    s.glow(x, y, size * 1.7)
    beam(s, [(x, -3), (x, y - size)], 0.5)
    for tier, (dy, half) in enumerate(((-0.55, 0.4), (-0.15, 0.75), (0.25, 1.0))):
        s.stroke(oval(x, y + dy * size, half * size, half * size * 0.16), 0.6, dark=0.95)
        count = 5 + tier * 4
        for k in range(count):
            a = math.radians(k * 360 / count)
            px, py = x + half * size * math.cos(a), y + dy * size + half * size * 0.16 * math.sin(a)
            drop = size * 0.085
            s.fill(
                [
                    (px, py),
                    (px + drop, py + drop * 1.6),
                    (px, py + drop * 3.4),
                    (px - drop, py + drop * 1.6),
                ],
                light=0.0 if k % 2 else 0.55,
            )
            s.fill(oval(px, py - size * 0.07, size * 0.035, size * 0.07), light=1)
    for k in range(-2, 3):
        s.stroke(
            [(x, y - size), (x + k * size * 0.48, y + size * 0.24)],
            0.28,
            dark=0.9,
            mid=None,
            light=None,
        )


def copper_town(s: Sheet) -> None:
    """Wooden houses climbing to a white church, the smelter's slag behind, snow on the roofs."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.66
    sky(s, base, side=side)
    s.fill(hill(s, base - 10, 4), dark=0.3, light=0.1, mid=0.1)
    heap(s, s.width * (0.5 - side * 0.3), base + 4, s.width * 0.5, s.height * 0.22, side=side)
    heap(s, s.width * (0.5 - side * 0.05), base + 4, s.width * 0.36, s.height * 0.14, side=side)
    s.fill(hill(s, base + 3, 1), light=0.06)
    u = min(s.height * 0.6, s.width * 0.6) / 60
    x = s.width * (0.5 + side * 0.2)
    s.fill(rect(x - 7 * u, base - 34 * u, 14 * u, 44 * u), light=0.06)
    s.over(rect(x + (1.5 if side < 0 else -7) * u, base - 34 * u, 5.5 * u, 44 * u), dark=0.4)
    s.fill(
        [
            (x - 8 * u, base - 34 * u),
            (x - 4 * u, base - 40 * u),
            (x + 4 * u, base - 40 * u),
            (x + 8 * u, base - 34 * u),
        ],
        dark=0.95,
    )
    s.fill(rect(x - 4 * u, base - 46 * u, 8 * u, 6.2 * u), light=0.1)
    for px in (-2, 2):
        s.fill(rect(x + (px - 1) * u, base - 45 * u, 2 * u, 5 * u), dark=0.95)
    s.fill([(x - 5 * u, base - 46 * u), (x, base - 54 * u), (x + 5 * u, base - 46 * u)], dark=0.95)
    beam(s, [(x, base - 53 * u), (x, base - 58 * u)], 0.4 * u)
    s.fill(oval(x, base - 27 * u, 3.4 * u), dark=0.95)
    s.stroke([(x, base - 27 * u), (x, base - 29.4 * u)], 0.4 * u, light=0.5)
    s.stroke([(x, base - 27 * u), (x + 1.6 * u, base - 27 * u)], 0.4 * u, light=0.5)
    for py in (-18, -6):
        window(s, x, base + py * u, 3 * u, 6 * u, arched=True, lit=True)
    rows = 4
    for r in range(rows):
        y = base + 4 + (s.height - base) * (0.1 + r * 0.26)
        size = (8 + r * 4.2) * u
        px = -s.rng.uniform(0, 0.8) * size
        while px < s.width + 4:
            wide = size * s.rng.uniform(0.9, 1.4)
            cabin(s, px, y, wide, size * s.rng.uniform(0.62, 0.78))
            px += wide * s.rng.uniform(1.02, 1.18)
        s.fill(rect(-3, y - 0.2, s.width + 6, size * 0.3), light=0.05)
        s.over(rect(-3, y + size * 0.12, s.width + 6, size * 0.1), dark=0.12)


def cabin(s: Sheet, x: float, base: float, width: float, height: float) -> None:
    tones = s.rng.choice(
        ({"mid": 1.0, "light": 0.4}, {"light": 0.95}, {"dark": 0.7}, {"mid": 0.6, "light": 0.6})
    )
    eaves, c = base - height * 0.6, x + width / 2
    s.fill(
        [(x, base), (x, eaves), (c, base - height * 1.15), (x + width, eaves), (x + width, base)],
        **tones,
    )
    for k in range(1, 9):
        px = x + k * width / 9
        s.stroke(
            [(px, base), (px, eaves - (0.5 - abs(k / 9 - 0.5)) * height * 0.9)],
            width * 0.008,
            dark=0.9,
            mid=None,
            light=None,
        )
    for a, b in (
        ((x - width * 0.07, eaves + height * 0.07), (c, base - height * 1.2)),
        ((c, base - height * 1.2), (x + width * 1.07, eaves + height * 0.07)),
    ):
        s.stroke([a, b], height * 0.14, light=0.02)
        s.stroke(
            [(a[0], a[1] + height * 0.1), (b[0], b[1] + height * 0.1)],
            height * 0.03,
            dark=1,
            mid=None,
            light=None,
        )
    lit = s.rng.random() < 0.5
    for px in (0.28, 0.72):
        window(
            s,
            x + width * px,
            base - height * 0.18,
            width * 0.16,
            height * 0.26,
            arched=False,
            lit=lit,
        )
    window(
        s,
        c,
        base - height * 0.62,
        width * 0.13,
        height * 0.2,
        arched=False,
        lit=s.rng.random() < 0.4,
    )


def cotton_mill(s: Sheet) -> None:
    """A brick mill, floor on floor of windows, its chimney mirrored in the river."""
    side = s.rng.choice((-1, 1))
    bank = s.height * 0.74
    sky(s, bank, side=side)
    trees(s, -3, s.width + 3, bank, 12)
    w = min(s.width * 0.72, s.height * 1.1)
    h = min(w * 0.62, s.height * 0.5)
    x = s.width * (0.5 - side * 0.06) - w / 2
    cx = x + (w * 1.1 if side > 0 else -w * 0.1)
    top = bank - h * 1.36
    s.fill([(cx - 3.4, bank), (cx - 2, top), (cx + 2, top), (cx + 3.4, bank)], mid=1, light=0.3)
    s.over([(cx + 0.4, bank), (cx + 0.4, top), (cx + 2, top), (cx + 3.4, bank)], dark=0.5)
    for y in (top, top + 3.4):
        s.fill(rect(cx - 2.9, y, 5.8, 1.4), dark=0.95)
    for k in range(5):
        puff = oval(cx - side * (4 + k * 6.5), top - 3 - k * 2.6, 3 + k * 1.4, 2 + k * 0.8)
        s.fill(puff, dark=0.12, light=None, mid=0.0)
    s.fill(rect(x, bank - h, w, h), mid=1, light=0.35)
    floors, bays = 5, 11
    for i in range(1, 30):
        s.stroke(
            [(x, bank - i * h / 30), (x + w, bank - i * h / 30)],
            0.14,
            dark=None,
            mid=0.55,
            light=None,
        )
    for r in range(floors):
        for k in range(bays):
            if k == bays // 2:
                continue
            window(
                s,
                x + w * (k + 0.5) / bays,
                bank - h * (r + 0.2) / floors,
                w / bays * 0.46,
                h / floors * 0.52,
                arched=True,
                lit=s.rng.random() < 0.55,
            )
    tw = w / bays * 1.3
    c = x + w / 2
    s.fill(rect(c - tw / 2, bank - h * 1.22, tw, h * 1.22), mid=1, light=0.35, dark=0.12)
    s.fill(
        [(c - tw * 0.62, bank - h * 1.22), (c, bank - h * 1.42), (c + tw * 0.62, bank - h * 1.22)],
        dark=0.95,
    )
    s.fill(oval(c, bank - h * 1.11, tw * 0.28), light=0.1)
    s.stroke(oval(c, bank - h * 1.11, tw * 0.28), 0.5, dark=1)
    beam(s, [(c, bank - h * 1.11), (c, bank - h * 1.11 - tw * 0.2)], 0.35)
    for r in range(floors):
        window(
            s, c, bank - h * (r + 0.2) / floors, tw * 0.3, h / floors * 0.5, arched=True, lit=True
        )
    s.fill(
        [
            (x - 1.5, bank - h),
            (x + w * 0.03, bank - h * 1.1),
            (c - tw / 2, bank - h * 1.1),
            (c - tw / 2, bank - h),
        ],
        dark=0.95,
    )
    s.fill(
        mirrored(
            [
                (x - 1.5, bank - h),
                (x + w * 0.03, bank - h * 1.1),
                (c - tw / 2, bank - h * 1.1),
                (c - tw / 2, bank - h),
            ],
            c,
        ),
        dark=0.95,
    )
    s.fill(rect(-3, bank, s.width + 6, s.height), light=Fade(0.7, 0.3), dark=0)
    s.over(rect(x, bank + 1.5, w, h * 0.42), mid=Fade(0.85, 0.1))
    s.over(rect(cx - 2.6, bank + 1.5, 5.2, h * 0.6), mid=Fade(0.8, 0.1))
    for i in range(44):
        y = bank + 2 + (s.height - bank) * (i / 44) ** 1.1
        px, length = s.rng.uniform(0, s.width), s.rng.uniform(6, 24)
        s.stroke([(px - length / 2, y), (px + length / 2, y)], 0.5, dark=None, mid=0.0, light=0.1)
    s.fill(rect(-3, bank - 0.6, s.width + 6, 2.4), dark=0.95)


def silk_mill(s: Sheet) -> None:
    """A spinning mill among mulberries, a moth and its cocoons above."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.82
    sky(s, base, side=side, clouds=False)
    for i, tone in enumerate((0.25, 0.45)):
        line = rough(
            [
                (-4, base - 14 + i * 6),
                (s.width * 0.3, base - 34 + i * 14),
                (s.width * 0.6, base - 16 + i * 5),
                (s.width + 4, base - 30 + i * 13),
            ],
            1.5,
            s.rng,
            rounds=4,
        )
        s.fill([*line, (s.width + 4, s.height), (-4, s.height)], dark=tone, light=0.4)
    w = min(s.width * 0.84, 130)
    h, x = w * 0.2, s.width / 2 - w / 2
    s.fill(rect(x, base - h, w, h), light=0.1)
    bays = 12
    for k in range(bays):
        for r in range(2):
            window(
                s,
                x + w * (k + 0.5) / bays,
                base - h * (0.1 + r * 0.5),
                w / bays * 0.42,
                h * 0.3,
                arched=True,
                lit=s.rng.random() < 0.4,
            )
    s.fill(
        [
            (x - 2, base - h),
            (x + 3, base - h * 1.5),
            (x + w - 3, base - h * 1.5),
            (x + w + 2, base - h),
        ],
        mid=1,
        light=0.4,
    )
    for k in range(26):
        s.stroke(
            [(x + w * k / 26, base - h), (x + 3 + (w - 6) * k / 26, base - h * 1.5)],
            0.2,
            dark=0.9,
            mid=None,
            light=None,
        )
    s.fill(rect(x + w * 0.2, base - h * 1.72, w * 0.6, h * 0.26), dark=0.9)
    s.fill(
        [
            (x + w * 0.17, base - h * 1.72),
            (x + w * 0.22, base - h * 1.95),
            (x + w * 0.78, base - h * 1.95),
            (x + w * 0.83, base - h * 1.72),
        ],
        mid=1,
        light=0.4,
    )
    ground(s, base, stripes=3)
    s.over(rect(-3, base, s.width + 6, 0.8), dark=1)
    moth(s, s.width / 2, s.height * 0.3, min(s.width * 0.26, s.height * 0.26))
    for px in (0.06, 0.94):
        branch(s, s.width * px, -3, s.height * 0.72, 1 if px < 0.5 else -1)
    for k in range(5):
        figure(s, s.rng.uniform(6, s.width - 6), base + s.rng.uniform(2, 7), 6)


def moth(s: Sheet, x: float, y: float, size: float) -> None:
    """The silk moth, wings open."""
    fore = smooth(
        [(0, -0.2), (0.35, -0.62), (1.05, -0.72), (1.15, -0.5), (0.8, -0.05), (0.2, 0.12)],
        closed=True,
    )
    hind = smooth(
        [(0.05, 0.05), (0.7, 0.05), (0.85, 0.35), (0.55, 0.68), (0.15, 0.45)], closed=True
    )
    for way in (-1, 1):
        for wing, tones in ((hind, {"light": 0.35}), (fore, {"light": 0.02})):
            shape = [(x + way * px * size, y + py * size) for px, py in wing]
            s.fill(shape, **tones)
            with s.clip(shape):
                for k in range(9):
                    tip = (x + way * size * (1.2 - k * 0.09), y + size * (-0.85 + k * 0.19))
                    s.stroke([(x, y - size * 0.1), tip], 0.25, dark=0.8, mid=None, light=None)
                for r in (0.66, 0.94):
                    s.stroke(
                        oval(x, y, size * r, size * r * 0.85),
                        size * 0.035,
                        mid=0.9,
                        dark=None,
                        light=None,
                    )
            s.stroke([*shape, shape[0]], 0.55, dark=1, mid=None, light=None)
        s.fill(oval(x + way * size * 0.66, y - size * 0.36, size * 0.09), dark=0.95, mid=0.9)
        feeler = smooth(
            [
                (x + way * size * 0.03, y - size * 0.3),
                (x + way * size * 0.14, y - size * 0.55),
                (x + way * size * 0.34, y - size * 0.66),
            ]
        )
        s.stroke(feeler, size * 0.035, dark=1, mid=None, light=None)
    s.fill(
        smooth(
            [
                (x, y - size * 0.36),
                (x + size * 0.11, y - size * 0.1),
                (x + size * 0.09, y + size * 0.4),
                (x, y + size * 0.62),
                (x - size * 0.09, y + size * 0.4),
                (x - size * 0.11, y - size * 0.1),
            ],
            closed=True,
        ),
        mid=0.9,
        light=0.8,
    )
    for k in range(5):
        s.stroke(
            [
                (x - size * 0.1, y + size * (0.02 + k * 0.1)),
                (x + size * 0.1, y + size * (0.02 + k * 0.1)),
            ],
            size * 0.025,
            dark=1,
            mid=None,
            light=None,
        )


def branch(s: Sheet, x: float, top: float, length: float, way: int) -> None:
    """A hanging twig of mulberry with cocoons."""
    path = smooth(
        [
            (x, top),
            (x + way * length * 0.06, top + length * 0.4),
            (x + way * length * 0.02, top + length),
        ]
    )
    beam(s, path, 0.7)
    for i in range(3, len(path), 4):
        px, py = path[i]
        out = way if i % 8 < 4 else -way
        size = s.rng.uniform(4.5, 7)
        leaf = smooth(
            [
                (px, py),
                (px + out * size * 0.9, py - size * 0.5),
                (px + out * size * 1.9, py + size * 0.35),
                (px + out * size * 0.8, py + size * 0.7),
            ],
            closed=True,
        )
        s.fill(leaf, dark=0.7, light=1)
        s.stroke([(px, py), (px + out * size * 1.7, py + size * 0.28)], 0.3, light=0.6)
        if i % 3 == 0:
            s.fill(oval(px - out * 2.6, py + 2, 1.9, 3.1, turn=out * 18), light=0.1)
            s.stroke(
                oval(px - out * 2.6, py + 2, 1.9, 3.1, turn=out * 18),
                0.4,
                dark=1,
                mid=None,
                light=None,
            )


def hydropower(s: Sheet) -> None:
    """An arch dam between cliffs, penstocks and a power house below."""
    side = s.rng.choice((-1, 1))
    w, h = s.width, s.height
    sky(s, h * 0.5, side=side)
    for i, (tone, level) in enumerate(((0.25, 0.3), (0.5, 0.38))):
        line = rough(
            [
                (-4, h * level),
                (w * 0.3, h * (level - 0.18 + i * 0.1)),
                (w * 0.55, h * (level + 0.06)),
                (w * 0.8, h * (level - 0.12)),
                (w + 4, h * level),
            ],
            3,
            s.rng,
            rounds=4,
        )
        s.fill([*line, (w + 4, h + 4), (-4, h + 4)], dark=tone, light=0.3)
    crest, foot = h * 0.46, h * 0.8
    s.fill(rect(w * 0.1, crest - 5, w * 0.8, 8), light=0.9, dark=0.25)
    for k in range(9):
        s.stroke(
            [
                (w * s.rng.uniform(0.2, 0.6), crest - 4 + k * 0.5),
                (w * s.rng.uniform(0.5, 0.8), crest - 4 + k * 0.5),
            ],
            0.25,
        )
    bow = h * 0.05
    top = smooth(
        [(w * 0.12, crest), (w * 0.32, crest + bow), (w * 0.68, crest + bow), (w * 0.88, crest)]
    )
    low = smooth(
        [
            (w * 0.74, foot),
            (w * 0.6, foot + bow * 0.8),
            (w * 0.4, foot + bow * 0.8),
            (w * 0.26, foot),
        ]
    )
    face = [*top, *low]
    s.fill(face, dark=Fade(0.05, 0.6, 0 if side < 0 else 180), light=0.15)
    with s.clip(face):
        for k in range(1, 12):
            t = k / 12
            s.stroke(
                [(w * (0.12 + 0.76 * t), crest - 2), (w * (0.26 + 0.48 * t), foot + bow * 1.4)],
                0.3,
                dark=0.75,
                mid=None,
                light=None,
            )
        for k in range(1, 6):
            t = k / 6
            s.stroke(
                [(px + (w / 2 - px) * 0.34 * t, py + (foot - crest) * t) for px, py in top],
                0.22,
                dark=0.7,
                mid=None,
                light=None,
            )
        for k in (-1, 0, 1):
            px = w * (0.5 + k * 0.09)
            fall = [
                (px - w * 0.02, crest + bow * 0.9),
                (px + w * 0.02, crest + bow * 0.9),
                (px + w * 0.028 - k * w * 0.02, foot + 10),
                (px - w * 0.028 - k * w * 0.02, foot + 10),
            ]
            s.fill(fall)
            for _ in range(6):
                fx = px + s.rng.uniform(-0.018, 0.018) * w
                s.stroke(
                    [(fx, crest + bow + 1), (fx - k * w * 0.015, foot + 9)],
                    0.25,
                    dark=0.5,
                    mid=None,
                    light=0.5,
                )
    s.stroke(top, 1.8, dark=1)
    for k in range(0, len(top), 2):
        beam(s, [top[k], (top[k][0], top[k][1] - 2.4)], 0.3)
    for way in (-1, 1):
        edge = rough(
            [
                (w * 0.1, crest - h * 0.2),
                (w * 0.17, crest + 3),
                (w * 0.24, h * 0.66),
                (w * 0.34, foot + 3),
                (w * 0.3, h + 4),
            ],
            1.6,
            s.rng,
            rounds=4,
        )
        cliff = [(-4, crest - h * 0.3), *edge, (-4, h + 4)]
        cliff = cliff if way < 0 else mirrored(cliff, w / 2)
        s.fill(cliff, dark=Fade(0.7, 0.97), mid=0.5 if way == side else 0.2)
        with s.clip(cliff):
            for _ in range(26):
                px, py = (s.rng.uniform(0, 0.34) * w, s.rng.uniform(crest - 30, h))
                px = px if way < 0 else w - px
                s.over(
                    [
                        (px, py),
                        (px + s.rng.uniform(2, 7), py + s.rng.uniform(3, 9)),
                        (px - s.rng.uniform(1, 5), py + s.rng.uniform(4, 12)),
                    ],
                    dark=s.rng.choice((0.5, 1)),
                    mid=s.rng.choice((None, 0.8)),
                )
    for k in range(3):
        a = (w * (0.5 + side * (0.44 - k * 0.032)), crest - h * 0.04)
        b = (w * (0.5 + side * (0.25 - k * 0.032)), h * 0.88)
        s.stroke([a, b], 2.5, dark=1)
        s.stroke([a, b], 1.5, mid=1, light=0.5)
    s.fill(rect(-4, h * 0.92, w + 8, h), light=0.9, dark=0.3)
    for i in range(24):
        y, px = h * 0.92 + (h * 0.08) * (i / 24), s.rng.uniform(0, w)
        s.stroke([(px, y), (px + s.rng.uniform(4, 14), y)], 0.4)
    hw = w * 0.34
    px, py = w * (0.5 + side * 0.2) - hw / 2, h * 0.935
    s.fill(rect(px, py - h * 0.12, hw, h * 0.12), mid=0.95, light=0.4)
    s.fill(
        [(px - 1.5, py - h * 0.12), (px + hw / 2, py - h * 0.175), (px + hw + 1.5, py - h * 0.12)],
        dark=0.97,
    )
    for k in range(6):
        window(
            s, px + hw * (k + 0.5) / 6, py - h * 0.02, hw * 0.085, h * 0.075, arched=True, lit=True
        )
