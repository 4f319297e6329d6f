"""The demo's pictures: risograph-like prints, drawn by code, the same for the same seed.

image = draw("twin_heaps", seed="base-11-19", size=(2400, 1600))
save_jpeg(image, path)
"""

import random
from os import PathLike

from PIL import Image

from . import (
    clay,
    cloth,
    europe_mills,
    europe_mines,
    hands,
    handwork,
    memorials,
    miners,
    mining,
    museum,
    outings,
    pits,
    projects,
    shop,
    stadium,
    things,
    town,
    wares,
    woods,
)
from .inks import Inks, Motif, Sheet

__all__ = ["MOTIFS", "UnknownMotif", "draw", "save_jpeg"]

# Which ink is dark, which in the middle, which light; the seed chooses among them.
LANDSCAPE: tuple[Inks, ...] = (
    ("coal", "brick", "lamp"),
    ("arras", "brick", "lamp"),
    ("moss", "brick", "lamp"),
    ("arras", "brick", "lamp"),
)
OBJECT: tuple[Inks, ...] = (
    ("coal", "brick", "lamp"),
    ("arras", "brick", "lamp"),
    ("moss", "brick", "flax"),
    ("coal", "arras", "ice"),
    ("coal", "moss", "sage"),
)
NIGHT: tuple[Inks, ...] = (("coal", "brick", "lamp"),)
WILLOW: tuple[Inks, ...] = (("coal", "brick", "flax"), ("arras", "brick", "flax"))
WARM: tuple[Inks, ...] = (
    ("coal", "brick", "lamp"),
    ("coal", "brick", "flax"),
    ("coal", "brick", "blush"),
)
BLUE: tuple[Inks, ...] = (("arras", "brick", "lamp"), ("arras", "moss", "lamp"))
BRICK: tuple[Inks, ...] = (("coal", "brick", "lamp"), ("arras", "brick", "lamp"))
CLOTH: tuple[Inks, ...] = (("arras", "brick", "lamp"),)  # miner's blue
GREEN: tuple[Inks, ...] = (("moss", "brick", "lamp"), ("coal", "brick", "lamp"))

_PLACES: dict[str, Motif] = {
    "heap": (mining.single_heap, LANDSCAPE),
    "twin_heaps": (mining.twin_heaps, LANDSCAPE),
    "headframe": (mining.headframe, LANDSCAPE),
    "doubled_headframe": (pits.doubled_headframe, LANDSCAPE),
    "three_headframes": (pits.three_headframes, LANDSCAPE),
    "courtyard": (pits.courtyard, LANDSCAPE),
    "below_ground": (pits.below_ground, NIGHT),
    "two_on_a_square": (pits.two_on_a_square, LANDSCAPE),
    "pit_by_the_sea": (pits.pit_by_the_sea, BRICK),
    "concrete_tower": (mining.concrete_tower, LANDSCAPE),
    "miners_rows": (miners.miners_rows, BRICK),
    "union_house": (miners.union_house, BRICK),
    "memory": (miners.memory, NIGHT),
    "baths": (miners.baths, LANDSCAPE),
    "canal": (mining.canal, LANDSCAPE),
    "museum": (museum.museum, LANDSCAPE),
    "belfry": (town.belfry, LANDSCAPE),
    "station": (town.station, LANDSCAPE),
    "stadium": (stadium.stadium, NIGHT),
    "warehouse": (museum.warehouse, LANDSCAPE),
    "hive": (town.hive, BRICK),
    "memorial_ring": (memorials.memorial_ring, LANDSCAPE),
    "pylons": (memorials.pylons, LANDSCAPE),
    "quarry": (memorials.quarry, NIGHT),
    "vineyard": (woods.vineyard, GREEN),
    "forest_park": (woods.forest_park, GREEN),
}
_PRODUCTS: dict[str, Motif] = {
    "lace": (cloth.lace, OBJECT),
    "linen": (cloth.linen, OBJECT),
    "scarf": (cloth.scarf, OBJECT),
    "wicker": (wares.wicker, WILLOW),
    "soap": (wares.soap, OBJECT),
    "chicory_tin": (wares.chicory_tin, WARM),
    "sweets": (wares.sweets, WARM),
    "garlic_braid": (wares.garlic_braid, WARM),
    "notebook": (wares.notebook, OBJECT),
    "poster": (wares.poster, OBJECT),
    "porcelain_blue": (clay.porcelain_blue, BLUE),
    "faience_tile": (clay.faience_tile, BLUE),
    "brick": (clay.brick, WARM),
    "lamp": (things.lamp, NIGHT),
    "ceramics_bowl": (clay.ceramics_bowl, OBJECT),
    "mug": (clay.mug, OBJECT),
    "candle": (things.candle, WARM),
    "wood_turned": (things.wood_turned, WARM),
    "jewellery": (things.jewellery, OBJECT),
}
_MAKERS: dict[str, Motif] = {
    "hands_potter": (hands.hands_potter, BRICK),
    "hands_lace": (hands.hands_lace, BRICK),
    "hands_glass": (hands.hands_glass, BRICK),
    "hands_brick": (hands.hands_brick, BRICK),
    "hands_wood": (hands.hands_wood, BRICK),
    "hands_basket": (hands.hands_basket, BRICK),
    "hands_soap": (handwork.hands_soap, BRICK),
    "hands_needle": (handwork.hands_needle, CLOTH),
    "hands_lamp": (handwork.hands_lamp, BRICK),
    "hands_loom": (handwork.hands_loom, BRICK),
    "hands_sweets": (handwork.hands_sweets, BRICK),
    "hands_press": (handwork.hands_press, BRICK),
    "hands_jewel": (handwork.hands_jewel, BRICK),
    "silhouette_workshop": (hands.silhouette_workshop, BRICK),
}
_PROJECTS: dict[str, Motif] = {
    "sensor_heap": (projects.sensor_heap, BRICK),
    "audio_walk": (projects.audio_walk, LANDSCAPE),
    "ar_viewer": (projects.ar_viewer, LANDSCAPE),
    "kiln_lowcarbon": (projects.kiln_lowcarbon, BRICK),
    "route_map_art": (outings.route_map, LANDSCAPE),
    "night_lights": (outings.night_lights, NIGHT),
    "bike_path": (outings.bike_path, LANDSCAPE),
}
_EUROPE: dict[str, Motif] = {
    "blast_furnace": (europe_mines.blast_furnace, BRICK),
    "salt_mine": (europe_mines.salt_mine, BLUE),
    "copper_town": (europe_mines.copper_town, BRICK),
    "cotton_mill": (europe_mills.cotton_mill, LANDSCAPE),
    "silk_mill": (europe_mills.silk_mill, GREEN),
    "hydropower": (europe_mills.hydropower, LANDSCAPE),
}
_ALL = _PLACES | _PRODUCTS | shop.MOTIFS | _MAKERS | _PROJECTS | _EUROPE
MOTIFS: tuple[str, ...] = tuple(_ALL)


class UnknownMotif(KeyError):
    """No picture of that name can be drawn."""

    def __str__(self) -> str:
        return f"There is no motif {self.args[0]!r}. Choose among: {', '.join(MOTIFS)}."


def draw(motif: str, *, seed: str, size: tuple[int, int], inks: Inks | None = None) -> Image.Image:
    """Draw a motif, RGB, ``size`` in pixels; equal arguments give equal pixels.

    ``inks`` are the dark, middle and light ink, as names of ``inks.INKS`` or CSS colours; without
    them the seed chooses. Raises ``UnknownMotif``.
    """
    if motif not in _ALL:
        raise UnknownMotif(motif)
    picture, schemes = _ALL[motif]
    rng = random.Random(f"{motif}/{seed}")  # noqa: S311 - a drawing is no secret
    chosen = rng.choice(schemes)
    sheet = Sheet(size, rng)
    picture(sheet)
    return sheet.pull(inks or chosen)


def save_jpeg(image: Image.Image, path: str | PathLike[str]) -> None:
    """Write a photograph-like file: progressive, good enough to be cut down again."""
    image.save(path, "JPEG", quality=88, progressive=True, optimize=True)
