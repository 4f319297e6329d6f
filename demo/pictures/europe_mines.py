"""Places elsewhere in Europe with the same story: iron, salt, copper."""

import math

from .buildings import beam, window
from .inks import Fade, Sheet
from .scenery import figure, ground, heap, hill, sky
from .shapes import between, oval, rect, rough, smooth


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
    (foot, head), (far, top) = at((44, 0), (13, 62)), at((49, 0), (18, 64))
    beam(s, [foot, head], 0.9 * u)
    beam(s, [far, top], 0.9 * u)
    for k in range(14):
        low, up = k / 14, (k + 1) / 14
        zigzag = [between(foot, head, low), between(far, top, up), between(foot, head, up)]
        beam(s, zigzag, 0.45 * u)
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
        for k in range(26):
            y = h * (0.02 + k * 0.032)
            seam = rough([(-4, y + 3), (w * 0.5, y - 5), (w + 4, y + 3)], 1.2, s.rng, rounds=6)
            s.stroke(
                seam, s.rng.uniform(0.2, 0.9), dark=0.9 if k % 4 else 0.2, mid=None, light=None
            )
        for _ in range(40):
            x, y, size = s.rng.uniform(0, w), s.rng.uniform(0.1, 0.75) * h, s.rng.uniform(0.3, 1)
            s.fill([(x, y - size), (x + size * 0.6, y), (x, y + size), (x - size * 0.6, y)])
    lake = h * 0.78
    s.fill(rect(-4, lake, w + 8, h), dark=Fade(0.6, 0.95), light=0.7)
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
    for px in (-2.0, 2.0):
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
