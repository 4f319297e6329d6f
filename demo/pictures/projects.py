"""Pilots under way: something new, measured or heard on an old site."""

import math

from .buildings import beam, hall, winding_tower
from .inks import Fade, Sheet
from .makers import Maker
from .scenery import figure, ground, heap, sky, trees
from .shapes import oval, rect, smooth
from .stage import Stage


def sensor_heap(s: Sheet) -> None:
    """A heap that still burns inside, listened to by sensors."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.82
    s.over(rect(-3, -3, s.width + 6, base + 4), light=Fade(0.08, 0.55))
    tall = min(s.height * 0.6, s.width * 0.42)
    x = s.width * 0.5
    body = heap(s, x, base, tall * 2.3, tall, side=side)
    with s.clip(body):
        s.fill(body, dark=0.95, mid=0.3)
        hot = (x + side * tall * 0.2, base - tall * 0.28)
        knots = [s.rng.uniform(0.8, 1.15) for _ in range(8)]
        looks = (
            {"dark": 0.8, "mid": 0.6},
            {"dark": 0.55, "mid": 0.9},
            {"mid": 1.0, "dark": 0.1},
            {"mid": 0.9, "light": 0.9},
            {"light": 1.0, "mid": 0.4},
            {"light": 1.0},
            {"light": 0.4},
        )
        for i, look in enumerate(looks):
            r = tall * (0.78 - i * 0.115)
            ring = smooth(
                [
                    (
                        hot[0] + r * 1.25 * k * math.cos(j * math.tau / 8),
                        hot[1] + r * 0.8 * k * math.sin(j * math.tau / 8),
                    )
                    for j, k in enumerate(knots)
                ],
                closed=True,
            )
            s.fill(ring, **look)
            s.stroke([*ring, ring[0]], 0.3, dark=1, mid=None, light=None)
    ground(s, base, stripes=4)
    trees(s, -3, x - tall * 1.05, base + 1, 6)
    trees(s, x + tall * 1.05, s.width + 3, base + 1, 6)
    for share in (-0.72, -0.4, 0.0, 0.36, 0.68):
        px = x + share * tall * 1.08
        py = base - tall * (1 - abs(share)) ** 1.12
        mast = tall * 0.17
        beam(s, [(px, py + 1), (px, py - mast)], 0.55)
        s.fill(rect(px - 1.5, py - mast * 0.75, 3, 3.2), light=0.1)
        s.stroke(
            [*rect(px - 1.5, py - mast * 0.75, 3, 3.2), (px - 1.5, py - mast * 0.75)],
            0.4,
            dark=1,
            mid=None,
            light=None,
        )
        for r in range(1, 4 + (share == 0)):
            for way in (0, 180):
                s.stroke(
                    oval(px, py - mast, r * 2.4, start=way - 38, end=way + 38),
                    0.6,
                    mid=1,
                    dark=None,
                    light=None,
                )
        s.over(oval(px, py - mast, 1.0), dark=1)


def audio_walk(s: Sheet) -> None:
    """Headphones; between them a sound whose wave has the outline of the heaps."""
    tint = s.rng.choice(({"light": 0.95}, {"light": 0.3}, {"mid": 0.25, "light": 0.3}))
    s.fill(rect(-3, -3, s.width + 6, s.height + 6), **tint)
    cx, cy = s.width / 2, s.height * 0.56
    r = min(s.height * 0.4, s.width * 0.34)
    bars = max(31, round(s.width / 2.6)) | 1
    step = s.width / bars
    peaks = [(s.rng.uniform(0.3, 0.42), 0.9), (s.rng.uniform(0.58, 0.72), s.rng.uniform(0.6, 0.8))]
    for i in range(bars):
        t = (i + 0.5) / bars
        high = max(size - abs(t - place) * 3.4 for place, size in peaks)
        high = max(0.04, high * s.rng.uniform(0.78, 1.0)) * s.height * 0.34
        x = t * s.width
        s.stroke([(x, cy - high), (x, cy)], step * 0.5, mid=1, dark=None, light=None)
        s.stroke(
            [(x, cy + 1.4), (x, cy + 1.4 + high * 0.4)], step * 0.5, dark=0.85, mid=None, light=None
        )
    band = oval(cx, cy - r * 0.2, r, r * 1.02, start=180, end=360)
    s.stroke(band, r * 0.12, dark=1)
    s.stroke(
        oval(cx, cy - r * 0.2, r * 0.96, r * 0.98, start=200, end=340), r * 0.035, mid=1, light=0.6
    )
    for way in (-1, 1):
        ex, ey = cx + way * r, cy + r * 0.06
        s.fill(oval(ex - way * r * 0.1, ey, r * 0.16, r * 0.36), dark=0.6, mid=0.95)
        s.fill(oval(ex + way * r * 0.06, ey, r * 0.17, r * 0.34), dark=1)
        s.fill(oval(ex + way * r * 0.1, ey, r * 0.08, r * 0.19), light=1, mid=0.3)
    cord = smooth(
        [
            (cx - r, cy + r * 0.38),
            (cx - r * 0.9, cy + r * 0.66),
            (cx - r * 0.2, cy + r * 0.6),
            (cx + r * 0.2, cy + r * 0.78),
            (cx, s.height + 4),
        ]
    )
    s.stroke(cord, r * 0.03, dark=1, mid=None, light=None)


def ar_viewer(s: Sheet) -> None:
    """A hand holds up a tablet: in its frame the vanished headframe stands again."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.74
    sky(s, base, side=side)
    heap(
        s,
        s.width * (0.5 + side * 0.32),
        base,
        s.width * 0.6,
        s.height * 0.32,
        side=side,
        wooded=0.6,
    )
    ground(s, base, stripes=5)
    trees(s, -3, s.width + 3, base + 1, 5)
    t = Stage(s)
    w, h = min(s.width * 0.62, 84), min(s.height * 0.6, 60)
    x, y = s.width / 2 - w / 2, s.height * 0.42 - h / 2
    for k in range(10):
        px = x - 2 - k * 4
        s.over(rect(px, base - 1.2 - (k % 3), 3, 1.2 + k % 3), dark=0.8)
        s.over(rect(x + w + 2 + k * 4, base - 1.2 - (k % 2), 3, 1.2 + k % 2), dark=0.8)
    maker, size = Maker(s, t), min(s.height, s.width * 1.1) / 100 * 1.15
    low = s.height * 0.42 + h * 0.66 - s.height / 2
    arms = [
        maker.arm(way * (w / 2 + 7), low, way * -10, flip=way < 0, size=size) for way in (-1, 1)
    ]
    for arm in arms:
        arm.forearm(60)
        arm.fingers(spread=2, bend=2)
        arm.palm()
    s.fill(rect(x - 3, y - 3, w + 6, h + 6), dark=1)
    screen = rect(x, y, w, h)
    s.fill(screen, light=0.12)
    with s.clip(screen):
        s.over(screen, mid=Fade(0.75, 0.1))
        floor = y + h * 0.9
        s.fill(oval(x + w * (0.5 + side * 0.3), y + h * 0.32, h * 0.15), light=1)
        winding_tower(s, x + w * 0.45, floor, h * 0.86, side=side)
        hall(s, x + w * (0.66 if side > 0 else 0.06), floor, w * 0.26, h * 0.16)
        s.fill(rect(x - 2, floor, w + 4, h), light=0.9, dark=0.3)
        for way in (-1, 1):
            for px in (0.06, 0.94):
                corner = (x + w * px, y + h * (0.08 if way < 0 else 0.92))
                inward = 1 if px < 0.5 else -1
                s.stroke(
                    [(corner[0] + inward * 6, corner[1]), corner, (corner[0], corner[1] - way * 6)],
                    0.7,
                    light=0.1,
                )
    for arm in arms:
        arm.finger(-3.6, -4.5, 10.4, 3.3, -32, 10)
        arm.palm()


def kiln_lowcarbon(s: Sheet) -> None:
    """A domed kiln aglow, bricks inside, the sun on its panels."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.84
    sky(s, base, side=side)
    w = min(s.width * 0.56, s.height * 0.8)
    x, high = s.width * (0.5 - side * 0.1), w * 0.78
    heap(
        s,
        s.width * (0.5 + side * 0.36),
        base,
        s.width * 0.46,
        s.height * 0.3,
        side=side,
        wooded=0.6,
    )
    ground(s, base, stripes=4)
    s.fill(rect(x + w * 0.16, base - high * 1.3, w * 0.16, high), mid=0.95, light=0.4)
    s.fill(rect(x + w * 0.14, base - high * 1.34, w * 0.2, high * 0.07), dark=0.95)
    dome = [
        (x - w / 2, base),
        (x - w / 2, base - high * 0.45),
        *oval(x, base - high * 0.45, w / 2, high * 0.52, start=180, end=360),
        (x + w / 2, base),
    ]
    s.fill(dome, mid=1, light=0.4)
    with s.clip(dome):
        rows = 17
        for r in range(rows):
            y = base - r * high / rows
            s.stroke([(x - w, y), (x + w, y)], w * 0.006, dark=None, mid=0.35, light=None)
            for k in range(-9, 10):
                bx = x + (k + (r % 2) / 2) * w * 0.075
                s.stroke(
                    [(bx, y), (bx, y - high / rows)], w * 0.006, dark=None, mid=0.35, light=None
                )
        s.over(
            rect(x + (w * 0.22 if side < 0 else -w * 0.6), base - high * 1.2, w * 0.38, high * 1.3),
            dark=0.55,
        )
    mouth = [
        (x - w * 0.24, base),
        (x - w * 0.24, base - high * 0.3),
        *oval(x, base - high * 0.3, w * 0.24, high * 0.3, start=180, end=360),
        (x + w * 0.24, base),
    ]
    s.stroke(mouth[1:-1], w * 0.06, dark=0.92)
    s.fill(mouth, light=1, mid=Fade(0.0, 0.85))
    with s.clip(mouth):
        for r in range(4):
            for k in range(-3, 3 + r % 2):
                bx, by = x + (k + (0.5 if r % 2 == 0 else 0.0)) * w * 0.1, base - r * w * 0.058
                s.fill(
                    rect(bx - w * 0.043, by - w * 0.046, w * 0.086, w * 0.046),
                    mid=1,
                    dark=0.35,
                    light=0.6,
                )
    s.glow(x, base - high * 0.26, w * 0.24)
    for i in range(2):
        panel(s, x + side * w * (0.66 + i * 0.26), base + 2, w * 0.27, -side)
    for i in range(6):
        for r in range(3 - abs(i - 2) // 2):
            bx = x - side * w * 0.62 - side * i * 5.2
            s.fill(rect(bx - 2.4, base + 3 - r * 3 - 2.6, 4.9, 2.6), mid=1, light=0.6)
            s.stroke(
                [*rect(bx - 2.4, base + 3 - r * 3 - 2.6, 4.9, 2.6)],
                0.2,
                dark=1,
                mid=None,
                light=None,
            )
    figure(s, x - side * w * 0.66, base + 6, w * 0.2)


def panel(s: Sheet, x: float, base: float, size: float, way: int) -> None:
    shape = [
        (x - size * 0.5, base - size * 0.25),
        (x - size * 0.3, base - size * 0.8),
        (x + size * 0.5, base - size * 0.8),
        (x + size * 0.3, base - size * 0.25),
    ]
    if way > 0:
        shape = [(2 * x - px, py) for px, py in shape]
    beam(s, [(x, base), (x, base - size * 0.5)], size * 0.05)
    s.fill(shape, dark=0.95)
    a, b, c, d = shape
    for k in range(1, 4):
        s.stroke(
            [(a[0] + (d[0] - a[0]) * k / 4, a[1]), (b[0] + (c[0] - b[0]) * k / 4, b[1])],
            0.3,
            light=0.3,
        )
    s.stroke(
        [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), ((c[0] + d[0]) / 2, (c[1] + d[1]) / 2)],
        0.3,
        light=0.3,
    )
