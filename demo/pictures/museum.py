"""The museum in its park, and its stores."""

import math

from .buildings import beam
from .inks import Fade, Points, Sheet
from .scenery import birch, figure, ground, heap, sky, trees
from .shapes import Outline, mirrored, oval, rect, rough, smooth


def museum(s: Sheet) -> None:
    """Long low bars of glass in a park, the heaps far behind."""
    side = s.rng.choice((-1, 1))
    horizon = s.height * 0.58
    sky(s, horizon, side=side)
    tall = s.width * s.rng.uniform(0.12, 0.17)
    heap(s, s.width * (0.5 + side * 0.1), horizon, tall * 2.2, tall, side=side, wooded=0.4)
    heap(s, s.width * (0.5 + side * 0.27), horizon, tall * 1.9, tall * 0.82, side=side, wooded=0.4)
    trees(s, -3, s.width + 3, horizon + 0.5, 7)
    base = s.height * 0.67
    s.fill(rect(-3, horizon, s.width + 6, s.height), light=0.8, dark=Fade(0.2, 0.55))
    for left, span, high in (
        (-0.06, 0.24, 7.5), (0.84, 0.24, 7.5), (0.16, 0.3, 9.5), (0.6, 0.28, 9.5),
        (0.42, 0.2, 12.5),
    ):  # fmt: skip
        glass_bar(s, left * s.width, base, span * s.width, high * max(0.8, s.width / 150))
    s.over(rect(-3, base, s.width + 6, 0.7), dark=0.9)
    park(s, base)
    for _ in range(9):
        x, y = s.rng.uniform(4, s.width - 4), base + s.rng.uniform(1, 8)
        figure(s, x, y, s.rng.uniform(4, 5.4))
    for x in (0.5 - side * 0.43, 0.5 - side * 0.36, 0.5 + side * 0.46):
        birch(s, x * s.width, s.height * 1.02, s.height * s.rng.uniform(0.72, 0.95))


def park(s: Sheet, top: float) -> None:
    """Pale paths that flow between islands of moss."""
    depth = s.height - top
    s.fill(rect(-3, top + 0.7, s.width + 6, depth * 0.16), light=0.12)
    islands = []
    for i in range(7):
        share = 0.2 + i * 0.12
        x, y = s.width * ((i * 0.38 + s.rng.uniform(-0.1, 0.1)) % 1.1), top + share * depth
        islands.append((x, y, 13 + 20 * share, depth * (0.045 + share * 0.06)))
    for x, y, rx, ry in islands:
        s.fill(blob(s, x, y, rx * 1.25, ry * 1.6), light=0.1)
    for x, y, rx, ry in islands:
        s.fill(blob(s, x, y, rx, ry), dark=Fade(0.75, 0.95), light=1)


def blob(s: Sheet, x: float, y: float, rx: float, ry: float) -> Outline:
    """A soft flat island."""
    return smooth(
        [
            (
                x + rx * math.cos(i * math.tau / 7) * s.rng.uniform(0.7, 1.1),
                y + ry * math.sin(i * math.tau / 7),
            )
            for i in range(7)
        ],
        closed=True,
    )


def glass_bar(s: Sheet, x: float, base: float, width: float, height: float) -> None:
    """A box of glass and brushed metal that mirrors the park."""
    s.fill(rect(x, base - height, width, height), dark=Fade(0.04, 0.3), light=Fade(0.0, 0.5))
    s.over(mirrored_trees(s, x, base, width, height), dark=0.5)
    step = height * 0.42
    for i in range(1, math.ceil(width / step)):
        s.stroke(
            [(x + i * step, base - height), (x + i * step, base)],
            0.16,
            dark=0.5,
            mid=None,
            light=None,
        )
    s.fill(rect(x - 0.3, base - height - 0.4, width + 0.6, 1.0), dark=1)
    s.fill(rect(x, base - height * 0.42, width * 0.2, height * 0.42), light=0.9, dark=0.1)


def mirrored_trees(s: Sheet, x: float, base: float, width: float, height: float) -> Points:
    line = rough(
        [(x, base - height * 0.4), (x + width, base - height * 0.4)], height * 0.16, s.rng, rounds=5
    )
    line = [(min(max(px, x), x + width), max(py, base - height * 0.9)) for px, py in line]
    return [*line, (x + width, base), (x, base)]


def warehouse(s: Sheet) -> None:
    """The museum's stores: a meadow for a roof, a long glass front, shelves behind it."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.84
    sky(s, base, side=side)
    heap(
        s,
        s.width * (0.5 - side * 0.3),
        s.height * 0.5,
        s.width * 0.4,
        s.height * 0.22,
        side=side,
        wooded=0.5,
    )
    high, low = s.height * 0.36, s.height * 0.5
    left, right = (high, low) if side > 0 else (low, high)
    land = [
        (-3, left - 1),
        *rough([(-3, left), (s.width + 3, right)], 0.5, s.rng, rounds=6),
        (s.width + 3, right + 5),
        (-3, left + 5),
    ]
    front = [(-3, left + 5), (s.width + 3, right + 5), (s.width + 3, base), (-3, base)]
    s.fill(front, light=0.75)
    columns = max(4, round(s.width / 19))
    each = s.width / columns
    for i in range(columns):
        x = i * each
        ceiling = left + (right - left) * (x + each / 2) / s.width + 8
        shelves(s, x + each * 0.1, ceiling + each * 0.1, each * 0.8, base)
    for i in range(columns * 2 + 1):
        x = i * each / 2
        beam(
            s,
            [(x, left + (right - left) * x / s.width + 4), (x, base)],
            0.55 if i % 2 == 0 else 0.28,
        )
    s.fill(land, dark=Fade(0.5, 0.85), light=1)
    gutter = [(-3, left + 4), (s.width + 3, right + 4), (s.width + 3, right + 6), (-3, left + 6)]
    s.fill(gutter, dark=0.1)
    for _ in range(90):
        x = s.rng.uniform(0, s.width)
        y = left + (right - left) * x / s.width + s.rng.uniform(-0.5, 3)
        s.stroke(
            [(x, y), (x + s.rng.uniform(-0.7, 0.7), y - s.rng.uniform(1.4, 3.4))],
            0.24,
            dark=1,
            mid=None,
            light=None,
        )
        if s.rng.random() < 0.3:
            s.fill(oval(x, y - 3.2, 0.5), mid=1)
    ground(s, base, stripes=3)
    s.over(rect(-3, base, s.width + 6, 0.8), dark=1)
    for _ in range(5):
        figure(s, s.rng.uniform(6, s.width - 6), base + s.rng.uniform(2, 6), 6.5)


def shelves(s: Sheet, x: float, top: float, width: float, base: float) -> None:
    count = max(2, round((base - top) / (width * 0.55)))
    step = (base - top) / count
    for i in range(1, count + 1):
        floor = top + i * step - 0.8
        s.fill(rect(x, floor, width, 0.6), dark=0.9)
        px = x + width * 0.14
        while px < x + width * 0.9:
            kind = s.rng.choice(("vase", "bust", "crate", "frame"))
            size = step * s.rng.uniform(0.5, 0.75)
            treasure(s, kind, px, floor, size)
            px += size * 0.85


def treasure(s: Sheet, kind: str, x: float, base: float, size: float) -> None:
    tones = s.rng.choice(({"mid": 1.0}, {"dark": 0.95}, {"light": 0.0}))
    if kind == "vase":
        half = smooth([(0.16, 0), (0.34, -0.45), (0.12, -0.78), (0.22, -1)], steps=4)
    elif kind == "bust":
        half = smooth(
            [(0.3, 0), (0.34, -0.3), (0.1, -0.42), (0.2, -0.7), (0.12, -0.96), (0, -1)], steps=4
        )
    elif kind == "crate":
        half = [(0.36, 0), (0.36, -0.55)]
    else:
        half = [(0.3, 0), (0.3, -0.85)]
    right = [(x + px * size, base + py * size) for px, py in half]
    s.fill([*right, *mirrored(right[::-1], x)], **tones)
    if kind == "frame":
        s.fill(
            rect(x - size * 0.2, base - size * 0.74, size * 0.4, size * 0.62), light=0.9, mid=0.2
        )
