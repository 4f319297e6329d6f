"""The door to the pages."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from .memory import remembered


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a page by its whole address.

    Wagtail asks the database twice for every level of the address, once more for the language and
    once for the site; this asks twice in all. Raise Http404 where there is no such page.
    """
    host = request.get_host()
    site = remembered(f"site:{host}", lambda: Site.find_for_request(request))
    if site is None:
        raise Http404
    request._wagtail_site = site
    found = Page.objects.filter(url_path=_root_of(site) + path, live=True).first()
    if found is None:
        raise Http404
    request._wagtail_route_for_request = RouteResult(_to_read(found))
    return serve(request, path)


def _root_of(site: Site) -> str:
    """The `url_path` of the site's front page in the active language; Http404 if it has none."""
    for root in Site.get_site_root_paths():
        if root.site_id == site.pk and root.language_code == get_language():
            return root.root_path
    raise Http404


def _to_read(found: Page) -> Page:
    """The page as what it is, with the records that its template names."""
    kind = found.specific_class
    if kind is None:
        raise Http404
    return kind.objects.select_related(*getattr(kind, "read_with", ())).get(pk=found.pk)


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
