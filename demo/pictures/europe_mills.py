"""Places elsewhere in Europe with the same story: cotton, silk, water power."""

from .buildings import beam, window
from .inks import Fade, Sheet
from .scenery import figure, ground, sky, trees
from .shapes import mirrored, oval, rect, rough, smooth


def cotton_mill(s: Sheet) -> None:
    """A brick mill, floor on floor of windows, its chimney mirrored in the river."""
    side = s.rng.choice((-1, 1))
    bank = s.height * 0.74
    sky(s, bank, side=side)
    trees(s, -3, s.width + 3, bank, 12)
    w = min(s.width * 0.72, s.height * 1.1)
    h = min(w * 0.62, s.height * 0.5)
    x = s.width * (0.5 - side * 0.06) - w / 2
    cx = x + (w * 1.1 if side > 0 else -w * 0.1)
    top = bank - h * 1.36
    s.fill([(cx - 3.4, bank), (cx - 2, top), (cx + 2, top), (cx + 3.4, bank)], mid=1, light=0.3)
    s.over([(cx + 0.4, bank), (cx + 0.4, top), (cx + 2, top), (cx + 3.4, bank)], dark=0.5)
    for y in (top, top + 3.4):
        s.fill(rect(cx - 2.9, y, 5.8, 1.4), dark=0.95)
    for k in range(5):
        puff = oval(cx - side * (4 + k * 6.5), top - 3 - k * 2.6, 3 + k * 1.4, 2 + k * 0.8)
        s.fill(puff, dark=0.12, light=None, mid=0.0)
    s.fill(rect(x, bank - h, w, h), mid=1, light=0.35)
    floors, bays = 5, 11
    for i in range(1, 30):
        s.stroke(
            [(x, bank - i * h / 30), (x + w, bank - i * h / 30)],
            0.14,
            dark=None,
            mid=0.55,
            light=None,
        )
    for r in range(floors):
        for k in range(bays):
            if k == bays // 2:
                continue
            window(
                s,
                x + w * (k + 0.5) / bays,
                bank - h * (r + 0.2) / floors,
                w / bays * 0.46,
                h / floors * 0.52,
                arched=True,
                lit=s.rng.random() < 0.55,
            )
    tw = w / bays * 1.3
    c = x + w / 2
    s.fill(rect(c - tw / 2, bank - h * 1.22, tw, h * 1.22), mid=1, light=0.35, dark=0.12)
    s.fill(
        [(c - tw * 0.62, bank - h * 1.22), (c, bank - h * 1.42), (c + tw * 0.62, bank - h * 1.22)],
        dark=0.95,
    )
    s.fill(oval(c, bank - h * 1.11, tw * 0.28), light=0.1)
    s.stroke(oval(c, bank - h * 1.11, tw * 0.28), 0.5, dark=1)
    beam(s, [(c, bank - h * 1.11), (c, bank - h * 1.11 - tw * 0.2)], 0.35)
    for r in range(floors):
        window(
            s, c, bank - h * (r + 0.2) / floors, tw * 0.3, h / floors * 0.5, arched=True, lit=True
        )
    s.fill(
        [
            (x - 1.5, bank - h),
            (x + w * 0.03, bank - h * 1.1),
            (c - tw / 2, bank - h * 1.1),
            (c - tw / 2, bank - h),
        ],
        dark=0.95,
    )
    s.fill(
        mirrored(
            [
                (x - 1.5, bank - h),
                (x + w * 0.03, bank - h * 1.1),
                (c - tw / 2, bank - h * 1.1),
                (c - tw / 2, bank - h),
            ],
            c,
        ),
        dark=0.95,
    )
    s.fill(rect(-3, bank, s.width + 6, s.height), light=Fade(0.7, 0.3), dark=0)
    s.over(rect(x, bank + 1.5, w, h * 0.42), mid=Fade(0.85, 0.1))
    s.over(rect(cx - 2.6, bank + 1.5, 5.2, h * 0.6), mid=Fade(0.8, 0.1))
    for i in range(44):
        y = bank + 2 + (s.height - bank) * (i / 44) ** 1.1
        px, length = s.rng.uniform(0, s.width), s.rng.uniform(6, 24)
        s.stroke([(px - length / 2, y), (px + length / 2, y)], 0.5, dark=None, mid=0.0, light=0.1)
    s.fill(rect(-3, bank - 0.6, s.width + 6, 2.4), dark=0.95)


def silk_mill(s: Sheet) -> None:
    """A spinning mill among mulberries, a moth and its cocoons above."""
    side = s.rng.choice((-1, 1))
    base = s.height * 0.82
    sky(s, base, side=side, clouds=False)
    for i, tone in enumerate((0.25, 0.45)):
        line = rough(
            [
                (-4, base - 14 + i * 6),
                (s.width * 0.3, base - 34 + i * 14),
                (s.width * 0.6, base - 16 + i * 5),
                (s.width + 4, base - 30 + i * 13),
            ],
            1.5,
            s.rng,
            rounds=4,
        )
        s.fill([*line, (s.width + 4, s.height), (-4, s.height)], dark=tone, light=0.4)
    w = min(s.width * 0.84, 130)
    h, x = w * 0.2, s.width / 2 - w / 2
    s.fill(rect(x, base - h, w, h), light=0.1)
    bays = 12
    for k in range(bays):
        for r in range(2):
            window(
                s,
                x + w * (k + 0.5) / bays,
                base - h * (0.1 + r * 0.5),
                w / bays * 0.42,
                h * 0.3,
                arched=True,
                lit=s.rng.random() < 0.4,
            )
    s.fill(
        [
            (x - 2, base - h),
            (x + 3, base - h * 1.5),
            (x + w - 3, base - h * 1.5),
            (x + w + 2, base - h),
        ],
        mid=1,
        light=0.4,
    )
    for k in range(26):
        s.stroke(
            [(x + w * k / 26, base - h), (x + 3 + (w - 6) * k / 26, base - h * 1.5)],
            0.2,
            dark=0.9,
            mid=None,
            light=None,
        )
    s.fill(rect(x + w * 0.2, base - h * 1.72, w * 0.6, h * 0.26), dark=0.9)
    s.fill(
        [
            (x + w * 0.17, base - h * 1.72),
            (x + w * 0.22, base - h * 1.95),
            (x + w * 0.78, base - h * 1.95),
            (x + w * 0.83, base - h * 1.72),
        ],
        mid=1,
        light=0.4,
    )
    ground(s, base, stripes=3)
    s.over(rect(-3, base, s.width + 6, 0.8), dark=1)
    moth(s, s.width / 2, s.height * 0.3, min(s.width * 0.26, s.height * 0.26))
    for px in (0.06, 0.94):
        branch(s, s.width * px, -3, s.height * 0.72, 1 if px < 0.5 else -1)
    for _ in range(5):
        figure(s, s.rng.uniform(6, s.width - 6), base + s.rng.uniform(2, 7), 6)


def moth(s: Sheet, x: float, y: float, size: float) -> None:
    """The silk moth, wings open."""
    fore = smooth(
        [(0, -0.2), (0.35, -0.62), (1.05, -0.72), (1.15, -0.5), (0.8, -0.05), (0.2, 0.12)],
        closed=True,
    )
    hind = smooth(
        [(0.05, 0.05), (0.7, 0.05), (0.85, 0.35), (0.55, 0.68), (0.15, 0.45)], closed=True
    )
    for way in (-1, 1):
        for wing, tones in ((hind, {"light": 0.35}), (fore, {"light": 0.02})):
            shape = [(x + way * px * size, y + py * size) for px, py in wing]
            s.fill(shape, **tones)
            with s.clip(shape):
                for k in range(9):
                    tip = (x + way * size * (1.2 - k * 0.09), y + size * (-0.85 + k * 0.19))
                    s.stroke([(x, y - size * 0.1), tip], 0.25, dark=0.8, mid=None, light=None)
                for r in (0.66, 0.94):
                    s.stroke(
                        oval(x, y, size * r, size * r * 0.85),
                        size * 0.035,
                        mid=0.9,
                        dark=None,
                        light=None,
                    )
            s.stroke([*shape, shape[0]], 0.55, dark=1, mid=None, light=None)
        s.fill(oval(x + way * size * 0.66, y - size * 0.36, size * 0.09), dark=0.95, mid=0.9)
        feeler = smooth(
            [
                (x + way * size * 0.03, y - size * 0.3),
                (x + way * size * 0.14, y - size * 0.55),
                (x + way * size * 0.34, y - size * 0.66),
            ]
        )
        s.stroke(feeler, size * 0.035, dark=1, mid=None, light=None)
    s.fill(
        smooth(
            [
                (x, y - size * 0.36),
                (x + size * 0.11, y - size * 0.1),
                (x + size * 0.09, y + size * 0.4),
                (x, y + size * 0.62),
                (x - size * 0.09, y + size * 0.4),
                (x - size * 0.11, y - size * 0.1),
            ],
            closed=True,
        ),
        mid=0.9,
        light=0.8,
    )
    for k in range(5):
        s.stroke(
            [
                (x - size * 0.1, y + size * (0.02 + k * 0.1)),
                (x + size * 0.1, y + size * (0.02 + k * 0.1)),
            ],
            size * 0.025,
            dark=1,
            mid=None,
            light=None,
        )


def branch(s: Sheet, x: float, top: float, length: float, way: int) -> None:
    """A hanging twig of mulberry with cocoons."""
    path = smooth(
        [
            (x, top),
            (x + way * length * 0.06, top + length * 0.4),
            (x + way * length * 0.02, top + length),
        ]
    )
    beam(s, path, 0.7)
    for i in range(3, len(path), 4):
        px, py = path[i]
        out = way if i % 8 < 4 else -way
        size = s.rng.uniform(4.5, 7)
        leaf = smooth(
            [
                (px, py),
                (px + out * size * 0.9, py - size * 0.5),
                (px + out * size * 1.9, py + size * 0.35),
                (px + out * size * 0.8, py + size * 0.7),
            ],
            closed=True,
        )
        s.fill(leaf, dark=0.7, light=1)
        s.stroke([(px, py), (px + out * size * 1.7, py + size * 0.28)], 0.3, light=0.6)
        if i % 3 == 0:
            s.fill(oval(px - out * 2.6, py + 2, 1.9, 3.1, turn=out * 18), light=0.1)
            s.stroke(
                oval(px - out * 2.6, py + 2, 1.9, 3.1, turn=out * 18),
                0.4,
                dark=1,
                mid=None,
                light=None,
            )


def hydropower(s: Sheet) -> None:
    """An arch dam between cliffs, penstocks and a power house below."""
    side = s.rng.choice((-1, 1))
    w, h = s.width, s.height
    sky(s, h * 0.5, side=side)
    for i, (tone, level) in enumerate(((0.25, 0.3), (0.5, 0.38))):
        line = rough(
            [
                (-4, h * level),
                (w * 0.3, h * (level - 0.18 + i * 0.1)),
                (w * 0.55, h * (level + 0.06)),
                (w * 0.8, h * (level - 0.12)),
                (w + 4, h * level),
            ],
            3,
            s.rng,
            rounds=4,
        )
        s.fill([*line, (w + 4, h + 4), (-4, h + 4)], dark=tone, light=0.3)
    crest, foot = h * 0.46, h * 0.8
    s.fill(rect(w * 0.1, crest - 5, w * 0.8, 8), light=0.9, dark=0.25)
    for k in range(9):
        s.stroke(
            [
                (w * s.rng.uniform(0.2, 0.6), crest - 4 + k * 0.5),
                (w * s.rng.uniform(0.5, 0.8), crest - 4 + k * 0.5),
            ],
            0.25,
        )
    bow = h * 0.05
    top = smooth(
        [(w * 0.12, crest), (w * 0.32, crest + bow), (w * 0.68, crest + bow), (w * 0.88, crest)]
    )
    low = smooth(
        [
            (w * 0.74, foot),
            (w * 0.6, foot + bow * 0.8),
            (w * 0.4, foot + bow * 0.8),
            (w * 0.26, foot),
        ]
    )
    face = [*top, *low]
    s.fill(face, dark=Fade(0.05, 0.6, 0 if side < 0 else 180), light=0.15)
    with s.clip(face):
        for k in range(1, 12):
            t = k / 12
            s.stroke(
                [(w * (0.12 + 0.76 * t), crest - 2), (w * (0.26 + 0.48 * t), foot + bow * 1.4)],
                0.3,
                dark=0.75,
                mid=None,
                light=None,
            )
        for k in range(1, 6):
            t = k / 6
            s.stroke(
                [(px + (w / 2 - px) * 0.34 * t, py + (foot - crest) * t) for px, py in top],
                0.22,
                dark=0.7,
                mid=None,
                light=None,
            )
        for k in (-1, 0, 1):
            px = w * (0.5 + k * 0.09)
            fall = [
                (px - w * 0.02, crest + bow * 0.9),
                (px + w * 0.02, crest + bow * 0.9),
                (px + w * 0.028 - k * w * 0.02, foot + 10),
                (px - w * 0.028 - k * w * 0.02, foot + 10),
            ]
            s.fill(fall)
            for _ in range(6):
                fx = px + s.rng.uniform(-0.018, 0.018) * w
                s.stroke(
                    [(fx, crest + bow + 1), (fx - k * w * 0.015, foot + 9)],
                    0.25,
                    dark=0.5,
                    mid=None,
                    light=0.5,
                )
    s.stroke(top, 1.8, dark=1)
    for k in range(0, len(top), 2):
        beam(s, [top[k], (top[k][0], top[k][1] - 2.4)], 0.3)
    for way in (-1, 1):
        edge = rough(
            [
                (w * 0.1, crest - h * 0.2),
                (w * 0.17, crest + 3),
                (w * 0.24, h * 0.66),
                (w * 0.34, foot + 3),
                (w * 0.3, h + 4),
            ],
            1.6,
            s.rng,
            rounds=4,
        )
        cliff = [(-4, crest - h * 0.3), *edge, (-4, h + 4)]
        cliff = cliff if way < 0 else mirrored(cliff, w / 2)
        s.fill(cliff, dark=Fade(0.7, 0.97), mid=0.5 if way == side else 0.2)
        with s.clip(cliff):
            for k in range(22):
                y = crest - 34 + k * (h - crest + 34) / 22
                seam = rough([(-2, y), (w * 0.4, y + 16)], 1.4, s.rng, rounds=4)
                seam = seam if way < 0 else mirrored(seam, w / 2)
                s.stroke(
                    seam, s.rng.uniform(0.2, 0.7), dark=0.35 if k % 3 else 1, mid=None, light=None
                )
    for k in range(3):
        a = (w * (0.5 + side * (0.44 - k * 0.032)), crest - h * 0.04)
        b = (w * (0.5 + side * (0.25 - k * 0.032)), h * 0.88)
        s.stroke([a, b], 2.5, dark=1)
        s.stroke([a, b], 1.5, mid=1, light=0.5)
    s.fill(rect(-4, h * 0.92, w + 8, h), light=0.9, dark=0.3)
    for i in range(24):
        y, px = h * 0.92 + (h * 0.08) * (i / 24), s.rng.uniform(0, w)
        s.stroke([(px, y), (px + s.rng.uniform(4, 14), y)], 0.4)
    hw = w * 0.34
    px, py = w * (0.5 + side * 0.2) - hw / 2, h * 0.935
    s.fill(rect(px, py - h * 0.12, hw, h * 0.12), mid=0.95, light=0.4)
    s.fill(
        [(px - 1.5, py - h * 0.12), (px + hw / 2, py - h * 0.175), (px + hw + 1.5, py - h * 0.12)],
        dark=0.97,
    )
    for k in range(6):
        window(
            s, px + hw * (k + 0.5) / 6, py - h * 0.02, hw * 0.085, h * 0.075, arched=True, lit=True
        )
