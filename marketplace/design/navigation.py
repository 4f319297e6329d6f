"""Where the masthead and the footer lead, unless an app above knows better."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Destination:
    """Whose platform this is. `short_name` stands large beside the mark."""

    name: str
    short_name: str
    tagline: str = ""
    source_url: str = ""


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
    )


def navigation(request: HttpRequest) -> dict[str, list[Entry]]:
    """`main`: the eight parts of the site; `legal`: what the law wants one click away."""
    prefix = f"/{get_language()}"
    return {
        "main": entries(
            request,
            [
                (_("Stories"), f"{prefix}/{pgettext('slug', 'stories')}/"),
                (_("Places"), f"{prefix}/{pgettext('slug', 'places')}/"),
                (_("Routes"), f"{prefix}/{pgettext('slug', 'routes')}/"),
                (_("Shop"), f"{prefix}/shop/"),
                (_("Artisans"), f"{prefix}/artisans/"),
                (_("Incubator"), f"{prefix}/incubator/"),
                (_("Events"), f"{prefix}/{pgettext('slug', 'events')}/"),
                (_("Network"), f"{prefix}/{pgettext('slug', 'network')}/"),
            ],
        ),
        "legal": entries(
            request,
            [
                (_("Terms of sale"), f"{prefix}/{pgettext('slug', 'terms')}/"),
                (_("Privacy"), f"{prefix}/{pgettext('slug', 'privacy')}/"),
                (_("Accessibility"), f"{prefix}/{pgettext('slug', 'accessibility')}/"),
                (_("How we rank"), f"{prefix}/{pgettext('slug', 'ranking')}/"),
                (_("Legal notice"), f"{prefix}/{pgettext('slug', 'legal')}/"),
            ],
        ),
    }


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


def entries(request: HttpRequest, links: Iterable[tuple[str, str]]) -> list[Entry]:
    """`links` (label, path) as entries that know which of them we are under."""
    return [Entry(label, url, request.path.startswith(url)) for label, url in links]
