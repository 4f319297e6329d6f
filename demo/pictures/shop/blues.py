"""Miner's blue: bags and clothes of twill, always in blue ink."""

from ..inks import Points, Sheet, Tone
from ..shapes import between, moved, oval, rect, smooth, turned
from .plinth import Plinth, rounded, symmetric
from .signs import stitches, twill

THREAD = {"light": 0.25}


def tote(s: Sheet) -> None:
    """A twill bag with a pocket outside, its handles stitched four times."""
    p = Plinth(s)
    for way, y in ((1, -44), (-1, -40)):
        loop = smooth([(-14, -10), (-12, y + 10), (0, y), (12, y + 10), (14, -10)])
        p.stroke(moved(loop, way, 0), 3.4, dark=0.95 if way < 0 else 0.6)
    bag = symmetric([(0, -15), (28, -15), (31, 37), (0, 38)])
    p.cast(bag, 3, 3)
    twill(p, bag)
    stitches(p, [(-27.6, -12), (27.6, -12)], **THREAD)
    for x in (-14, 14):
        patch = rect(x - 2.4, -15, 4.8, 8)
        p.fill(patch, dark=0.95)
        cross = [(x - 2, -9), (x + 2, -13), (x + 2, -9), (x - 2, -13), (x - 2, -9)]
        stitches(p, cross, **THREAD)
        p.edge(patch, 0.3)
    pocket = [(-17, 2), (17, 2), (17, 29), (-17, 29)]
    p.stroke([*pocket, pocket[0]], 0.5, light=0.2)
    stitches(p, [(-15.6, 3.2), (-15.6, 27.6), (15.6, 27.6), (15.6, 3.2)], **THREAD)
    ticket = turned(rect(4, -6, 9, 12), 9, 8, 0)
    p.solid(ticket)
    p.fill(rect(2, 2.2, 16, 6), dark=0.95)
    p.stroke([(-17, 2), (17, 2)], 0.5, light=0.2)
    p.solid(rect(-17.6, 16, 3, 5), mid=0.95)


def apron(s: Sheet) -> None:
    """An apron with crossed straps, a pocket stitched in two, a pencil in it."""
    p = Plinth(s)
    for way in (-1, 1):
        strap = smooth([(way * 12, -27), (way * 10, -42), (-way * 6, -44), (-way * 30, 0)])
        p.stroke(strap, 2.6, dark=0.6)
    body = symmetric([
        (0, -29), (14, -29), *smooth([(14, -28), (17, -14), (31, -3)]), (33, 41), (0, 42),
    ])  # fmt: skip
    p.cast(body, 2.6, 3)
    twill(p, body)
    stitches(p, [(-13, -27), (13, -27)], **THREAD)
    stitches(p, [(-30.6, 38.6), (30.6, 38.6)], **THREAD)
    pocket = [(-19, 8), (19, 8), (19, 27), (-19, 27)]
    pencil = [(-11, 12), (-11, -3), (-9.6, -7), (-8.2, -3), (-8.2, 12)]
    p.solid(pencil, light=1)
    p.fill([(-10.3, -5), (-9.6, -7), (-8.9, -5)], dark=0.95)
    p.fill(pocket, dark=0.95)
    stitches(p, [*pocket, pocket[0]], **THREAD)
    stitches(p, [(-5, 8), (-5, 27)], **THREAD)
    p.stroke(oval(26, 6, 3), 0.9, light=1)
    towel = smooth([(23.6, 7), (22, 22), (24, 31), (30, 30), (28.6, 7)])
    p.solid(towel, light=0.05)
    for y in (25, 27):
        p.stroke([(22.6, y), (29.6, y - 0.6)], 0.8, mid=0.95)
    p.solid(rect(-2.4, -25, 4.8, 2.6), mid=0.95)


def pouch_roll(s: Sheet) -> None:
    """A pouch folded like a lunch in its cloth, a cord twice round it, pens at its end."""
    p = Plinth(s)
    p.shadow(20, 36)
    pens: tuple[dict[str, Tone], ...] = ({"mid": 0.95}, {"light": 1}, {}, {"mid": 0.95, "light": 1})
    for i, tones in enumerate(pens):
        y = -8 + i * 5.4
        pen = [
            (26, y - 1.7),
            (40 + i % 2 * 3, y - 1.7),
            (45 + i % 2 * 3, y),
            (40 + i % 2 * 3, y + 1.7),
            (26, y + 1.7),
        ]
        p.solid(pen, **tones)
    roll = rounded(-40, -18, 70, 38, 6)
    p.cast(roll, 2, 2.6)
    twill(p, roll)
    p.ink(rect(-38, 11, 66, 9), dark=0.95)
    flap = [
        (-40, -10),
        (-40, -14),
        (-34, -18),
        (26, -18),
        (30, -12),
        *smooth([(30, 6), (-4, 13), (-40, 4)]),
    ]
    p.cast(flap, 0.8, 1.4)
    twill(p, flap, 0.8)
    stitches(p, smooth([(28.6, 4.4), (-4, 11), (-38.6, 2.6)]), **THREAD)
    for x in (-8, -4.6):
        p.line(smooth([(x, -18.6), (x + 1, 1), (x, 20.4)]), 1.9)
        p.stroke(smooth([(x, -18.6), (x + 1, 1), (x, 20.4)]), 1.1, light=1)
    for way in (-1, 1):
        end = smooth([(-5.6, 2), (-5.6 + way * 8, -4), (-5.6 + way * 13, 3), (-5.6 + way * 5, 6)])
        p.line(end, 1.7)
        p.stroke(end, 0.9, light=1)
    p.solid(oval(-5.6, 2.4, 2.4), light=1)
    p.solid(rect(18, -12, 6, 4), mid=0.95)


def neckerchief(s: Sheet) -> None:
    """A checked neckerchief, knotted as it is worn."""
    p = Plinth(s)
    for way in (-1, 1):
        tail = smooth([(0, -24), (way * 8, -38), (way * 22, -41), (way * 20, -32), (way * 5, -22)])
        p.cast(tail)
        checked(p, tail, way * 24)
    drop = symmetric([
        (0, -22), *smooth([(6, -24), (26, -20), (40, -8)]), *smooth([(40, -8), (22, 14), (0, 42)]),
    ])  # fmt: skip
    p.cast(drop, 2.4, 3)
    checked(p, drop, 45)
    fold = smooth([(-40, -8), (-22, -11), (0, -10), (22, -11), (40, -8)])
    p.line(fold, 0.6)
    p.line(moved(fold, 0, 4), 0.3)
    for way in (-1, 1):
        p.line(smooth([(way * 4, -10), (way * 10, 6), (way * 3, 28)]), 0.4)
    knot = rounded(-7, -28, 14, 12, 4)
    p.fill(knot, dark=0.95)
    p.edge(knot, 0.6)
    p.stroke(smooth([(-3, -27), (-1, -22), (-3, -17)]), 0.5, light=0.3)


def checked(p: Plinth, shape: Points, turn: float) -> None:
    """Stencilled checks: two blues that cross, a thin red line beside."""
    p.fill(shape)
    with p.within(shape):
        for i in range(-7, 8):
            for angle in (turn, turn + 90):
                stripe = turned([(i * 9 + 2.25, -62), (i * 9 + 2.25, 62)], angle, 0, 0)
                p.stroke(stripe, 4.5, dark=0.46, mid=None, light=None)
                thread = turned([(i * 9 + 6.75, -62), (i * 9 + 6.75, 62)], angle, 0, 0)
                p.stroke(thread, 0.7, dark=None, mid=0.95, light=None)
        for i in range(-7, 8):
            for j in range(-7, 8):
                p.fill(turned(rect(i * 9, j * 9, 4.5, 4.5), turn, 0, 0), dark=0.97)
    p.edge(shape, 0.7)


def work_jacket(s: Sheet) -> None:
    """A worker's jacket on a hanger: a turned-down collar, three pockets, five buttons."""
    p = Plinth(s)
    p.line(smooth([(0, -36), (0, -41), (4, -44), (6.4, -41)]), 1)
    p.stroke([(-15, -31), (0, -36), (15, -31)], 2, mid=0.8, light=0.4)
    for way in (-1, 1):
        sleeve = [(15, -31), (25, -27), (31, -6), (38, 26), (28, 29), (20, -6)]
        shape = [(way * x, y) for x, y in sleeve]
        p.cast(shape)
        twill(p, shape)
        cuff = [(way * 37.2, 22), (way * 27.2, 25)]
        stitches(p, cuff, **THREAD)
    body = symmetric([(0, -32), (9, -35), (17, -32), (24, -27), (22.4, 2), (24, 39), (0, 40)])
    p.cast(body)
    twill(p, body)
    neck = symmetric([(0, -31), (9, -35), (4, -24), (0, -20)])
    p.fill(neck, dark=0.5)
    for way in (-1, 1):
        lapel = [(way * 8, -36), (way * 15, -31.6), (way * 9, -20), (0, -20), (way * 4, -25)]
        p.solid(lapel, dark=0.95)
        p.stroke([*lapel, lapel[0]], 0.4, light=0.2)
        stitches(p, [(way * 20.4, -24), (way * 19.6, 2), (way * 21, 38)], **THREAD)
    p.stroke([(-1.6, -20), (-1.6, 39.4)], 0.5, light=0.2)
    stitches(p, [(-22.4, 36.6), (22.4, 36.6)], **THREAD)
    for i in range(5):
        p.solid(oval(1.2, -15 + i * 11.6, 1.4), light=1)
    for x, y, wide, high in ((-18.6, 13, 13.6, 17), (6, 13, 13.6, 17), (-16.6, -13, 10.6, 12)):
        pocket = [(x, y), (x + wide, y), (x + wide, y + high * 0.86), (x + wide / 2, y + high),
                  (x, y + high * 0.86)]  # fmt: skip
        p.stroke([*pocket, pocket[0]], 0.5, light=0.2)
        stitches(p, [(x + 0.9, y + 1.8), (x + wide - 0.9, y + 1.8)], **THREAD)
    a, b = (-13.6, -18), (-13, -6)
    p.solid([a, (a[0] + 1.6, a[1]), (b[0] + 1.2, b[1]), between(a, b, 0.98)], mid=1, light=1)
    p.fill(rect(-15, -12.4, 5, 8), dark=0.95)
