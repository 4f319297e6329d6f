"""What leaves the press: posters in their frames, cards, notebooks, books that unfold."""

import math
from collections.abc import Callable

from ..inks import Fade, Sheet
from ..shapes import moved, oval, rect, rough, smooth, turned
from ..stage import smooth_heap
from .plinth import Plinth, rounded
from .signs import headframe


def framed(p: Plinth, draw: Callable[[], None]) -> None:
    """A poster with its margin, in a narrow frame."""
    p.cast(rect(-33, -42, 66, 84), 3, 3.6)
    p.fill(rect(-33, -42, 66, 84), dark=0.96)
    p.fill(rect(-30.6, -39.6, 61.2, 79.2))
    picture = rect(-26, -35, 52, 62)
    with p.within(picture):
        draw()
    for i, wide in enumerate((26, 15)):
        p.fill(rect(-26, 30 + i * 3, wide, 1.4), dark=0.95)
    p.line([(20, 31), (26, 31)], 0.5)
    p.ink([(8, -39.6), (20, -39.6), (-10, 39.6), (-22, 39.6)], light=0.12)


def poster_heaps(s: Sheet) -> None:
    """A poster in its frame: two triangles and a sun, nothing else."""
    p = Plinth(s)

    def draw() -> None:
        p.fill(oval(p.rng.uniform(6, 14), -18, 10), mid=1)
        for x, wide, high in ((-9, 60, 40), (19, 46, 30)):
            p.fill(smooth_heap(x, 27, wide, high), dark=0.97)
        p.stroke([(-9, -12), (-14, 27)], 0.3, dark=0.7)
        p.stroke([(19, -2), (14, 27)], 0.3, dark=0.7)

    framed(p, draw)


def poster_station(s: Sheet) -> None:
    """A poster in its frame: a station as a steam engine, its clock tower for a chimney."""
    p = Plinth(s)

    def draw() -> None:
        p.fill(rect(-27, -36, 54, 64), light=0.9)
        p.fill(rect(-20, -6, 46, 18), dark=0.96)
        p.fill([*oval(-20, 3, 5, 9, start=90, end=270), (-16, -6), (-16, 12)], dark=0.96)
        for i in range(8):
            arch = [*oval(-10 + i * 4.6, -0.5, 1.4, start=180, end=360), (-8.6 + i * 4.6, 6),
                    (-11.4 + i * 4.6, 6)]  # fmt: skip
            p.fill(arch, light=0.9)
        p.fill(rect(-16, -24, 8, 20), dark=0.96)
        p.fill([(-17, -24), (-7, -24), (-8.4, -27), (-15.6, -27)], dark=0.96)
        p.fill(oval(-12, -18, 2.8))
        p.line([(-12, -18), (-12, -20)], 0.4)
        p.line([(-12, -18), (-10.6, -18)], 0.4)
        for i, size in enumerate((3, 4.6, 6, 7)):
            p.fill(oval(-9 + i * 8.4, -30 - i * 0.5 + i % 2 * 3, size * 1.2, size), dark=0.34)
        for x in (-15, -3, 9, 21):
            p.fill(oval(x, 14, 5.2), mid=1)
            p.fill(oval(x, 14, 2), light=0.9)
        p.fill(rect(-15, 13.2, 36, 1.5), dark=0.96)
        p.fill(rect(-27, 19.4, 54, 1.2), dark=0.96)
        for i in range(14):
            p.fill(rect(-27 + i * 4, 21.4, 2.2, 3), dark=0.96)

    framed(p, draw)


def notebook_open(s: Sheet) -> None:
    """A sewn notebook open flat on another, a lightning bolt printed on its cover."""
    p = Plinth(s)
    back = turned(rounded(0, -44, 36, 50, 3), 8, 18, -20)
    p.cast(back, 2, 2.6)
    p.solid(back, mid=0.95)
    bolt = [(21, -38), (12, -21), (18, -21), (14, -6), (27, -26), (20, -26), (25, -38)]
    p.fill(turned(bolt, 8, 18, -20), light=0.3)
    left = smooth([(-40, -8), (-24, -12), (-2, -8)])
    right = smooth([(-2, -8), (20, -12), (38, -7)])
    for path, ends in (
        (left, ((-2, 38), (-24, 34), (-42, 38))),
        (right, ((40, 39), (20, 34), (-2, 38))),
    ):
        leaf = [*path, *smooth(ends)]
        p.cast(leaf, 1.6, 2.6)
        p.fill(moved(leaf, 0.8, 1.2), light=0.3)
        p.solid(moved(leaf, 0.8, 1.2), light=0.2)
        p.solid(leaf, light=0.06)
    p.line([(-2, -8), (-2, 38)], 0.7)
    for i in range(4):
        p.stroke([(-2, -3 + i * 10), (-2, 2 + i * 10)], 1.1, mid=0.95)
    p.ink([(-2, -8), (5, -9), (5, 37), (-2, 38)], dark=Fade(0.4, 0.0, 0))
    for i in range(7):
        p.line([(6, 0 + i * 4.6), (33 - i % 3 * 6, 0.4 + i * 4.6)], 0.3, 0.6)
    for x, wide, high in ((-26, 24, 17), (-13, 17, 11)):
        p.line(smooth_heap(x, 20, wide, high), 0.6)
    p.line(rough([(-38, 20), (-6, 20)], 0.5, p.rng), 0.5)
    p.line(oval(-15, 2, 3.2), 0.5)
    pencil = turned([(4, 27), (34, 27), (38, 28.4), (34, 29.8), (4, 29.8)], -14, 20, 28)
    p.cast(pencil, 0.8, 1.4)
    p.solid(pencil, mid=0.6, light=1)
    p.fill(turned([(36.6, 27.8), (38, 28.4), (36.6, 29)], -14, 20, 28), dark=0.95)


def cards(s: Sheet) -> None:
    """Four cards fanned on their envelope, an experiment on each."""
    p = Plinth(s)
    envelope = turned(rect(-30, 2, 60, 38), -4, 0, 20)
    p.cast(envelope, 2, 2.6)
    p.solid(envelope, mid=0.6, light=0.3)
    a, b, mid = turned([(-30, 2), (30, 2), (0, 24)], -4, 0, 20)
    p.line([a, mid, b], 0.5)
    signs = (_needle, _kite, _bolt, _coil)
    for i, sign in enumerate(signs):
        turn = -27 + i * 18
        card = turned(rounded(-12.5, -40, 25, 36, 1.2), turn, 0, 34)
        p.cast(card, 1.6, 2)
        p.solid(card, light=0.04)
        sign(p, turn)
        for row, wide in enumerate((14, 8)):
            line = rect(-wide / 2, -12.4 + row * 3, wide, 1.6)
            p.fill(turned(line, turn, 0, 34), dark=0.95)


def _needle(p: Plinth, turn: float) -> None:
    ring = turned(oval(0, -25, 8), turn, 0, 34)
    p.fill(ring, light=1)
    p.edge(ring, 0.6)
    p.fill(turned([(-1.6, -25), (4, -32), (1.6, -25)], turn, 0, 34), mid=1)
    p.fill(turned([(-1.6, -25), (-4, -18), (1.6, -25)], turn, 0, 34), dark=0.95)


def _kite(p: Plinth, turn: float) -> None:
    p.fill(turned([(0, -37), (6, -30), (0, -20), (-6, -30)], turn, 0, 34), mid=1)
    p.line(turned([(0, -37), (0, -20)], turn, 0, 34), 0.4)
    p.line(turned(smooth([(0, -20), (3, -18), (-3, -16), (1, -14.4)]), turn, 0, 34), 0.5)


def _bolt(p: Plinth, turn: float) -> None:
    bolt = [(2, -37), (-5, -26), (-0.6, -26), (-3, -16), (6, -29), (1, -29), (5, -37)]
    p.fill(turned(bolt, turn, 0, 34), dark=0.95)


def _coil(p: Plinth, turn: float) -> None:
    for i in range(7):
        p.stroke(turned(oval(-6 + i * 2, -26, 1.6, 6), turn, 0, 34), 0.7, mid=1)
    p.line(turned([(-11, -26), (11, -26)], turn, 0, 34), 1)


def concertina(s: Sheet) -> None:
    """A book that unfolds in a frieze, a headframe on every fold."""
    p = Plinth(s)
    folds, wide = 7, 11.6
    for i in range(folds):
        x, slant = -40.6 + i * wide, 5 if i % 2 else -5
        top, low = -18 + slant / 2, 20 + slant / 2
        panel = [
            (x, top - slant),
            (x + wide, top + slant),
            (x + wide, low + slant),
            (x, low - slant),
        ]
        panel = [(px, py - slant * 0.5) for px, py in panel]
        p.ink([panel[3], panel[2], (x + wide + 3, low + 6), (x + 3, low + 4)], dark=0.4)
        p.fill(panel, **({"light": 0.5} if i % 2 else {}))
        ground = [(x, panel[3][1] - 9), (x + wide, panel[2][1] - 9), panel[2], panel[3]]
        p.fill(ground, mid=0.9)
        middle = (panel[2][1] + panel[3][1]) / 2 - 9
        high = p.rng.uniform(18, 25)
        if i % 3 == 1:
            p.fill(smooth_heap(x + wide / 2, middle, wide, 7), dark=0.5)
        headframe(p, x + wide * 0.42, middle, high * 0.86, dark=0.96)
        p.edge(panel, 0.5)
    cover = [(-44, -24), (-40.6, -20.6), (-40.6, 17.6), (-44, 21)]
    p.solid(cover, dark=0.9)
    p.solid([(40.6, -22), (45, -26), (45, 18), (40.6, 17)], dark=0.9)


def card_ring(s: Sheet) -> None:
    """A white card that stands up and closes into a ring of fine lines."""
    p = Plinth(s)
    p.shadow(24, 36, 2)
    outer, depth = (38.0, 13.0), 22.0
    far = [
        *oval(0, -8, *outer, start=180, end=360),
        *moved(oval(0, -8, *outer, start=360, end=180), 0, depth),
    ]
    p.fill(far, light=0.45)
    for i in range(60):
        a = math.radians(184 + i * 2.93)
        x, y = outer[0] * math.cos(a), -8 + outer[1] * math.sin(a)
        p.line([(x, y + 2), (x, y + depth - 2)], 0.14, 0.6)
    p.edge(far, 0.5)
    near = [
        *oval(0, -8, *outer, start=180, end=0),
        *moved(oval(0, -8, *outer, start=0, end=180), 0, depth),
    ]
    p.fill(near)
    for row in range(9):
        path = moved(oval(0, -8, *outer, start=176, end=4), 0, 3 + row * 2)
        for i in range(0, len(path) - 2, 3):
            p.stroke(path[i : i + 2 + (i + row) % 2], 0.34, dark=0.5)
    p.ink(
        [
            *oval(0, -8, *outer, start=70, end=0),
            *moved(oval(0, -8, *outer, start=0, end=70), 0, depth),
        ],
        dark=Fade(0.0, 0.4, 0),
    )
    p.edge(near, 0.7)
    for x, y in ((-34, 37), (-28, 40), (32, 38)):
        poppy(p, x, y)


def poppy(p: Plinth, x: float, y: float) -> None:
    p.line(smooth([(x + 2, y + 7), (x, y + 4), (x, y)]), 0.5)
    for k in range(4):
        p.fill(turned(oval(x + 2, y, 2.3), k * 90 + 20, x, y), mid=1)
    p.fill(oval(x, y, 1.1), dark=0.95)
