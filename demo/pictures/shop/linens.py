"""Linen from the loom, laid, hung and filled."""

from ..inks import Fade, Points, Sheet
from ..shapes import moved, oval, rect, rough, smooth, turned
from .plinth import Plinth, rounded, symmetric


def threads(p: Plinth, shape: Points, tone: float = 0.3) -> None:
    """The weave: fine upright threads."""
    with p.within(shape):
        for i in range(-44, 45):
            p.stroke([(i, -50), (i, 55)], 0.1, dark=tone, mid=None, light=None)


def tea_towel(s: Sheet) -> None:
    """A tea towel hung by its loop, a line along its hem."""
    p = Plinth(s)
    p.line(oval(0, -38, 2.4, 5), 0.9)
    p.solid(oval(0, -43, 3), mid=0.7, light=0.3)
    cloth = [
        (-1, -35),
        *smooth([(2, -35), (14, -22), (24, -2), (27, 34)]),
        (13, 41),
        (4, 36),
        (-8, 43),
        (-24, 35),
        *smooth([(-24, 35), (-22, -2), (-13, -22), (-1, -35)]),
    ]
    p.cast(cloth, 3, 3)
    p.fill(cloth, light=0.08)
    threads(p, cloth)
    with p.within(cloth):
        for y, width in ((24, 3.4), (29.4, 1), (31.6, 1)):
            hem = [(-26, y), (-8, y + 6), (4, y), (13, y + 4.6), (28, y - 2)]
            p.stroke(hem, width, dark=0.95)
        for fold in ([(-1, -34), (-9, 0), (-8, 44)], [(1, -34), (5, 0), (4, 37)],
                     [(1, -34), (15, 0), (13, 42)]):  # fmt: skip
            p.line(smooth(fold), 0.5)
        for shade in (
            [(0, -35), (-9, 0), (-8, 43), (-15, 40)],
            [(1, -34), (15, 0), (13, 41), (21, 38)],
        ):
            p.ink(shade, dark=0.3)
    p.edge(cloth, 0.7)


def tablecloth(s: Sheet) -> None:
    """A wide cloth on a table, its hem mitred; a jug of flax on it."""
    p = Plinth(s)
    for x in (-33, 31):
        p.solid(rect(x, 20, 3, 26), mid=0.7)
    drop = [
        (-41, -3),
        (41, -3),
        (45, 26),
        *smooth([(45, 26), (30, 33), (16, 27), (0, 34), (-17, 27), (-31, 33), (-45, 26)]),
    ]
    p.cast(drop, 1, 2)
    p.fill(drop, dark=0.8)
    top = [(-29, -16), (29, -16), (41, -2), (-41, -2)]
    p.fill(top, dark=0.6)
    threads(p, drop, 0.95)
    with p.within(drop):
        for top_x, end in ((-30, -31), (-15, -17), (0, 0), (15, 16), (29, 30)):
            p.line(smooth([(top_x, -2), (top_x + 1, 14), (end, 34)]), 0.6)
            p.ink([(top_x, 2), (top_x + 5, 34), (end, 34)], dark=0.95)
    p.stroke(moved(drop[3:], 0, -4), 0.5, light=0.2)
    for shape in (drop, top):
        p.edge(shape, 0.6)
    jug = symmetric([(0, -36), (4.6, -36), (4.4, -30), (8.6, -20), (7, -8), (0, -7)])
    p.stroke(oval(8.6, -22, 5, 6.5, start=-110, end=100), 1.5, dark=0.95)
    for x, y in ((-14, -45), (-5, -47), (5, -46), (14, -44)):
        p.line(smooth([(0, -35), (x * 0.7, y + 6), (x, y)]), 0.6)
        for k in range(5):
            p.fill(turned(oval(x, y - 1.8, 1.2, 1.9), k * 72, x, y), dark=0.7)
        p.fill(oval(x, y, 0.8), light=1)
    p.solid(jug)
    p.ink([(3, -35), (4.6, -36), (8.6, -20), (7, -8), (3, -7)], dark=0.35)


def napkins(s: Sheet) -> None:
    """Four napkins overlapping, each with one more thread in its edge than the last."""
    p = Plinth(s)
    for i in range(4):
        turn, x, y = -22 + i * 13, -16 + i * 10.5, 4 - i * 3.4
        square = turned(rect(x - 19, y - 24, 38, 48), turn, x, y + 20)
        p.cast(square, 1.6, 2.2)
        p.fill(square, light=0.06)
        threads(p, square, 0.26)
        for k in range(i + 1):
            inset = 2.4 + k * 1.9
            line = rect(x - 19 + inset, y - 24 + inset, 38 - inset * 2, 48 - inset * 2)
            p.edge(turned(line, turn, x, y + 20), 0.85)
        p.line(turned([(x, y - 24), (x, y + 24)], turn, x, y + 20), 0.3)
        p.edge(square, 0.5)


def cushion(s: Sheet) -> None:
    """A cushion woven in seven bands, from chalk down to coal."""
    p = Plinth(s)
    p.shadow(33, 34)
    pillow = smooth(
        [
            (-37, -31),
            (-18, -33.6),
            (0, -34),
            (18, -33.6),
            (37, -31),
            (36.4, -14),
            (36, 1),
            (36.4, 16),
            (37, 33),
            (18, 34),
            (0, 34.4),
            (-18, 34),
            (-37, 33),
            (-36.4, 16),
            (-36, 1),
            (-36.4, -14),
        ],
        closed=True,
    )
    p.fill(pillow)
    bands = (
        (-24, {"light": 0.5}),
        (-15, {"light": 1}),
        (-8, {"light": 1, "mid": 0.4}),
        (3, {"mid": 0.85, "light": 0.4}),
        (11, {"dark": 0.42}),
        (20, {"dark": 0.72}),
        (26, {"dark": 0.96}),
    )
    with p.within(pillow):
        for y, tones in bands:
            edge = rough(
                [(-40, y), (0, y + p.rng.uniform(-1.5, 1.5)), (40, y)], 0.9, p.rng, rounds=4
            )
            p.fill([*edge, (40, 40), (-40, 40)], **tones)
        p.ink([(20, -36), (40, -36), (40, 38), (16, 38), (25, 2)], dark=Fade(0.1, 0.5, 0))
    threads(p, pillow, 0.5)
    p.edge(pillow, 0.8)
    for x, y, way in ((-33, -28, 1), (33, -28, -1), (-33, 30, 1), (33, 30, -1)):
        p.line(smooth([(x, y), (x + way * 7, y * 0.86), (x + way * 10, y * 0.66)]), 0.4)


def bread_bag(s: Sheet) -> None:
    """A bread bag, its cord half drawn, two loaves looking out."""
    p = Plinth(s)
    p.shadow(40, 22)
    for x, top, turn in ((-5, -45, -9), (6, -41, 10)):
        loaf = turned(rounded(x - 5.4, top, 10.8, 50, 5.4), turn, x, 0)
        p.solid(loaf, mid=0.55, light=0.9)
        for i in range(3):
            cut = smooth(
                [(x - 3, top + 7 + i * 8), (x + 1, top + 5 + i * 8), (x + 3, top + 2 + i * 8)]
            )
            p.stroke(turned(cut, turn, x, 0), 1.3, light=0.3)
    bag = symmetric([
        (0, -20), *smooth([(14, -22), (18, -17), (12, -11), (20, 4), (24, 24), (21, 40)]), (0, 41),
    ])  # fmt: skip
    p.cast(bag, 2.4, 2)
    p.fill(bag, light=0.1)
    threads(p, bag)
    p.ink(
        smooth([(12, -11), (20, 4), (24, 24), (21, 40), (12, 40), (14, 12), (8, -8)], closed=True),
        dark=Fade(0.1, 0.5, 0),
    )
    for x in (-9, -4, 1, 6):
        p.line(smooth([(x, -19), (x * 0.8, -11), (x * 1.3, 0)]), 0.4)
    p.line(smooth([(-16.6, -19.4), (0, -17), (16.6, -19.4)]), 1.6)
    p.line(smooth([(-12.4, -11), (0, -8.6), (12.4, -11)]), 1.3)
    for way in (-1, 1):
        p.line(smooth([(3, -9), (3 + way * 5, -1), (3 + way * 3, 8)]), 1)
        p.solid(oval(3 + way * 3, 9, 1.6), mid=0.8)
    ear(p)
    p.edge(bag, 0.7)


def ear(p: Plinth) -> None:
    """An ear of wheat, printed on the bag."""
    p.line([(0, 35), (0, 13)], 0.5)
    for i in range(6):
        for way in (-1, 1):
            grain = oval(way * 2.3, 14 + i * 2.7, 2.2, 1, turn=-way * 58)
            p.fill(grain, dark=0.95)
    p.fill(oval(0, 11, 1, 2.2), dark=0.95)
