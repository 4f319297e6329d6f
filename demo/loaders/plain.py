"""Plain pages: terms, privacy, accessibility."""

from wagtail.rich_text import RichText

from cms.models import PlainPage
from cms.models.plain import Subject

from ..shelf import Shelf
from ..words import LANGUAGES, Table, html, rows, said


def load(shelf: Shelf) -> None:
    for row in rows("pages", "page"):
        for language in LANGUAGES:
            shelf.put(
                PlainPage,
                f"page-{row['id']}",
                language,
                under="home",
                slug=row["id"],
                title=said(row, "title", language),
                teaser=said(row, "teaser", language),
                shelf=row["show_in"],
                subject=row["id"] if row["id"] in Subject.values else Subject.OTHER,
                is_example=row["example"],
                body=[(block["type"], _value(block, language)) for block in row["body"]],
            )


def _value(block: Table, language: str) -> object:
    if block["type"] == "contact":
        return None
    if block["type"] == "list":
        return block["items"][language]
    text = said(block, "text", language)
    return RichText(html(text)) if block["type"] == "paragraph" else text
