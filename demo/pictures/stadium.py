"""The stadium on an evening of play."""

from .buildings import beam
from .inks import Fade, Points, Sheet
from .scenery import heap
from .shapes import mirrored, oval, rect


def stadium(s: Sheet) -> None:
    """A full ground under its floodlights: gold and red in the stands."""
    s.over(rect(-3, -3, s.width + 6, s.height + 6), dark=Fade(1.0, 0.55), mid=Fade(0.0, 0.6))
    w, h = s.width, s.height
    far, back, low = h * 0.62, h * 0.36, h * 0.26
    heap(s, w * s.rng.uniform(0.3, 0.7), back + 6, w * 0.4, h * 0.22, side=s.rng.choice((-1, 1)))
    for x in (w * 0.08, w * 0.92):
        for share in (-0.1, 0.22):
            aim = w * (0.5 + share) if x < w / 2 else w * (0.5 - share)
            ray = [(x, h * 0.1), (aim - w * 0.13, h), (aim + w * 0.13, h)]
            s.fill(ray, dark=Fade(0.3, 0.9), mid=0.3, light=Fade(0.85, 0.2))
    crowd(
        s, [(-4, h), (-4, low), (w * 0.12, back), (w * 0.88, back), (w + 4, low), (w + 4, h)], far
    )
    roof = [
        (w * 0.1, back - 2.2),
        (w * 0.9, back - 2.2),
        (w * 0.93, back - 8),
        (w * 0.07, back - 8),
    ]
    s.fill(roof, dark=0.3, light=0.1)
    bay = w * 0.8 / 24
    for i in range(24):
        a = w * 0.1 + i * bay
        beam(s, [(a, back - 2.2), (a + bay / 2, back - 8), (a + bay, back - 2.2)], 0.35)
    s.over(rect(w * 0.07, back - 8.6, w * 0.86, 1.2), dark=1)
    wing = [(-4, low - 3), (w * 0.125, back - 2.4), (w * 0.075, back - 8.4), (-4, low - 13)]
    for shape in (wing, mirrored(wing, w / 2)):
        s.fill(shape, dark=0.35, light=0.1)
        s.stroke([shape[0], shape[1]], 0.7, dark=1)
    pitch(s, far)
    for x in (w * 0.08, w * 0.92):
        floodlight(s, x, h * 0.05, back)


def crowd(s: Sheet, stands: Points, far: float) -> None:
    """People as confetti of the club's colours, aisles between the blocks."""
    w, h = s.width, s.height
    s.fill(stands, dark=0.9, mid=0.5)
    step = max(1.5, w / 90)
    with s.clip(stands):
        y = h * 0.24
        while y < h:
            x, edge = -3.0, w * (0.17 - 0.19 * (y - far) / (h - far))
            while x < w + 3:
                kind = s.rng.random()
                if kind < 0.93 and not (y > far and edge < x < w - edge):
                    rise = y + s.rng.uniform(-0.4, 0.4)
                    seat = [(x - 0.6, rise), (x, rise - 0.85), (x + 0.6, rise), (x, rise + 0.85)]
                    tones = (
                        {"light": 1.0}
                        if kind < 0.45
                        else {"mid": 1.0}
                        if kind < 0.8
                        else {"light": 0.1}
                    )
                    s.fill(seat, **tones)
                x += step * s.rng.uniform(0.9, 1.15)
            y += 2
    for share in (0.3, 0.43, 0.57, 0.7):
        s.stroke(
            [(w * share, h * 0.36), (w * (0.5 + (share - 0.5) * 0.9), far)], 0.9, dark=0.9, mid=0.4
        )
    for a, b in (((0.12, 0.36), (0.17, 0.62)), ((0.88, 0.36), (0.83, 0.62))):
        s.stroke([(w * a[0], h * a[1]), (w * b[0], h * b[1])], 1.2, dark=0.95, mid=0.4)


def pitch(s: Sheet, far: float) -> None:
    w, h = s.width, s.height
    field = [(w * 0.17, far), (w * 0.83, far), (w * 1.02, h + 3), (-w * 0.02, h + 3)]
    s.fill(field, light=0.95, dark=0.4)
    with s.clip(field):
        for i in range(1, 8, 2):
            a, b = w * (0.17 + i * 0.0825), w * (-0.02 + i * 0.13)
            s.over([(a, far), (a + w * 0.0825, far), (b + w * 0.13, h + 3), (b, h + 3)], dark=0.68)
        s.stroke(oval(w / 2, h * 0.83, w * 0.12, h * 0.06), 0.7)
        s.stroke([(w / 2, far), (w / 2, h + 3)], 0.7)
        s.stroke([(w * 0.19, far + 1.5), (w * 0.81, far + 1.5)], 0.6)


def floodlight(s: Sheet, x: float, top: float, base: float) -> None:
    for shift in (-1, 1):
        beam(s, [(x + shift * 1.6, base), (x + shift, top + 5)], 0.5)
    s.fill(rect(x - 6, top, 12, 7.5), dark=1)
    for i in range(8):
        px, py = x - 4.2 + i % 4 * 2.8, top + 2.2 + i // 4 * 3
        s.glow(px, py, 3.4)
        s.fill(oval(px, py, 1.0), light=0.2)
