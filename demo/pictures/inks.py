"""A sheet of paper and three drums of ink: how a risograph prints, in Pillow's own operations.

A motif draws grey tones on three plates, named by depth: ``dark``, ``mid`` and ``light``. Printing
screens each plate into grain, wears it a little, lays it slightly beside the others and
multiplies its ink onto the paper, so that overlapping inks make a third colour.
"""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

Points = Sequence[tuple[float, float]]
Inks = tuple[str, str, str]
Box = tuple[int, int, int, int]

PAPER = "#faf7f2"
INKS = {
    "coal": "#17181a",
    "brick": "#a8341a",
    "lamp": "#f4b400",
    "arras": "#1d4f91",
    "moss": "#2f6242",
    # pale ones, for the grounds of things and for what light goes through
    "ice": "#a8d0e6",
    "flax": "#ecd3a0",
    "blush": "#f1bda9",
    "sage": "#bdd3ad",
    "ember": "#e0601f",
}
PLATES = ("dark", "mid", "light")
OVERSAMPLING = 2  # plates are drawn larger and reduced: Pillow's polygons have hard edges
TILE = 512
SOFTNESS = 0.36  # of the edge of a grain


@dataclass(frozen=True)
class Fade:
    """A tone that changes across a shape's bounding box.

    ``angle`` is the direction of change in degrees: 0 runs to the right, 90 downwards.
    """

    start: float
    end: float
    angle: float = 90


Tone = float | Fade | None


class Sheet:
    """The surface motifs draw on. The short side is 100 units long, the origin at the top left.

    Tones go from 0 (no ink) to 1 (solid).
    """

    def __init__(self, size: tuple[int, int], rng: random.Random) -> None:
        self.size = size
        self.rng = rng
        short = min(size)
        self.width, self.height = size[0] * 100 / short, size[1] * 100 / short
        self._scale = OVERSAMPLING * short / 100
        large = (size[0] * OVERSAMPLING, size[1] * OVERSAMPLING)
        self._plates = {name: Image.new("L", large) for name in PLATES}
        self._pens = {name: ImageDraw.Draw(plate) for name, plate in self._plates.items()}
        self._shifts = {"dark": (0.0, 0.0, 0.0)}
        for name in PLATES[1:]:
            turn, slip = rng.uniform(-0.0022, 0.0022), rng.uniform(0.18, 0.34)
            way = rng.uniform(0, math.tau)
            self._shifts[name] = (slip * math.cos(way), slip * math.sin(way), turn)

    # Drawing

    def fill(self, shape: Points, *, dark: Tone = 0.0, mid: Tone = 0.0, light: Tone = 0.0) -> None:
        """Cover a closed shape: plates that are not named are left without ink there.

        ``None`` leaves a plate as it was.
        """
        for name, tone in zip(PLATES, (dark, mid, light), strict=True):
            if tone is not None:
                self._polygon(name, shape, tone)

    def over(
        self, shape: Points, *, dark: Tone = None, mid: Tone = None, light: Tone = None
    ) -> None:
        """Overprint a closed shape: ink is only ever added, plates not named stay as they were."""
        for name, tone in zip(PLATES, (dark, mid, light), strict=True):
            if tone is not None:
                self._polygon(name, shape, tone, adding=True)

    def stroke(
        self,
        path: Points,
        width: float,
        *,
        dark: float | None = 0.0,
        mid: float | None = 0.0,
        light: float | None = 0.0,
    ) -> None:
        """Draw a line with round ends along a path, covering the plates as ``fill`` does."""
        for name, tone in zip(PLATES, (dark, mid, light), strict=True):
            if tone is None:
                continue
            pen, grey = self._pens[name], round(tone * 255)
            points = self._pixels(name, path)
            thick = max(1.0, width * self._scale)
            pen.line(points, fill=grey, width=max(1, round(thick)), joint="curve")
            if thick > 3:
                for x, y in (points[0], points[-1]):
                    pen.circle((x, y), thick / 2, fill=grey)

    def glow(self, x: float, y: float, radius: float) -> None:
        """Let light shine from a point: the other inks give way, the light one gathers."""
        centre = self._pixels("light", [(x, y)])[0]
        reach = round(radius * self._scale)
        # the ramp of Pillow reaches 181 at the middle of its edges, 255 in its corners
        soft = [min(255, round(255 * (i / 181) ** 1.4)) for i in range(256)]
        halo = Image.radial_gradient("L").point(soft).resize((reach * 2, reach * 2))
        at = round(centre[0]) - reach, round(centre[1]) - reach
        box = (*at, at[0] + reach * 2, at[1] + reach * 2)
        for name in ("dark", "mid"):
            plate = self._plates[name]
            plate.paste(ImageChops.multiply(plate.crop(box), halo), at)
        light = self._plates["light"]
        light.paste(ImageChops.lighter(light.crop(box), ImageChops.invert(halo)), at)

    @contextmanager
    def clip(self, shape: Points) -> Iterator[None]:
        """Keep what is drawn inside the block within a shape."""
        before = {name: plate.copy() for name, plate in self._plates.items()}
        yield
        for name, old in before.items():
            plate, points = self._plates[name], self._pixels(name, shape)
            box = self._box(points)
            inside, mask = plate.crop(box), _mask(points, box)
            plate.paste(old)
            plate.paste(inside, box, mask)

    # Printing

    def pull(self, inks: Inks) -> Image.Image:
        """Print the plates with these inks: names of ``INKS``, or CSS colours."""
        start = self.rng.randrange(TILE), self.rng.randrange(TILE)
        printed = ImageOps.colorize(_paper(self.size, start), "#f3efe6", PAPER)
        for name, ink in zip(PLATES, inks, strict=True):
            start = (start[1] + 131) % TILE, (start[0] + 57) % TILE
            plate = self._plates[name].reduce(OVERSAMPLING)
            if plate.getbbox() is None:
                continue
            # grains are ink or no ink, but softly: hard edges would only feed the JPEG encoder
            grained = ImageChops.subtract(plate, _grain(self.size, start), SOFTNESS, 128)
            worn = ImageChops.multiply(grained, _worn(self.size, start))
            colour = ImageOps.colorize(worn, "#ffffff", INKS.get(ink, ink))
            printed = ImageChops.multiply(printed, colour)
        return printed

    # Plates

    def _pixels(self, plate: str, points: Points) -> list[tuple[float, float]]:
        dx, dy, turn = self._shifts[plate]
        scale, cx, cy = self._scale, self.width / 2, self.height / 2
        return [
            ((x + dx - (y - cy) * turn) * scale, (y + dy + (x - cx) * turn) * scale)
            for x, y in points
        ]

    def _box(self, points: Points) -> Box:
        """The part of the plate that holds these points, at least one pixel large."""
        width, height = self._plates["dark"].size
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, top = (min(max(int(min(v)), 0), most - 1) for v, most in ((xs, width), (ys, height)))
        right = min(max(math.ceil(max(xs)) + 1, left + 1), width)
        bottom = min(max(math.ceil(max(ys)) + 1, top + 1), height)
        return left, top, right, bottom

    def _polygon(
        self, name: str, shape: Points, tone: float | Fade, *, adding: bool = False
    ) -> None:
        plate, points = self._plates[name], self._pixels(name, shape)
        if not adding and not isinstance(tone, Fade):
            self._pens[name].polygon(points, fill=round(tone * 255))
            return
        box = self._box(points)
        size = box[2] - box[0], box[3] - box[1]
        if isinstance(tone, Fade):
            inked = _gradient(tone, size)
        else:
            inked = Image.new("L", size, round(tone * 255))
        if adding:
            inked = ImageChops.lighter(inked, plate.crop(box))
        plate.paste(inked, box, _mask(points, box))


# What draws a picture, and which inks it may be printed in: dark, middle, light.
Motif = tuple[Callable[[Sheet], None], tuple[Inks, ...]]


def _mask(points: Points, box: Box) -> Image.Image:
    """White inside the shape, the size of the box that holds it."""
    mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
    ImageDraw.Draw(mask).polygon([(x - box[0], y - box[1]) for x, y in points], fill=255)
    return mask


def _gradient(fade: Fade, size: tuple[int, int]) -> Image.Image:
    ramp = Image.linear_gradient("L").point(
        [round(255 * (fade.start + (fade.end - fade.start) * i / 255)) for i in range(256)]
    )
    way = math.radians(fade.angle)
    cos, sin = math.cos(way), math.sin(way)
    reach = abs(cos) * size[0] + abs(sin) * size[1]
    step_x, step_y = 255 * cos / reach, 255 * sin / reach
    start = 127.5 - step_x * size[0] / 2 - step_y * size[1] / 2
    return ramp.transform(
        size, Image.Transform.AFFINE, (0, 0, 128, step_x, step_y, start), fillcolor=None
    )


@lru_cache(maxsize=16)
def _noise(seed: str, radius: float) -> Image.Image:
    """A seamless tile of even noise, its grains about ``radius`` pixels wide."""
    bytes_ = random.Random(seed).randbytes(TILE * TILE)  # noqa: S311 - grain is no secret
    raw = Image.frombytes("L", (TILE, TILE), bytes_)
    wrapped = _repeat(raw, (TILE * 3, TILE * 3), (0, 0)).filter(ImageFilter.GaussianBlur(radius))
    return ImageOps.equalize(wrapped.crop((TILE, TILE, TILE * 2, TILE * 2)))


def _grain(size: tuple[int, int], start: tuple[int, int]) -> Image.Image:
    """The screen: where its value is below a plate's tone, there is ink."""
    tile = _noise("grain", max(0.5, min(size) / 1600 * 0.72))
    edge = 128 * SOFTNESS  # kept free at both ends, so that paper stays bare and solids solid
    span = (255 - 2 * edge) / 255
    return _repeat(tile.point([round(edge + i * span) for i in range(256)]), size, start)


def _worn(size: tuple[int, int], start: tuple[int, int]) -> Image.Image:
    """What a drum leaves: cloudy coverage, and a few specks where the paper shows."""
    small = _repeat(_noise("cloud", 9), (max(1, size[0] // 4), max(1, size[1] // 4)), start)
    cloud = small.point([226 + i * 29 // 255 for i in range(256)]).resize(
        size, Image.Resampling.BILINEAR
    )
    specks = _repeat(_noise("specks", max(0.6, min(size) / 1600 * 1.3)), size, start)
    return ImageChops.multiply(
        cloud, specks.point([130 + i * 62 if i < 2 else 255 for i in range(256)])
    )


def _paper(size: tuple[int, int], start: tuple[int, int]) -> Image.Image:
    return _repeat(_noise("paper", max(0.6, min(size) / 1600 * 1.6)), size, start)


def _repeat(tile: Image.Image, size: tuple[int, int], start: tuple[int, int]) -> Image.Image:
    sheet = Image.new("L", size)
    width, height = tile.size
    for y in range(-(start[1] % height), size[1], height):
        for x in range(-(start[0] % width), size[0], width):
            sheet.paste(tile, (x, y))
    return sheet
