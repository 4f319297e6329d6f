"""What several landscapes share: skies, ground, trees, heaps, houses, lattices."""

import math
from itertools import pairwise

from .inks import Fade, Points, Sheet
from .shapes import Outline, between, moved, oval, rect, rough, smooth


def sky(s: Sheet, horizon: float, *, side: int, clouds: bool = True) -> None:
    """One of four skies, its sun on the left (-1) or on the right (1)."""
    whole = rect(-2, -2, s.width + 4, horizon + 4)
    kind = s.rng.choice(("glow", "noon", "bands", "dusk"))
    x = s.width * (0.5 + side * s.rng.uniform(0.16, 0.33))
    radius = s.rng.uniform(8, 14)
    y = s.rng.uniform(radius + 9, max(radius + 10, horizon * 0.52))
    disc = oval(x, y, radius)
    if kind == "glow":
        s.over(whole, light=Fade(0.04, 0.95))
        s.fill(disc, mid=0.92, light=None)
    elif kind == "noon":
        s.over(whole, light=Fade(0.95, 0.25))
        s.fill(disc)
    elif kind == "bands":
        for i in range(9):
            top = horizon * (i / 9) ** 0.8
            s.over(rect(-2, top, s.width + 4, horizon / 9 * (0.12 + i * 0.1)), light=0.9)
        s.fill(oval(x, y, radius + 1.4))
        s.fill(disc, mid=0.92, light=0.9)
    else:
        s.over(whole, mid=Fade(0.62, 0.0), light=Fade(0.0, 0.85))
        s.fill(disc, light=1)
    if clouds and kind != "bands":
        for _ in range(s.rng.randrange(2, 5)):
            cloud(
                s, s.rng.uniform(0, s.width), s.rng.uniform(6, horizon * 0.5), s.rng.uniform(12, 26)
            )
    if s.rng.random() < 0.5:
        birds(s, s.width * (0.5 - side * 0.25), horizon * 0.25)


def cloud(s: Sheet, x: float, y: float, length: float) -> None:
    """Three rounded bars of bare paper, as a woodcut would have them."""
    for i, share in enumerate((0.55, 1.0, 0.4)):
        shift = s.rng.uniform(-0.25, 0.25) * length
        half = length * share / 2
        s.stroke(
            [(x + shift - half, y + i * 2.1), (x + shift + half, y + i * 2.1)],
            1.7, dark=None, mid=0.0, light=0.0,
        )  # fmt: skip


def birds(s: Sheet, x: float, y: float) -> None:
    for _ in range(s.rng.randrange(3, 7)):
        bx, by, span = x + s.rng.gauss(0, 7), y + s.rng.gauss(0, 3), s.rng.uniform(0.9, 1.7)
        wing = smooth(
            [(bx - span, by - span * 0.5), (bx - span * 0.45, by - span * 0.55), (bx, by)]
        )
        s.stroke(wing, 0.3, dark=1, mid=None, light=None)
        s.stroke([(2 * bx - px, py) for px, py in wing], 0.3, dark=1, mid=None, light=None)


def ground(s: Sheet, top: float, *, stripes: int = 7) -> None:
    """Fields down to the lower edge: bands that widen towards us."""
    depth = s.height - top + 3
    s.fill(rect(-3, top, s.width + 6, depth), dark=0, mid=0, light=0.55)
    edge = top
    for i in range(stripes):
        thick = depth * (i + 1) / (stripes * (stripes + 1) / 2)
        if i % 2 == 0:
            tilt = s.rng.uniform(-0.25, 0.25) * thick
            band = [
                (-3, edge + tilt), (s.width + 3, edge - tilt),
                (s.width + 3, edge + thick + tilt), (-3, edge + thick - tilt),
            ]  # fmt: skip
            s.over(band, dark=Fade(0.35, 0.75) if i % 4 == 0 else 0.25, light=0.9)
        edge += thick


def hill(s: Sheet, top: float, rise: float) -> Outline:
    """A gentle line of land across the sheet, closed below the lower edge."""
    width = s.width
    line = smooth([
        (-4, top + s.rng.uniform(-rise, rise)),
        (width * 0.28, top + s.rng.uniform(-rise, rise)),
        (width * 0.62, top + s.rng.uniform(-rise, rise)),
        (width + 4, top + s.rng.uniform(-rise, rise)),
    ])  # fmt: skip
    return [*line, (width + 4, s.height + 4), (-4, s.height + 4)]


def trees(
    s: Sheet, left: float, right: float, base: float, height: float,
    *, dark: float | None = 1, mid: float | None = None, light: float | None = None,
) -> None:  # fmt: skip
    """A hedge of round crowns, standing on a line."""
    x = left
    while x < right:
        tall = height * s.rng.uniform(0.45, 1)
        wide = tall * s.rng.uniform(0.34, 0.6)
        crown = rough(oval(x, base - tall * 0.55, wide, tall * 0.5), tall * 0.035, s.rng, rounds=2)
        s.over(crown, dark=dark, mid=mid, light=light)
        s.stroke(
            [(x, base - tall * 0.4), (x, base + 0.4)], tall * 0.08, dark=dark, mid=mid, light=light
        )
        x += wide * s.rng.uniform(0.8, 1.7)
    s.over(
        rect(left, base - height * 0.1, right - left, height * 0.12),
        dark=dark,
        mid=mid,
        light=light,
    )


def poplar(s: Sheet, x: float, base: float, height: float) -> None:
    crown = smooth([
        (x, base - height), (x + height * 0.09, base - height * 0.5),
        (x + height * 0.06, base - height * 0.12), (x - height * 0.06, base - height * 0.12),
        (x - height * 0.09, base - height * 0.5),
    ], closed=True)  # fmt: skip
    s.over(rough(crown, height * 0.008, s.rng, rounds=2), dark=1)
    s.stroke([(x, base - height * 0.2), (x, base)], height * 0.025, dark=1, mid=None, light=None)


def heap(
    s: Sheet, x: float, base: float, width: float, height: float, *, side: int, wooded: float = 0.0
) -> Outline:
    """A spoil heap with its lit flank towards the sun's side; its outline is returned.

    ``wooded`` is the share of its height that birches have won back.
    """
    top = base - height
    left, right = x - width / 2, x + width / 2
    blunt = width * 0.018
    flank = [
        (left, base),
        (left + width * 0.25, base - height * 0.44),
        (x - blunt, top + blunt * 0.4),
    ]
    other = [
        (x + blunt, top + blunt * 0.7),
        (right - width * 0.24, base - height * 0.45),
        (right, base),
    ]
    line = rough(smooth([*flank, *other], steps=6), width * 0.003, s.rng, rounds=2)
    body = [*line, (right, base + 2), (left, base + 2)]
    s.fill(body, mid=Fade(1.0, 0.7), light=1)
    ridge = smooth([
        (x + side * blunt * 0.2, top),
        (x + side * width * 0.05, base - height * 0.7),
        (x - side * width * 0.01, base - height * 0.4),
        (x + side * width * 0.09, base - height * 0.15),
        (x + side * width * 0.03, base + 3),
    ])  # fmt: skip
    far = x - side * width
    shade = [*rough(ridge, width * 0.006, s.rng, rounds=2), (far, base + 3), (far, top - 3)]
    with s.clip(body):
        s.over(shade, dark=Fade(1.0, 0.78), mid=0.6)
        gullies(s, x, top, base, width, side)
        if wooded:
            scrub(s, body, x, base, width, height * wooded)
    return body


def gullies(s: Sheet, x: float, top: float, base: float, width: float, side: int) -> None:
    """What rain has cut: lines that fan out from the summit."""
    height = base - top
    for i in range(26):
        foot = x + (i - 12.5) / 26 * width * 1.05 + s.rng.uniform(-1, 1)
        start, end = s.rng.uniform(0.08, 0.45), s.rng.uniform(0.55, 1.0)
        a, b = between((x, top), (foot, base + 1), start), between((x, top), (foot, base + 1), end)
        bend = s.rng.uniform(-0.02, 0.02) * width
        path = smooth([a, (sum((a[0], b[0])) / 2 + bend, (a[1] + b[1]) / 2), b], steps=4)
        lit = (foot - x) * side > width * 0.04
        thick = height * s.rng.uniform(0.004, 0.011)
        if lit:
            s.stroke(path, thick, dark=0.9, mid=None, light=None)
        else:
            s.stroke(path, thick, dark=0.25, mid=None, light=None)


def scrub(s: Sheet, body: Points, x: float, base: float, width: float, height: float) -> None:
    for _ in range(70):
        share = s.rng.random() ** 2
        px = x + s.rng.uniform(-0.5, 0.5) * width * (1 - share * 0.5)
        size = s.rng.uniform(0.012, 0.03) * width
        crown = rough(
            oval(px, base - share * height, size, size * 0.8), size * 0.1, s.rng, rounds=1
        )
        s.over(crown, dark=0.95, mid=None)


def house(
    s: Sheet, x: float, base: float, width: float, height: float,
    *, lit: bool = False, wall: float = 0.95, courses: bool = True,
) -> None:  # fmt: skip
    """One brick house of a miners' row: two windows above, a door and a window below, a chimney."""
    eaves = base - height
    roof = height * 0.5
    s.fill(rect(x, eaves, width + 0.05, height), mid=wall, light=0.35)
    if courses:
        step = height / 13
        for i in range(1, 13):
            line = [(x, eaves + i * step), (x + width, eaves + i * step)]
            s.stroke(line, step * 0.16, dark=None, mid=0.45, light=None)
    slope = [(x, eaves), (x, eaves - roof), (x + width, eaves - roof), (x + width, eaves)]
    s.fill(slope, dark=Fade(0.98, 0.8), mid=0.4)
    pane = (
        {"dark": 0.0, "mid": 0.0, "light": 1.0} if lit else {"dark": 0.82, "mid": 0.0, "light": 0.0}
    )
    w, h = width * 0.17, height * 0.27
    for px, py in ((0.2, 0.14), (0.63, 0.14), (0.63, 0.56)):
        left, top = x + width * px, eaves + height * py
        s.fill(rect(left - w * 0.16, top - h * 0.14, w * 1.32, h * 1.3), light=0.1)
        s.fill(rect(left, top, w, h), **pane)
        s.stroke([(left + w / 2, top), (left + w / 2, top + h)], w * 0.12, dark=1 if lit else 0)
    s.fill(rect(x + width * 0.19, base - height * 0.46, width * 0.2, height * 0.46), dark=0.95)
    chimney(s, x + width * 0.86, eaves - roof, height * 0.34)


def chimney(s: Sheet, x: float, base: float, height: float) -> None:
    wide = height * 0.5
    s.fill(rect(x - wide / 2, base - height * 0.62, wide, height), mid=0.95, light=0.4)
    s.fill(rect(x - wide * 0.62, base - height * 0.72, wide * 1.24, height * 0.14), dark=0.95)
    for shift in (-0.24, 0.24):
        s.fill(
            rect(x + wide * shift - wide * 0.12, base - height, wide * 0.24, height * 0.3), mid=1
        )


def row(
    s: Sheet, left: float, base: float, width: float, count: int, *, courses: bool = True
) -> None:
    """A row of joined houses, some windows lit."""
    each = width / count
    for i in range(count):
        house(
            s, left + i * each, base, each, each * 0.92, lit=s.rng.random() < 0.3, courses=courses
        )


def beam(s: Sheet, path: Points, width: float) -> None:
    """A member of a dark steel frame."""
    s.stroke(path, width, dark=1, mid=None, light=None)


def lattice(
    s: Sheet, foot: tuple[Points, Points] | None, a: Points, b: Points, bays: int, width: float
) -> None:
    """Two legs (each a line from foot to head) with crossed braces between them."""
    beam(s, a, width)
    beam(s, b, width)
    shares = [1 - (1 - i / bays) ** 1.0 for i in range(bays + 1)]
    for low, high in pairwise(shares):
        a0, a1 = between(a[0], a[1], low), between(a[0], a[1], high)
        b0, b1 = between(b[0], b[1], low), between(b[0], b[1], high)
        beam(s, [a0, b1], width * 0.5)
        beam(s, [b0, a1], width * 0.5)
        beam(s, [a1, b1], width * 0.62)


def wheel(s: Sheet, x: float, y: float, radius: float, *, spokes: int = 8) -> None:
    """A winding wheel, seen from its side."""
    s.fill(oval(x, y, radius), light=None, mid=None, dark=0)
    beam(s, oval(x, y, radius), radius * 0.17)
    beam(s, oval(x, y, radius * 0.8), radius * 0.05)
    start = s.rng.uniform(0, math.tau)
    for i in range(spokes):
        way = start + i * math.tau / spokes
        beam(s, [(x, y), (x + radius * math.cos(way), y + radius * math.sin(way))], radius * 0.07)
    s.over(oval(x, y, radius * 0.2), dark=1)


def winding_tower(s: Sheet, x: float, base: float, height: float, *, side: int) -> None:
    """A steel headframe: upright lattice tower, leaning backstay, two wheels under a canopy."""
    unit = height / 45
    top = base - height * 0.8
    half_foot, half_top = 4.4 * unit, 3.2 * unit
    left = [(x - half_foot, base), (x - half_top, top)]
    right = [(x + half_foot, base), (x + half_top, top)]
    lattice(s, None, left, right, 7, 0.75 * unit)
    out = side
    stay = [(x + out * 23 * unit, base), (x + out * half_top, top - 1 * unit)]
    inner = [(x + out * 18.5 * unit, base), (x + out * half_top, top + 6 * unit)]
    lattice(s, None, stay, inner, 9, 0.7 * unit)
    s.over(rect(x - 6.2 * unit, top - 1.1 * unit, 12.4 * unit, 1.4 * unit), dark=1)
    for shift in (-3.0, 3.0):
        wheel(s, x + shift * unit, top - 4.1 * unit, 2.75 * unit)
        beam(s, [(x + shift * unit, top - 4.1 * unit), (x + shift * unit, top)], 0.5 * unit)
    head = top - 8.2 * unit
    for shift in (-6, 0, 6):
        beam(s, [(x + shift * unit, top), (x + shift * unit * 0.95, head)], 0.45 * unit)
    canopy = [(-7.4, 0), (-6.2, -1.7), (6.2, -1.7), (7.4, 0)]
    s.over([(x + px * unit, head + py * unit) for px, py in canopy], dark=1)
    beam(s, [(x, head), (x, head - 5 * unit)], 0.28 * unit)
    flag = smooth([(0, -5), (2, -5.4), (4, -4.8)]) + smooth([(4, -3), (2, -3.6), (0, -3.2)])
    s.over([(x + out * px * unit, head + py * unit) for px, py in flag], mid=1)
    for rope in (-3.0, 3.0):
        far = (x + out * 34 * unit, base)
        beam(s, [(x + rope * unit, top - 6.6 * unit), far], 0.14 * unit)


def figure(s: Sheet, x: float, base: float, height: float, *, tone: float = 1) -> None:
    """A walker, a few strokes tall."""
    head = height * 0.085
    stride = s.rng.uniform(0.06, 0.13) * height
    s.over(oval(x, base - height + head, head), dark=tone)
    torso = [(-0.11, -0.8), (0.11, -0.8), (0.09, -0.42), (-0.09, -0.42)]
    s.over(moved([(px * height, py * height) for px, py in torso], x, base), dark=tone)
    for way in (-1, 1):
        leg = [(x + way * height * 0.03, base - height * 0.45), (x + way * stride, base)]
        s.stroke(leg, height * 0.075, dark=tone, mid=None, light=None)
        arm = [
            (x + way * height * 0.1, base - height * 0.76),
            (x + way * height * 0.14, base - height * 0.46),
        ]
        s.stroke(arm, height * 0.05, dark=tone, mid=None, light=None)
