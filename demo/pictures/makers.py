"""A maker's arms and hands, to be set to any work."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from .inks import Points, Sheet
from .shapes import Outline, oval, smooth, turned
from .stage import Stage

SKINS = (
    {"mid": 0.28, "light": 0.3},
    {"mid": 0.42, "light": 0.6},
    {"mid": 0.6, "light": 0.85, "dark": 0.12},
    {"mid": 0.7, "light": 0.8, "dark": 0.45},
)


SLEEVES = ({"dark": 0.92}, {"mid": 0.95}, {"light": 0.95}, {"light": 0.08})


LINE = 0.55


@dataclass(frozen=True)
class Arm:
    """A hand on its forearm.

    ``place`` takes the hand's own units (wrist at the origin, fingers towards -y) to the sheet.
    """

    sheet: Sheet
    place: Callable[[Points], Outline]
    size: float
    skin: dict[str, float]
    sleeve: dict[str, float]

    def forearm(self, length: float = 34) -> None:
        side = [(4.1, 2), (4.2, 6), (5.6, length * 0.6)]
        other = [(-x, y) for x, y in side]
        self.sheet.fill(self.place([*side, *other[::-1]]), **self.skin)
        self._outline(smooth(side))
        self._outline(smooth(other))
        cloth = [(-5.9, length * 0.34), (5.9, length * 0.34), (9, length), (-9, length)]
        self.sheet.fill(self.place(cloth), **self.sleeve)
        self._outline([*cloth, cloth[0]])
        cuff = [
            (-6.5, length * 0.3),
            (6.5, length * 0.3),
            (6.9, length * 0.44),
            (-6.9, length * 0.44),
        ]
        self.sheet.fill(self.place(cuff), **self.sleeve)
        self._outline([*cuff, cuff[0]])
        for x, y in ((-3, 0.6), (1.5, 0.68), (4, 0.56)):
            fold = smooth(
                [(x, y * length), (x + 1, (y + 0.1) * length), (x - 0.5, (y + 0.2) * length)]
            )
            self._outline(fold)

    def palm(self) -> None:
        """The back of the hand, drawn over the roots of the fingers."""
        outer = smooth([(-4.1, 3), (-5.2, -3), (-5.4, -8.4)])
        inner = smooth([(4.1, 3), (4.9, -3), (5.2, -7.6)])
        top = [(-5.2, -9.6), (-3.6, -11.4), (0, -12), (3.4, -11), (5, -9)]
        self.sheet.fill(self.place([*outer, *top, *inner[::-1]]), **self.skin)
        self._outline(outer)
        self._outline(inner)

    def finger(
        self, x: float, y: float, length: float, width: float, angle: float, bend: float
    ) -> None:
        """One finger from its knuckle: ``angle`` from straight up, ``bend`` more at each joint."""
        points, way = [(x, y)], angle
        for share in (0.44, 0.31, 0.25):
            last = points[-1]
            a = math.radians(way - 90)
            points.append(
                (last[0] + length * share * math.cos(a), last[1] + length * share * math.sin(a))
            )
            way += bend
        path = self.place(smooth(points, steps=5))
        thick = width * self.size
        self.sheet.stroke(path, thick + LINE * 1.6, dark=1)
        self.sheet.stroke(path, thick, **self.skin)
        tip, near = points[-1], points[-2]
        a = math.atan2(tip[1] - near[1], tip[0] - near[0])
        nail = oval(
            tip[0] + width * 0.12 * math.cos(a),
            tip[1] + width * 0.12 * math.sin(a),
            width * 0.3,
            width * 0.24,
            turn=math.degrees(a),
        )
        self.sheet.fill(self.place(nail), light=0.12)

    def fingers(self, *, spread: float = 6, bend: float = 4, lean: float = 0) -> None:
        for i, (x, y, length, width) in enumerate(
            (
                (-4.1, -9.6, 8.6, 2.75),
                (-1.4, -10.9, 9.8, 2.85),
                (1.5, -10.6, 9.2, 2.75),
                (4.1, -9.2, 7.2, 2.4),
            )
        ):
            self.finger(x, y, length, width, (i - 1.4) * spread + lean, bend)

    def thumb(self, *, angle: float = -46, bend: float = 14) -> None:
        self.finger(-3.6, -2.6, 10.6, 3.3, angle, bend)

    def _outline(self, path: Points) -> None:
        self.sheet.stroke(self.place(path), LINE, dark=1, mid=None, light=None)


class Maker:
    """Somebody's two arms on a stage: one skin, one pair of sleeves."""

    def __init__(self, s: Sheet, t: Stage) -> None:
        self.sheet, self.stage = s, t
        self.skin = dict(s.rng.choice(SKINS))
        self.sleeve = dict(s.rng.choice(SLEEVES))

    def arm(
        self, x: float, y: float, angle: float, *, size: float = 1.5, flip: bool = False
    ) -> Arm:
        """A hand with its wrist at (x, y), pointing up, turned by ``angle``; thumb on the left."""

        def place(points: Points) -> Outline:
            shape = [(-px if flip else px, py) for px, py in points]
            return self.stage.at(
                turned([(x + px * size, y + py * size) for px, py in shape], angle, x, y)
            )

        return Arm(self.sheet, place, size * self.stage.unit, self.skin, self.sleeve)

    def hand(
        self,
        x: float,
        y: float,
        angle: float,
        *,
        flip: bool = False,
        spread: float = 6,
        bend: float = 4,
        lean: float = 0,
        size: float = 1.5,
        thumb: float = -46,
    ) -> None:
        arm = self.arm(x, y, angle, flip=flip, size=size)
        arm.forearm(46)
        arm.thumb(angle=thumb)
        arm.fingers(spread=spread, bend=bend, lean=lean)
        arm.palm()

    def grip(
        self,
        x: float,
        y: float,
        angle: float,
        thing: Callable[[], None],
        *,
        flip: bool = False,
        size: float = 1.5,
    ) -> None:
        """A fist around something: palm behind it, fingers folded over it."""
        arm = self.arm(x, y, angle, flip=flip, size=size)
        arm.forearm(46)
        arm.palm()
        thing()
        for i in range(4):
            arm.finger(-5.6, -10.6 + i * 2.9, 10.6 - abs(i - 1.2) * 0.7, 2.8, 84, 5)
        arm.finger(-2.6, -1.4, 8.4, 3.1, -12, 18)
