"""The stories, block by block."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Model
from wagtail.rich_text import RichText

from cms.models import StoryPage, Theme
from ground.provenance.models import Craft, Place
from incubator.models import Call, Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner

from ..prints import Print, Printer
from ..shelf import Shelf, noon
from ..words import LANGUAGES, Table, folder, html, said

RECORDS: dict[str, Callable[[str], Model | None]] = {
    "product": lambda ref: Product.objects.filter(upc=ref).first(),
    "artisan": lambda ref: Partner.objects.filter(code=ref).first(),
    "place": lambda ref: Place.objects.filter(slug=ref).first(),
    "craft": lambda ref: Craft.objects.filter(slug=ref).first(),
    "pilot": lambda ref: Pilot.objects.filter(slug=ref).first(),
    "call": lambda ref: Call.objects.filter(slug=ref).first(),
}
PAGES = ("route", "event", "story")


def story_print(row: Table) -> Print:
    return Print(f"story-{row['id']}", row["motif"])


def image_print(block: Table) -> Print:
    return Print(block["seed"], block["motif"])


def prints() -> list[Print]:
    stories = folder("stories")
    inside = [block for row in stories for block in row["body"] if block["type"] == "image"]
    return [*map(story_print, stories), *map(image_print, inside)]


def lead() -> str | None:
    """The story that opens the front page."""
    return next((row["id"] for row in folder("stories") if row.get("featured")), None)


def load(shelf: Shelf, printer: Printer) -> None:
    """Put every story; twice over, so that each can name any other."""
    for _round in range(2):
        for row in folder("stories"):
            for language in LANGUAGES:
                _put(row, language, shelf, printer)


def _put(row: Table, language: str, shelf: Shelf, printer: Printer) -> None:
    themes = {theme.slug: theme for theme in Theme.objects.filter(slug__in=row["themes"])}
    places = {place.slug: place for place in Place.objects.filter(slug__in=row["places"])}
    shelf.put(
        StoryPage,
        f"story-{row['id']}",
        language,
        under="list-stories",
        slug=row["id"],
        title=said(row, "title", language),
        teaser=said(row, "teaser", language),
        picture=printer.picture(story_print(row), row, title=said(row, "title", "fr")),
        theme=themes[row["theme"]],
        themes=[themes[name] for name in row["themes"]],
        told_at=places[row["told_at"]],
        places=[places[name] for name in row["places"] if name != row["told_at"]],
        byline=said(row, "author", language),
        dated=row["date"],
        first_published_at=noon(row["date"]),
        warning=said(row, "warning", language),
        body=list(_blocks(row, language, shelf, printer)),
    )


def _blocks(row: Table, language: str, shelf: Shelf, printer: Printer) -> Iterator[tuple[str, Any]]:
    for block in row["body"]:
        made = _block(block, language, shelf, printer)
        if made is not None:
            yield block["type"], made


def _block(block: Table, language: str, shelf: Shelf, printer: Printer) -> Any:
    """The value of one block, None where what it names is not there (yet)."""
    kind = block["type"]
    if kind in RECORDS or kind in PAGES:
        return _edge(block, language, shelf)
    if kind == "image":
        return {
            "image": _image(block, language, printer),
            "caption": said(block, "caption", language),
        }
    values: dict[str, Callable[[], Any]] = {
        "paragraph": lambda: RichText(html(said(block, "text", language))),
        "heading": lambda: said(block, "text", language),
        "quote": lambda: {
            "text": said(block, "text", language),
            "by": said(block, "by", language),
            "is_invented": block.get("invented", False),
        },
        "figure": lambda: {
            "value": said(block, "value", language),
            "label": said(block, "label", language),
            "source": block["source"],
        },
        "timeline": lambda: {
            "moments": [
                {"when": said(moment, "when", language), "text": said(moment, "text", language)}
                for moment in block["moments"]
            ]
        },
    }
    return values[kind]() if kind in values else None


def _edge(block: Table, language: str, shelf: Shelf) -> dict[str, Any] | None:
    kind, ref = block["type"], block["ref"]
    if kind in RECORDS:
        target: Model | None = RECORDS[kind](ref)
    else:
        target = shelf.page(f"{kind}-{ref}", language) if shelf.has(f"{kind}-{ref}") else None
    return {"target": target, "text": said(block, "text", language)} if target else None


def _image(block: Table, language: str, printer: Printer) -> Any:
    picture = printer.picture(image_print(block), block, title=block["seed"])
    picture.contextual_alt_text = said(block, "alt", language)
    picture.decorative = False
    return picture
