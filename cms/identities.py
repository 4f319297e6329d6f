"""Addresses of things that never change, whatever they come to be called: `/id/pilots/7/`.

Open data names things by them; whoever follows one is led to the page, in their own language.
"""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.vary import vary_on_headers
from wagtail.models import Page

from ground.provenance.models import Place
from incubator.models import Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner

from . import graph
from .languages import active_language, translations_of
from .models import EventSession, RouteStop
from .restrictions import open_to_all


def identity(kind: str, key: object) -> str:
    """The whole address that names a thing for good."""
    return settings.BASE_URL + reverse("identity", args=[kind, key])


@vary_on_headers("Accept-Language", "Cookie")
def lead(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Lead to the page of the thing, or raise Http404."""
    try:
        address = PAGES[kind](key) if kind in PAGES else ""
    except (ValueError, ValidationError) as none:
        raise Http404 from none
    if not address:
        raise Http404
    return redirect(address)


def _page(key: str) -> str:
    page = open_to_all(Page.objects.live()).filter(translation_key=key).first()
    if not page:
        return ""
    addresses = translations_of(page)
    return addresses.get(active_language()) or page.url or ""


def _stop(key: str) -> str:
    stop = RouteStop.objects.filter(translation_key=key).select_related("route").first()
    return _page(str(stop.route.translation_key)) if stop else ""


def _session(key: str) -> str:
    session = EventSession.objects.filter(translation_key=key).select_related("event").first()
    return _page(str(session.event.translation_key)) if session else ""


def _place(key: str) -> str:
    return graph.place_url(Place.objects.published().filter(pk=int(key)).first())


def _pilot(key: str) -> str:
    pilot = Pilot.objects.published().filter(pk=int(key)).first()
    return pilot.get_absolute_url() if pilot else ""


def _product(key: str) -> str:
    product = Product.objects.on_sale().filter(pk=int(key)).first()
    return product.get_absolute_url() if product else ""


def _artisan(key: str) -> str:
    artisan = Partner.objects.open().filter(pk=int(key)).first()
    return artisan.get_absolute_url() if artisan else ""


PAGES: dict[str, Callable[[str], str]] = {
    "pages": _page,
    "stops": _stop,
    "sessions": _session,
    "places": _place,
    "pilots": _pilot,
    "products": _product,
    "artisans": _artisan,
}
