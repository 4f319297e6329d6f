"""Products of willow and paper, and those that are washed with or eaten."""

import math

from .clay import sprig
from .inks import Fade, Sheet
from .shapes import Outline, between, moved, oval, rect, smooth, turned
from .stage import Stage, plain_stage, shadow, smooth_heap


def wicker(s: Sheet) -> None:
    """A willow basket with a round handle."""
    t = plain_stage(s)
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
    t = plain_stage(s)
    shadow(s, t, 28, 32, x=1)
    tints = [{"light": 0.3}, {"mid": 0.4, "light": 0.3}, {"mid": 0.9, "light": 0.8}, {"mid": 0.5}]
    s.rng.shuffle(tints)
    soap_bar(s, t, -34, 6, {"dark": 0.95, "mid": 0.3})
    soap_bar(s, t, -1, 6, tints[0])
    soap_bar(s, t, -19, -16, tints[1])
    for _ in range(11):
        x, y, r = s.rng.uniform(-32, 34), s.rng.uniform(-42, -26), s.rng.uniform(0.9, 4.2)
        s.stroke(t.at(oval(x, y, r)), 0.45, dark=0.9, mid=None, light=None)
        s.stroke(t.at(oval(x, y, r * 0.6, start=190, end=260)), 0.5)


def soap_bar(s: Sheet, t: Stage, x: float, y: float, tones: dict[str, float]) -> None:
    w, h, deep = 32.0, 20.0, 9
    face = smooth([
        (x, y + 2), (x + 2, y), (x + w - 2, y), (x + w, y + 2),
        (x + w, y + h - 2), (x + w - 2, y + h), (x + 2, y + h), (x, y + h - 2),
    ], closed=True, steps=4)  # fmt: skip
    dark = tones.get("dark", 0.0)
    for i in range(deep * 2, 0, -1):
        s.fill(t.at(moved(face, i * 0.36, -i * 0.3)), **{**tones, "dark": min(1.0, dark + 0.4)})
    s.fill(t.at(face), **tones)
    ink = {"dark": 0.15} if dark > 0.5 else {"dark": 0.85}
    s.stroke(t.at([*face, face[0]]), 0.4, dark=ink["dark"], mid=None, light=None)
    cx, cy = x + w / 2, y + h / 2
    s.stroke(t.at(oval(cx, cy, w * 0.36, h * 0.36)), 0.6, **ink, mid=None, light=None)
    for dx, size in ((-3, 12), (4, 9)):
        shape = smooth_heap(cx + dx, cy + h * 0.18, size, size * 0.66)
        s.stroke(t.at([*shape, shape[0]]), 0.6, **ink, mid=None, light=None)


def chicory_tin(s: Sheet) -> None:
    """A tin of roasted chicory, a sprig on its label."""
    t = plain_stage(s)
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
    t = plain_stage(s)
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
    t = plain_stage(s)
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
    t = plain_stage(s)
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
    t = plain_stage(s)
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
