"""More makers by their hands: soap, needle, lamp, loom, sweets, press and jewel."""

import math
from collections.abc import Callable

from .inks import Fade, Sheet
from .makers import LINE, Maker
from .miners import miners_lamp
from .shapes import between, moved, oval, rect, rough, smooth, turned
from .stage import Stage, shadow, smooth_heap, stage
from .wares import soap_bar, wrapped


def held(maker: Maker, reach: float, y: float, thing: Callable[[], None], *, tilt: float) -> None:
    """Two hands hold a thing up from its sides: palms behind it, thumbs in front."""
    arms = [maker.arm(way * reach, y, -way * tilt, flip=way < 0, size=1.4) for way in (-1, 1)]
    for arm in arms:
        arm.forearm(46)
        arm.fingers(spread=4, bend=3)
        arm.palm()
    thing()
    for arm in arms:
        arm.finger(-3.4, -3.4, 11, 3.4, -24, 8)
        arm.palm()


def hands_soap(s: Sheet) -> None:
    t = stage(s)
    maker = Maker(s, t)
    tones = s.rng.choice(({"dark": 0.95, "mid": 0.3}, {"light": 0.3}, {"mid": 0.5}))
    for _ in range(12):
        x, y, r = s.rng.uniform(-36, 36), s.rng.uniform(-46, -18), s.rng.uniform(1, 4.4)
        s.stroke(t.at(oval(x, y, r)), 0.5, dark=0.9, mid=None, light=None)
        s.stroke(t.at(oval(x, y, r * 0.6, start=190, end=260)), 0.6)
    held(maker, 31, 18, lambda: soap_bar(s, t, -18, -10, tones), tilt=34)


def hands_lamp(s: Sheet) -> None:
    t = stage(s)
    maker = Maker(s, t)
    s.glow(t.x, t.y + 1, 40)
    held(maker, 22, 38, lambda: miners_lamp(s, t.x, t.y + 28, 72), tilt=30)


def hands_sweets(s: Sheet) -> None:
    """A caramel is twisted into its paper."""
    t = stage(s)
    maker = Maker(s, t)
    shadow(s, t, 38, 24)
    for i, (x, y, turn) in enumerate(((-15, 33, 8), (15, 34, -12), (1, 27, 3))):
        wrapped(s, t, x, y, 1.0, turn + s.rng.uniform(-8, 8), i % 3)
    big = Stage(s, reach=2.1)
    held(maker, 37, 8, lambda: wrapped(s, big, 0, -6, 1.0, s.rng.uniform(-5, 5), 0), tilt=46)


def hands_needle(s: Sheet) -> None:
    """A seam of strong thread in blue cloth."""
    t = stage(s)
    maker = Maker(s, t)
    wide = s.width / 2 + 3
    edge = smooth([(-wide, -4), (-30, -9), (0, -3), (28, -10), (wide, -5)])
    cloth = [*edge, (wide, s.height), (-wide, s.height)]
    s.fill(t.at(cloth), dark=0.95)
    with s.clip(t.at(cloth)):
        for i in range(-60, 90, 3):
            s.stroke(t.at([(i, -20), (i - 30, 80)]), 0.2, dark=0.7)
        pocket = [(-25, 12), (14, 9), (17, 48), (-3, 60), (-24, 50)]
        s.fill(t.at(pocket), dark=0.95, mid=0.4)
        s.stroke(t.at([*pocket, pocket[0]]), 0.5, dark=0.4)
        for a, b in zip(pocket, [*pocket[1:], pocket[0]], strict=True):
            for k in range(12):
                ends = [between(a, b, (k + 0.2) / 12), between(a, b, (k + 0.75) / 12)]
                s.stroke(t.at(moved(ends, 1.4, 1.6)), 0.7, light=1)
    thread = smooth([(14, 9), (24, -6), (10, -26), (22, -40), (33, -27)])
    s.stroke(t.at(thread), 0.6, light=1, mid=0.5)
    s.stroke(t.at([(33, -27), (17, -4)]), 1.1, dark=0.6)
    s.stroke(t.at([(33, -27), (17, -4)]), 0.4)
    maker.hand(-38, 42, 24, flip=True, spread=5, bend=4, lean=4, thumb=-34)
    maker.grip(44, -20, -62, lambda: None, size=1.35)


def hands_loom(s: Sheet) -> None:
    """Linen on the loom, a shuttle between the threads."""
    t = stage(s)
    maker = Maker(s, t)
    wide = min(s.width / 2 - 6, 44)
    for i in range(45):
        x = -wide + i * wide / 22
        s.stroke(t.at([(x, -80), (x, 30)]), 0.5, light=0.15, dark=0.35 if i % 2 else 0.1)
    cloth = rect(-wide, 4, wide * 2, 90)
    s.fill(t.at(cloth), light=0.2)
    with s.clip(t.at(cloth)):
        y = 5.0
        while y < 70:
            tones = s.rng.choice(({"mid": 0.9}, {"dark": 0.85}, {"light": 0.9}, {"light": 0.15}))
            high = s.rng.uniform(1.5, 7)
            s.fill(t.at(rect(-wide, y, wide * 2, high)), **tones)
            y += high + s.rng.uniform(1.5, 5)
        for i in range(45):
            x = -wide + i * wide / 22
            s.stroke(t.at([(x, 4), (x, 80)]), 0.2, dark=0.7, mid=None, light=None)
    s.fill(t.at(rect(-wide - 6, -34, wide * 2 + 12, 6)), mid=0.7, light=0.9)
    for line in (-34, -28):
        s.stroke(t.at([(-wide - 6, line), (wide + 6, line)]), LINE, dark=1, mid=None, light=None)
    weft = smooth([(-wide, 4), (-20, 1), (8, -4)])
    s.stroke(t.at(weft), 0.8, mid=1)
    shuttle = turned(
        smooth([(-21, 0), (-12, -4), (12, -4), (21, 0), (12, 4), (-12, 4)], closed=True), -6, 0, 0
    )
    shuttle = moved(shuttle, 4, -6)
    s.fill(t.at(shuttle), mid=0.85, light=0.9)
    s.stroke(t.at([*shuttle, shuttle[0]]), LINE, dark=1, mid=None, light=None)
    s.fill(t.at(turned(rect(-5, -8, 18, 4), -6, 4, -6)), light=0.1)
    maker.hand(-33, 28, 28, flip=True, spread=4, bend=5, lean=6, thumb=-28)
    maker.hand(38, 25, -34, spread=4, bend=-5, lean=-6, thumb=-28)


def hands_press(s: Sheet) -> None:
    """A roller lays ink on a block of heaps."""
    t = stage(s)
    maker = Maker(s, t)
    block = [(-34, 12), (34, 12), (42, 44), (-42, 44)]
    s.over(t.at(moved(block, 2, 3)), dark=0.6)
    s.fill(t.at(block), light=0.15)
    with s.clip(t.at(block)):
        s.fill(t.at(oval(s.rng.uniform(8, 20), 24, 6, 4)), mid=0.95)
        for peak, w, h in ((-12, 46, 24), (14, 36, 16)):
            s.fill(t.at(smooth_heap(peak, 42, w, h)), dark=0.95)
        s.fill(
            t.at([(-34, 8), (-2, 8), (-4, 60), (-60, 60)]),
            dark=None,
            mid=None,
            light=Fade(0.9, 0.7),
        )
    s.stroke(t.at([*block, block[0]]), LINE, dark=1, mid=None, light=None)
    x, y = s.rng.uniform(-4, 6), 8.0

    def brayer() -> None:
        s.stroke(t.at([(x, y - 30), (x, y - 15)]), 6, mid=0.8, light=0.9)
        for way in (-1, 1):
            s.stroke(t.at([(x, y - 14), (x + way * 23, y - 14), (x + way * 23, y)]), 1.4, dark=0.95)
        drum = [
            *oval(x - 20, y, 2.6, 6.5, start=90, end=270),
            *oval(x + 20, y, 2.6, 6.5, start=-90, end=90),
        ]
        s.fill(t.at(drum), light=1, mid=0.25)
        s.over(
            t.at([(x - 20, y + 2), (x + 20, y + 2), (x + 21, y + 6.5), (x - 21, y + 6.5)]), mid=0.8
        )
        s.stroke(t.at([(x - 18, y - 3.6), (x + 17, y - 3.6)]), 1.1)
        s.stroke(t.at([*drum, drum[0]]), LINE, dark=1, mid=None, light=None)

    maker.grip(x + 10, y - 42, 208, brayer, size=1.35)
    maker.hand(-44, 40, 62, flip=True, spread=4, bend=3, size=1.25, thumb=-30)


def hands_jewel(s: Sheet) -> None:
    """A pendant of shale, held up by its chain."""
    t = stage(s)
    maker = Maker(s, t)
    x = s.rng.uniform(-6, 2)
    for way in (-1, 1):
        chain = smooth([(x + 4, -33), (x + 2 + way * 4, -12), (x + way * 1.5, 10)], steps=22)
        last = (-99.0, 0.0)
        for point in chain:
            if math.dist(last, point) > 1.8:
                s.stroke(
                    t.at(oval(*point, 0.9, 0.6, turn=60)), 0.45, dark=0.95, mid=None, light=None
                )
                last = point
    stone = smooth_heap(x, 36, 30, 25)
    s.stroke(t.at(oval(x, 10, 2)), 0.9, light=1, dark=0.4)
    s.over(t.at(moved(stone, 1.8, 2)), dark=0.5)
    s.fill(t.at(stone), dark=0.96, mid=0.3)
    with s.clip(t.at(stone)):
        foot = (x, 36.0)
        for i in range(7):
            a, b = (x - 15 + i * 4.3, 36.0), (x - 15 + (i + 1) * 4.3, 36.0)
            tone = s.rng.choice((0.5, 0.7, 0.96, 0.85))
            s.fill(t.at([(x, 11), a, b]), dark=tone, mid=0.5 if i % 2 else 0)
        glint = rough([(x - 3, 18), foot], 0.6, s.rng, rounds=2)
        s.stroke(t.at(glint), 0.4, light=0.2)
    s.stroke(t.at([*stone, stone[0]]), 0.9, light=1, mid=0.2)
    maker.grip(x + 17, -38, 236, lambda: None, size=1.45)
    maker.hand(-36, 56, 40, flip=True, spread=5, bend=3, size=1.4, thumb=-30)
