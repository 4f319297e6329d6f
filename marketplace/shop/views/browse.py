"""The shop's lists, narrowed down by what the address asks for."""

from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from oscar.core.loading import get_model

from ground.pagecache import public_page
from ground.pagecache.contents import kept_contents
from ground.provenance.models import share_url

from .. import browse, cards
from ..pictures import first_pictures

Category = get_model("catalogue", "Category")
A_PAGE = 24
NAMED = 4  # artisans in the description of a shelf


@require_safe
@public_page
def index(request: HttpRequest) -> HttpResponse:
    """All that can be bought, narrowed down by what the address asks for."""
    return _list(request, None)


@require_safe
@public_page
def category(request: HttpRequest, pk: int, category_slug: str) -> HttpResponseBase:
    """The same for one category; an old address leads to the present one."""
    found = get_object_or_404(Category.objects.browsable(), pk=pk)
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    return _list(request, found)


def to_index(request: HttpRequest, **_: Any) -> HttpResponseBase:
    """Addresses of Oscar's that we have no page for."""
    return redirect("catalogue:index")


def _list(request: HttpRequest, chosen: Any) -> HttpResponse:
    context = kept_contents(request, lambda: _contents(request, chosen))
    return render(request, "marketplace/shop/list.html", {"category": chosen, **context})


def _contents(request: HttpRequest, chosen: Any) -> dict[str, Any]:
    today = timezone.localdate()
    filters = browse.filters_in(request.GET, category=chosen.path if chosen else "")
    facets = browse.facets(filters, today=today)
    page = _page(request.GET.get("page"), filters, facets["count"], today)
    shown = list(page)
    context = {
        "category": chosen,
        "categories": browse.categories(),
        "path": request.path,
        "filters": filters,
        "facets": facets,
        "sorts": browse.SORTS,
        "page": page,
        "cards": cards.drawn(shown),
    }
    first = first_pictures(shown[:1], "card")
    return {
        "contents": render_to_string("marketplace/shop/list_contents.html", context, request),
        "makers": _most(facets["artisan"]),
        "share_url": share_url(first[shown[0]] if first else None),
    }


def _most(options: list[dict[str, Any]]) -> str:
    """The names of the artisans who have most of what is shown, in a sentence."""
    names = [option["label"] for option in sorted(options, key=lambda one: -one["count"])]
    return get_text_list(names[:NAMED], gettext("and"))


def _page(number: str | None, filters: browse.Filters, count: int, today: date) -> Page[int]:
    """One page of primary keys; `count` was counted with the choices already."""
    found = browse.in_order(browse.results(filters, today=today), filters, today=today)
    paginator = Paginator(found.values_list("pk", flat=True), A_PAGE)
    paginator.count = count
    page = paginator.get_page(number)
    page.object_list = browse.kept(f"page-{page.number}", filters, lambda: list(page.object_list))
    return page
