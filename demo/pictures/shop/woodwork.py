"""Old pit props, turned; and one board of ash."""

from ..inks import Fade, Points, Sheet, Tone
from ..shapes import Outline, moved, oval, rect, rough, smooth, turned
from .plinth import Plinth, flame, rounded, symmetric

OAK: dict[str, Tone] = {"mid": 0.42, "light": 0.95}
PALE: dict[str, Tone] = {"mid": 0.12, "light": 0.8}


def grain(p: Plinth, shape: Points, *, turn: float = 0.0, step: float = 2.0) -> None:
    """Rings of growth, cut along, within a shape."""
    with p.within(shape):
        for i in range(round(-50 / step), round(50 / step)):
            x = i * step
            path = rough([(x, -60), (x + p.rng.uniform(-2, 2), 60)], 1.4, p.rng, rounds=4)
            width = p.rng.uniform(0.12, 0.4)
            p.stroke(turned(path, turn, 0, 0), width, mid=1, dark=None, light=None)


def turnery(p: Plinth, half: Points, x: float = 0.0, **tones: Tone) -> Outline:
    """A body from the lathe, with its grain and its shade."""
    right = moved(half, x, 0)
    shape = [*right, *[(2 * x - px, py) for px, py in right[::-1]]]
    p.fill(shape, **(tones or OAK))
    grain(p, shape)
    p.ink([*right, *[(x + px * 0.4, py) for px, py in half[::-1]]], dark=Fade(0.25, 0.75, 0))
    p.edge(shape, 0.7)
    return shape


def rings(p: Plinth, x: float, y: float, rx: float, ry: float) -> None:
    """The end of a log: its rings, and a crack."""
    p.solid(oval(x, y, rx, ry), **PALE)
    for part in (0.82, 0.64, 0.5, 0.34, 0.16):
        p.stroke(oval(x + rx * 0.04, y, rx * part, ry * part), 0.4, mid=1, light=0.8)
    p.line([(x, y), (x + rx * 0.5, y - ry * 0.6)], 0.4)


def spinning_top(s: Sheet) -> None:
    """A top in full spin, its circles around it."""
    p = Plinth(s)
    p.shadow(36, 13)
    for reach, start in ((37, 20), (31, 190), (42, 160), (42, -10)):
        p.line(oval(0, 32, reach, reach * 0.16, start=start, end=start + 75), 0.5)
    half = [
        (0, -33),
        (3, -33),
        *smooth(
            [
                (3, -33),
                (2.2, -26),
                (2.6, -14),
                (9, -9),
                (27, 0),
                (29, 5),
                (22, 14),
                (7, 29),
                (2, 35),
                (0, 36),
            ]
        ),
    ]
    body = turned(symmetric(half), 7, 0, 36)
    p.fill(body, **OAK)
    with p.within(body):
        for i in range(60):
            y = -40 + i * 1.3
            p.stroke(
                turned(oval(0, y, 30, 4, start=10, end=170), 7, 0, 36), 0.22, mid=1, light=0.95
            )
        for y, width, tones in (
            (2, 3, {"dark": 0.95}),
            (7, 1, {"dark": 0.95}),
            (-4, 1.6, {"mid": 1.0}),
        ):
            p.stroke(turned(oval(0, y - 1, 31, 4, start=5, end=175), 7, 0, 36), width, **tones)
        p.ink(turned([(8, -40), (34, -40), (34, 40), (3, 40), (14, 4)], 7, 0, 36), dark=0.6)
        p.stroke(turned([(-1.2, -31), (-1, -16)], 7, 0, 36), 0.6, light=0.4)
    p.edge(body, 0.7)


def wooden_box(s: Sheet) -> None:
    """A round box cut from a log, its lid set on; the bark left outside."""
    p = Plinth(s)
    p.shadow(37, 30)
    side = [(-29, -8), (29, -8), (28, 33), *oval(0, 33, 28, 5.4, start=0, end=180), (-28, 33)]
    p.fill(side, mid=0.85, light=0.9, dark=0.3)
    with p.within(side):
        for i in range(26):
            path = rough([(-30 + i * 2.4, -10), (-30 + i * 2.4, 40)], 2.6, p.rng, rounds=4)
            p.line(path, p.rng.uniform(0.3, 0.9), 0.9)
        p.ink(rect(9, -10, 22, 52), dark=Fade(0.2, 0.8, 0))
    p.edge(side, 0.7)
    p.line([(-17, 12), (-17, 9), (-8, 9), (-8, 12)], 1.2)
    lid = [
        (-29.6, -16),
        (29.6, -16),
        (29.6, -9),
        *oval(0, -9, 29.6, 6, start=0, end=180),
        (-29.6, -9),
    ]
    p.fill(lid, mid=0.7, light=0.9)
    grain(p, lid)
    p.ink(rect(10, -12, 20, 8), dark=Fade(0.2, 0.7, 0))
    p.edge(lid, 0.7)
    rings(p, 0, -16, 29.6, 9)
    turnery(p, [(0, -29), *smooth([(0, -29), (5.4, -27), (5, -22), (3, -18)]), (0, -17)])


def candlesticks(s: Sheet) -> None:
    """Three props for candlesticks, each lower than the last."""
    p = Plinth(s)
    for x, high in ((-26, 46), (1, 33), (27, 21)):
        top = 38 - high
        p.shadow(39, 11, x)
        candle = rect(x - 3.4, top - 26, 6.8, 25)
        flame(p, x, top - 26, 0.62)
        p.solid(candle, light=0.1)
        p.ink(rect(x + 0.6, top - 26, 2.8, 25), dark=0.3)
        half = [(8.6, top), (9, 20), (9.8, 38), (0, 39)]
        turnery(p, half, x)
        p.solid(oval(x, top, 8.6, 2.2), **PALE)
        p.solid(
            [(x - 4.6, top - 5), (x + 4.6, top - 5), (x + 6.4, top), (x - 6.4, top)],
            light=1,
            mid=0.2,
        )
        cut = [(x - 9.4, 38), (x - 9, 31), (x - 5, 38)]
        p.fill(cut, **PALE)
        p.line([(x - 9, 31), (x - 5, 38)], 0.4)


def wooden_board(s: Sheet) -> None:
    """A board with a dark seam running through it, bread and cheese on it."""
    p = Plinth(s)
    outline = rounded(-30, -40, 60, 82, 7)
    board = turned(outline, 12, 0, 0)
    p.cast(board, 3, 3.6)
    p.fill(board, **PALE)
    grain(p, board, turn=12, step=2.4)
    with p.within(board):
        left = [(-5, -50), (-2, -26), (-8, -4), (-3, 20), (-7, 50)]
        path = turned(smooth(left), 12, 0, 0)
        p.stroke(path, 8, dark=0.95, mid=0.5)
        p.stroke(moved(path, 1, 0), 0.5, dark=0.6)
        p.stroke(moved(path, -2, 0), 0.4, dark=0.6)
    p.edge(board, 0.8)
    hole = turned(oval(21, -32, 3.4), 12, 0, 0)
    p.fill(hole, light=0.92)
    p.edge(hole, 0.6)
    cheese = [(4, -8), (25, -16), (28, -4)]
    p.cast([*cheese, (27, 3), (5, 0)], 1.4, 2)
    p.solid([(4, -8), (28, -4), (28, 3), (4, 0)], light=1, mid=0.4)
    p.solid(cheese, light=0.7)
    for x, y in ((17, -9), (22, -6)):
        p.line(oval(x, y, 1.4), 0.4)
    for i in range(3):
        slice_ = turned(rounded(-27 + i * 4, 10 + i * 6, 15, 12, 4.6), -16, -18, 16)
        p.cast(slice_, 1, 1.6)
        p.fill(slice_, mid=0.8, light=0.9)
        p.fill(
            turned(rounded(-25.6 + i * 4, 11.4 + i * 6, 12.2, 9.2, 3.4), -16, -18, 16), light=0.25
        )
        p.edge(slice_, 0.5)


def skittles(s: Sheet) -> None:
    """Nine skittles in a lozenge, the middle one with its line, two balls before them."""
    p = Plinth(s)
    places = (
        (0, -4),
        (-14, 3),
        (14, 3),
        (-29, 10),
        (0, 10),
        (29, 10),
        (-15, 19),
        (15, 19),
        (0, 28),
    )
    for x, base in places:
        p.shadow(base, 5, x)
        half = [
            (0, base - 38),
            *smooth(
                [
                    (0, base - 38),
                    (3.5, base - 35),
                    (3.4, base - 30),
                    (2.3, base - 26),
                    (5.8, base - 15),
                    (6, base - 7),
                    (4.4, base),
                ]
            ),
            (0, base + 0.8),
        ]
        shape = turnery(p, half, x)
        ink = {"mid": 1.0} if (x, base) == (0, 10) else {"dark": 0.95}
        with p.within(shape):
            p.stroke([(x - 6, base - 13), (x + 6, base - 13)], 2.4, **ink)
    for x, y in ((-31, 34), (31, 35)):
        p.shadow(y + 6, 6.4, x)
        ball = oval(x, y, 7)
        p.fill(ball, **OAK)
        grain(p, ball, turn=60)
        p.ink(
            [*oval(x, y, 7, start=-60, end=120), *oval(x - 1.6, y - 1, 6, start=120, end=-60)],
            dark=0.6,
        )
        p.edge(ball, 0.7)


def prop_pencil(s: Sheet) -> None:
    """A stout pencil split from a prop, the line it has drawn, its shavings."""
    p = Plinth(s)
    sheet = turned(rect(-34, -36, 62, 76), -6, 0, 0)
    p.cast(sheet, 2, 2.6)
    p.solid(sheet)
    heaps = smooth([(-30, 26), (-21, 12), (-14, -2), (-6, 14), (1, 6), (8, 18), (14, 25)])
    p.line(rough(heaps, 0.12, p.rng, rounds=2), 1.3, 0.8)
    p.line(rough([(-31, 27), (20, 26)], 0.2, p.rng, rounds=2), 1.1, 0.8)
    body = [(-5.6, -44), (5, -45), (6, 16), (-6, 16)]
    place = (14, 0)

    def at(shape: Points) -> Outline:
        return turned(moved(shape, *place), 34, *place)

    p.cast(at(body), 2.4, 2.8)
    p.fill(at(body), **OAK)
    grain(p, at(body), turn=34, step=1.3)
    p.ink(at([(1.6, -45), (5, -45), (6, 16), (2, 16)]), dark=0.55)
    p.edge(at(body), 0.7)
    cone = [(-6, 16), (-2, 18.4), (2, 15), (6, 16), (1.4, 33), (-1.4, 33)]
    p.solid(at(cone), **PALE)
    p.fill(at([(-1.7, 32), (1.7, 32), (0.8, 38.6), (-0.4, 39)]), dark=0.97)
    p.solid(at(oval(-0.3, -44.4, 5.3, 1.7)), **PALE)
    p.fill(at(oval(-0.3, -44.4, 1.7, 0.7)), dark=0.97)
    for x, y in ((24, 30), (31, 24), (15, 36)):
        curl = smooth([(x - 4, y), (x, y - 4), (x + 4, y), (x + 1, y + 3), (x - 1, y)])
        p.line(curl, 1.5)
        p.stroke(curl, 0.9, mid=0.2, light=0.9)
