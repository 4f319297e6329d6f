"""Products of thread, paper and taste, as a museum shop's catalogue shows them."""

import math

from .inks import Fade, Sheet
from .shapes import (
    Outline,
    between,
    moved,
    oval,
    rect,
    smooth,
    turned,
)
from .stage import Stage, shadow, smooth_heap, stage
from .things import sprig


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
    t = stage(s)
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


def tote(s: Sheet) -> None:
    """A cotton bag with a print of the country on it."""
    t = stage(s)
    s.over(t.at([(-24, -8), (31, -10), (34, 38), (-20, 38)]), dark=0.5)
    for dx in (-1, 1):
        s.stroke(
            t.at(oval(dx * 1.4, -10, 13, 29, start=180, end=360)),
            2.6,
            light=0.45 if dx < 0 else 0.25,
            dark=0.35 if dx < 0 else 0.1,
        )
    bag = [(-27, -12), (27, -12), (29, 36), (-29, 36)]
    s.fill(t.at(bag), light=0.14)
    with s.clip(t.at(bag)):
        disc = oval(s.rng.uniform(-10, 10), 4, 9)
        s.fill(t.at(disc), light=1)
        for x, w, h in ((-8, 36, 24), (11, 30, 18)):
            body = smooth_heap(x, 25, w, h)
            s.fill(t.at(body), mid=1, light=None)
            s.over(t.at([(x, 25 - h), (x + w / 2, 25), (x + 2, 25)]), dark=0.95)
        for i in range(3):
            s.over(t.at(rect(-21, 26.6 + i * 2, 42, 0.9)), dark=0.95)
        for x in (-20, 3, 17):
            s.stroke(
                t.at(smooth([(x, -12), (x + 2, 8), (x - 1, 36)])),
                0.3,
                dark=0.4,
                mid=None,
                light=None,
            )
        s.over(t.at([(27, -12), (29, 36), (22, 36), (24, -12)]), dark=0.35)
    s.stroke(t.at([*bag, bag[0]]), 0.5, dark=0.95, mid=None, light=None)
    s.stroke(t.at([(-27, -9.6), (27, -9.6)]), 0.25, dark=0.8, mid=None, light=None)
    for x in (-13, 13):
        s.fill(t.at(rect(x - 2.4, -11, 4.8, 5.4)), light=0.25)
        s.stroke(t.at([(x - 2, -10.4), (x + 2, -6.2), (x + 2, -10.4), (x - 2, -6.2)]), 0.3, mid=1)


def workwear(s: Sheet) -> None:
    """A worker's jacket on a hanger."""
    t = stage(s)
    hook = smooth([(0, -34), (0, -39), (4, -42), (6.4, -39)])
    s.stroke(t.at(hook), 0.9, dark=0.95, mid=None, light=None)
    s.stroke(t.at([(-22, -27), (0, -34), (22, -27)]), 1.8, mid=0.7, light=0.9)
    blue = {"dark": 0.92} if s.rng.random() < 0.6 else {"mid": 0.95}
    inner = {"dark": 0.5} if "dark" in blue else {"mid": 0.95, "dark": 0.6}
    for way in (-1, 1):
        sleeve = [(way * 14, -30), (way * 25, -25), (way * 35, 20), (way * 26, 23), (way * 19, -8)]
        s.fill(t.at(sleeve), **blue)
        cuff = [(way * 34.2, 16), (way * 35, 20), (way * 26, 23), (way * 25.2, 19)]
        s.stroke(t.at([*cuff, cuff[0]]), 0.35, light=0.2)
    body = [
        (0, -30),
        (-9, -33),
        (-16, -30),
        (-23, -24),
        (-21, 4),
        (-23, 35),
        (23, 35),
        (21, 4),
        (23, -24),
        (16, -30),
        (9, -33),
    ]
    s.over(t.at(moved(body, 2.4, 2.4)), dark=0.45)
    s.fill(t.at(body), **blue)
    for way in (-1, 1):
        s.stroke(t.at([(way * 19.5, -22), (way * 20, 0), (way * 22, 35)]), 0.4, light=0.2)
    neck = [(-9, -33), (0, -29.5), (9, -33), (3, -22), (0, -19), (-3, -22)]
    s.fill(t.at(neck), **inner)
    for way in (-1, 1):
        collar = [(way * 9, -33.5), (way * 14, -29), (way * 8, -20), (way * 0.4, -19)]
        s.fill(t.at(collar), **blue)
        s.stroke(t.at([*collar, collar[0]]), 0.4, light=0.2)
    s.stroke(t.at([(0, -19), (0, 35)]), 0.45, light=0.2)
    for y in (-14, -2, 10, 22):
        s.fill(t.at(oval(2.2, y, 1.2)), light=1)
    for x, y, w, h in ((-17, 12, 12.5, 15), (5.5, 12, 12.5, 15), (-15.5, -12, 9.5, 10)):
        pocket = [(x, y), (x + w, y), (x + w, y + h * 0.84), (x + w / 2, y + h), (x, y + h * 0.84)]
        s.stroke(t.at([*pocket, pocket[0]]), 0.45, light=0.2)
        s.stroke(t.at([(x + 0.8, y + 1.4), (x + w - 0.8, y + 1.4)]), 0.25, light=0.2)
    s.fill(t.at(rect(-13.6, -14.6, 1.1, 6)), mid=1, light=1)


def scarf(s: Sheet) -> None:
    """A silk square with a printed border, hung by a corner fold."""
    t = stage(s)
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
    s.over(t.at([fold[1], c, fold[3]]), dark=None)


def wicker(s: Sheet) -> None:
    """A willow basket with a round handle."""
    t = stage(s)
    shadow(s, t, 31, 28)
    for width, tones in ((3.4, {"dark": 0.95}), (2.2, {"mid": 0.6, "light": 0.9})):
        s.stroke(t.at(oval(0, -2, 27, 36, start=180, end=360)), width, **tones)
    for i in range(30):
        a = math.radians(182 + i * 6.1)
        x, y = 27 * math.cos(a), -2 + 36 * math.sin(a)
        s.stroke(
            t.at([(x - 1.2, y - 0.9), (x + 1.2, y + 0.9)]), 0.4, dark=0.9, mid=None, light=None
        )
    body = smooth([(-34, -2), (-32, 14), (-25, 29), (0, 32), (25, 29), (32, 14), (34, -2)])
    s.fill(t.at(body), dark=0.95)
    rows, columns = 10, 22
    with s.clip(t.at(body)):
        for r in range(rows):
            y = -1 + r * 3.4
            for k in range(columns):
                x = -36 + (k + (r % 2) / 2) * 3.3
                sag = 2.2 * (1 - (x / 36) ** 2)
                s.stroke(
                    t.at(
                        smooth(
                            [
                                (x - 1.35, y + sag + 0.5),
                                (x, y + sag - 0.35),
                                (x + 1.35, y + sag + 0.5),
                            ],
                            steps=3,
                        )
                    ),
                    2.1,
                    mid=0.3 + 0.5 * (r % 2) + 0.1 * (k % 2),
                    light=0.95,
                )
        s.over(t.at([(14, -8), (40, -8), (40, 40), (6, 40)]), dark=0.5)
    rim = oval(0, -3, 35, 5.4)
    s.fill(t.at(rim), dark=0.95, mid=0.5)
    s.stroke(t.at([*rim, rim[0]]), 2.2, mid=0.65, light=0.95)
    for i in range(44):
        a = math.radians(i * 360 / 44)
        x, y = 35 * math.cos(a), -3 + 5.4 * math.sin(a)
        s.stroke(t.at([(x - 0.8, y - 1), (x + 0.8, y + 1)]), 0.35, dark=0.9, mid=None, light=None)


def soap(s: Sheet) -> None:
    """Soaps: a black one of charcoal, a pale one, bubbles."""
    t = stage(s)
    shadow(s, t, 28, 32, x=1)

    def bar(
        x: float, y: float, w: float, h: float, *, dark: float, mid: float, light: float
    ) -> None:
        deep = 9
        face = smooth(
            [
                (x, y + 2),
                (x + 2, y),
                (x + w - 2, y),
                (x + w, y + 2),
                (x + w, y + h - 2),
                (x + w - 2, y + h),
                (x + 2, y + h),
                (x, y + h - 2),
            ],
            closed=True,
            steps=4,
        )
        back = moved(face, deep * 0.7, -deep * 0.62)
        hull = [face[0], back[0], *back[4:20], back[20], *face[20:], face[0]]
        s.fill(t.at(back), dark=min(1, dark + 0.1), mid=mid, light=light)
        s.fill(
            t.at(
                [
                    (x + 1, y + 1),
                    (x + 1 + deep * 0.7, y - deep * 0.62 + 1),
                    (x + w - 1 + deep * 0.7, y - deep * 0.62 + 1),
                    (x + w - 0.4 + deep * 0.7, y + h - 2 - deep * 0.62),
                    (x + w - 0.6, y + h - 1),
                ]
            ),
            dark=min(1, dark + 0.3),
            mid=mid,
            light=light,
        )
        s.fill(t.at(face), dark=dark, mid=mid, light=light)
        del hull
        ink = {"dark": 0.1} if dark > 0.5 else {"dark": 0.7}
        cx, cy = x + w / 2, y + h / 2
        s.stroke(t.at(oval(cx, cy, w * 0.36, h * 0.34)), 0.5, **ink, mid=None, light=None)
        for dx, size in ((-3, 11), (4, 8)):
            shape = smooth_heap(cx + dx, cy + h * 0.16, size, size * 0.62)
            s.stroke(t.at([*shape, shape[0]]), 0.6, **ink, mid=None, light=None)

    bar(-34, 6, 36, 21, dark=0.95, mid=0.3, light=0)
    bar(-4, 8, 34, 20, dark=0.0, mid=s.rng.choice((0.0, 0.35)), light=0.3)
    bar(-20, -17, 36, 21, dark=0.0, mid=s.rng.choice((0.9, 0.55)), light=0.8)
    for _ in range(11):
        x, y, r = s.rng.uniform(-32, 34), s.rng.uniform(-42, -22), s.rng.uniform(0.9, 4.2)
        s.fill(t.at(oval(x, y, r)), light=0.1, dark=None, mid=None)
        s.stroke(t.at(oval(x, y, r)), 0.45, dark=0.9, mid=None, light=None)
        s.stroke(t.at(oval(x, y, r * 0.6, start=190, end=260)), 0.5)


def chicory_tin(s: Sheet) -> None:
    """A tin of roasted chicory, a sprig on its label."""
    t = stage(s)
    shadow(s, t, 37, 22)
    base = {"mid": 1.0, "light": 0.6} if s.rng.random() < 0.5 else {"dark": 0.92}
    body = [(-21, -24), (21, -24), (21, 35), *oval(0, 35, 21, 3.4, start=0, end=180), (-21, 35)]
    s.fill(t.at(body), **base)
    lid = [(-22, -30), (22, -30), (22, -23), *oval(0, -23, 22, 3.4, start=0, end=180), (-22, -23)]
    with s.clip(t.at(body)):
        s.fill(
            t.at(
                [
                    (-21, -12),
                    *oval(0, -12, 21, 3.2, start=180, end=0),
                    (21, -12),
                    (21, 25),
                    *oval(0, 25, 21, 3.2, start=0, end=180),
                ]
            ),
            light=0.12,
        )
        s.fill(t.at(oval(0, 8, 13.5)), light=0.95)
        for i in range(24):
            a = math.radians(i * 15)
            s.stroke(
                t.at(
                    [
                        (13.5 * math.cos(a), 8 + 13.5 * math.sin(a)),
                        (15.4 * math.cos(a), 8 + 15.4 * math.sin(a)),
                    ]
                ),
                0.5,
                mid=1,
            )
        root = smooth([(-1.6, 6), (2.4, 6), (1.6, 13), (0.2, 19), (-1.2, 13)], closed=True)
        for turn in (-38, -16, 10, 34):
            leaf = turned(
                smooth([(0, 7), (2.6, 0), (1.8, -7), (0, -10), (-1.8, -7), (-2.6, 0)], closed=True),
                turn,
                0,
                7,
            )
            s.fill(t.at(leaf), dark=0.85, light=0.9)
        s.fill(t.at(root), mid=0.85, light=0.9)
        for y in (-8.4, 21.6):
            s.stroke(t.at(oval(0, y, 21, 3.2, start=0, end=180)), 0.8, mid=1)
        s.over(t.at(rect(10, -30, 14, 70)), dark=Fade(0.15, 0.8, 0))
        s.stroke(t.at([(-16.5, -20), (-16.5, 35)]), 1.5)
    s.fill(t.at(lid), dark=0.3, light=0.9)
    s.fill(t.at(oval(0, -30, 22, 3.6)), dark=0.12, light=0.8)
    s.stroke(t.at(oval(0, -30, 22, 3.6)), 0.5, dark=0.95, mid=None, light=None)
    s.over(t.at(rect(9, -30, 13, 8)), dark=0.6)
    sprig(s, t, -29, 38, 9, -24, dark=0.85)


def sweets(s: Sheet) -> None:
    """Caramels in twisted paper beside sweets black as coal."""
    t = stage(s)
    shadow(s, t, 25, 36)
    for _ in range(19):
        x, y = s.rng.gauss(11, 9), s.rng.uniform(4, 24)
        size = s.rng.uniform(4.5, 7)
        knots = [
            (
                x + size * s.rng.uniform(0.7, 1.1) * math.cos(i * math.tau / 7),
                y + size * s.rng.uniform(0.7, 1.0) * math.sin(i * math.tau / 7),
            )
            for i in range(7)
        ]
        s.fill(t.at(knots), dark=0.96, mid=0.4)
        s.fill(t.at([(x, y - size * 0.1), knots[4], knots[5]]), dark=0.55)
        s.fill(t.at([(x, y - size * 0.1), knots[5], knots[6]]), dark=0.75, mid=0.4)
        s.stroke(t.at([*knots, knots[0]]), 0.22, dark=0.4)
    spots = [(-20, 15, -18), (-6, 20, 12), (-15, -1, 24), (-27, 4, 64), (8, -14, -30), (-8, -18, 8)]
    for i, (x, y, turn) in enumerate(spots):
        wrapped(s, t, x, y, 1.0, turn + s.rng.uniform(-9, 9), i % 3)


def wrapped(s: Sheet, t: Stage, x: float, y: float, size: float, turn: float, kind: int) -> None:
    def at(shape: Outline) -> Outline:
        return t.at(turned(moved(shape, x, y), turn, x, y))

    tones = ({"mid": 0.75, "light": 1.0}, {"light": 0.95}, {"light": 0.08})[kind]
    for way in (-1, 1):
        frill = [
            (way * 7, 0),
            (way * 13.5, -5.2),
            (way * 12.6, -2.4),
            (way * 14.4, -0.4),
            (way * 12.6, 2.2),
            (way * 13.5, 5),
        ]
        s.fill(at(frill), **tones)
        for py in (-2.6, 0, 2.6):
            s.stroke(at([(way * 7.4, 0), (way * 12, py)]), 0.25, dark=0.85, mid=None, light=None)
        s.stroke(at([*frill, frill[0]]), 0.35, dark=0.95, mid=None, light=None)
    body = smooth(
        [(-8, 0), (-6.8, -4.8), (0, -5.4), (6.8, -4.8), (8, 0), (6.8, 4.8), (0, 5.4), (-6.8, 4.8)],
        closed=True,
    )
    s.fill(at(body), **tones)
    with s.clip(at(body)):
        for px in (-5, 0, 5):
            s.over(
                at(rect(px - 1, -7, 1.8, 14)),
                mid=0.9 if kind else 0.2,
                dark=0.85 if kind == 1 else None,
            )
        s.over(at(rect(-9, 2.2, 18, 6)), dark=0.45)
    s.stroke(at([*body, body[0]]), 0.4, dark=0.95, mid=None, light=None)


def garlic_braid(s: Sheet) -> None:
    """A braid of smoked garlic."""
    t = stage(s)
    s.stroke(t.at(oval(0, -41, 3, 4)), 0.9, mid=0.9)
    for i in range(16):
        y = -36 + i * 3.4
        for way in (-1, 1):
            strand = smooth([(way * 3.4, y), (way * 1.4, y + 2.6), (-way * 2.8, y + 5)])
            s.stroke(t.at(strand), 2.3, light=0.9, mid=0.35)
            s.stroke(t.at(strand), 0.3, dark=0.85, mid=None, light=None)
    for i in range(8):
        y = -22 + i * 7.2
        for way in (-1, 1):
            bulb(
                s,
                t,
                way * (7.2 + s.rng.uniform(-0.6, 1.4)),
                y + way * 1.8,
                s.rng.uniform(6.6, 7.8),
                way * s.rng.uniform(28, 52),
            )
    bulb(s, t, 0, 38, 7.6, 0)


def bulb(s: Sheet, t: Stage, x: float, y: float, size: float, turn: float) -> None:
    def at(shape: Outline) -> Outline:
        return t.at(turned([(x + px * size, y + py * size) for px, py in shape], -turn, x, y))

    half = smooth(
        [(0.1, -1.25), (0.16, -0.85), (0.7, -0.5), (0.95, 0.15), (0.6, 0.72), (0.12, 0.85)], steps=5
    )
    skin = [*half, *[(-px, py) for px, py in half[::-1]]]
    s.fill(at(skin), light=0.22, mid=0.16)
    for bend in (-0.62, -0.28, 0.08, 0.4, 0.7):
        line = smooth([(0, -0.9), (bend, -0.1), (bend * 0.4, 0.82)])
        s.stroke(at(line), 0.3, mid=0.9, dark=None, light=None)
    shade = [*half, (0.25, 0.8), (0.5, 0.1), (0.2, -0.6)]
    s.over(at(shade), mid=0.65, dark=0.2)
    s.stroke(at([*skin, skin[0]]), 0.4, dark=0.95, mid=None, light=None)
    for px in (-0.1, 0, 0.1):
        s.stroke(at([(px, 0.84), (px * 2.4, 1.02)]), 0.25, dark=0.95, mid=None, light=None)


def notebook(s: Sheet) -> None:
    """Two notebooks, one printed, a pencil across."""
    t = stage(s)
    covers = [({"mid": 0.95}, -9), ({"dark": 0.95}, 4)]
    if s.rng.random() < 0.5:
        covers = [({"dark": 0.95}, 10), ({"light": 0.95}, -5)]
    for i, (tones, turn) in enumerate(covers):
        x, y = (-6 + i * 9, -3 + i * 4)
        page = turned(rect(x - 22, y - 31, 44, 62), turn, x, y)
        s.over(t.at(moved(page, 2, 2.2)), dark=0.5)
        s.fill(t.at(moved(page, 1, 0.9)), light=0.1)
        s.fill(t.at(page), **tones)
        spine = turned(rect(x - 22, y - 31, 6, 62), turn, x, y)
        s.over(t.at(spine), dark=0.9, mid=0.5)
        label = turned(rect(x - 9, y - 22, 24, 30), turn, x, y)
        s.fill(t.at(label), light=0.1)
        with s.clip(t.at(label)):
            s.fill(t.at(oval(x + 7, y - 12, 4.4)), mid=0.95)
            for dx, w, h in ((-1, 19, 15), (8, 17, 11)):
                s.fill(t.at(turned(smooth_heap(x + dx, y + 4, w, h), turn, x, y)), dark=0.95)
            s.fill(t.at(turned(rect(x - 10, y + 3.8, 26, 5), turn, x, y)), light=0.95)
        for k in range(2):
            line = turned([(x - 5, y + 16 + k * 3.4), (x + 11, y + 16 + k * 3.4)], turn, x, y)
            s.stroke(t.at(line), 0.8, light=0.1)
    pencil = turned([(-25, -1.4), (22, -1.4), (27, 0), (22, 1.4), (-25, 1.4)], -32, 0, 0)
    pencil = moved(pencil, 10, 24)
    s.over(t.at(moved(pencil, 1.2, 1.6)), dark=0.5)
    s.fill(t.at(pencil), light=1, mid=0.3)
    tip = pencil[2]
    s.fill(t.at([between(pencil[1], tip, 0.0), tip, pencil[3]]), light=0.25)
    s.fill(t.at([between(pencil[1], tip, 0.65), tip, between(pencil[3], tip, 0.65)]), dark=1)
    s.fill(
        t.at(
            [
                pencil[0],
                between(pencil[0], pencil[1], 0.08),
                between(pencil[4], pencil[3], 0.08),
                pencil[4],
            ]
        ),
        mid=1,
    )


def poster(s: Sheet) -> None:
    """A print of the heaps, its corners curling, pinned by two clips."""
    t = stage(s)
    sheet = [(-27, -36), (27, -36), (27, 34), (-27, 34)]
    s.over(t.at(moved(sheet, 2.6, 3)), dark=0.5)
    s.fill(t.at(sheet))
    inner = rect(-23.5, -32.5, 47, 58)
    s.fill(t.at(inner), light=0.95) if s.rng.random() < 0.5 else s.fill(
        t.at(inner), mid=Fade(0.1, 0.9)
    )
    with s.clip(t.at(inner)):
        s.fill(
            t.at(oval(s.rng.uniform(-12, 12), -12, 10)), mid=0.95 if s.rng.random() < 0.5 else 0.0
        )
        for x, w, h in ((-9, 46, 34), (13, 36, 24)):
            s.fill(t.at(smooth_heap(x, 20, w, h)), dark=0.95)
            s.fill(t.at([(x, 20 - h), (x - w / 2, 20), (x - 2, 20)]), mid=0.95, dark=0.4)
        s.fill(t.at(rect(-30, 19.8, 60, 10)), light=0.3)
        for i in range(4):
            s.over(t.at(rect(-30, 20.6 + i * 1.5, 60, 0.5)), dark=0.95)
    for i, w in enumerate((30, 18)):
        s.over(t.at(rect(-23.5, 27.8 + i * 2.6, w, 1.3)), dark=0.95)
    for x in (-14, 14):
        s.fill(t.at(rect(x - 2.6, -38.4, 5.2, 4.6)), dark=0.98)
        s.stroke(t.at(oval(x, -40, 1.7)), 0.6, dark=0.9, mid=None, light=None)
    curl = [(27, 34), (20, 34), (27, 27)]
    s.fill(t.at(curl), dark=0.0)
    s.fill(t.at([(20, 34), (27, 27), (20.4, 27.6)]), light=0.2, dark=0.25)
