"""Products of glass, metal, wax and wood."""

import math

from .inks import Sheet
from .miners import miners_lamp
from .shapes import Outline, moved, oval, rect, rough, smooth
from .stage import plain_stage, shadow, smooth_heap


def lamp(s: Sheet) -> None:
    """A miner's safety lamp, lit."""
    t = plain_stage(s)
    s.fill(t.at(oval(0, 0, 43)))
    s.glow(t.x, t.y + 6, 42)
    shadow(s, t, 36, 17)
    miners_lamp(s, t.x, t.y + 36, 78)
    for x, width in ((-9.5, 1.3), (-4.6, 0.7)):
        s.stroke(t.at([(x, 20), (x, 34)]), width, mid=0.5, dark=0.0, light=0.9)
        s.stroke(t.at([(x + 1.4, -24), (x + 0.6, -6)]), width * 0.7, mid=0.3, dark=0.2)


def candle(s: Sheet) -> None:
    """A candle poured in the shape of a heap, or in a tin."""
    t = plain_stage(s)
    shadow(s, t, 30, 26)
    if s.rng.random() < 0.6:
        top, body = -16.0, smooth_heap(0, 30, 58, 46)
        s.fill(t.at(body), dark=0.95, mid=0.4)
        shade = [(0, -16), (2, 0), (-2, 14), (3, 30), (-32, 30), (-32, -20)]
        with s.clip(t.at(body)):
            s.fill(t.at(shade), dark=0.68, mid=0.5, light=0.6)
            for i in range(18):
                foot = -30 + i * 3.5
                a = s.rng.uniform(0.1, 0.5)
                s.stroke(
                    t.at([(foot * a, -16 + 46 * a), (foot, 30)]),
                    0.28,
                    dark=0.3 if foot > 0 else 1,
                    mid=None,
                    light=None,
                )
    else:
        top = -8.0
        s.fill(
            t.at([(-20, -8), (20, -8), (20, 28), (17, 31), (-17, 31), (-20, 28)]), mid=1, light=0.4
        )
        s.over(t.at(rect(8, -8, 12, 38)), dark=0.6)
        s.fill(t.at(rect(-20, 4, 40, 15)), light=0.1)
        s.fill(t.at(smooth_heap(-4, 17, 18, 10)), dark=0.95)
        s.fill(t.at(smooth_heap(6, 17, 15, 8)), dark=0.95)
        s.fill(t.at(oval(0, -8, 20, 4)), light=0.3)
        s.stroke(t.at(oval(0, -8, 20, 4)), 0.7, dark=0.95, mid=None, light=None)
    s.glow(t.x, t.y + top - 8, 20)
    s.stroke(t.at([(0, top), (0.4, top - 5)]), 0.8, dark=1, mid=None, light=None)
    flame = smooth(
        [(0.4, top - 17), (3.6, top - 8), (1.8, top - 4), (-1.6, top - 4), (-3, top - 8)],
        closed=True,
    )
    s.fill(t.at(flame), light=1, mid=0.75)
    core = smooth([(0.4, top - 12), (1.8, top - 7), (0.3, top - 4.4), (-1.4, top - 7)], closed=True)
    s.fill(t.at(core), light=0.4)


def wood_turned(s: Sheet) -> None:
    """Turned wood: a lidded box beside a spinning top or a pepper mill."""
    t = plain_stage(s)
    shadow(s, t, 30, 30, x=2)

    def turned_piece(x: float, half: list[tuple[float, float]]) -> Outline:
        edge = smooth(half, steps=5)
        shape = moved([*edge, *[(-px, py) for px, py in edge[::-1]]], x, 0)
        s.fill(t.at(shape), mid=0.5, light=0.9)
        with s.clip(t.at(shape)):
            for i in range(24):
                px = x - 20 + i * 1.7
                grain = rough([(px, -45), (px + s.rng.uniform(-2, 2), 35)], 1.2, s.rng, rounds=4)
                s.stroke(t.at(grain), s.rng.uniform(0.12, 0.35), mid=1, dark=None, light=None)
            most = max(px for px, _ in edge)
            s.over(t.at(rect(x + most * 0.3, -50, 40, 90)), dark=0.62)
            s.stroke(
                t.at([(x - most * 0.55, -40), (x - most * 0.62, 32)]),
                0.9,
                light=0.4,
                mid=None,
                dark=None,
            )
        return shape

    turned_piece(
        -14,
        [
            (0, -36),
            (4.5, -34),
            (5, -29),
            (3, -26),
            (8, -22),
            (9, -16),
            (5, -11),
            (6, 2),
            (11, 16),
            (12, 27),
            (10, 31),
            (0, 31),
        ],
    )
    for y, w in ((-22, 8), (-9.5, 5), (26, 12)):
        s.stroke(t.at([(-14 - w, y), (-14 + w, y)]), 0.8, dark=0.95, mid=None, light=None)
    turned_piece(
        15,
        [
            (0, -6),
            (3, -5),
            (3.4, -1),
            (2, 1),
            (12, 4),
            (17, 8),
            (17.4, 12),
            (17, 22),
            (14, 30),
            (0, 31),
        ],
    )
    for y in (9.6, 11):
        s.stroke(t.at([(-2.2, y), (32.2, y)]), 0.7, dark=0.95, mid=None, light=None)


def jewellery(s: Sheet) -> None:
    """A pendant of polished shale on a chain, with its earrings."""
    t = plain_stage(s)
    chain = smooth([(-24, -44), (-22, -18), (0, 6), (22, -18), (24, -44)], steps=26)
    last = (-99.0, 0.0)
    for point in chain:
        if math.dist(last, point) > 1.9:
            s.stroke(t.at(oval(*point, 0.85, 0.6, turn=45)), 0.42, dark=0.95, mid=None, light=None)
            last = point
    shape = s.rng.choice(("heap", "drop", "facet"))

    def stone(x: float, y: float, size: float) -> None:
        s.stroke(t.at(oval(x, y - size * 1.2, size * 0.14)), size * 0.06, light=1, dark=0.4)
        if shape == "heap":
            body = smooth_heap(x, y + size * 0.8, size * 2.3, size * 1.8)
        elif shape == "drop":
            body = smooth(
                [
                    (x, y - size),
                    (x + size * 0.75, y + size * 0.3),
                    (x, y + size),
                    (x - size * 0.75, y + size * 0.3),
                ],
                closed=True,
            )
        else:
            body = [
                (x - size * 0.5, y - size),
                (x + size * 0.5, y - size),
                (x + size, y - size * 0.2),
                (x, y + size),
                (x - size, y - size * 0.2),
            ]
        s.over(t.at(moved(body, size * 0.1, size * 0.12)), dark=0.5)
        s.fill(t.at(body), dark=0.95, mid=0.3)
        with s.clip(t.at(body)):
            for corner in ((-1.2, 0.2), (-0.5, 1.0), (0.2, 1.0)):
                facet = [
                    (x - size * 0.1, y - size * 0.3),
                    (x + corner[0] * size, y + corner[1] * size),
                    (x + (corner[0] + 0.5) * size, y + corner[1] * size),
                ]
                s.fill(t.at(facet), dark=s.rng.choice((0.5, 0.7)), mid=s.rng.choice((0, 0.6)))
            s.stroke(
                t.at([(x - size * 0.4, y - size * 0.5), (x - size * 0.1, y - size * 0.8)]),
                size * 0.08,
            )
        s.stroke(t.at([*body, body[0]]), size * 0.07, light=1, mid=0.2)

    stone(0, 18, 12)
    for x in (-25, 25):
        hook = smooth([(x, 21), (x, 12), (x + 3, 9.5), (x + 5, 13)])
        s.stroke(t.at(hook), 0.6, dark=0.8, mid=None, light=None)
        stone(x, 28, 5.5)
