"""What a lamp room holds."""

from ..inks import Fade, Sheet
from ..shapes import moved, oval, rect, smooth
from .plinth import Plinth, rounded, symmetric
from .signs import write


def lamp_restored(s: Sheet) -> None:
    """An old miner's lamp, unlit, its number hanging from the hook."""
    p = Plinth(s)
    p.shadow(42, 17)
    p.line(smooth([(0, -36), (0, -40), (5, -45), (8, -40), (5, -37)]), 1.6)
    bonnet = symmetric([(0, -37), (9, -36), (11, -31), (11, -27), (0, -27)])
    p.fill(bonnet, dark=0.75, mid=0.3)
    gauze = symmetric([(0, -27), (9, -27), (11, 3), (0, 3)])
    p.fill(gauze, dark=0.4)
    with p.within(gauze):
        for i in range(-14, 15):
            p.line([(i * 1.2, -28), (i * 1.3, 4)], 0.28, 0.9)
            p.line([(-14, -12 + i * 1.2), (14, -12 + i * 1.2)], 0.28, 0.9)
    for shape in (bonnet, gauze):
        p.edge(shape, 0.6)
    for way in (-1, 1):
        p.stroke([(way * 13.6, -27), (way * 13.6, 23)], 1.5, dark=0.95)
    pane = rect(-11, 4, 22, 18)
    p.fill(pane, light=0.3)
    p.ink(rect(3, 4, 8, 18), dark=0.3)
    p.stroke([(-7, 6), (-7, 20)], 1.2)
    p.line([(0, 22), (0, 15)], 1.2)
    p.edge(pane, 0.6)
    for y in (-29, 1.6, 21):
        p.solid(rounded(-15.4, y, 30.8, 3.6, 1.2), mid=0.4, light=1)
    fount = symmetric([(0, 25), (15, 25), (16.4, 38), (14.4, 42), (0, 42)])
    p.fill(fount, mid=0.5, light=1)
    p.ink([(6, 25), (15, 25), (16.4, 38), (14.4, 42), (7, 42)], dark=Fade(0.3, 0.8, 0))
    p.edge(fount, 0.7)
    p.line(smooth([(-9, 30), (-6, 33), (-8, 36)]), 0.4)
    disc = oval(24, -17, 8.6)
    p.line(smooth([(7, -38), (19, -36), (24, -25)]), 0.5)
    p.cast(disc, 1.4, 1.8)
    p.solid(disc, mid=0.25, light=1)
    p.edge(oval(24, -17, 7.2), 0.3)
    write(p, "618", 17.8, -19.4, 4.8, 0.8, dark=0.95)


def tally(s: Sheet) -> None:
    """A brass tally, a number struck in it, on its nail."""
    p = Plinth(s)
    p.shadow(-36, 4)
    for width, tones in ((2.3, {"dark": 0.95}), (1.3, {"light": 0.3})):
        p.stroke(oval(0, -25, 8.6, 11.4), width, **tones)
    p.solid(oval(0, -37, 3), dark=0.7)
    p.fill(oval(-0.8, -37.8, 1), light=0.3)
    disc = [*oval(0, 12, 29, start=-70, end=250), *oval(0, -15, 8, start=200, end=340)]
    p.cast(disc, 3, 3.6)
    p.fill(disc, mid=0.3, light=1)
    p.ink([*oval(0, 12, 29, start=-30, end=120), *oval(-4, 9, 27, start=120, end=-30)], dark=0.5)
    p.edge(disc, 0.8)
    p.edge(oval(0, 12, 25.6), 0.5)
    for i in range(40):
        dot = moved(oval(0, 0, 0.36), 0, 0)
        x, y = oval(0, 12, 27.2)[i * 2 % 88]
        p.ink(moved(dot, x, y), dark=0.9)
    p.fill(oval(0, -15, 3.2), dark=0.8)
    for place, (digit, drop) in enumerate(zip("618", (0.6, -0.8, 0.9), strict=True)):
        for width, tones in ((2.6, {"dark": 0.95, "mid": 0.5}), (0.7, {"mid": 0.3, "light": 1})):
            shift = 0.5 if width < 1 else 0.0
            write(p, digit, -19.6 + place * 14.4 + shift, 4 + drop + shift, 16, width, **tones)
    p.stroke(oval(0, 12, 22.6, start=200, end=236), 0.9, light=0.2)


def lamp_glass(s: Sheet) -> None:
    """A clear cylinder for a lamp, another beside it in its paper."""
    p = Plinth(s)
    p.shadow(35, 15, -12)
    p.shadow(35, 15, 20)
    wrap = [(8, -18), (33, -20), (34, 34), (7, 34)]
    p.fill(wrap, light=0.06)
    for path in ([(8, -18), (20, 34)], [(33, -20), (22, 4), (34, 34)], [(20, -19), (16, 10)]):
        p.line(path, 0.3, 0.6)
    p.edge(wrap, 0.6)
    for x in (16, 25):
        p.line(smooth([(20.5, -20), (x, -27), (20.5 + (x - 20.5) * 2.2, -30)]), 0.9)
    p.stroke([(7.6, 2), (33.6, 0)], 1.2, mid=0.95)
    tube = [*oval(-12, -25, 17, 4, start=180, end=360), *oval(-12, 32, 17, 4, start=0, end=180)]
    p.fill(tube, light=Fade(0.7, 0.35, 0))
    p.ink([(0, -25), (5, -25), (5, 32), (0, 34)], dark=0.24, light=0.95)
    p.stroke([(-24.6, -17), (-24.6, 28)], 2)
    p.stroke([(-20.4, -14), (-20.4, 8)], 0.9)
    p.line(oval(-12, 32, 17, 4, start=180, end=360), 0.35)
    p.fill(oval(-12, -25, 17, 4), light=0.3)
    for rx, ry, width in ((17, 4, 0.8), (14.6, 3, 0.5)):
        p.line(oval(-12, -25, rx, ry), width)
    p.edge(tube, 0.7)
    p.line([(-36, -25), (-36, 32)], 0.4)
    for y in (-25, 32):
        p.line([(-37.6, y), (-34.4, y)], 0.5)
