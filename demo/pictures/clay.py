"""Products of clay, as a museum shop's catalogue shows them."""

import math

from .inks import Fade, Sheet
from .shapes import oval, rect, rough, smooth, turned
from .stage import Stage, plain_stage, shadow, smooth_heap

CREAM = {"light": 0.06}


def porcelain_blue(s: Sheet) -> None:
    """A plate painted in one colour: a rim of sprigs around a small landscape."""
    t = plain_stage(s)
    s.over(t.at(oval(2.5, 3.2, 35.5)), dark=0.55)
    s.fill(t.at(oval(0, 0, 35)))
    for radius, width in ((34.2, 0.9), (32.8, 0.25), (23.2, 0.7), (21.9, 0.25)):
        s.stroke(t.at(oval(0, 0, radius)), width, dark=0.95)
    count = s.rng.choice((8, 10, 12))
    for i in range(count):
        angle = i * 360 / count
        a = math.radians(angle - 90)
        sprig(s, t, 25 * math.cos(a), 25 * math.sin(a), 5.6, angle, dark=0.95)
        b = math.radians(angle - 90 + 180 / count)
        s.over(t.at(oval(28.3 * math.cos(b), 28.3 * math.sin(b), 0.8)), dark=0.95)
    disc = t.at(oval(0, 0, 21))
    with s.clip(disc):
        for i in range(7):
            s.over(t.at(rect(-22, -14 + i * 3.4, 44, 0.2 + i * 0.12)), dark=0.55)
        x = s.rng.uniform(-5, 5)
        for dx, w, h in ((-7, 30, 17), (9, 26, 13)):
            body = smooth_heap(x + dx, 8, w, h)
            s.fill(t.at(body), dark=Fade(0.5, 0.95))
            s.stroke(t.at(body), 0.5, dark=1)
        s.fill(t.at(rect(-22, 8, 44, 20)), dark=0.18)
        for i in range(8):
            s.over(t.at(rect(-20 + s.rng.uniform(-3, 3), 10 + i * 1.5, 40, 0.35)), dark=0.9)
        for i in range(9):
            s.over(t.at(rough(oval(-16 + i * 4, 8, 1.9, 1.6), 0.2, s.rng, rounds=1)), dark=0.95)
    s.over(
        t.at([*oval(0, 0, 35, start=110, end=200), *oval(0, 0, 31, start=200, end=110)]), dark=0.18
    )


def sprig(
    s: Sheet, t: Stage, x: float, y: float, size: float, angle: float, **ink: float | None
) -> None:
    """A painted twig with leaves, as on old porcelain."""
    tones = {"dark": None, "mid": None, "light": None, **ink}
    stem = [(x, y), (x + size * 0.1, y - size * 0.5), (x, y - size)]
    s.stroke(t.at(turned(smooth(stem), angle, x, y)), size * 0.05, **tones)
    for i in range(5):
        for way in (-1, 1):
            py = y - size * (0.2 + i * 0.17)
            leaf = oval(x + way * size * 0.17, py, size * 0.15, size * 0.06, turn=way * -35)
            s.over(t.at(turned(leaf, angle, x, y)), **tones)
    bloom = turned([(x, y - size * 1.08)], angle, x, y)[0]
    for k in range(5):
        a = math.radians(angle + k * 72)
        petal = oval(
            bloom[0] + size * 0.1 * math.cos(a), bloom[1] + size * 0.1 * math.sin(a), size * 0.085
        )
        s.over(t.at(petal), **tones)


def faience_tile(s: Sheet) -> None:
    """Four tiles that meet in one rosette."""
    t = plain_stage(s)
    s.over(t.at(rect(-31, -29, 65, 65)), dark=0.6)
    petals = s.rng.choice((1, 2, 3))
    for gx in (-1, 1):
        for gy in (-1, 1):
            cx, cy = gx * 16.2, gy * 16.2
            s.fill(t.at(rect(cx - 15.6, cy - 15.6, 31.2, 31.2)))
            s.stroke(
                t.at([*rect(cx - 14.2, cy - 14.2, 28.4, 28.4), (cx - 14.2, cy - 14.2)]),
                0.7,
                dark=0.95,
            )
            quarter = math.degrees(math.atan2(-gy, -gx))
            ox, oy = cx - gx * 14.2, cy - gy * 14.2
            fx, fy = cx + gx * 14.2, cy + gy * 14.2
            for r, tones in (
                (24.0, {"light": 0.9}),
                (20, {}),
                (17, {"dark": 0.95}),
                (8, {"light": 0.9}),
                (5, {"mid": 0.95}),
            ):
                sector = [
                    (ox, oy),
                    *oval(ox, oy, r, start=quarter + 180 - 45, end=quarter + 180 + 45),
                ]
                with_in = [
                    (min(max(px, cx - 14.2), cx + 14.2), min(max(py, cy - 14.2), cy + 14.2))
                    for px, py in sector
                ]
                s.fill(t.at(with_in), **tones)
            for k in range(petals * 2 + 1):
                a = quarter + 180 - 36 + 72 * k / (petals * 2)
                px, py = (
                    ox + 12.3 * math.cos(math.radians(a)),
                    oy + 12.3 * math.sin(math.radians(a)),
                )
                s.fill(t.at(oval(px, py, 3.6, 1.3, turn=a)), light=0.05)
            for r, tones in ((7.0, {"mid": 0.95}), (4.4, {}), (2.2, {"dark": 0.95})):
                sector = [(fx, fy), *oval(fx, fy, r, start=quarter - 45, end=quarter + 45)]
                s.fill(t.at(sector), **tones)
    for _ in range(14):
        x, y = s.rng.uniform(-31, 31), s.rng.uniform(-31, 31)
        crack = rough(
            [(x, y), (x + s.rng.uniform(-6, 6), y + s.rng.uniform(-6, 6))], 0.5, s.rng, rounds=3
        )
        s.stroke(t.at(crack), 0.1, dark=0.6, mid=None, light=None)


def brick(s: Sheet) -> None:
    """Bricks of the miners' rows: a small stack, the upper one stamped."""
    t = plain_stage(s)
    shadow(s, t, 28, 32, x=2)

    def block(x: float, y: float, w: float, h: float, deep: float, *, stamp: bool = False) -> None:
        lift = deep * 0.46
        top = [(x, y), (x + deep, y - lift), (x + w + deep, y - lift), (x + w, y)]
        flank = [(x + w, y), (x + w + deep, y - lift), (x + w + deep, y - lift + h), (x + w, y + h)]
        face = rough([*rect(x, y, w, h), (x, y)], 0.16, s.rng, rounds=4)
        s.fill(t.at(face), mid=1, light=0.5)
        s.fill(t.at(top), mid=0.72, light=0.35)
        s.fill(t.at(flank), mid=1, dark=0.72, light=0.5)
        for _ in range(46):
            px, py = x + s.rng.random() * w, y + s.rng.random() * h
            s.over(
                t.at(oval(px, py, s.rng.uniform(0.12, 0.4))),
                dark=s.rng.choice((0.0, 0.85)),
                mid=s.rng.choice((0.4, 1)),
            )
        if stamp:
            frog = [
                (x + w * 0.14 + deep * 0.3, y - lift * 0.3),
                (x + w * 0.14 + deep * 0.72, y - lift * 0.72),
                (x + w * 0.84 + deep * 0.72, y - lift * 0.72),
                (x + w * 0.84 + deep * 0.3, y - lift * 0.3),
            ]
            s.fill(t.at(frog), mid=1, dark=0.55, light=0.4)
            cx, cy = x + w * 0.49 + deep * 0.5, y - lift * 0.5
            mark = [(cx - 5, cy + 2), (cx, cy - 2.2), (cx + 5, cy + 2)]
            s.stroke(t.at([*mark, mark[0]]), 0.6, mid=0.5)

    block(-33, 10, 31, 17, 15)
    block(1, 10, 31, 17, 15)
    block(-18 + s.rng.uniform(-4, 4), -8, 31, 17, 15, stamp=True)
    if s.rng.random() < 0.5:
        block(-10, -26, 31, 17, 15, stamp=True)


def ceramics_bowl(s: Sheet) -> None:
    """A thrown bowl, its glaze run down over bare clay."""
    t = plain_stage(s)
    shadow(s, t, 24, 20)
    wide = s.rng.uniform(29, 34)
    deep = s.rng.uniform(20, 25)
    half = smooth(
        [
            (wide, -12),
            (wide * 0.93, -12 + deep * 0.5),
            (wide * 0.5, -12 + deep * 1.15),
            (wide * 0.36, 18),
        ]
    )
    half += [(wide * 0.4, 23), (0, 23)]
    bowl = t.both(half)
    s.fill(bowl, mid=0.55, light=0.6)
    with s.clip(bowl):
        drips = [(-40.0, -20.0), (-40.0, 0.0)]
        x = -38.0
        while x < 38:
            drips.append((x, s.rng.uniform(-2, 9)))
            x += s.rng.uniform(3, 6)
        glaze = [*smooth(drips), (40, -20)]
        s.fill(t.at(glaze), dark=Fade(0.9, 0.6, 0), light=0.0)
        for y in range(-10, 24, 3):
            s.stroke(
                t.at(oval(0, y - 6, wide, 7, start=10, end=170)),
                0.16,
                dark=0.9,
                mid=None,
                light=None,
            )
        s.over(t.at(rect(wide * 0.32, -20, 40, 60)), dark=0.72)
        s.stroke(t.at(smooth([(-wide * 0.82, -8), (-wide * 0.74, 1), (-wide * 0.58, 7)])), 1.6)
    s.fill(t.at(oval(0, -12, wide, 6.4)), dark=0.95)
    s.fill(t.at(oval(0, -10.8, wide * 0.93, 5)), dark=0.55, light=0.5)
    for _ in range(60):
        px, py = s.rng.uniform(-wide, wide), s.rng.uniform(-10, 20)
        if abs(px) < wide * (0.95 - (py + 10) / 60):
            s.fill(
                t.at(oval(px, py, s.rng.uniform(0.1, 0.35))),
                dark=s.rng.choice((0, 1)),
                mid=None,
                light=None,
            )


def mug(s: Sheet) -> None:
    """A mug banded like strata, or with a heap on it; steam above."""
    t = plain_stage(s)
    shadow(s, t, 29, 22)
    for width, tones in ((6.4, {"dark": 0.95}), (4.4, {"light": 0.06})):
        s.stroke(t.at(oval(21, 4, 11.5, 12, start=-95, end=95)), width, **tones)
    body = t.at([(-22, -20), (22, -20), (21, 27), (19, 30), (-19, 30), (-21, 27)])
    s.fill(body, **CREAM)
    with s.clip(body):
        if s.rng.random() < 0.5:
            edge = 6.0
            for tones in (
                {"light": 0.95},
                {"mid": 0.95},
                {"dark": 0.95},
                {"mid": 0.95, "light": 1.0},
            ):
                line = rough([(-26, edge), (26, edge + s.rng.uniform(-3, 3))], 1.4, s.rng, rounds=4)
                s.fill(t.at([*line, (26, 34), (-26, 34)]), **tones)
                edge += s.rng.uniform(4, 6.5)
        else:
            s.fill(t.at(oval(s.rng.uniform(-9, 9), -4, 8)), light=0.95)
            for x, w, h in ((-8, 34, 24), (10, 30, 19)):
                s.fill(t.at(smooth_heap(x, 22, w, h)), dark=0.95)
            s.fill(t.at(rect(-26, 22, 52, 12)), mid=0.95)
        s.over(t.at(rect(11, -24, 20, 60)), dark=Fade(0.2, 0.75, 0))
        s.stroke(t.at([(-17.5, -15), (-16.6, 24)]), 1.1)
    s.stroke([*body, body[0]], 0.6, dark=0.95, mid=None, light=None)
    s.fill(t.at(oval(0, -20, 22, 4.2)), light=0.06)
    s.fill(t.at(oval(0, -19.2, 20, 3.2)), dark=0.9, mid=0.8)
    s.stroke(t.at(oval(0, -20, 22, 4.2)), 0.6, dark=0.95, mid=None, light=None)
    for x in (-7, 0, 7):
        puff = smooth([(x, -26), (x + 2.4, -30), (x - 1.6, -34), (x + 1.4, -39)])
        s.stroke(t.at(puff), 1.2)
