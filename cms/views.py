"""The door to the pages."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from ground.accounts import limits
from ground.pagecache.contents import kept_contents
from ground.pagecache.memory import remembered
from ground.pagecache.public import public_page

from .search import Found, with_marks
from .search import search as find

LONGEST_QUERY = 200  # characters


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a page by its whole address.

    Wagtail asks the database twice for every level of the address, once more for the language and
    once for the site; this asks twice in all. Raise Http404 where there is no such page.
    """
    host = request.get_host()
    site = remembered(f"site:{host}", lambda: Site.find_for_request(request))
    if site is None:
        raise Http404
    setattr(request, "_wagtail_site", site)  # noqa: B010  (Wagtail's memo, in no type)
    url_path = _root_of(site) + path
    found = remembered(f"page:{url_path}", lambda: _at(url_path))
    setattr(request, "_wagtail_route_for_request", RouteResult(found))  # noqa: B010  (too)
    return serve(request, path)


def _root_of(site: Site) -> str:
    """The `url_path` of the site's front page in the active language; Http404 if it has none."""
    for root in Site.get_site_root_paths():
        if root.site_id == site.pk and root.language_code == get_language():
            return root.root_path
    raise Http404


def _at(url_path: str) -> Page:
    """The page there as what it is, with the records that its template names, or Http404."""
    found = Page.objects.filter(url_path=url_path, live=True).first()
    kind = found and found.specific_class
    if kind is None:
        raise Http404
    return kind.objects.select_related(*getattr(kind, "read_with", ())).get(pk=found.pk)


@public_page
def search(request: HttpRequest) -> HttpResponse:
    """One box over everything public: `?q=` what is asked, `?kind=` one kind of results only."""
    asked = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    kind = request.GET.get("kind", "")

    def answer() -> dict[str, SafeString]:
        return _answer(request, asked, kind)

    try:
        context = kept_contents(request, answer) if asked else answer()
    except limits.TooOften as too_often:
        return limits.refusal(request, too_often)
    return render(request, "cms/search.html", {"asked": asked, **context})


def _answer(request: HttpRequest, asked: str, kind: str) -> dict[str, SafeString]:
    """What the page shows, looked for and drawn. Raises TooOften."""
    found = _find(request, asked, kind)
    context: dict[str, Any] = {
        "asked": asked,
        "kind": kind,
        "found": found,
        "asked_query": urlencode({"q": asked}),
    }
    if found:
        context["facets"] = _facets(found, asked, kind)
    return {"contents": render_to_string("cms/search_contents.html", context, request)}


def _find(request: HttpRequest, asked: str, kind: str) -> Found | None:
    """What there is, if anything is asked for. Raises TooOften."""
    if not asked:
        return None
    limits.count("search", request)
    return with_marks(find(asked, kind=kind))


def _facets(found: Found, asked: str, kind: str) -> list[dict[str, object]]:
    """Tabs: everything, then each kind with how many there are of it."""
    everything = {
        "label": _("Everything"),
        "href": "?" + urlencode({"q": asked}),
        "current": not kind,
        "count": found.total,
    }
    return [
        everything,
        *(
            {
                "label": group.label,
                "href": "?" + urlencode({"q": asked, "kind": group.kind}),
                "current": kind == group.kind,
                "count": group.total,
            }
            for group in found.groups
        ),
    ]


PRIVATE_PATHS = ("/admin/", "/*/account/", "/*/studio/", "/*/shop/checkout/")


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """`/robots.txt`: what is nobody's to index, and where the map is."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in PRIVATE_PATHS),
        f"Sitemap: {settings.BASE_URL}/sitemap.xml",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@cache_control(public=True, max_age=24 * 3600)
def favicon(request: HttpRequest) -> HttpResponse:
    """`/favicon.ico`: where those look for a sign who read no SVG."""
    return redirect(static("img/mark.png"))


def sign_in(request: HttpRequest) -> HttpResponse:
    """Send Wagtail's own sign-in to the one sign-in page: only it asks for the second factor.

    Raise PermissionDenied for somebody who is signed in and comes here because that is not enough.
    """
    goes_on = request.GET.get("next", "")
    if request.user.is_authenticated:
        if request.user.has_perm("wagtailadmin.access_admin"):
            return redirect("wagtailadmin_home")
        raise PermissionDenied
    return redirect(f"{reverse('account_login')}?{urlencode({'next': goes_on or '/admin/'})}")
