"""Bricks, and what is cut from them raw."""

from ..inks import Fade, Points, Sheet, Tone
from ..shapes import oval, rect, rough, turned
from .plinth import Plinth, flame
from .signs import gable, write

RED = {"mid": 1.0, "light": 0.35}


def pitted(p: Plinth, shape: Points, count: int) -> None:
    """Sand and holes in fired clay."""
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    with p.within(shape):
        for _ in range(count):
            at = p.rng.uniform(min(xs), max(xs)), p.rng.uniform(min(ys), max(ys))
            p.ink(oval(*at, p.rng.uniform(0.15, 0.5)), dark=p.rng.choice((0.4, 0.9)))


def brick_single(s: Sheet) -> None:
    """One brick, moulded by hand, the word CORON struck in its face."""
    p = Plinth(s)
    p.shadow(24, 36, 2)
    face = rough([*rect(-38, -4, 58, 27), (-38, -4)], 0.25, p.rng, rounds=4)
    top = [(-38, -4), (-20, -17), (38, -17), (20, -4)]
    flank = [(20, -4), (38, -17), (38, 9), (20, 23)]
    p.fill(face, **RED)
    p.fill(top, mid=0.7, light=0.35)
    p.fill(flank, mid=1, dark=0.72, light=0.35)
    pitted(p, face, 120)
    pitted(p, top, 40)
    write(p, "CORON", -31.4, 4, 11, 1.7, dark=0.8, mid=1)
    write(p, "CORON", -31, 4.5, 11, 0.5, mid=0.5, light=0.3)
    for shape in (rect(-38, -4, 58, 27), top, flank):
        p.edge(shape, 0.4)
    p.line(oval(-2, -10.6, 5, 2, start=150, end=400), 0.5)


def bookends(s: Sheet) -> None:
    """A house cut in two, books between its halves."""
    p = Plinth(s)
    p.shadow(29, 42)
    books: tuple[tuple[float, float, dict[str, Tone]], ...] = (
        (7, 40, {"dark": 0.95}), (5, 34, {"light": 0.2}), (9, 44, {"mid": 0.5}),
        (4, 37, {}), (8, 41, {"dark": 0.6}), (6, 36, {"light": 0.5, "mid": 0.3}),
    )  # fmt: skip
    x = -19.6
    for wide, high, tones in books:
        cover = rect(x, 28 - high, wide, high)
        p.solid(cover, **tones)
        p.stroke([(x + 1.2, 28 - high * 0.82), (x + wide - 1.2, 28 - high * 0.82)], 0.7, light=0.3)
        p.stroke([(x + 1.2, 28 - high * 0.76), (x + wide - 1.2, 28 - high * 0.76)], 0.4, light=0.3)
        x += wide + 0.1
    for way in (-1, 1):
        half_house(p, way)


def half_house(p: Plinth, way: int) -> None:
    side = [(way * 20, -14), (way * 20, 28), (way * 43, 28), (way * 43, 8)]
    p.fill(side, **RED)
    with p.within(side):
        for row in range(14):
            y = -14 + row * 3.2
            p.stroke([(way * 20, y), (way * 43, y)], 0.26, light=0.2, mid=0.35)
            for i in range(6):
                x = way * (20 + i * 4.6 + row % 2 * 2.3)
                p.stroke([(x, y), (x, y + 3.2)], 0.26, light=0.2, mid=0.35)
    p.stroke([(way * 19, -16.4), (way * 45, 8.6)], 2.4, dark=0.95, mid=0.4)
    if way < 0:
        p.solid(rect(-31, 12, 8, 16), dark=0.8)
        p.fill(oval(-25, 20.4, 0.7), light=0.6)
    else:
        p.solid(rect(23.4, 9, 9, 10), light=0.2)
        p.line([(27.9, 9), (27.9, 19)], 0.5)
        p.line([(23.4, 13.6), (32.4, 13.6)], 0.5)
    p.edge(side, 0.6)


def brick_house(s: Sheet) -> None:
    """A thin house front of clay, a candle burning behind its windows."""
    p = Plinth(s)
    p.shadow(35, 27)
    p.glow(0, -4, 46)
    front = gable(0, 35, 50, 74)
    p.fill(front, **RED)
    pitted(p, front, 90)
    with p.within(front):
        for row in range(24):
            p.stroke([(-26, -38 + row * 3.2), (26, -38 + row * 3.2)], 0.14, dark=0.5, mid=1)
    for x, y, wide, high in ((-4, -22, 8, 9), (-17, -3, 10, 12), (-5, -3, 10, 12), (7, -3, 10, 12),
                             (7, 15, 10, 11)):  # fmt: skip
        p.fill(rect(x, y, wide, high), light=1)
        p.line([(x + wide / 2, y), (x + wide / 2, y + high)], 0.7)
        p.line([(x, y + high * 0.45), (x + wide, y + high * 0.45)], 0.5)
        p.edge(rect(x, y, wide, high), 0.6)
    p.solid(rect(-15, 13, 11, 22), dark=0.7, mid=1)
    p.edge(front, 0.7)
    p.stroke([(-26.6, -8.8), (0, -40.6), (26.6, -8.8)], 2.2, dark=0.9, mid=1)
    flame(p, 33, 30, 0.7)
    p.solid(rect(28.4, 29, 9.2, 5.6), light=0.2)


def brick_trivet(s: Sheet) -> None:
    """Nine small bricks laid as Flemish bond, one still to be put in."""
    p = Plinth(s)
    long, short, high = 27.6, 13.0, 17.6
    rows = ((long, short, long), (short, long, long), (long, short, long))
    for row, widths in enumerate(rows):
        x, y = -35.2, -28 + row * (high + 1)
        for column, wide in enumerate(widths):
            loose = (row, column) == (2, 2)
            shape = rect(x, y, wide, high)
            if loose:
                shape = turned(rect(x + 1, y + 5, wide, high), 17, x, y)
            p.cast(shape, 1.4, 2)
            brown = p.rng.choice((0.0, 0.16, 0.34))
            p.fill(shape, mid=1, light=0.35, dark=brown)
            pitted(p, shape, 28)
            p.ink(shape, dark=Fade(0.0, 0.3, 30))
            p.edge(shape, 0.4)
            x += wide + 1
