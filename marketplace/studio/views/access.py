"""Everything in the studio is rooted in an artisan; another's is not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from marketplace.forks.partner.models import Partner

from ..models import Listing

LONGEST_SEARCH = 100  # signs


def artisan_view(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand the view the artisan named in the address, where this user works for it; else 404."""

    @never_cache
    @login_required
    @wraps(view)
    def checked(request: HttpRequest, code: str, *args: Any, **kwargs: Any) -> HttpResponse:
        partner = get_object_or_404(Partner.objects.of(request.user), code=code)
        return view(request, partner, *args, **kwargs)

    return checked


def get_listing(partner: Partner, pk: int) -> Listing:
    """A listing of this artisan, with its product. Raises Http404 for another's."""
    listings = (
        Listing.objects.there()
        .filter(partner=partner)
        .select_related("product__provenance", "partner")
    )
    return get_object_or_404(listings, product__pk=pk)  # pk: a long number is too much for SQLite
