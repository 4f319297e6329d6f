from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from oscar.core.loading import get_model

from marketplace.accounts.requests import SignedInRequest
from marketplace.fulfilment.links import number_in
from marketplace.fulfilment.models import Consignment

from ..actions import guests
from ..pictures import give_pictures
from ..returns import taken_back
from ..tracking import entries_of, state_of

Order = get_model("order", "Order")
A_PAGE = 10


def _orders() -> QuerySet[Any]:
    """Orders with their parcels, in a fixed number of queries."""
    consignments = (
        Consignment.objects.select_related("partner")
        .prefetch_related(
            "events", "lines__order_line__product__parent", "lines__order_line__attributes"
        )
        .order_by("number")
    )
    return (
        Order.objects.select_related(
            "shipping_address__country", "billing_address", "payment", "user"
        )
        .prefetch_related(Prefetch("consignments", queryset=consignments), "discounts")
        .order_by("-date_placed", "-pk")
    )


@never_cache
@login_required
@require_GET
def mine(request: SignedInRequest) -> HttpResponse:
    """All that this person has ordered."""
    page = Paginator(_orders().filter(user=request.user), A_PAGE).get_page(request.GET.get("page"))
    for order in page:
        for consignment in order.consignments.all():
            consignment.shown_state = state_of(consignment)
    waiting = guests.orders_of(request.user).count()
    return render(request, "marketplace/shop/orders.html", {"page": page, "waiting": waiting})


@login_required
@require_POST
def join(request: SignedInRequest) -> HttpResponse:
    """Put the orders that this person placed as a guest into the account."""
    if joined := guests.join(by=request.user):
        words = ngettext(
            "%(n)d order is in your account now.", "%(n)d orders are in your account now.", joined
        )
        messages.success(request, words % {"n": joined})
    return redirect("account_orders")


@never_cache
@login_required
@require_GET
def detail(request: HttpRequest, number: str) -> HttpResponse:
    order = get_object_or_404(_orders().filter(user=request.user), number=number)
    return _show(request, order)


@never_cache
@require_GET
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The order of whoever holds the link that was mailed: a guest, or somebody not signed in."""
    number = number_in(token)
    if number is None:
        raise Http404
    return _show(request, get_object_or_404(_orders(), number=number))


def _show(request: HttpRequest, order: Any) -> HttpResponse:
    consignments = order.consignments.all()
    lines = [line.order_line for parcel in consignments for line in parcel.lines.all()]
    give_pictures(lines)
    parcels = [
        {
            "consignment": consignment,
            "entries": entries_of(consignment),
            "state": state_of(consignment),
        }
        for consignment in consignments
    ]
    context = {
        "order": order,
        "parcels": parcels,
        "contribution": sum(parcel["consignment"].contribution for parcel in parcels),
        "taken_back": taken_back(lines),
        "is_new": "thanks" in request.GET,
    }
    return render(request, "marketplace/shop/order.html", context)
