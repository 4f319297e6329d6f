"""What every page says of itself: where it is, in which languages, how it looks when shared."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from cms.destination import destination, section, sections
from cms.languages import active_language, translations_of
from cms.models import BasePage
from cms.pictures import hold_renditions, pictures_in
from cms.structured import Setting, describe
from marketplace.design.components.navigation import json_ld
from marketplace.design.context import base_url_of


def common(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    """Context that `templates/cms/base.html` needs."""
    base_url = base_url_of(request)
    shared = share_url(page, base_url)
    described = describe(page, Setting(base_url, shared, destination(request)))
    return {
        "alternate_urls": translations_of(page),
        "crumbs": crumbs(page),
        "share_url": shared,
        "structured": [json_ld({"@context": "https://schema.org", **one}) for one in described],
    }


def share_url(page: BasePage, base_url: str) -> str:
    """The absolute address of the picture that social networks show, "" where there is none."""
    picture = page.social_picture or page.picture
    in_text = pictures_in(page.body) if hasattr(page, "body") else []
    hold_renditions([page.picture, picture, *in_text], "hero", "half", shared=True)
    return picture.share_url(base_url) if picture else ""


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
