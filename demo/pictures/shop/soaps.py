"""Soaps and candles."""

import math

from ..inks import Fade, Sheet
from ..miners import miners_lamp
from ..shapes import moved, oval, rect, rough, smooth
from ..stage import smooth_heap
from .plinth import Plinth, flame, lump, rounded


def soap_coal(s: Sheet) -> None:
    """A soap cut like a lump of coal, in its white lather."""
    p = Plinth(s)
    p.shadow(27, 31)
    lump(p, 0, -2, 29)
    for i in range(15):
        x = -31 + i * 4.4
        p.solid(oval(x, 25 + p.rng.uniform(-3, 2), p.rng.uniform(2.6, 5.4)))
    for _ in range(9):
        bubble(p, p.rng.uniform(-34, 34), p.rng.uniform(-42, -29), p.rng.uniform(1, 3.6))


def bubble(p: Plinth, x: float, y: float, r: float) -> None:
    p.fill(oval(x, y, r), light=0.1)
    p.edge(oval(x, y, r), 0.4)
    p.line(oval(x, y, r * 0.6, start=190, end=265), 0.35)


def candle_jar(s: Sheet) -> None:
    """A candle in a thick-rimmed glass, a miner's lamp on its label."""
    p = Plinth(s)
    p.shadow(33, 23)
    jar = rounded(-24, -18, 48, 52, 5)
    p.fill(jar, light=0.15)
    p.fill(rounded(-20.5, -6, 41, 35, 3), light=0.5, mid=0.1)
    p.ink([(13, -17), (23, -17), (23.6, 32), (13, 33)], dark=0.34)
    p.solid(rounded(-24, -21, 48, 6, 3), light=0.1)
    flame(p, 0, -6, 1.05)
    p.edge(jar, 0.7)
    label = rect(-13, 0, 26, 24)
    p.solid(label)
    x, y = p.stage.x, p.stage.y
    miners_lamp(s, x, y + 21, 18.5)
    p.stroke([(-19.6, -11), (-19.6, 27)], 1.3)


def soap_rope(s: Sheet) -> None:
    """A soap on a rope, hung from a hook."""
    p = Plinth(s)
    for width, tones in ((2.6, {"dark": 0.95}), (1.8, {"light": 0.2, "mid": 0.25})):
        for way in (-1, 1):
            p.stroke(smooth([(0, -34), (way * 7, -20), (way * 3, -4), (0, 4)]), width, **tones)
    for i in range(22):
        t = i / 21
        for way in (-1, 1):
            x, y = way * 6.4 * math.sin(math.pi * t), -33 + 34 * t
            p.line([(x - 0.9, y - 0.6), (x + 0.9, y + 0.6)], 0.3)
    p.line(smooth([(0, -46), (0, -37), (3.4, -33.4), (6, -37)]), 1.5)
    p.solid(oval(0, -45, 3.4), dark=0.6)
    bar = rounded(-21, -2, 42, 36, 10)
    p.cast(bar)
    p.fill(bar, mid=0.5, light=0.6)
    with p.within(bar):
        for _ in range(150):
            at = p.rng.uniform(-21, 21), p.rng.uniform(-2, 34)
            p.ink(oval(*at, p.rng.uniform(0.15, 0.55)), dark=0.8)
        p.ink(rect(10, -4, 20, 50), dark=Fade(0.15, 0.6, 0))
    p.edge(bar, 0.7)
    p.edge(rounded(-15.5, 5, 31, 23, 7), 0.5)
    for x, width in ((-5, 19), (5, 15)):
        p.line(smooth_heap(x, 24, width, width * 0.66), 0.7)
    p.solid(oval(0, 2, 2.2), dark=0.95)


def candle_cones(s: Sheet) -> None:
    """Two candles cast from the relief of twin heaps, lit."""
    p = Plinth(s)
    p.shadow(31, 38)
    for x, wide, high in ((-17, 44, 40), (18, 38, 33)):
        body = smooth_heap(x, 31, wide, high)
        p.fill(body, dark=0.96)
        with p.within(body):
            p.fill([(x, 31 - high), (x - wide, 31), (x - 3, 31), (x - 1, 10)], dark=0.66, mid=0.3)
            for i in range(15):
                foot, part = x - wide / 2 + i * wide / 14, p.rng.uniform(0.1, 0.5)
                start = x + (foot - x) * part, 31 - high * (1 - part)
                p.stroke(rough([start, (foot, 31)], 0.5, p.rng, rounds=2), 0.26, dark=0.3)
        flame(p, x, 32 - high, 0.9)


def gift_box(s: Sheet) -> None:
    """An open box seen from above: a soap, a candle, long matches; its lid half beneath."""
    p = Plinth(s)
    lid = rounded(-4, -42, 42, 36, 1.5)
    p.cast(lid)
    p.solid(lid, mid=0.95)
    x, y = p.stage.x, p.stage.y
    miners_lamp(s, x + 17, y - 13, 24)
    box = rounded(-36, -16, 66, 50, 1.5)
    p.cast(box, 2.6, 3)
    p.solid(box, light=0.1)
    inside = rect(-32.5, -12.5, 59, 43)
    p.fill(inside, mid=0.25, light=0.4)
    with p.within(inside):
        for _ in range(150):
            at = p.rng.uniform(-33, 27), p.rng.uniform(-13, 31)
            shred = smooth([(0, 0), (p.rng.uniform(-3, 3), 2), (p.rng.uniform(-5, 5), 4)], steps=3)
            p.line(moved(shred, *at), 0.25, 0.6)
    p.edge(inside, 0.4)
    lump(p, -19, 1, 11)
    p.solid(oval(8, 2, 11.5), light=0.1)
    p.fill(oval(8, 2, 9), light=0.55)
    p.edge(oval(8, 2, 9), 0.3)
    p.line([(8, 2), (9.4, 0.2)], 0.8)
    for i in range(7):
        height = 18.4 + i * 1.7
        p.stroke([(-27, height), (17, height)], 1, light=0.35)
        p.line([(-27, height + 0.5), (17, height + 0.5)], 0.2)
        p.solid(oval(18, height, 1.5, 0.95), mid=1)
