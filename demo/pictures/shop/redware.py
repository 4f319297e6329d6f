"""Stoneware of burnt shale, red on the outside and white within."""

from ..inks import Fade, Points, Sheet, Tone
from ..shapes import oval, rect, rough, smooth, turned
from ..wares import bulb
from .plinth import Plinth, symmetric

RED: dict[str, Tone] = {"mid": 1.0, "light": 0.3}


def thrown(p: Plinth, half: Points, x: float = 0.0, **tones: Tone) -> None:
    """A body from the wheel, with the rings of the fingers and the grit of shale."""
    shape = p.lathe(half, x, **(tones or RED))
    wide = max(px for px, _ in half)
    top, low = half[0][1], half[-1][1]
    with p.within(shape):
        for i in range(round((low - top) / 3.6)):
            y = top + 3 + i * 3.6
            p.line(oval(x, y - wide * 0.1, wide, wide * 0.14, start=12, end=168), 0.24, 0.8)
        for _ in range(round(wide * 4)):
            at = x + p.rng.uniform(-wide, wide), p.rng.uniform(top, low)
            p.ink(oval(*at, p.rng.uniform(0.12, 0.4)), dark=0.9)


def mouth(p: Plinth, x: float, y: float, rx: float, ry: float) -> None:
    """What one sees inside: white glaze, a shadow on its near side."""
    p.solid(oval(x, y, rx, ry), **RED)
    inside = oval(x, y + ry * 0.05, rx * 0.94, ry * 0.84)
    p.fill(inside)
    p.ink(inside, dark=Fade(0.5, 0.0, 70))
    p.edge(inside, 0.4)


def red_bowl(s: Sheet) -> None:
    """A bowl for two hands, rough outside, glazed within."""
    p = Plinth(s)
    p.shadow(31, 20)
    half = [*smooth([(34, -13), (33, 2), (25, 18), (14, 26)]), (14, 31), (0, 31.6)]
    thrown(p, half)
    mouth(p, 0, -13, 34, 9)
    p.stroke(smooth([(-30, -2), (-27, 8), (-21, 16)]), 1, mid=0.5, light=0.2)
    p.fill(oval(-3, -8, 1.4, 0.7), mid=1)


def cups_nested(s: Sheet) -> None:
    """Two small cups without handles, one standing in the other's company, one in hand's reach."""
    p = Plinth(s)
    for x, lift in ((-17, 0.0), (18, 4.0)):
        p.shadow(33 + lift, 14, x)
        half = [*smooth([(16, -9 + lift), (16.4, 6 + lift), (14.6, 22 + lift), (11, 31 + lift)]),
                (10.6, 33.6 + lift), (0, 34 + lift)]  # fmt: skip
        thrown(p, half, x)
        mouth(p, x, -9 + lift, 16, 4.6)
        p.line(oval(x, -6.6 + lift, 13.4, 3, start=20, end=160), 0.3)
    p.solid(oval(-17, -7.6, 13.4, 3), dark=0.75, mid=1)
    for x in (-21, -15):
        puff = smooth([(x, -15), (x + 3, -21), (x - 2, -27), (x + 2, -34)])
        p.line(puff, 0.8)


def garlic_jar(s: Sheet) -> None:
    """A jar pierced with holes, its lid on, garlic beside it."""
    p = Plinth(s)
    p.shadow(37, 26, -4)
    half = [*smooth([(17, -20), (27, -8), (29, 12), (24, 30), (20, 36)]), (0, 37)]
    thrown(p, half, -5)
    for row, (y, reach) in enumerate(((-5, 20), (5, 23), (15, 23), (24, 20))):
        for i in range(5):
            x = -5 + reach * (i - 2 + row % 2 * 0.5) / 2.3
            if abs(x + 5) < reach:
                p.fill(oval(x, y + 1.6 - abs(i - 2) * 0.5, 2.1, 2.5), dark=0.97)
                p.stroke(
                    oval(x, y + 1.6 - abs(i - 2) * 0.5, 2.1, 2.5, start=20, end=150),
                    0.4,
                    light=0.4,
                    mid=0.4,
                )
    thrown(p, [*smooth([(3, -32), (13, -29), (20, -22)]), (20, -19.6), (0, -18.6)], -5)
    thrown(p, [(0, -40), *smooth([(0, -40), (4.4, -38), (4, -35), (2.6, -31)]), (0, -31)], -5)
    bulb(s, p.stage, 33, 29, 9, 12)
    bulb(s, p.stage, 22, 35, 8, -20)


def salad_bowl(s: Sheet) -> None:
    """A wide bowl in three clays that mingle as they rise, leaves in it."""
    p = Plinth(s)
    p.shadow(29, 24)
    p.solid(oval(0, -14, 42, 8), mid=1, dark=0.4)
    for i in range(26):
        x, y = -33 + i * 7 % 67, -11 + i % 5 * 2.2
        leaf = smooth([(0, 0), (4, -5), (3, -12), (0, -15), (-3, -12), (-4, -5)], closed=True)
        leaf = turned([(px + x, py + y) for px, py in leaf], p.rng.uniform(-50, 50), x, y)
        p.solid(leaf, dark=p.rng.choice((0.2, 0.4, 0.6)), light=1)
        p.line([(x, y), leaf[len(leaf) // 2]], 0.3)
    half = [*smooth([(42, -14), (39, 0), (28, 17), (16, 25)]), (16, 29), (0, 29.6)]
    bowl = [*symmetric(half), *oval(0, -14, 42, 8, start=180, end=0)]
    p.fill(bowl, **RED)
    with p.within(bowl):
        for y, tones in ((2.0, {"mid": 1.0, "dark": 0.45}), (11.0, {"dark": 0.95, "mid": 0.6})):
            edge = rough([(-44, y + 3), (-15, y - 2), (12, y + 3), (44, y - 3)], 3, p.rng, rounds=5)
            p.fill([*edge, (44, 40), (-44, 40)], **tones)
        for i in range(11):
            p.line(oval(0, -16 + i * 3.8, 43, 6, start=10, end=170), 0.24, 0.8)
        p.ink(rect(16, -20, 30, 60), dark=Fade(0.1, 0.7, 0))
    p.edge(bowl, 0.7)
    p.line(oval(0, -12, 42, 8, start=4, end=176), 0.4)
