"""Outlines to draw with: plain geometry, in the units of the sheet."""

import math
import random
from itertools import pairwise

from .inks import Points

Outline = list[tuple[float, float]]


def rect(x: float, y: float, width: float, height: float) -> Outline:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def oval(
    x: float,
    y: float,
    rx: float,
    ry: float | None = None,
    *,
    start: float = 0,
    end: float = 360,
    turn: float = 0,
) -> Outline:
    """An ellipse around a centre, or the arc of it between two angles (degrees, clockwise)."""
    ry = rx if ry is None else ry
    steps = max(10, round(min(90, 18 + 4 * (rx + ry)) * abs(end - start) / 360))
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    outline = []
    for i in range(steps + 1):
        angle = math.radians(start + (end - start) * i / steps)
        u, v = rx * math.cos(angle), ry * math.sin(angle)
        outline.append((x + u * cos - v * sin, y + u * sin + v * cos))
    return outline


def smooth(points: Points, *, closed: bool = False, steps: int = 8) -> Outline:
    """A rounded path through the points (Catmull-Rom)."""
    pts = list(points)
    count = len(pts)
    pts = [pts[-1], *pts, pts[0], pts[1]] if closed else [pts[0], *pts, pts[-1]]
    path = []
    for i in range(1, count + (1 if closed else 0)):
        knots = pts[i - 1 : i + 3]
        for step in range(steps):
            x = _spline(step / steps, *(x for x, _ in knots))
            y = _spline(step / steps, *(y for _, y in knots))
            path.append((x, y))
    if not closed:
        path.append(pts[-1])
    return path


def _spline(t: float, a: float, b: float, c: float, d: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


def rough(path: Points, amount: float, rng: random.Random, *, rounds: int = 4) -> Outline:
    """A path with its stretches broken up at random, as earth and leaves are."""
    points = list(path)
    for turn in range(rounds):
        broken = [points[0]]
        for (x0, y0), (x1, y1) in pairwise(points):
            jitter = 3 * min(amount / 2**turn, math.hypot(x1 - x0, y1 - y0) * 0.2)
            x = (x0 + x1) / 2 + (rng.random() - 0.5) * jitter
            broken.append((x, (y0 + y1) / 2 + (rng.random() - 0.5) * jitter))
            broken.append((x1, y1))
        points = broken
    return points


def moved(shape: Points, dx: float, dy: float) -> Outline:
    return [(x + dx, y + dy) for x, y in shape]


def turned(shape: Points, angle: float, x: float, y: float) -> Outline:
    """A shape turned by so many degrees, clockwise, around a point."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return [
        (x + (px - x) * cos - (py - y) * sin, y + (px - x) * sin + (py - y) * cos)
        for px, py in shape
    ]


def mirrored(shape: Points, x: float) -> Outline:
    """A shape reflected in the upright line at x."""
    return [(2 * x - px, py) for px, py in shape]


def between(a: tuple[float, float], b: tuple[float, float], t: float) -> tuple[float, float]:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def taper(path: Points, start: float, end: float) -> Outline:
    """The outline of a limb along a path, its width running from one value to another."""
    left, right = [], []
    last = len(path) - 1
    for i, (x, y) in enumerate(path):
        (x0, y0), (x1, y1) = path[max(i - 1, 0)], path[min(i + 1, last)]
        length = math.hypot(x1 - x0, y1 - y0) or 1
        half = (start + (end - start) * i / last) / 2
        nx, ny = (y0 - y1) / length * half, (x1 - x0) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left + right[::-1]
