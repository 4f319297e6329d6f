"""Routes and nights out of doors."""

import math

from .inks import Fade, Sheet
from .scenery import figure, ground, heap, sky, trees
from .shapes import Outline, oval, rect, smooth


def route_map(s: Sheet) -> None:
    """Contour lines, a dotted route with its stops, heaps for landmarks."""
    s.over(rect(-3, -3, s.width + 6, s.height + 6), light=0.28)
    peaks = []
    for i in range(4):
        x = s.width * (0.14 + 0.24 * i + s.rng.uniform(-0.05, 0.05))
        y = s.height * (s.rng.uniform(0.14, 0.3) if i % 2 else s.rng.uniform(0.68, 0.84))
        peaks.append((x, y, s.rng.uniform(0.75, 1.15)))
    rings = []
    for x, y, size in peaks:
        knots = [s.rng.uniform(0.75, 1.2) for _ in range(9)]
        for i in range(7, 0, -1):
            r = i * 4.2 * size
            ring = smooth(
                [
                    (
                        x + r * k * math.cos(j * math.tau / 9),
                        y + r * k * 0.8 * math.sin(j * math.tau / 9),
                    )
                    for j, k in enumerate(knots)
                ],
                closed=True,
            )
            rings.append(ring)
            s.over(ring, light=min(1.0, 0.3 + (7 - i) * 0.1))
    for ring in rings:
        s.stroke([*ring, ring[0]], 0.26, dark=None, mid=0.75, light=None)
    bend = [s.rng.uniform(0.4, 0.6) for _ in range(5)]
    river = smooth(
        [(s.width * (i * 0.27 - 0.04), s.height * y) for i, y in enumerate(bend)], steps=20
    )
    s.stroke(river, 3.4, dark=0.85)
    s.stroke(river, 2.2, light=0.1, dark=0.35)
    for x, y, size in peaks:
        s.fill(
            [(x - 6 * size, y + 4 * size), (x, y - 6 * size), (x + 6 * size, y + 4 * size)],
            mid=1,
            light=1,
        )
        s.over([(x, y - 6 * size), (x + 6 * size, y + 4 * size), (x + size, y + 4 * size)], dark=1)
    stops = [(x + 9 * size, y + 5 * size) for x, y, size in peaks]
    stops.insert(0, (s.width * 0.05, s.height * 0.3))
    stops.append((s.width * 0.95, s.height * s.rng.uniform(0.4, 0.65)))
    route = smooth(stops, steps=60)
    last = route[0]
    for point in route:
        if math.dist(last, point) > 2.6:
            s.fill(oval(*point, 0.75), dark=1)
            last = point
    for i, (x, y) in enumerate(stops):
        pin = [*oval(x, y - 7.5, 3.6, start=150, end=390), (x, y)]
        s.fill(pin, mid=1, light=0.8 if i % 2 else 0.0)
        s.stroke([*pin, pin[0]], 0.6, dark=1, mid=None, light=None)
        s.fill(oval(x, y - 7.5, 1.4))
    rose(s, s.width - 12, s.height - 13, 8)


def rose(s: Sheet, x: float, y: float, size: float) -> None:
    s.fill(oval(x, y, size), light=0.1)
    s.stroke(oval(x, y, size), 0.5, dark=1)
    for way in range(0, 360, 90):
        a = math.radians(way)
        tip = (x + size * 0.86 * math.cos(a), y + size * 0.86 * math.sin(a))
        for turn, tones in ((0.8, {"dark": 1.0}), (-0.8, {"mid": 1.0})):
            foot = (x + size * 0.26 * math.cos(a + turn), y + size * 0.26 * math.sin(a + turn))
            s.fill([(x, y), foot, tip], **tones)


def night_lights(s: Sheet) -> None:
    """A heap at night, beams crossing over it, lanterns in the crowd."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.8
    s.over(rect(-3, -3, s.width + 6, s.height + 6), dark=1, mid=Fade(0.2, 0.9))
    for _ in range(70):
        star = oval(
            s.rng.uniform(0, s.width), s.rng.uniform(0, base * 0.7), s.rng.uniform(0.12, 0.4)
        )
        s.fill(star, light=0.5)
    beams = s.rng.randrange(4, 7)
    for i in range(beams):
        x = s.width * (i + 0.5) / beams
        way = math.radians(-90 + (s.width / 2 - x) / s.width * 70 + s.rng.uniform(-12, 12))
        for wide, tone in ((5.2, 0.5), (2.4, 0.95)):
            edge = [math.radians(math.degrees(way) + turn) for turn in (-wide, wide)]
            far = [(x + 260 * math.cos(a), base + 260 * math.sin(a)) for a in edge]
            s.fill(
                [(x, base), *far],
                dark=0.5 if tone < 0.9 else 0.05,
                mid=0.8 if i % 2 else 0,
                light=tone,
            )
    tall = min(s.height * 0.52, s.width * 0.4)
    heap(s, s.width * (0.5 - side * 0.05), base, tall * 2.1, tall, side=side, wooded=0.2)
    s.fill(rect(-3, base, s.width + 6, s.height), dark=1, mid=0.6)
    depth = s.height - base
    for i in range(round(s.width / 3)):
        share = s.rng.random()
        px, py = s.rng.uniform(0, s.width), base + (0.08 + share * 0.9) * depth
        s.glow(px, py, 3.2 + 4 * share)
        s.fill(
            oval(px, py, 0.7 + share * 0.6, 0.9 + share * 0.8),
            light=1,
            mid=0.9 if i % 3 == 0 else 0,
        )
        figure(s, px + 1.4 + share, py + 3.5 + 2 * share, 6 + 2.5 * share)


def bike_path(s: Sheet) -> None:
    """A rider on the old railway line, the heaps for a horizon."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.76
    sky(s, base, side=side)
    tall = min(s.height * 0.36, s.width * 0.3)
    heap(s, s.width * (0.5 + side * 0.3), base, tall * 2, tall * 0.85, side=side, wooded=0.4)
    heap(s, s.width * (0.5 - side * 0.06), base, tall * 2.1, tall, side=side, wooded=0.4)
    trees(s, -3, s.width + 3, base + 1, 6)
    ground(s, base, stripes=4)
    path = s.height * 0.91
    s.fill(rect(-3, path - 2.5, s.width + 6, 8), light=0.08)
    s.over(rect(-3, path + 5.5, s.width + 6, 0.8), dark=0.8)
    for i in range(round(s.width / 9) + 1):
        s.fill(rect(i * 9, path + 1.6, 4.6, 0.8), mid=0.9)
    rider(s, s.width * (0.5 - side * 0.08), path + 0.4, min(s.height * 0.4, s.width * 0.5), side)
    for _ in range(60):
        x = s.rng.uniform(0, s.width)
        s.stroke(
            [(x, s.height + 1), (x + s.rng.uniform(-2, 2), s.height - s.rng.uniform(2, 7))],
            0.3,
            dark=1,
            mid=None,
            light=None,
        )


def rider(s: Sheet, x: float, base: float, size: float, way: int) -> None:
    u = size / 20

    def at(*points: tuple[float, float]) -> Outline:
        return [(x + way * px * u, base + py * u) for px, py in points]

    for px in (-6, 6):
        hub = at((px, -4))[0]
        s.stroke(oval(*hub, 4 * u), 0.55 * u, dark=1, mid=None, light=None)
        for k in range(8):
            a = k * math.pi / 8
            d = (3.9 * u * math.cos(a), 3.9 * u * math.sin(a))
            s.stroke(
                [(hub[0] - d[0], hub[1] - d[1]), (hub[0] + d[0], hub[1] + d[1])],
                0.1 * u,
                dark=1,
                mid=None,
                light=None,
            )
    frame = [(-6, -4), (-0.6, -4), (4.4, -9.4), (-2.2, -9.4), (-0.6, -4), (-2.6, -10.6)]
    s.stroke(at(*frame), 0.5 * u, mid=1, dark=None, light=None)
    s.stroke(at((-6, -4), (-2.2, -9.4)), 0.5 * u, mid=1, dark=None, light=None)
    s.stroke(at((6, -4), (4.2, -11), (5.6, -11.6)), 0.5 * u, mid=1, dark=None, light=None)
    s.over(at((-4.2, -10.6), (-1.4, -10.6), (-1.2, -11.2), (-4.2, -11.4)), dark=1)
    s.stroke(
        at((-2.4, -11.2), (1.8, -8.4), (0.6, -3.6), (1.8, -3.4)), 1.25 * u, dark=1, mid=0, light=0
    )
    torso = smooth(
        [(-3.6, -10.8), (-1.6, -16.2), (1.0, -18), (2.4, -16.4), (0.4, -13.6), (-0.8, -10.6)],
        closed=True,
    )
    s.fill(at(*torso), mid=1, light=0.8)
    s.stroke(at((1.3, -16.4), (3.2, -13.4), (5.4, -11.8)), 1.0 * u, mid=1, light=0.8)
    s.fill(oval(*at((2.9, -19.2))[0], 1.5 * u, 1.7 * u), light=0.35, mid=0.3)
    s.fill(oval(*at((2.6, -19.9))[0], 1.9 * u, 1.4 * u, start=180, end=360), dark=1)
