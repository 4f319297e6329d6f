"""Every pair of colours in use is readable by day and by lamplight (WCAG 2.2, 1.4.3, 1.4.11)."""

import re

import pytest
from django.conf import settings

TOKENS = (settings.BASE_DIR / "static/css/tokens.css").read_text()
BOTH = re.compile(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)")
ONE = re.compile(r"--([\w-]+): (#\w+);")

GROUNDS = ("chalk", "paper", "sunk")
INKS = ("coal", "ash", "brick", "arras", "moss")
TEXT = [(ink, ground) for ink in INKS for ground in GROUNDS] + [
    ("seam-ink", "lamp"),
    ("chalk", "coal"),
    ("chalk", "brick"),
    ("on-seam", "seam"),
    ("seam-ash", "seam"),
    ("lamp", "seam"),
    ("coal", "brick-tint"),
    ("coal", "lamp-tint"),
    ("coal", "arras-tint"),
    ("coal", "moss-tint"),
    ("brick", "brick-tint"),
    ("arras", "arras-tint"),
    ("moss", "moss-tint"),
]
EDGES = [("edge", ground) for ground in GROUNDS]


def palette(light: bool) -> dict[str, str]:
    colours = {name: day if light else night for name, day, night in BOTH.findall(TOKENS)}
    return {**dict(ONE.findall(TOKENS)), **colours, "seam-ink": colours["seam"]}


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("light", [True, False], ids=["day", "lamplight"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_is_readable(ink, ground, light):
    colours = palette(light)
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("light", [True, False], ids=["day", "lamplight"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_the_edges_of_controls_are_seen(edge, ground, light):
    colours = palette(light)
    assert contrast(colours[edge], colours[ground]) >= 3
