"""Places of the mine: heaps, headframes, the canal that took the coal away."""

from itertools import pairwise

from .buildings import hall, row, winding_tower
from .inks import Fade, Sheet
from .scenery import figure, ground, heap, poplar, sky, trees
from .shapes import rect, rough, smooth


def single_heap(s: Sheet) -> None:
    side = s.rng.choice((-1, 1))
    base = s.height * s.rng.uniform(0.77, 0.82)
    sky(s, base, side=side)
    tall = min(s.height * 0.6, s.width * 0.46) * s.rng.uniform(0.88, 1.02)
    for _ in range(s.rng.randrange(0, 3)):
        far = s.width * (0.5 + side * s.rng.uniform(0.28, 0.46))
        heap(s, far, base, tall * 0.9, tall * s.rng.uniform(0.18, 0.34), side=side, wooded=0.6)
    middle = s.width * (0.5 - side * s.rng.uniform(0, 0.12))
    heap(s, middle, base, tall * 2.05, tall, side=side, wooded=s.rng.uniform(0.15, 0.6))
    ground(s, base)
    trees(s, -3, s.width + 3, base + 1, 5)
    before_the_heap(s, base, s.width * 0.5 + side * 14)


def before_the_heap(s: Sheet, base: float, x: float) -> None:
    """What stands in the fields at its foot: a row of houses, poplars, or a walk with people."""
    kind = s.rng.choice(("row", "row", "poplars", "walk"))
    if kind == "row":
        row(s, x - 24, base + 8.5, 48, s.rng.randrange(6, 10), courses=False)
        trees(s, -4, x - 26, base + 9, 9)
        trees(s, x + 27, s.width + 4, base + 9, 9)
    elif kind == "poplars":
        for i in range(s.rng.randrange(5, 9)):
            poplar(s, x - 26 + i * 6.4, base + 5 + i * 0.5, 9 + i * 1.6)
    else:
        for i in range(6):
            group = x + i // 3 * 22 + i % 3 * s.rng.uniform(2.2, 3.4)
            figure(s, group, base + 5 + i // 3 * 2.5, s.rng.uniform(4.6, 6) + i // 3)


def twin_heaps(s: Sheet) -> None:
    side = s.rng.choice((-1, 1))
    base = s.height * s.rng.uniform(0.74, 0.8)
    sky(s, base, side=side)
    tall = min(s.height * 0.52, s.width * 0.36) * s.rng.uniform(0.94, 1.06)
    gap = s.width * s.rng.uniform(0.17, 0.24)
    lower = s.rng.uniform(0.8, 0.95)
    wooded = s.rng.uniform(0.15, 0.55)
    heap(s, s.width / 2 + side * gap, base, tall * 1.9, tall * lower, side=side, wooded=wooded)
    heap(s, s.width / 2 - side * gap, base, tall * 2.05, tall, side=side, wooded=wooded)
    trees(s, -3, s.width + 3, base + 1, 4.5)
    ground(s, base)
    if s.rng.random() < 0.65:
        winding_path(s, base, s.rng.uniform(0.4, 0.6))
    else:
        row(s, -3, base + 9, s.width * 0.4, 9, courses=False)
        trees(s, s.width * 0.4, s.width + 3, base + 9, 8)


def winding_path(s: Sheet, base: float, share: float) -> None:
    """A white path from the foot of the heaps to us, with two walkers."""
    depth, way = s.height - base, s.rng.choice((-1, 1))
    path = smooth([
        (s.width * share, base), (s.width * (share + way * 0.04), base + depth * 0.2),
        (s.width * (share - way * 0.03), base + depth * 0.5),
        (s.width * (share + way * 0.08), s.height + 4),
    ])  # fmt: skip
    for (x0, y0), (x1, y1) in pairwise(path):
        wide = 0.8 + (y0 - base) * 0.22
        s.fill([(x0 - wide, y0), (x0 + wide, y0), (x1 + wide, y1 + 0.2), (x1 - wide, y1 + 0.2)])
    x, y = s.width * (share - way * 0.025), base + depth * 0.56
    figure(s, x, y, 6)
    figure(s, x + 3, y + 0.6, 5.4)


def headframe(s: Sheet) -> None:
    side = s.rng.choice((-1, 1))
    base = s.height * 0.88
    sky(s, base, side=-side)
    heap(
        s,
        s.width * (0.5 - side * 0.33),
        base,
        s.width * 0.52,
        s.height * 0.24,
        side=-side,
        wooded=0.7,
    )
    tall = min(s.height * 0.78, s.width * 0.95)
    ground(s, base, stripes=4)
    x = s.width * 0.5 - side * tall * 0.16
    winding_tower(s, x, base, tall, side=side)
    hall(s, x + side * tall * 0.5 - tall * 0.16, base + 1, tall * 0.32, tall * 0.17)
    trees(s, -3, s.width * 0.2, base + 1.5, 6)
    trees(s, s.width * 0.84, s.width + 3, base + 1.5, 6)
    s.over(rect(-3, base + 1, s.width + 6, 1.2), dark=1)


def concrete_tower(s: Sheet) -> None:
    side = s.rng.choice((-1, 1))
    base = s.height * 0.86
    sky(s, base, side=side)
    heap(
        s,
        s.width * (0.5 - side * 0.24),
        base,
        s.width * 0.6,
        s.height * 0.34,
        side=side,
        wooded=0.4,
    )
    heap(
        s,
        s.width * (0.5 + side * 0.34),
        base,
        s.width * 0.44,
        s.height * 0.24,
        side=side,
        wooded=0.6,
    )
    ground(s, base, stripes=5)
    tall = min(s.height * 0.74, s.width * 0.8)
    unit, x = tall / 66, s.width * (0.5 + side * 0.08)

    def block(left: float, low: float, width: float, high: float) -> None:
        """A concrete box, its lit face towards the sun and its other face in shadow."""
        face = rect(x + left * unit, base - high * unit, width * unit, (high - low) * unit)
        s.fill(face, dark=0.12, light=0.35)
        dim = left if side > 0 else left + width * 0.62
        s.over(
            rect(x + dim * unit, base - high * unit, width * 0.38 * unit, (high - low) * unit),
            dark=Fade(0.95, 0.8),
        )

    block(-8, 0, 16, 50)
    block(-12.5, 44, 25, 66)
    s.over(rect(x - 12.5 * unit, base - 66 * unit, 25 * unit, 1.6 * unit), dark=1)
    for level in range(4, 44, 5):
        s.over(rect(x - 8 * unit, base - level * unit, 16 * unit, 0.5 * unit), dark=0.85)
    for i in range(6):
        s.fill(
            rect(x + (-10.8 + i * 3.75) * unit, base - 61 * unit, 2.5 * unit, 4 * unit),
            dark=0.2,
            mid=0,
            light=1,
        )
    s.over(rect(x - 12.5 * unit, base - 51 * unit, 25 * unit, 0.7 * unit), dark=0.9)
    s.fill(
        rect(x - side * 1.5 * unit - 1 * unit, base - 42 * unit, 2 * unit, 38 * unit),
        dark=0.55,
        light=1,
    )
    hall(s, x - side * 22 * unit - 11 * unit, base + 0.5, 22 * unit, 9 * unit)
    trees(s, -3, s.width * 0.3, base + 2, 6)
    trees(s, s.width * 0.72, s.width + 3, base + 2, 6)


def canal(s: Sheet) -> None:
    side = s.rng.choice((-1, 1))
    bank = s.height * 0.6
    sky(s, bank, side=side)
    tall = min(s.height * 0.4, s.width * 0.3)
    x = s.width * (0.5 - side * 0.2)
    heap(s, x, bank, tall * 2.1, tall, side=side, wooded=0.3)
    s.fill(rect(-3, bank, s.width + 6, s.height), light=Fade(0.85, 0.3), dark=0, mid=0)
    s.over(
        [(x - tall, bank), (x + tall, bank), (x, bank + tall * 0.75)], dark=Fade(0.7, 0.2), mid=0.35
    )
    for i in range(46):
        y = bank + (s.height - bank) * (i / 46) ** 1.15
        length = s.rng.uniform(6, 26)
        cx = s.rng.uniform(0, s.width)
        s.stroke(
            [(cx - length / 2, y), (cx + length / 2, y)],
            0.25 + i * 0.012,
            dark=None,
            mid=0.0,
            light=0.0 if i % 3 else 1.0,
        )
    trees(s, -3, s.width + 3, bank + 0.6, 4)
    count = max(4, round(s.width / 16))
    for i in range(count):
        px = s.width * (0.5 + side * 0.5) - side * i * s.width / count * 0.5
        poplar(s, px, bank + 1, tall * (1.15 - i * 0.1))
    barge(
        s,
        s.width * (0.5 + side * s.rng.uniform(-0.02, 0.1)),
        s.height * 0.8,
        min(s.width * 0.62, 84),
        side,
    )


def barge(s: Sheet, x: float, water: float, length: float, way: int) -> None:
    """A péniche, its bow pointing to the left (-1) or right (1)."""
    u = length / 60

    def at(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + way * px * u, water + py * u) for px, py in points]

    for i in range(5):
        s.over(
            at(
                [
                    (-28 + i * 3, 1 + i * 1.1),
                    (29 - i * 3, 1 + i * 1.1),
                    (29 - i * 3, 1.6 + i * 1.1),
                    (-28 + i * 3, 1.6 + i * 1.1),
                ]
            ),
            dark=0.75,
        )
    s.fill(at([(-30, -5.4), (24, -5.4), (31, -7.6), (29, 1), (-28, 1), (-30, -1)]), dark=1)
    s.fill(
        at([(-29.4, -4.6), (24, -4.6), (30.4, -6.8), (30.2, -5.6), (24, -3.4), (-29.2, -3.4)]),
        mid=1,
    )
    for i in range(4):
        pile = rough(
            smooth([(-14 + i * 9, -5.4), (-9.5 + i * 9, -9.4), (-5 + i * 9, -5.4)]),
            0.25 * u,
            s.rng,
            rounds=2,
        )
        s.over(at(pile), dark=1)
    s.fill(at([(-28, -5.4), (-28, -11.4), (-17.5, -11.4), (-17.5, -5.4)]), light=0.1)
    s.fill(at([(-29, -11.4), (-29, -12.4), (-16.5, -12.4), (-16.5, -11.4)]), mid=1)
    for px in (-26.6, -23.2, -19.8):
        s.fill(at([(px, -10.4), (px + 2, -10.4), (px + 2, -7.8), (px, -7.8)]), dark=0.95)
    s.stroke(at([(25, -6), (25, -13)]), 0.4 * u, dark=1, mid=None, light=None)
