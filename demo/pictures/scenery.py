"""What several landscapes share: skies, ground, trees, heaps, walkers."""

from .inks import Fade, Sheet
from .shapes import Outline, between, moved, oval, rect, rough, smooth


def sky(s: Sheet, horizon: float, *, side: int, clouds: bool = True) -> None:
    """One of five skies, its sun on the left (-1) or on the right (1)."""
    whole = rect(-2, -2, s.width + 4, horizon + 4)
    kind = s.rng.choice(("glow", "noon", "bands", "dusk", "clear", "clear"))
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
    elif kind == "clear":
        s.over(whole, dark=Fade(0.5, 0.0), light=Fade(0.0, 0.4))
        s.fill(disc, light=1)
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
            1.7, dark=0.0, mid=0.0, light=0.0,
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


def birch(s: Sheet, x: float, base: float, height: float) -> None:
    """A thin white trunk with its dark marks, and a veil of leaves."""
    lean = s.rng.uniform(-0.05, 0.05) * height
    trunk = [
        (x - 0.8, base),
        (x - 0.35 + lean, base - height),
        (x + 0.35 + lean, base - height),
        (x + 0.8, base),
    ]
    for _ in range(46):
        share = s.rng.uniform(0.38, 1.05)
        px = x + lean * share + s.rng.gauss(0, 1) * height * 0.085 * (1.25 - share)
        size = s.rng.uniform(0.6, 1.5)
        leaf = oval(px, base - height * share, size, size * 0.7, turn=s.rng.uniform(0, 180))
        s.over(
            leaf, dark=s.rng.choice((0.6, 0.9, None)), light=1, mid=s.rng.choice((None, None, 0.8))
        )
    s.fill(trunk)
    for _ in range(24):
        share = s.rng.random() ** 1.3
        cx, cy, w = x + lean * share, base - height * share, s.rng.uniform(0.25, 0.75)
        way = s.rng.choice((-1, 1))
        s.stroke([(cx + way * w * 0.9, cy), (cx, cy + 0.1)], s.rng.uniform(0.15, 0.45), dark=1)


def heap(
    s: Sheet, x: float, base: float, width: float, height: float, *, side: int, wooded: float = 0.0
) -> Outline:
    """A spoil heap with its lit flank towards the sun's side; its outline is returned.

    ``wooded`` is the share of its height that birches have won back.
    """
    top = base - height
    left, right = x - width / 2, x + width / 2
    blunt = width * 0.012
    flank = smooth([
        (left, base),
        (left + width * 0.25, base - height * 0.44),
        (x - blunt, top),
    ])  # fmt: skip
    other = smooth([
        (x + blunt, top + blunt * 0.5),
        (right - width * 0.24, base - height * 0.45),
        (right, base),
    ])  # fmt: skip
    line = rough([*flank, *other], width * 0.003, s.rng, rounds=2)
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
        s.over(shade, dark=Fade(1.0, 0.8), mid=0.6)
        gullies(s, x, top, base, width, side)
        if wooded:
            scrub(s, x, base, width, height * wooded)
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


def scrub(s: Sheet, x: float, base: float, width: float, height: float) -> None:
    """Young birches that climb the flanks, thinning out upwards."""
    for _ in range(110):
        share = s.rng.random() ** 2.2
        px = x + s.rng.uniform(-0.5, 0.5) * width * (1 - share * 0.5)
        size = s.rng.uniform(0.007, 0.019) * width
        crown = rough(
            oval(px, base - share * height, size, size * 1.1), size * 0.1, s.rng, rounds=1
        )
        s.over(crown, dark=0.95)


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
