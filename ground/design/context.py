"""What `base.html` needs on every page. Costs nothing until a template asks for it."""

from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from .navigation import Destination, Navigation, ways


def shell(request: HttpRequest) -> dict[str, Any]:
    """`destination`, `navigation`, and `ways`: the masthead's own links;
    `default_share_url`: the picture of what has none of its own, when it is shared;
    `later_page`: its number, of a list that has several;
    `base_url`: where the site is, for what has to be absolute; `canonical`: see `canonical_of`.

    `settings.DESTINATION` and `settings.NAVIGATION` name the functions that know them, each taking
    the request: the apps above register theirs there, since nothing here may import them.
    """
    return {
        "base_url": settings.BASE_URL,
        "canonical": SimpleLazyObject(lambda: canonical_of(request)),
        "default_share_url": SimpleLazyObject(share_url),
        "destination": SimpleLazyObject(lambda: destination_of(request)),
        "later_page": SimpleLazyObject(lambda: later_page_of(request)),
        "navigation": SimpleLazyObject(lambda: _navigation(request)),
        "ways": SimpleLazyObject(ways),
    }


def canonical_of(request: HttpRequest) -> str:
    """The one address of what is shown: of a list's filters and orders, only its pages count."""
    page = later_page_of(request)
    return f"{settings.BASE_URL}{request.path}" + (f"?page={page}" if page else "")


def later_page_of(request: HttpRequest) -> str:
    """The number of the page of a list that is asked for, "" for the first and for no number."""
    page = request.GET.get("page", "")
    return page if page.isascii() and page.isdigit() and page != "1" else ""


def share_url() -> str:
    """The absolute address of the picture that is shared with what has none."""
    return urljoin(settings.BASE_URL, static("img/share.png"))


def destination_of(request: HttpRequest) -> Destination:
    """Whose platform this is, as `settings.DESTINATION` knows it."""
    name = getattr(settings, "DESTINATION", "ground.design.navigation.destination")
    return import_string(name)(request)


def _navigation(request: HttpRequest) -> Navigation:
    name = getattr(settings, "NAVIGATION", "ground.design.navigation.navigation")
    return import_string(name)(request)
