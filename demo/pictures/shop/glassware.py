"""Glass: clear, pale, what is behind it seen through."""

import math

from ..inks import Fade, Points, Sheet
from ..shapes import between, moved, oval, rect, rough, smooth, turned
from .plinth import Plinth, lump, rounded, symmetric


def clear(p: Plinth, shape: Points) -> None:
    """A body of clear glass: its ground shines through, its edges gather colour."""
    p.fill(shape, light=Fade(0.34, 0.62, 20))
    p.edge(shape, 0.7)


def carafe(s: Sheet) -> None:
    """A carafe of water, a thread laid round its belly, and a tumbler."""
    p = Plinth(s)
    p.shadow(37, 22, -8)
    p.shadow(37, 11, 25)
    neck, belly = p.rng.uniform(5.2, 6), p.rng.uniform(20, 22)
    half = smooth([
        (neck + 2.4, -44), (neck, -38), (neck, -18), (belly, 8), (belly, 26), (belly * 0.86, 37),
    ])  # fmt: skip
    body = moved(symmetric([*half, (0, 38)]), -11, 0)
    clear(p, body)
    with p.within(body):
        water = [*oval(-11, 2, 30, 2.4, start=180, end=0), (20, 50), (-50, 50)]
        p.fill(water, light=0.95)
        p.ink(rect(-11 + belly * 0.36, -50, 30, 90), dark=0.2)
        p.line(oval(-11, 2, belly * 0.86, 2.2), 0.3)
        p.stroke(oval(-11, 8, belly + 1, 3, start=8, end=172), 1.5, dark=0.95)
        shine = smooth([(-14, -40), (-14, -18), (-11 - belly * 0.72, 10), (-11 - belly * 0.7, 28)])
        p.stroke(shine, 1.6)
    p.edge(body, 0.7)
    p.solid(oval(-11, -44, neck + 2.4, 1.5), light=0.3)
    cup = [(15, 8), (36, 8), (34, 37), (17, 37)]
    clear(p, cup)
    p.fill([(15.7, 19), (35.3, 19), (34, 34), (17, 34)], light=0.95)
    p.stroke([(18.6, 12), (19.6, 32)], 1.2)
    p.edge(cup, 0.7)
    p.solid(oval(25.5, 8, 10.5, 1.7), light=0.2)


def glass_vase(s: Sheet) -> None:
    """A tall vase, pale at the lip and dark at the foot, a branch in blossom in it."""
    p = Plinth(s)
    p.shadow(43, 12)
    for end in ((-22, -40), (10, -44), (24, -27)):
        branch(p, end)
    body = symmetric([(10.5, -12), (10, 10), (10, 40), (8.6, 43), (0, 43)])
    p.fill(body, light=0.7, mid=Fade(0.08, 1))
    p.ink(rect(-10, 16, 20, 27), dark=Fade(0.0, 0.95))
    p.ink([(5, -12), (10.5, -12), (10, 42), (5, 43)], dark=0.3)
    p.stroke([(-7.4, -8), (-7.2, 36)], 1.1)
    p.edge(body, 0.6)
    p.solid(oval(0, -12, 10.5, 2), light=0.4, mid=0.15)


def branch(p: Plinth, end: tuple[float, float]) -> None:
    """A twig of apple blossom out of the neck of the vase."""
    path = rough([(0, -8), between((0, -8), end, 0.5), end], 1.4, p.rng, rounds=3)
    p.line(path, 0.8)
    for part in (0.45, 0.62, 0.8, 0.98):
        x, y = path[round(part * (len(path) - 1))]
        x, y = x + p.rng.uniform(-3, 3), y + p.rng.uniform(-3, 1)
        for k in range(5):
            a = math.radians(k * 72 + 20)
            p.solid(oval(x + 1.9 * math.cos(a), y + 1.9 * math.sin(a), 1.7))
        p.fill(oval(x, y, 1), mid=0.9)
        bud = turned(oval(x + 5, y + 2, 2.6, 1.1), -40, x + 5, y + 2)
        p.fill(bud, mid=0.9)


def glass_paperweight(s: Sheet) -> None:
    """A black lump held in a dome of clear glass."""
    p = Plinth(s)
    p.shadow(27, 33)
    dome = [*oval(0, 2, 35, 33, start=172, end=368), (31, 24), (27, 27), (-27, 27), (-31, 24)]
    clear(p, dome)
    lump(p, 0, 5, 15)
    p.stroke(oval(0, 4, 19, 17, start=150, end=390), 0.7)
    p.stroke(oval(0, 4, 20.6, 18.6, start=195, end=290), 0.4, dark=0.4)
    p.stroke(oval(0, 2, 30, 28, start=196, end=246), 2.2)
    p.stroke(oval(0, 2, 30, 28, start=254, end=262), 2.2)
    p.stroke(oval(0, 14, 28, 9, start=20, end=160), 0.5, dark=0.4)
    for _ in range(8):
        p.line(oval(p.rng.uniform(-22, 22), p.rng.uniform(-20, 20), 0.7), 0.25)


def glass_tumblers(s: Sheet) -> None:
    """Four straight tumblers with thick bases, two before two."""
    p = Plinth(s)
    for x, y in ((-11, -12), (17, -12), (-21, 12), (8, 12)):
        p.shadow(y + 21, 11.5, x)
        tumbler(p, x, y)


def tumbler(p: Plinth, x: float, y: float) -> None:
    body = [(x - 11.5, y - 20), (x + 11.5, y - 20), (x + 11.5, y + 20), (x - 11.5, y + 20)]
    round_foot = [*body[:2], *oval(x, y + 20, 11.5, 2, start=0, end=180)]
    clear(p, round_foot)
    p.ink([(x - 11, y + 14), (x + 11, y + 14), (x + 11, y + 20.6), (x - 11, y + 20.6)], light=0.95)
    p.line(oval(x, y + 14, 10.6, 1.8, start=0, end=180), 0.4)
    for i in range(5):
        left = x - 8 + i * 4
        p.line([(left, y - 16), (left + 0.3, y + 13)], 0.16, 0.4)
    p.stroke([(x - 8.6, y - 16), (x - 8.6, y + 12)], 1.4)
    p.stroke([(x - 5.8, y - 14), (x - 5.8, y + 2)], 0.6)
    p.solid(oval(x, y - 20, 11.5, 2), light=0.1)


def glass_bauble(s: Sheet) -> None:
    """A glass ball on a twig of fir, an ember caught in its middle."""
    p = Plinth(s)
    for start, end in (((-44, -37), (34, -42)), ((-10, -39), (22, -28)), ((-20, -38), (-38, -26))):
        needles(p, start, end)
    p.line(smooth([(0, -39), (3, -33), (0, -26)]), 0.7)
    ball = oval(0, 9, 30)
    p.cast(ball, 3, 3)
    clear(p, ball)
    p.ink(
        [*oval(0, 9, 30, start=-50, end=110), *oval(-5, 5, 27, start=110, end=-50)],
        dark=0.16,
        light=0.95,
    )
    comet = smooth([(-3, 17), (6, 10), (10, -3), (1, 2), (-8, 9)], closed=True)
    p.fill(comet, mid=0.4)
    p.fill(smooth([(-5, 18), (2, 15), (4, 7), (-3, 7), (-9, 12)], closed=True), mid=0.95)
    p.stroke(oval(0, 9, 25, start=190, end=245), 2.3)
    p.stroke(oval(0, 9, 25, start=253, end=262), 2.3)
    p.stroke(oval(0, 9, 26, start=30, end=62), 0.9)
    p.solid(rounded(-5, -26, 10, 7, 1), mid=0.4, light=0.3)
    for x in (-2.6, 0, 2.6):
        p.line([(x, -25), (x, -20)], 0.3)
    p.line(oval(0, -28, 2.2), 0.6)


def needles(p: Plinth, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A twig of fir."""
    p.line([start, end], 1)
    for i in range(34):
        x, y = between(start, end, i / 33)
        for way in (-1, 1):
            tip = x + p.rng.uniform(1.5, 4) * (1 if end[0] > start[0] else -1), y + way * 5
            p.line([(x, y), tip], 0.5)
