"""Pits that became places to go to, each by what stands out against its sky."""

from .buildings import beam, hall, lattice, wheel, winding_tower, window
from .inks import Fade, Points, Sheet
from .scenery import figure, ground, heap, hill, sky, trees
from .shapes import oval, rect, smooth


def doubled_headframe(s: Sheet) -> None:
    """A headframe on four raked legs, as a letter A with its twin, above low cubes of brick."""
    side, base = _side(s), s.height * 0.86
    sky(s, base, side=side)
    ground(s, base, stripes=3)
    x, tall = s.width / 2, min(s.height * 0.74, s.width * 0.72)
    u = tall / 60
    for left, wide, high in ((-64, 40, 15), (22, 46, 19), (-30, 58, 10)):
        _cube(s, x + left * u, base, wide * u, high * u)
    for way in (-1, 1):
        for foot, head in ((30, 4.5), (23, 3)):
            beam(s, [(x + way * foot * u, base), (x + way * head * u, base - 54 * u)], 1.7 * u)
        for share in (0.16, 0.34, 0.52, 0.7):
            out, inner = 30 - 25.5 * share, 23 - 20 * share
            low = base - 54 * u * share
            beam(s, [(x + way * out * u, low), (x + way * inner * u, low)], 0.9 * u)
    for level, half in ((20, 16), (38, 10)):
        low = base - level * u
        beam(s, [(x - half * u, low), (x + half * u, low)], 1.1 * u)
    for shift in (-5.2, 5.2):
        for level in (42, 52):
            wheel(s, x + shift * u, base - level * u, 4.2 * u)
    s.over(rect(x - 11 * u, base - 58.6 * u, 22 * u, 2 * u), dark=1)
    figure(s, x - 40 * u, base + 6, 6)


def three_headframes(s: Sheet) -> None:
    """Three ages in a row: a short one of lattice, one that leans on its stay, a tall portal."""
    side, base = _side(s), s.height * 0.86
    sky(s, base, side=-side)
    ground(s, base, stripes=4)
    wide = min(s.width, s.height * 1.5)
    middle = s.width / 2
    for place, share, way in ((-0.34, 0.44, -1), (-0.06, 0.6, 1)):
        winding_tower(s, middle + side * wide * place, base, wide * share * 0.78, side=way * side)
    _portal(s, middle + side * wide * 0.32, base, wide * 0.5)
    hall(s, middle + side * wide * 0.05 - wide * 0.06, base + 1, wide * 0.12, wide * 0.07)
    trees(s, -3, s.width + 3, base + 2, 4)


def courtyard(s: Sheet) -> None:
    """A long museum of brick, its two small headframes looking over the roofs, and visitors."""
    side, base = _side(s), s.height * 0.84
    sky(s, base, side=side)
    x, u = s.width / 2, min(s.width / 150, s.height / 100)
    for shift in (-30, 26):
        winding_tower(s, x + side * shift * u, base - 8 * u, 46 * u, side=-side)
    ground(s, base, stripes=3)
    for left, wide, high in ((-70, 46, 22), (-24, 42, 28), (18, 54, 22)):
        _gabled(s, x + left * u, base, wide * u, high * u)
    stack = x + side * 50 * u
    s.fill(
        [
            (stack - 2.6 * u, base),
            (stack - 1.6 * u, base - 58 * u),
            (stack + 1.6 * u, base - 58 * u),
            (stack + 2.6 * u, base),
        ],
        mid=1,
        light=0.4,
    )
    s.over(rect(stack - 2.2 * u, base - 60 * u, 4.4 * u, 2.4 * u), dark=1)
    for k in range(5):
        figure(s, x + (k * 9 - 20) * u, base + (6 + k % 2 * 2.4) * u, 6.4 * u)
    s.over(rect(-3, base, s.width + 6, 1.2), dark=1)


def below_ground(s: Sheet) -> None:
    """The earth cut open: a small headframe, its shaft, and under it a vault with a lamp lit."""
    horizon = s.height * 0.42
    side = _side(s)
    sky(s, horizon, side=side, clouds=False)
    x, u = s.width * (0.5 - side * 0.12), min(s.height / 100, s.width / 110)
    s.fill(rect(-3, horizon, s.width + 6, s.height - horizon + 4), dark=Fade(0.72, 1), mid=0.5)
    for k in range(5):
        low = horizon + (s.height - horizon) * (0.1 + 0.17 * k)
        band = smooth(
            [(-4, low), (s.width * 0.3, low - 3), (s.width * 0.7, low + 3), (s.width + 4, low)]
        )
        s.stroke(band, 1.1, dark=None, mid=1, light=None)
    winding_tower(s, x, horizon + 0.6, 36 * u, side=side)
    hall(s, x + side * 22 * u - 8 * u, horizon + 0.6, 16 * u, 9 * u)
    floor = s.height * 0.93
    s.fill(rect(x - 2.4 * u, horizon, 4.8 * u, floor - horizon), dark=0, mid=0, light=0.5)
    beam(s, [(x, horizon), (x, floor - 12 * u)], 0.5 * u)
    s.over(rect(x - 1.8 * u, floor - 12 * u, 3.6 * u, 6 * u), dark=1)
    for way in (-1, 1):
        reach = s.width * (0.36 if way == side else 0.24)
        centre, half = x + way * (reach * 0.55 + 2 * u), reach * 0.55
        high = 17 * u
        vault = [
            *oval(centre, floor, half, high, start=180, end=360),
            (centre + half, floor),
            (centre - half, floor),
        ]
        s.fill(vault, dark=0, mid=0, light=1)
        for share in (0.45, 0.72, 1.0):
            ring = oval(centre, floor, half * share, high * share, start=180, end=360)
            s.stroke(ring, 0.7 * u, dark=0.9, mid=None, light=None)
        figure(s, centre - 4 * u, floor, 9 * u)
        figure(s, centre + 3 * u, floor, 8.4 * u)


def two_on_a_square(s: Sheet) -> None:
    """An old and a young headframe side by side on a bare square, a low house of brick between."""
    side, base = _side(s), s.height * 0.8
    sky(s, base, side=-side)
    x, u = s.width / 2, min(s.width / 150, s.height / 100)
    heap(s, x - side * 52 * u, base, 70 * u, 22 * u, side=side, wooded=0.8)
    s.fill(rect(-3, base, s.width + 6, s.height - base + 4), light=0.4, mid=0.12)
    for k in range(-7, 8):
        s.stroke(
            [(x + k * 9 * u, base), (x + k * 24 * u, s.height + 3)],
            0.5,
            dark=0.5,
            mid=None,
            light=None,
        )
    _gabled(s, x - 32 * u, base, 64 * u, 17 * u)
    _portal(s, x + side * 34 * u, base, 68 * u)
    winding_tower(s, x - side * 36 * u, base, 42 * u, side=-side)
    for k in (-26, -20, 8, 14, 20):
        figure(s, x + k * u, base + (5 + abs(k) % 4) * u, 6 * u)


def pit_by_the_sea(s: Sheet) -> None:
    """A stout headframe on a house of brick, mountains behind it, a ship in a bay."""
    side, base = _side(s), s.height * 0.84
    sky(s, base, side=side)
    x, u = s.width / 2, min(s.width / 150, s.height / 100)
    sea = base - 12 * u
    s.fill(hill(s, sea - 16 * u, 12 * u), dark=0.8, mid=0.3)
    s.fill(rect(-3, sea, s.width + 6, s.height - sea + 3), dark=0, mid=0, light=0.25)
    for k in range(4):
        low = sea + (2 + 3 * k) * u
        s.stroke([(-3, low), (s.width + 3, low)], 0.5, dark=0.6, mid=None, light=None)
    ship = x - side * 46 * u
    s.fill(
        [
            (ship - 16 * u, sea),
            (ship + 17 * u, sea),
            (ship + 13 * u, sea + 6 * u),
            (ship - 12 * u, sea + 6 * u),
        ],
        dark=1,
    )
    s.fill(rect(ship - 5 * u, sea - 6 * u, 9 * u, 6 * u), light=0.2)
    s.fill(rect(ship - 1.4 * u, sea - 13 * u, 2.8 * u, 8 * u), mid=1)
    s.fill(rect(-3, base, s.width + 6, s.height - base + 4), mid=0.55, light=0.4)
    s.over(rect(-3, base, s.width + 6, 1.2), dark=1)
    house = x + side * 8 * u
    _gabled(s, house - 6 * u if side > 0 else house - 44 * u, base, 50 * u, 26 * u)
    _portal(s, house - side * 14 * u, base, 62 * u, squat=True)
    for rail in (4, 7):
        beam(s, [(-3, base + rail * u), (s.width + 3, base + rail * u)], 0.6 * u)


def _side(s: Sheet) -> int:
    side: int = s.rng.choice((-1, 1))
    return side


def _portal(s: Sheet, x: float, base: float, tall: float, *, squat: bool = False) -> None:
    """A headframe of two lattice legs joined above, its wheels between them."""
    u = tall / 60
    foot, head = (15, 10) if squat else (11, 6.5)
    for way in (-1, 1):
        outer = [(x + way * foot * u, base), (x + way * head * u, base - 46 * u)]
        inner = [(x + way * (foot - 4.6) * u, base), (x + way * (head - 2.8) * u, base - 46 * u)]
        lattice(s, outer, inner, 8, 0.9 * u)
    for level in (14, 30):
        half = foot + (head - foot) * level / 46
        beam(s, [(x - half * u, base - level * u), (x + half * u, base - level * u)], 0.8 * u)
    s.over(rect(x - (head + 2) * u, base - 48 * u, 2 * (head + 2) * u, 2.6 * u), dark=1)
    for shift in (-0.46, 0.46):
        wheel(s, x + shift * head * u, base - 52 * u, min(4.4, head * 0.62) * u)
    roof = [(-head - 3, 57), (-head, 60), (head, 60), (head + 3, 57)]
    s.over([(x + px * u, base - py * u) for px, py in roof], dark=1)
    for way in (-1, 1):
        beam(s, [(x + way * head * u, base - 47 * u), (x + way * head * u, base - 58 * u)], 0.7 * u)


def _cube(s: Sheet, left: float, base: float, width: float, height: float) -> None:
    """A box of brick in a grid of steel, one band of windows along it."""
    s.fill(rect(left, base - height, width, height), mid=1, light=0.35)
    s.fill(rect(left, base - height * 0.72, width, height * 0.2), dark=0, mid=0, light=1)
    for k in range(int(width / 5) + 1):
        s.stroke([(left + k * 5, base), (left + k * 5, base - height)], 0.35, dark=0.9, mid=None)
    edge: Points = [(left - 0.6, base - height), (left + width + 0.6, base - height)]
    beam(s, edge, 1)


def _gabled(s: Sheet, left: float, base: float, width: float, height: float) -> None:
    """A house of brick under a low roof, with tall arched windows."""
    s.fill(rect(left, base - height, width, height), mid=1, light=0.4)
    ridge = [
        (left - 1.5, base - height),
        (left + width / 2, base - height * 1.34),
        (left + width + 1.5, base - height),
    ]
    s.fill(ridge, dark=1)
    count = max(2, round(width / (height * 0.55)))
    for k in range(count):
        middle = left + width * (k + 0.5) / count
        lit = s.rng.random() < 0.4
        window(s, middle, base - height * 0.26, height * 0.2, height * 0.44, arched=True, lit=lit)
    s.fill(rect(left, base - height * 0.1, width, height * 0.1), dark=0.6, mid=1)
