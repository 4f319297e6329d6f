"""Products of thread."""

import math

from .inks import Sheet
from .shapes import between, moved, oval, rect, smooth, turned
from .stage import Stage, plain_stage, shadow, smooth_heap


def lace(s: Sheet) -> None:
    """A round of lace: net, petals and picots, white on the ground."""
    s.over(
        rect(-3, -3, s.width + 6, s.height + 6), dark=0.97 if s.rng.random() < 0.5 else 0, mid=0.9
    )
    t = Stage(s, reach=1.1)
    petals = s.rng.choice((8, 10, 12, 14))
    ink = {"dark": 0.0, "mid": 0.0, "light": 0.0}

    def ring(radius: float, width: float) -> None:
        s.stroke(t.at(oval(0, 0, radius)), width, **ink)

    inside = t.at(oval(0, 0, 30))
    with s.clip(inside):
        for i in range(-34, 35, 2):
            s.stroke(t.at([(i, -40), (i + 14, 40)]), 0.2, **ink)
            s.stroke(t.at([(i - 14, 40), (i + 14, -40)]), 0.2, **ink)
            s.stroke(t.at([(-40, i * 0.9), (40, i * 0.9)]), 0.2, **ink)
    for i in range(petals):
        turn = i * 360 / petals
        a = math.radians(turn)
        cx, cy = 32.5 * math.cos(a), 32.5 * math.sin(a)
        scallop = 32.5 * math.pi / petals * 1.06
        s.stroke(t.at(oval(cx, cy, scallop)), 0.9, **ink)
        s.stroke(t.at(oval(cx, cy, scallop * 0.72)), 0.4, **ink)
        for k in range(9):
            b = a + math.radians(-110 + k * 27.5)
            px, py = cx + scallop * 1.14 * math.cos(b), cy + scallop * 1.14 * math.sin(b)
            s.stroke(t.at(oval(px, py, 0.7)), 0.35, **ink)
            qx, qy = cx + scallop * 0.7 * math.cos(b), cy + scallop * 0.7 * math.sin(b)
            s.stroke(t.at([(cx, cy), (qx, qy)]), 0.22, **ink)
        s.fill(t.at(oval(cx, cy, scallop * 0.25)), **ink)
        leaf = turned(oval(20, 0, 6.6, 2.3), turn, 0, 0)
        s.fill(t.at(leaf), **ink)
        s.stroke(t.at(turned([(14, 0), (26, 0)], turn, 0, 0)), 0.3, mid=0.9, dark=0.6)
        bud = turned(oval(25.5, 0, 1.9), turn + 180 / petals, 0, 0)
        s.fill(t.at(bud), **ink)
        petal = turned(oval(7.4, 0, 4.2, 1.9), turn, 0, 0)
        s.fill(t.at(petal), **ink)
    for radius, width in ((12.6, 0.8), (13.8, 0.3), (29.4, 0.9), (27.9, 0.3)):
        ring(radius, width)
    s.fill(t.at(oval(0, 0, 2.6)), **ink)
    s.fill(t.at(oval(0, 0, 1.1)), mid=0.9, dark=0.5)


def linen(s: Sheet) -> None:
    """Folded linen cloths, striped, tied with a string."""
    t = plain_stage(s)
    shadow(s, t, 29, 35)
    y = 29.0
    for i in range(s.rng.choice((4, 5))):
        high, half = s.rng.uniform(9, 11), 33 - i * s.rng.uniform(0.2, 1.4)
        tones = (
            {"light": 0.12},
            {"mid": 0.85},
            {"dark": 0.7},
            {"light": 0.9},
            {"light": 0.1, "dark": 0.1},
        )[i % 5]
        fold = [
            *oval(half - high / 2, y - high / 2, high / 2, start=-90, end=90),
            (-half, y),
            *oval(-half, y - high / 2, 1.2, high / 2, start=90, end=270),
        ]
        s.fill(t.at(fold), **tones)
        with s.clip(t.at(fold)):
            for k in range(3):
                x = -half * 0.62 + k * 3.2
                s.over(t.at(rect(x, y - high, 1.3, high)), mid=0.9 if i % 2 == 0 else 0.2)
            for k in range(40):
                x = -half + k * half / 20
                s.stroke(t.at([(x, y - high), (x, y)]), 0.08, dark=0.45, mid=None, light=None)
            s.over(t.at(rect(-half - 3, y - high * 0.22, half * 2 + 6, high * 0.25)), dark=0.5)
        s.stroke(
            t.at([(-half, y - high * 0.5), (half - high * 0.6, y - high * 0.5)]),
            0.25,
            dark=0.8,
            mid=None,
            light=None,
        )
        s.stroke(t.at([*fold, fold[0]]), 0.45, dark=0.95, mid=None, light=None)
        y -= high + 0.2
    for x in (9.0, 10.4):
        s.stroke(t.at([(x, y + 0.4), (x, 29)]), 0.6, mid=1)
    for way in (-1, 1):
        loop = smooth([(9.7, y), (9.7 + way * 9, y - 7), (9.7 + way * 12, y - 1), (9.7, y)])
        s.stroke(t.at(loop), 0.7, mid=1, dark=None, light=None)


def scarf(s: Sheet) -> None:
    """A silk square with a printed border, hung by a corner fold."""
    t = plain_stage(s)
    size = 33
    square = turned(rect(-size, -size, size * 2, size * 2), s.rng.uniform(-7, 7), 0, 0)
    s.over(t.at(moved(square, 2.5, 3)), dark=0.5)
    a, b, c, d = square
    tones = [{"mid": 0.95}, {"light": 0.95}, {"dark": 0.9}, {"light": 0.06}]
    s.rng.shuffle(tones)
    for inset, look in zip((0, 0.06, 0.16, 0.19), tones, strict=True):
        inner = [between(p, q, inset) for p, q in ((a, c), (b, d), (c, a), (d, b))]
        s.fill(t.at(inner), **look)
    with s.clip(t.at(inner)):
        rows = s.rng.choice((4, 5, 6))
        for i in range(rows):
            for j in range(rows):
                p = between(
                    between(a, b, 0.19 + 0.62 * (i + 0.5) / rows),
                    between(d, c, 0.19 + 0.62 * (i + 0.5) / rows),
                    0.19 + 0.62 * (j + 0.5) / rows,
                )
                w = size * 1.24 / rows
                look = tones[(i + j) % 3]
                s.fill(t.at(smooth_heap(p[0], p[1] + w * 0.34, w * 0.92, w * 0.66)), **look)
                if (i * 2 + j) % 3 == 0:
                    s.fill(
                        t.at(oval(p[0] + w * 0.24, p[1] - w * 0.3, w * 0.12)),
                        **tones[(i + j + 1) % 3],
                    )
    for p, q in ((a, b), (b, c), (c, d), (d, a)):
        s.stroke(
            t.at([between(p, q, 0.03), between(p, q, 0.97)]), 0.3, dark=None, mid=None, light=0
        )
    fold = [c, between(c, b, 0.24), between(c, a, 0.17), between(c, d, 0.3)]
    s.fill(t.at([fold[1], fold[2], fold[3]]), **{**tones[0], "dark": 0.4})
