"""Makers, seen by their hands at work or as silhouettes: never a face."""

import math

from .inks import Fade, Points, Sheet
from .makers import LINE, Maker
from .miners import miners_lamp
from .shapes import Outline, moved, oval, rect, rough, smooth, turned
from .stage import Stage, shadow, stage


def hands_potter(s: Sheet) -> None:
    t = stage(s)
    maker = Maker(s, t)
    s.fill(
        t.at([*oval(0, 31, 44, 9, start=0, end=180), *oval(0, 27, 44, 9, start=180, end=0)]),
        dark=0.95,
    )
    s.fill(t.at(oval(0, 27, 44, 9)), dark=0.4, light=0.3)
    for r in (38, 30, 24):
        s.stroke(t.at(oval(0, 27, r, r * 0.2)), 0.4, dark=0.9, mid=None, light=None)
    belly = s.rng.uniform(19, 23)
    neck = s.rng.uniform(9, 14)
    half = smooth(
        [(neck + 2.5, -29), (neck, -23), (neck + 2, -15), (belly, 4), (belly * 0.9, 18), (14, 28)]
    )
    pot = t.both(half)
    s.fill(pot, mid=0.72, light=0.75)
    with s.clip(pot):
        s.over(t.at(rect(6, -40, 40, 80)), dark=Fade(0.1, 0.7, 0))
        for y in range(-24, 28, 3):
            s.stroke(
                t.at(oval(0, y - 3, 26, 4.5, start=5, end=175)),
                0.35,
                dark=0.9,
                mid=None,
                light=None,
            )
        s.stroke(
            t.at(smooth([(-neck, -20), (-belly * 0.82, 0), (-belly * 0.75, 16)])), 1.4, light=0.3
        )
    s.fill(t.at(oval(0, -29, neck + 2.5, 3.4)), dark=0.9, mid=0.9)
    s.stroke(t.at(oval(0, -29, neck + 2.5, 3.4)), 0.9, mid=0.6, light=0.75)
    maker.hand(-36, 21, 42, flip=True, bend=5, spread=4, lean=-8, thumb=-30)
    maker.hand(36, 15, -42, bend=-5, spread=4, lean=8, thumb=-30)


def hands_lace(s: Sheet) -> None:
    t = stage(s)
    maker = Maker(s, t)
    s.over(t.at(oval(1.4, -4, 42, 37)), dark=0.5)
    s.fill(t.at(oval(0, -6, 41, 36)), dark=0.95) if s.rng.random() < 0.5 else s.fill(
        t.at(oval(0, -6, 41, 36)), mid=0.95
    )
    s.fill(t.at(rect(-11, -41, 22, 40)), light=0.5, dark=0.1)
    white = {"dark": 0.0, "mid": 0.0, "light": 0.0}
    with s.clip(t.at(rect(-10, -41, 20, 38))):
        s.fill(t.at(rect(-10, -41, 20, 38)), dark=0.7, mid=0.6)
        for y in range(-46, 2, 9):
            for r in (4.2, 2.9):
                s.stroke(t.at(oval(0, y, r)), 0.5, **white)
            for k in range(6):
                a = k * math.tau / 6
                s.fill(
                    t.at(oval(1.7 * math.cos(a), y + 1.7 * math.sin(a), 1.2, 0.6, turn=k * 60)),
                    **white,
                )
            for way in (-1, 1):
                s.stroke(t.at(oval(way * 7.2, y + 4.5, 3.2)), 0.45, **white)
                s.fill(t.at(oval(way * 7.2, y + 4.5, 1.2)), **white)
                s.stroke(t.at([(way * 4, y), (way * 7, y + 2), (way * 4, y + 9)]), 0.3, **white)
    for i in range(15):
        x = -9.8 + i * 1.4
        s.fill(t.at(oval(x, -3.4 + abs(i - 7) * 0.12, 0.55)), light=1)
    count = 14
    for i in range(count):
        spread = (i - (count - 1) / 2) / count
        foot = (spread * 62, 22 + 6 * math.cos(spread * 3))
        head = (spread * 19, -3)
        s.stroke(t.at([head, foot]), 0.25, **white)
        bobbin(s, t, foot[0], foot[1], -spread * 46)
    maker.hand(-27, 46, 16, flip=True, spread=5, bend=6, lean=8, size=1.3, thumb=-14)
    maker.hand(27, 46, -16, spread=5, bend=-6, lean=-8, size=1.3, thumb=-14)


def bobbin(s: Sheet, t: Stage, x: float, y: float, angle: float) -> None:
    half = smooth(
        [(0.4, -3), (0.9, -2.6), (0.4, -2), (0.4, 2), (0.6, 4), (1.3, 8), (0.9, 11), (0.3, 12)],
        steps=3,
    )
    shape = moved([*half, *[(-px, py) for px, py in half[::-1]]], x, y)
    s.fill(t.at(turned(shape, angle, x, y)), light=0.95, mid=0.35)
    s.stroke(t.at(turned([*shape, shape[0]], angle, x, y)), 0.25, dark=1, mid=None, light=None)


def hands_glass(s: Sheet) -> None:
    t = stage(s)
    maker = Maker(s, t)
    a, b = (-58.0, 30.0), (22.0, -13.0)
    s.glow(t.x + 30, t.y - 17, 46)

    def pipe() -> None:
        s.stroke(t.at([a, b]), 3.4, dark=0.95)
        s.stroke(t.at([(a[0], a[1] - 0.7), (b[0], b[1] - 0.7)]), 0.6, dark=0.3)

    pipe()
    gather = turned(
        smooth(
            [(-16, 0), (-11, -4), (0, -13), (12, -12), (19, 0), (12, 12), (0, 13), (-11, 4)],
            closed=True,
        ),
        -28,
        0,
        0,
    )
    gather = moved(gather, 32, -18)
    s.fill(t.at(gather), light=1, mid=Fade(0.95, 0.1, -28))
    with s.clip(t.at(gather)):
        inner = moved([(px * 0.6 + 13, py * 0.6 - 7.6) for px, py in gather], 1, 0)
        s.fill(t.at(inner), light=0.85, mid=0.2)
        s.stroke(t.at(moved(smooth([(-9, -3), (-1, -9), (8, -9)]), 30, -18)), 1.6, light=0.1)
    s.stroke(t.at([*gather, gather[0]]), LINE, dark=1, mid=None, light=None)
    for _ in range(16):
        x, y = 32 + s.rng.gauss(0, 14), -36 - s.rng.random() * 14
        s.fill(t.at(oval(x, y, s.rng.uniform(0.2, 0.7))), light=1, mid=0.6)
    angle = 62
    maker.grip(-42, 34, angle, pipe, flip=False, size=1.35)
    maker.grip(3, 15, angle - 50, pipe, flip=False, size=1.35)


def hands_brick(s: Sheet) -> None:
    """A bricklayer sets a brick on a rising wall."""
    t = stage(s)
    maker = Maker(s, t)
    w, h = 25.0, 9.0
    for r in range(4):
        y = 20 + r * (h + 1.3)
        for k in range(-5, 6):
            x = k * (w + 1.3) + (r % 2) * w / 2 - w / 2
            face = rough([*rect(x, y, w, h), (x, y)], 0.14, s.rng, rounds=3)
            s.fill(
                t.at(face),
                mid=s.rng.choice((0.8, 0.95, 1)),
                light=0.5,
                dark=s.rng.choice((0, 0, 0.2)),
            )
    wide = s.width / 2
    s.over(t.at(rect(-wide, 18.6, wide * 2, 1.6)), dark=0.25)
    mortar = [(-24, 20), *rough([(-24, 16.4), (24, 16.4)], 0.8, s.rng, rounds=4), (24, 20)]
    s.fill(t.at(mortar), dark=0.3, light=0.1)
    turn = s.rng.uniform(-5, 5)

    def block() -> None:
        body = turned(rect(-24, -9, 48, 18), turn, 0, 0)
        top = turned([(-24, -9), (-16, -14.5), (32, -14.5), (24, -9)], turn, 0, 0)
        flank = turned([(24, -9), (32, -14.5), (32, 3), (24, 9)], turn, 0, 0)
        s.fill(t.at(body), mid=1, light=0.5)
        s.fill(t.at(top), mid=0.65, light=0.5)
        s.fill(t.at(flank), mid=1, dark=0.65, light=0.5)
        for _ in range(30):
            s.over(
                t.at(oval(s.rng.uniform(-23, 23), s.rng.uniform(-6, 6), s.rng.uniform(0.15, 0.5))),
                dark=0.8,
            )
        for shape in (body, top, flank):
            s.stroke(t.at([*shape, shape[0]]), LINE * 0.8, dark=1, mid=None, light=None)

    arms = [maker.arm(way * 40, -24, 180 + way * 30, flip=way < 0, size=1.4) for way in (-1, 1)]
    for arm in arms:
        arm.forearm(46)
        arm.finger(-2.6, -4, 11, 3.3, 12, 8)
        arm.palm()
    block()
    for arm in arms:
        for i in range(4):
            arm.finger(-3.6 + i * 2.5, -10.4, 7.8 - abs(i - 1.3), 2.7, -10 + i * 4, -6)
        arm.palm()


def hands_wood(s: Sheet) -> None:
    """A plane on a board, shavings curling up."""
    t = stage(s)
    maker = Maker(s, t)
    wide = s.width / 2 + 3
    board = [(-wide, 22), (wide, 22), (wide, 33), (-wide, 33)]
    s.fill(t.at(board), mid=0.45, light=0.95)
    with s.clip(t.at(board)):
        for i in range(12):
            y = 23.0 + i
            s.stroke(
                t.at(rough([(-wide, y), (wide, y + s.rng.uniform(-1, 1))], 1.4, s.rng, rounds=5)),
                0.25,
                mid=1,
                dark=None,
                light=None,
            )
        knot = s.rng.uniform(-30, 30)
        for r in (1.0, 2.0, 3.2):
            s.stroke(t.at(oval(knot, 27.5, r * 1.8, r)), 0.35, mid=1, dark=0.5, light=None)
    s.fill(t.at(rect(-wide, 33, wide * 2, 60)), dark=0.9, mid=0.4)
    s.fill(t.at(rect(-wide, 36, wide * 2, 1)), dark=0.5, mid=0.4)

    def plane() -> None:
        body = [(-34, 21.5), (-34, 12), (-31, 9), (20, 9), (31, 12.5), (34, 21.5)]
        s.fill(t.at(body), mid=0.85, light=0.9)
        s.stroke(t.at([*body, body[0]]), LINE, dark=1, mid=None, light=None)
        for i in range(4):
            s.stroke(
                t.at([(-32, 12 + i * 2.4), (31, 12.6 + i * 2.4)]),
                0.2,
                dark=0.8,
                mid=None,
                light=None,
            )
        iron = [(-1, 10), (9, -13), (14, -11), (6, 10)]
        s.fill(t.at(iron), dark=0.75)
        s.stroke(t.at([*iron, iron[0]]), LINE, dark=1, mid=None, light=None)
        knob = smooth(
            [(-26, 9), (-25, 3), (-28, -1), (-24, -5), (-18, -5), (-14, -1), (-17, 3), (-16, 9)]
        )
        s.fill(t.at(knob), mid=1, light=0.6, dark=0.3)
        s.stroke(t.at(knob), LINE, dark=1, mid=None, light=None)
        handle = smooth([(18, 9.5), (20, 2), (17, -5), (24, -8), (27, 0), (28, 11)])
        s.fill(t.at(handle), mid=1, light=0.6, dark=0.3)
        s.stroke(t.at(handle), LINE, dark=1, mid=None, light=None)

    plane()
    for i in range(s.rng.choice((3, 4, 5))):
        x, y, r = -3 + s.rng.uniform(-5, 3), 2.0 - i * 8.5, s.rng.uniform(4.5, 7)
        curl = [
            (
                x + r * (1 - k / 46) * math.cos(k * 0.34),
                y + r * (1 - k / 46) * 0.8 * math.sin(k * 0.34),
            )
            for k in range(36)
        ]
        s.stroke(t.at(curl), 2.6, dark=1)
        s.stroke(t.at(curl), 1.9, light=0.75, mid=0.18)
    maker.grip(34, -17, 212, lambda: None, size=1.35)
    arm = maker.arm(-35, -20, 146, size=1.3)
    arm.forearm(46)
    arm.thumb(angle=-30)
    arm.fingers(spread=3, bend=12, lean=6)
    arm.palm()


def hands_basket(s: Sheet) -> None:
    """Willow woven around upright stakes."""
    t = stage(s)
    maker = Maker(s, t)
    shadow(s, t, 38, 30)
    for i in range(17):
        x = -30 + i * 3.75
        top = (x * 1.34 + s.rng.uniform(-2, 2), -44 + s.rng.uniform(-4, 4))
        s.stroke(t.at(smooth([(x * 0.86, 36), (x, 8), top])), 1.3, dark=1)
        s.stroke(t.at(smooth([(x * 0.86, 36), (x, 8), top])), 0.75, light=0.9, mid=0.25)
    for r in range(14):
        y = 37 - r * 3.1
        half = 27 + r * 0.5
        for k in range(16):
            x0, x1 = -half + k * half / 8, -half + (k + 1) * half / 8
            if (k + r) % 2:
                continue
            sag = 2.6 * (1 - ((x0 + x1) / 2 / half) ** 2)
            piece = smooth(
                [
                    (x0 - 1.4, y + sag + 0.4),
                    ((x0 + x1) / 2, y + sag - 0.5),
                    (x1 + 1.4, y + sag + 0.4),
                ],
                steps=4,
            )
            s.stroke(t.at(piece), 3.0, dark=1)
            s.stroke(t.at(piece), 2.3, mid=0.25 + 0.45 * (r % 3 == 0), light=0.95)
    loose = smooth([(-30, -4), (-12, -7), (8, -4), (24, -9), (44, -22), (52, -40)])
    s.stroke(t.at(loose), 2.8, dark=1)
    s.stroke(t.at(loose), 2.0, mid=0.7, light=0.95)
    maker.hand(-42, 14, 58, flip=True, spread=4, bend=6, size=1.35, thumb=-24)
    maker.grip(41, 6, -44, lambda: None, flip=False, size=1.3)


def silhouette_workshop(s: Sheet) -> None:
    """Somebody at a bench, dark against a tall workshop window."""
    s.over(rect(-3, -3, s.width + 6, s.height + 6), dark=0.97, mid=0.5)
    base = s.height * 0.78
    count = max(1, round(s.width / 70))
    each = s.width / count
    for i in range(count):
        cx, w, top = each * (i + 0.5), each * 0.8, s.height * 0.1
        arch = [
            *oval(cx, top + w * 0.26, w / 2, w * 0.26, start=180, end=360),
            (cx + w / 2, base),
            (cx - w / 2, base),
        ]
        s.fill(arch, light=Fade(0.25, 1.0))
        with s.clip(arch):
            s.fill(
                oval(cx + s.rng.uniform(-0.3, 0.3) * w, s.height * 0.34, w * 0.14), mid=0.9, light=1
            )
            for dx, ww, hh in ((-0.16, 0.8, 0.3), (0.22, 0.6, 0.22)):
                peak = base - hh * w
                s.fill(
                    [
                        (cx + (dx - ww / 2) * w, base),
                        (cx + dx * w, peak),
                        (cx + (dx + ww / 2) * w, base),
                    ],
                    mid=0.55,
                    light=1,
                )
            for k in range(1, 4):
                s.stroke(
                    [(cx - w / 2 + k * w / 4, top), (cx - w / 2 + k * w / 4, base)], 0.9, dark=1
                )
            for k in range(1, 7):
                y = top + k * (base - top) / 7
                s.stroke([(cx - w / 2, y), (cx + w / 2, y)], 0.7, dark=1)
    way = s.rng.choice((-1, 1))
    x, u = s.width * 0.5 - way * 8, min(s.height * 0.7, s.width * 0.85) / 70

    def at(points: Points) -> Outline:
        return [(x + way * px * u, base + 3 + py * u) for px, py in points]

    back = smooth(
        [(-13, 4), (-14, -16), (-10, -31), (-3, -37), (3, -37), (8, -31), (9, -16), (8, 4)]
    )
    head = smooth([
        (-4, 8), (-4.4, 2), (-6.4, -2), (-6.6, -7), (-3, -11), (2, -11), (5.6, -8), (6, -5),
        (7.8, -2), (6.4, -1), (6.6, 1.4), (5, 3.4), (2, 3.4), (2.4, 8),
    ], closed=True, steps=5)  # fmt: skip
    bun = s.rng.random() < 0.5
    for grow, tone in ((0.5, 0.0), (0.0, 1.0)):
        ink = {"dark": tone, "mid": tone * 0.5, "light": 0.3 if not tone else 0.0}
        s.fill(at([(px * (1 + grow * 0.06), py * (1 + grow * 0.025)) for px, py in back]), **ink)
        s.fill(
            at([(1 + px * (1 + grow * 0.1), -44 + py * (1 + grow * 0.1)) for px, py in head]), **ink
        )
        if bun:
            s.fill(oval(*at([(-6, -51)])[0], (3.6 + grow) * u), **ink)
        else:
            cap = [
                (-5.6, -50),
                (-4, -54.6),
                (3, -55.4),
                (7.4, -51.6),
                (12 + grow, -50.4),
                (7, -49.4),
            ]
            s.fill(at([(px, py - grow * 0.6) for px, py in cap]), **ink)
        s.stroke(at(smooth([(2, -31), (9, -17), (20, -12)])), (6.6 + grow * 2) * u, **ink)
        s.stroke(at(smooth([(20, -12), (26, -14)])), (4.4 + grow * 2) * u, **ink)
    s.fill(
        [(-3, base), (s.width + 3, base), (s.width + 3, base + 5), (-3, base + 5)],
        dark=0.6,
        mid=0.95,
    )
    s.fill(rect(-3, base + 5, s.width + 6, s.height), dark=1, mid=0.6)
    piece = s.rng.choice(("vase", "lamp", "frame"))
    px = x + way * 30 * u
    if piece == "vase":
        half = smooth([(0, -22), (3.4, -21), (2.4, -17), (6.5, -9), (5, 0), (0, 0)])
        shape = [
            (px + qx * u, base + qy * u)
            for qx, qy in [*half, *[(-qx, qy) for qx, qy in half[::-1]]]
        ]
        s.fill(shape, mid=1, light=0.6)
    elif piece == "lamp":
        miners_lamp(s, px, base, 24 * u)
    else:
        s.fill(rect(px - 9 * u, base - 21 * u, 18 * u, 21 * u), mid=0.9)
        s.fill(rect(px - 7 * u, base - 19 * u, 14 * u, 17 * u), light=0.1)
        for k in range(9):
            s.stroke(
                [(px + (-6 + k * 1.5) * u, base - 19 * u), (px + (-6 + k * 1.5) * u, base - 2 * u)],
                0.2,
                dark=0.8,
            )
    for i in range(max(5, round(s.width / 9))):
        tx = 4 + i * (s.width - 8) / max(4, round(s.width / 9) - 1)
        tool(s, tx, base + 11, s.rng.uniform(9, 13))


def tool(s: Sheet, x: float, top: float, length: float) -> None:
    """A chisel, hammer or brush hung from a rail."""
    light = {"dark": 0.35, "mid": 0.6, "light": 0.7}
    kind = s.rng.choice(("hammer", "chisel", "brush"))
    s.stroke([(x, top), (x, top + length * 0.5)], 0.9, **light)
    if kind == "hammer":
        s.stroke([(x - 2.4, top + length * 0.5), (x + 2.4, top + length * 0.5)], 2.0, dark=0.5)
    elif kind == "chisel":
        s.fill(
            [
                (x - 0.8, top + length * 0.5),
                (x + 0.8, top + length * 0.5),
                (x + 1.1, top + length),
                (x - 1.1, top + length * 0.92),
            ],
            dark=0.45,
        )
    else:
        s.fill(
            [
                (x - 0.9, top + length * 0.5),
                (x + 0.9, top + length * 0.5),
                (x + 1.8, top + length * 0.9),
                (x - 1.8, top + length * 0.9),
            ],
            light=0.8,
        )
