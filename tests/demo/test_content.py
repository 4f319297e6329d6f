"""The demonstration's words keep to the format of demo/content/README.md."""

import datetime
import inspect
import re
import tomllib
import zoneinfo
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import asin, cos, hypot, radians, sin, sqrt
from pathlib import Path
from typing import Any

import pytest

from demo.pictures import MOTIFS, pits
from demo.words import CONTENT

Table = dict[str, Any]


def names(text: str) -> set[str]:
    return set(text.split())


KINDS = names(
    "mine museum housing memorial belfry station stadium park workshop incubator conservation"
    " memory vineyard"
)
REFERRING_BLOCKS = names("product artisan place route pilot call event destination")
BLOCK_KEYS = {
    "paragraph": {"text"},
    "heading": {"text"},
    "list": {"items"},
    "contact": set(),
    "quote": {"text", "by", "invented"},
    "image": {"motif", "seed", "alt", "caption", "credit"},
    "figure": {"value", "label", "source"},
    "timeline": {"moments"},
    **{kind: {"ref", "text"} for kind in REFERRING_BLOCKS},
}


def read(path: str | Path) -> Table:
    return tomllib.loads((CONTENT / path).read_text(encoding="utf-8"))


def folder(name: str) -> list[Table]:
    return [read(path) for path in sorted((CONTENT / name).glob("*.toml"))]


PLACES: list[Table] = read("places.toml")["place"]
CRAFTS: list[Table] = read("crafts.toml")["craft"]
THEMES: list[Table] = read("themes.toml")["theme"]
DESTINATIONS: list[Table] = read("destinations.toml")["destination"]
EVENTS: list[Table] = read("events.toml")["event"]
PAGES: list[Table] = read("pages.toml")["page"]
STORIES = folder("stories")
ROUTES = folder("routes")
EVERYTHING = {
    "places": PLACES,
    "crafts": CRAFTS,
    "themes": THEMES,
    "destinations": read("destinations.toml"),
    "events": EVENTS,
    "pages": read("pages.toml"),
    **{f"stories/{story['id']}": story for story in STORIES},
    **{f"routes/{route['id']}": route for route in ROUTES},
}
ROWS = {
    "place": PLACES,
    "craft": CRAFTS,
    "theme": THEMES,
    "destination": DESTINATIONS,
    "event": EVENTS,
    "page": PAGES,
    "story": STORIES,
    "route": ROUTES,
    "artisan": read("artisans.toml")["artisan"],
    "product": read("products.toml")["product"],
    "call": read("calls.toml")["call"],
    "pilot": read("pilots.toml")["pilot"],
}
IDS = {kind: {row["id"] for row in rows} for kind, rows in ROWS.items()}
OURS = ["place", "craft", "theme", "destination", "event", "page", "story", "route"]

by_file = pytest.mark.parametrize("content", EVERYTHING.values(), ids=EVERYTHING.keys())
by_story = pytest.mark.parametrize("story", STORIES, ids=[row["id"] for row in STORIES])
by_route = pytest.mark.parametrize("route", ROUTES, ids=[row["id"] for row in ROUTES])


def tables(value: Any) -> Iterator[Table]:
    """Every table in a file, from the outside in."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from tables(item)


def texts(value: Any, language: str) -> Iterator[str]:
    """Every text of a file in one language, lists of texts item by item."""
    for table in tables(value):
        text = table.get(language, [])
        yield from [text] if isinstance(text, str) else text


def words(story: Table, language: str) -> int:
    return sum(len(text.split()) for text in texts(story["body"], language))


def kilometres(start: list[float], end: list[float]) -> float:
    """The length of a straight line on the globe between two [lat, lon]."""
    (lat1, lon1), (lat2, lon2) = map(radians, start), map(radians, end)
    half = hypot(sin((lat2 - lat1) / 2), sqrt(cos(lat1) * cos(lat2)) * sin((lon2 - lon1) / 2))
    return 2 * 6371.0088 * asin(half)


@pytest.mark.parametrize("kind", OURS)
def test_ids_are_slugs_and_unique(kind: str) -> None:
    ids = [row["id"] for row in ROWS[kind]]

    assert [slug for slug in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []
    assert [slug for slug, times in Counter(ids).items() if times > 1] == []


@by_file
def test_every_text_is_there_in_both_languages(content: Any) -> None:
    pairs = [table for table in tables(content) if table.keys() & {"fr", "en"}]

    assert [pair for pair in pairs if pair.keys() != {"fr", "en"}] == []
    assert [pair for pair in pairs if not pair["fr"] or not pair["en"]] == []
    lists = [pair for pair in pairs if isinstance(pair["fr"], list)]
    assert [pair for pair in lists if len(pair["fr"]) != len(pair["en"])] == []


@by_file
def test_french_is_set_as_french_is(content: Any) -> None:
    before = re.compile(r"[^\u202f][;!?»]|«[^\u202f]|[ \u00a0]:|\d[ \u00a0]\d{3}\b")

    assert [text for text in texts(content, "fr") if before.search(text)] == []
    assert [text for text in texts(content, "fr") if "'" in text or '"' in text] == []


@by_file
def test_english_is_set_as_english_is(content: Any) -> None:
    wrong = re.compile(r"['\"«»\u202f]|\s[;:!?]")

    assert [text for text in texts(content, "en") if wrong.search(text)] == []


@by_file
def test_texts_are_plain(content: Any) -> None:
    markup = re.compile(r"<|\*\*|\]\(|&[a-z]+;")

    found = [*texts(content, "fr"), *texts(content, "en")]
    assert [text for text in found if markup.search(text)] == []


@by_file
def test_the_altitude_of_the_heaps_is_never_given_as_their_height(content: Any) -> None:
    trap = re.compile(r"186\s(m|mètres|metres)\s(de haut|high|tall)")

    found = [*texts(content, "fr"), *texts(content, "en")]
    assert [text for text in found if trap.search(text)] == []


@by_file
def test_pictures_name_a_motif_that_is_known_and_say_what_can_be_seen(content: Any) -> None:
    pictures = [table for table in tables(content) if "motif" in table]

    assert [table["motif"] for table in pictures if table["motif"] not in MOTIFS] == []
    assert [table["motif"] for table in pictures if "alt" not in table] == []


@by_file
def test_figures_have_a_source(content: Any) -> None:
    figures = [table for table in tables(content) if {"value", "label"} <= table.keys()]

    assert [figure for figure in figures if not figure.get("source")] == []


@by_file
def test_references_lead_somewhere(content: Any) -> None:
    found: set[tuple[str, str]] = set()
    for table in tables(content):
        for kind in ("place", "theme", "product"):
            if isinstance(table.get(kind), str):
                found.add((kind, table[kind]))
            found |= {(kind, ref) for ref in table.get(f"{kind}s", [])}
        found |= {("artisan", ref) for ref in table.get("artisans", [])}
        found |= {("call", ref) for ref in table.get("calls", [])}
        if "told_at" in table:
            found.add(("place", table["told_at"]))
        if table.get("type") in REFERRING_BLOCKS:
            found.add((table["type"], table["ref"]))

    assert sorted((kind, ref) for kind, ref in found if ref not in IDS[kind]) == []


def test_places_are_of_a_known_kind_and_say_how_sure_their_position_is() -> None:
    assert {place["kind"] for place in PLACES} <= KINDS
    assert {place["precision"] for place in PLACES} == {"verified", "approximate"}
    assert [p["id"] for p in PLACES if p["unesco"] != ("unesco_note" in p)] == []
    assert [p["id"] for p in PLACES if not 50 < p["lat"] < 51 or not 2 < p["lon"] < 4] == []
    assert [p["id"] for p in PLACES if not 1 <= len(p["figures"]) <= 4] == []


def test_destinations_say_that_they_are_examples() -> None:
    assert [row["id"] for row in DESTINATIONS if row["example"] is not True] == []
    assert "agreed to nothing" in read("destinations.toml")["example_note"]["en"]


def test_what_is_invented_says_so() -> None:
    artworks = [stop["artwork"] for route in ROUTES for stop in route["stops"] if "artwork" in stop]

    assert [row for row in [*EVENTS, *artworks] if row["invented"] is not True] == []
    assert [row["id"] for row in EVENTS if "invented" not in row["teaser"]["en"]] == []
    assert [row for row in artworks if "invented" not in row["text"]["en"]] == []
    assert [row["id"] for row in PAGES if row["example"] is not True] == []


def test_one_story_opens_the_home_page() -> None:
    assert [story["id"] for story in STORIES if story["featured"]] == ["jumeaux"]


def test_a_file_bears_the_name_of_what_it_holds() -> None:
    for name, rows in (("stories", STORIES), ("routes", ROUTES)):
        assert {path.stem for path in (CONTENT / name).glob("*.toml")} == {r["id"] for r in rows}


@by_story
def test_stories_are_worth_the_read_and_not_too_long(story: Table) -> None:
    assert 480 <= words(story, "fr") <= 800
    assert 480 <= words(story, "en") <= 800


@by_story
def test_stories_begin_where_they_are_told(story: Table) -> None:
    assert story["places"][0] == story["told_at"]
    assert story["themes"][0] == story["theme"]


@by_story
def test_stories_lead_to_something_to_visit_and_something_to_buy(story: Table) -> None:
    types = {block["type"] for block in story["body"]}

    assert "product" in types
    assert types & {"place", "route", "event", "destination"}


@pytest.mark.parametrize("page", STORIES + PAGES, ids=lambda page: page["id"])
def test_blocks_have_the_keys_of_their_type(page: Table) -> None:
    unknown = [
        (block["type"], block.keys() - {"type"} - BLOCK_KEYS[block["type"]])
        for block in page["body"]
    ]

    assert [(kind, keys) for kind, keys in unknown if keys] == []


@by_route
def test_the_line_of_a_route_joins_its_stops(route: Table) -> None:
    geometry = route["geometry"]
    length = sum(kilometres(start, end) for start, end in pairwise(geometry))

    assert [[stop["lat"], stop["lon"]] for stop in route["stops"]] == geometry
    assert route["distance_km"] == round(length, 1)
    assert route["schematic"] is True
    assert route["modes"][0] == route["mode"]


@by_route
def test_stops_are_as_long_as_people_stand_still(route: Table) -> None:
    for stop in route["stops"]:
        assert 60 <= len(stop["text"]["fr"].split()) <= 110, stop["title"]["fr"]
        assert 60 <= len(stop["text"]["en"].split()) <= 110, stop["title"]["en"]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["id"])
def test_sessions_follow_each_other_in_their_zone(event: Table) -> None:
    zone = zoneinfo.ZoneInfo(event["zone"])
    times = [
        time.replace(tzinfo=zone)
        for session in event["sessions"]
        for time in (session["start"], session["end"])
    ]

    assert all(isinstance(time, datetime.datetime) for time in times)
    assert times == sorted(times)


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.toml")), ids=lambda path: path.name)
def test_an_apostrophe_in_a_word_is_one(path):
    """’ and no straight quote, in names too: they stand on pages as they are."""
    assert re.findall(r"[^\W\d_]+'[^\W\d_]+", path.read_text(encoding="utf-8")) == []


def test_no_two_pits_are_drawn_alike():
    of_pits = inspect.getmembers(pits, inspect.isfunction)
    own = {name for name, draw in of_pits if draw.__module__ == pits.__name__ and name in MOTIFS}
    assert len(own) == 6
    drawn = Counter(one["motif"] for one in (*PLACES, *DESTINATIONS))
    assert {name: drawn[name] for name in (*own, "headframe")} == dict.fromkeys(
        (*own, "headframe"), 1
    )
