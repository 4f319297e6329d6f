"""Who the destination is and what its pages are: what the masthead and the footer ask.

Named in the settings as `DESTINATION` and `NAVIGATION`; see ground/design/context.py.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from ground.design.navigation import Destination, Links, Navigation, seen_from
from ground.pagecache.memory import remembered

from .languages import active_language, locale_id
from .models import PlainPage, SiteSettings
from .models.plain import Subject


@dataclass(frozen=True)
class Section:
    """A page right below the front page.

    `kind`: its class, as `storyindexpage`; `shelf`: where a plain page is linked from.
    """

    kind: str
    title: str
    url: str
    shelf: str


def destination(request: HttpRequest) -> Destination:
    """The destination as its editors name it."""
    return remembered(
        f"destination:{request.get_host()}:{active_language()}", lambda: _who(request)
    )


def _who(request: HttpRequest) -> Destination:
    site = Site.find_for_request(request)
    who = SiteSettings.objects.filter(site=site).first()
    return Destination(
        name=who.name if who else settings.WAGTAIL_SITE_NAME,
        short_name=who.short_name if who else settings.WAGTAIL_SITE_NAME,
        tagline=who.strapline if who else "",
        source_url=getattr(settings, "SOURCE_CODE_URL", ""),
        contact_email=who.contact_email if who else "",
        terms_url=_terms_url(),
    )


def _terms_url() -> str:
    """The address of the terms of sale in the active language, "" while they are not public."""
    terms = PlainPage.objects.live().filter(subject=Subject.TERMS, locale=locale_id()).first()
    return (terms.url or "") if terms else ""


def sections() -> list[Section]:
    """The pages right below the front page, in the active language, in their order."""
    return remembered(f"sections:{active_language()}", _sections)


def _sections() -> list[Section]:
    found = (
        Page.objects.live()
        .filter(depth=3, locale=locale_id())
        .order_by("path")
        .select_related("content_type", "plainpage")
    )
    return [
        Section(
            kind=page.content_type.model,
            title=page.title,
            url=page.url or "",
            shelf=page.plainpage.shelf if page.content_type.model == "plainpage" else "",
        )
        for page in found
    ]


def section(kind: str) -> Section | None:
    """The list page of that class, None where there is none."""
    return next((one for one in sections() if one.kind == kind), None)


def navigation(request: HttpRequest) -> Navigation:
    """The parts of the site, and the plain pages that stand at the foot of every page."""
    return seen_from(request, *remembered(f"links:{active_language()}", _links))


def _links() -> tuple[Links, Links]:
    shop = _view(_("Shop"), "catalogue:index")
    artisans = _view(_("Artisans"), "artisans:index")
    incubator = _view(_("Incubator"), "incubator:index")
    pages = {one.kind: [(one.title, one.url)] for one in sections()}
    main = [
        *pages.get("storyindexpage", []),
        *pages.get("placeindexpage", []),
        *pages.get("routeindexpage", []),
        *shop,
        *artisans,
        *incubator,
        *pages.get("eventindexpage", []),
        *pages.get("networkpage", []),
    ]
    return main, [(one.title, one.url) for one in sections() if one.shelf == "footer"]


def _view(label: str, name: str) -> Links:
    url = view_url(name)
    return [(label, url)] if url else []


def view_url(name: str) -> str:
    """The address of a view, "" where this destination does without its app."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
