"""Where the masthead and the footer lead, unless an app above knows better."""

from dataclasses import dataclass
from typing import TypedDict

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Destination:
    """Whose platform this is. `short_name` stands large beside the mark.

    `terms_url`: the terms of sale in the language of the page, "" while there are none: then
    nothing can be sold. `contact_email` is where a visitor writes to.
    """

    name: str
    short_name: str
    tagline: str = ""
    source_url: str = ""
    contact_email: str = ""
    terms_url: str = ""

    @property
    def contact_url(self) -> str:
        return f"mailto:{self.contact_email}" if self.contact_email else ""


@dataclass(frozen=True)
class Entry:
    """A way somewhere. `is_current`: this page is it, or below it."""

    label: str
    url: str
    is_current: bool = False


def destination(request: HttpRequest) -> Destination:
    """The destination as the settings name it."""
    return Destination(
        name=settings.WAGTAIL_SITE_NAME,
        short_name=settings.WAGTAIL_SITE_NAME,
        source_url=getattr(settings, "SOURCE_CODE_URL", ""),
        terms_url=f"/{get_language()}/{pgettext('slug', 'terms')}/",
    )


class Navigation(TypedDict):
    """`main`: the parts of the site; `legal`: what the law wants one click away.

    `current`: the address of the part that this page is in, "" outside of all.
    """

    main: list[Entry]
    legal: list[Entry]
    current: str


Links = list[tuple[str, str]]  # label and path


def navigation(request: HttpRequest) -> Navigation:
    """The eight parts of the site, and its plain pages."""
    prefix = f"/{get_language()}"
    main = [
        (_("Stories"), f"{prefix}/{pgettext('slug', 'stories')}/"),
        (_("Places"), f"{prefix}/{pgettext('slug', 'places')}/"),
        (_("Routes"), f"{prefix}/{pgettext('slug', 'routes')}/"),
        (_("Shop"), f"{prefix}/shop/"),
        (_("Artisans"), f"{prefix}/artisans/"),
        (_("Incubator"), f"{prefix}/incubator/"),
        (_("Events"), f"{prefix}/{pgettext('slug', 'events')}/"),
        (_("Network"), f"{prefix}/{pgettext('slug', 'network')}/"),
    ]
    legal = [
        (_("Terms of sale"), f"{prefix}/{pgettext('slug', 'terms')}/"),
        (_("Privacy"), f"{prefix}/{pgettext('slug', 'privacy')}/"),
        (_("Accessibility"), f"{prefix}/{pgettext('slug', 'accessibility')}/"),
        (_("How we rank"), f"{prefix}/{pgettext('slug', 'ranking')}/"),
        (_("Legal notice"), f"{prefix}/{pgettext('slug', 'legal')}/"),
    ]
    return seen_from(request, main, legal)


def seen_from(request: HttpRequest, main: Links, legal: Links) -> Navigation:
    """The links as entries that know which of them this page is under."""

    def entries(links: Links) -> list[Entry]:
        return [Entry(label, url, request.path.startswith(url)) for label, url in links]

    parts = entries(main)
    current = next((part.url for part in parts if part.is_current), "")
    return {"main": parts, "legal": entries(legal), "current": current}


def ways() -> dict[str, str]:
    """Where the masthead's own links lead, in the language of the page."""
    front = f"/{get_language()}/"
    return {
        "front": front,
        "search": f"{front}search/",
        "basket": f"{front}shop/basket/",
        "account": f"{front}account/",
        "personal": f"{front}account/me/",
    }
