"""What Leavers lace becomes."""

import math

from ..inks import Points, Sheet
from ..scenery import figure
from ..shapes import mirrored, oval, rect, smooth, turned
from .plinth import Plinth, symmetric
from .signs import stitches, twill, wheel


def net(p: Plinth, shape: Points, width: float = 0.2, step: float = 2.0, **tones: float) -> None:
    """The ground of lace within a shape: threads crossing on two slants."""
    with p.within(shape):
        for i in range(round(-60 / step), round(60 / step)):
            for way in (-1, 1):
                p.stroke([(i * step - way * 16, -50), (i * step + way * 16, 50)], width, **tones)


def lace_bookmark(s: Sheet) -> None:
    """A strip of lace across an open book."""
    p = Plinth(s)
    page = [(0, -30), (10, -33), (38, -31), (38, 31), (10, 29), (0, 32)]
    p.cast(mirrored(page, 0), 0, 4)
    p.cast(page, 2, 4)
    for leaf in (mirrored(page, 0), page):
        p.solid(leaf, light=0.05)
    for i in range(13):
        for left, right in ((-33, -6), (6, 33)):
            p.line([(left, -23 + i * 4), (right - (i % 4 == 3) * 9, -23 + i * 4)], 0.3, 0.5)
    p.line([(0, -30), (0, 32)], 0.7)
    strip = [(7, -40), (20, -40), (20, 36), (13.5, 41), (7, 36)]
    p.cast(strip, 1, 1.2)
    p.fill(strip, mid=0.95)
    net(p, strip, 0.16, 1.5)
    for i in range(6):
        y = -34 + i * 12.6
        p.fill(oval(13.5, y, 5.2), mid=0.95)
        wheel(p, 13.5, y, 5, 0.6)
    for i in range(26):
        for x in (7, 20):
            p.stroke(oval(x, -39 + i * 3, 0.7), 0.35, mid=0.95)
    p.stroke([(7.6, -40), (7.6, 36), (13.5, 41), (19.4, 36), (19.4, -40)], 0.5)


def lace_stole(s: Sheet) -> None:
    """A long stole over a rail; figures climb one edge and descend the other."""
    p = Plinth(s)
    p.stroke([(-40, -36), (40, -36)], 2.2, dark=0.95)
    back = [(-4, -37), (26, -37), (29, 22), (1, 20)]
    front = [(-26, -38), (10, -38), (13, 39), (-27, 41)]
    for shape, y in ((back, 21.0), (front, 40.0)):
        p.cast(shape)
        p.fill(shape, mid=0.9)
        net(p, shape, 0.24, 2.3)
        left, right = shape[3][0], shape[2][0]
        for i in range(19):
            x = left + 0.4 + (right - left - 0.8) * i / 18
            p.stroke([(x, y - 1), (x + p.rng.uniform(-0.6, 0.6), y + 5)], 0.3, mid=0.9)
    walkers(p, -22.5, 33, 1)
    walkers(p, 8, 33, -1)
    for x in (-18, 3.4):
        p.stroke([(x, -37), (x, 40)], 0.9)
    for i in range(6):
        wheel(p, -7.5, -28 + i * 12, 4.4, 0.55)


def walkers(p: Plinth, x: float, base: float, way: int) -> None:
    """A file of small figures on a stair of thread."""
    for i in range(7):
        y = base - i * 10.6 + (4 if way < 0 else 0)
        p.stroke([(x - 3.4, y), (x + 3.4, y)], 0.6)
        figure(p.sheet, p.stage.x + x, p.stage.y + y, 8.4)


def lace_collar(s: Sheet) -> None:
    """A lace collar tied on a round-necked jumper."""
    p = Plinth(s)
    low = s.height - p.stage.y + 3
    jumper = symmetric([(0, -16), (13, -20), (30, -13), (44, 4), (47, low), (0, low)])
    p.fill(jumper, dark=0.96)
    with p.within(jumper):
        for i in range(-48, 50, 3):
            p.stroke([(i, -24), (i * 1.08, low)], 0.16, dark=0.5)
    p.fill(oval(0, -20, 15, 9))
    p.fill(oval(0, -20, 15, 9), light=0.95)
    p.line(oval(0, -20, 15, 9, start=0, end=180), 1.2)
    for way in (-1, 1):
        leaf(p, way)
    for way in (-1, 1):
        p.stroke(smooth([(0, -9), (way * 5, 2), (way * 3, 14), (way * 6, 24)]), 1.3, mid=0.95)
        loop = smooth([(0, -9), (way * 9, -14), (way * 10, -6)], closed=True)
        p.solid(loop, mid=0.95)
    p.solid(oval(0, -9, 2), mid=0.95)


def leaf(p: Plinth, way: int) -> None:
    """One half of the collar: net, a border of birch leaves, scallops."""
    inner = oval(0, -20, 15, 10, start=2, end=88)
    outer = oval(0, -21, 34, 33, start=88, end=2)
    half = [(way * x, y) for x, y in [*inner, *outer]]
    p.fill(half, dark=0.34)
    net(p, half, 0.32, 2.1)
    for i in range(9):
        a = math.radians(8 + i * 9.6)
        x, y = way * 32.4 * math.cos(a), -21 + 31.4 * math.sin(a)
        p.stroke(oval(x, y, 2.6), 0.9)
        p.fill(oval(x, y, 1))
        u, v = way * 24.6 * math.cos(a), -20.6 + 22.4 * math.sin(a)
        p.fill(turned(oval(u, v, 3.2, 1.35), way * math.degrees(a), u, v))
    for rx, ry, width in ((29, 28, 0.9), (19, 16, 0.9), (15.6, 10.6, 1.2)):
        p.stroke([(way * x, y) for x, y in oval(0, -20.5, rx, ry, start=3, end=87)], width)


def framed_draft(s: Sheet) -> None:
    """The gridded drawing and the lace that came of it, in one frame."""
    p = Plinth(s)
    p.cast(rect(-40, -29, 80, 58), 2.4, 3)
    p.solid(rect(-40, -29, 80, 58), mid=0.3, light=0.9)
    p.solid(rect(-36, -25, 72, 50))
    draft = rect(-31, -19, 29, 38)
    for i in range(20):
        p.line([(-31 + i * 29 / 19, -19), (-31 + i * 29 / 19, 19)], 0.12, 0.7)
    for i in range(26):
        p.line([(-31, -19 + i * 38 / 25), (-2, -19 + i * 38 / 25)], 0.12, 0.7)
    cell = 29 / 19
    for column in range(19):
        for row in range(25):
            reach = math.hypot(column - 9, row - 12)
            if 7.2 < reach < 8.4 or reach < 1.6 or abs(reach - 10.6) < 0.5:
                p.fill(rect(-31 + column * cell, -19 + row * 1.52, cell, 1.52), mid=0.95)
            elif reach < 7 and (column in (9,) or row == 12 or abs(column - 9) == abs(row - 12)):
                p.fill(rect(-31 + column * cell, -19 + row * 1.52, cell, 1.52), dark=0.95)
    p.edge(draft, 0.4)
    cloth = rect(3, -19, 28, 38)
    p.fill(cloth, dark=0.96)
    net(p, cloth, 0.2, 1.9)
    p.fill(oval(17, 0, 12), dark=0.96)
    wheel(p, 17, 0, 11.4, 1)
    p.stroke(oval(17, 0, 7.4), 0.4)


def pouch_lace(s: Sheet) -> None:
    """A twill pouch, its zip open on a lining of lace."""
    p = Plinth(s)
    back = [(-33, -14), (33, -14), (30, -29), (-30, -29)]
    p.fill(back, dark=0.5)
    net(p, back, 0.34, 2.2)
    for i in range(12):
        x = -30.2 + i * 5.5
        p.stroke(oval(x, -28.6, 2.9, 3, start=180, end=360), 1)
        p.fill(oval(x, -27, 1))
    front = [(-34, -13), *smooth([(-34, -13), (0, -7), (34, -13)]), (34, -13), (34, 30), (-34, 30)]
    p.cast(front, 2.4, 3)
    twill(p, front)
    for y in (-13, -14.4):
        p.stroke(smooth([(-34, y), (0, y + 6), (34, y)]), 0.9, light=1)
    for i in range(34):
        x = -33 + i * 2
        sag = 6 * (1 - (x / 34) ** 2)
        p.line([(x, -14.8 + sag), (x, -12.4 + sag)], 0.35)
    p.solid(rect(27, -12, 4, 3.4), light=1)
    p.solid(rect(28, -9, 2, 9), light=1)
    stitches(p, [(-31.5, -8), (-31.5, 27.6), (31.5, 27.6), (31.5, -8)], light=0.2)
    p.solid(rect(-26, 14, 10, 6), mid=0.95)
