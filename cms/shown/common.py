"""What every page says of itself: where it is, in which languages, how it looks when shared."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from cms.cards import Card
from cms.destination import destination, section, sections
from cms.languages import active_language, translations_of
from cms.models import BasePage
from cms.pictures import hold_renditions, pictures_in
from cms.structured import Setting, describe
from ground.design import heads
from ground.design.components.navigation import json_ld
from ground.provenance.models import Picture, share_url

NAMED = 6  # of what a list holds, in its description


def drawn(page: BasePage, request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """What the frame, `templates/cms/page.html`, needs: the page's contents among it, drawn."""
    base_url = settings.BASE_URL
    in_text = pictures_in(page.body) if hasattr(page, "body") else []
    hold_renditions([page.picture, page.social_picture, *in_text], "hero", "half", shared=True)
    shown = import_string(page.shown)(page, request) if page.shown else {}
    picture = page.social_picture or page.picture or _first_picture(in_text, shown)
    shared = share_url(picture)
    described = describe(page, Setting(base_url, shared, destination(request)))
    context = {**context, **shown, "crumbs": crumbs(page)}
    return {
        "alternate_urls": translations_of(page),
        "description": heads.described(page.description, _words(page), _names(shown)),
        "share_url": shared,
        "structured": [json_ld({"@context": "https://schema.org", **one}) for one in described],
        "contents": render_to_string(page.template, context, request),
    }


def _words(page: BasePage) -> str:
    """The paragraphs of a page's text as plain words, "" for a page that has none."""
    if hasattr(page, "intro"):
        return heads.plain(page.intro)
    raw = page.body.raw_data if hasattr(page, "body") else []
    return " ".join(heads.plain(block["value"]) for block in raw if block["type"] == "paragraph")


def _first_picture(in_text: list[Picture], shown: dict[str, Any]) -> Picture | None:
    """What is shared of a page without a picture of its own: the first that it shows."""
    of_cards = (card.image for card in _cards(shown))
    return next(filter(None, [shown.get("picture_to_share"), *in_text, *of_cards]), None)


def _names(shown: dict[str, Any]) -> str:
    """What a list leads to first, in a sentence."""
    names = [card.title for card in _cards(shown)[:NAMED]]
    return f"{', '.join(names)}." if names else ""


def _cards(shown: dict[str, Any]) -> list[Card]:
    return shown.get("cards", [])


def crumbs(page: BasePage) -> list[tuple[str, str]]:
    """The way to `page`: the front page, the list it lies in, itself."""
    way = [(_("Home"), f"/{active_language()}/")]
    url = page.url or ""
    above = next((one for one in sections() if url.startswith(one.url) and url != one.url), None)
    return [*way, *([(above.title, above.url)] if above else []), (page.title, "")]


def list_url(kind: str) -> str:
    """The address of the list page of that class, "" where there is none."""
    found = section(kind)
    return found.url if found else ""
