"""What somebody has ordered: from the account, or by the link of a letter."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from oscar.core.loading import get_model

from ground.accounts import limits
from ground.accounts.requests import SignedInRequest
from marketplace.fulfilment.links import opened_by
from marketplace.fulfilment.models import Consignment

from ..actions import guests
from ..actions import links as actions
from ..forms import OrderLinkForm
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
@require_GET
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """An order of one's own. Signed out, a number opens nothing and tells nothing."""
    if not request.user.is_authenticated:
        return _closed(request)
    order = get_object_or_404(_orders().filter(user=request.user), number=number)
    return _show(request, order, take_back=reverse("account_order_take_back", args=[number]))


@never_cache
@require_GET
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The order of whoever holds the link that was mailed: a guest, or somebody not signed in."""
    order = _order_of(token)
    if order is None:
        return _closed(request)
    return _show(request, order, take_back=reverse("order_take_back", args=[token]))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Have a new address of an order sent to whoever placed it; says not whether there is one."""
    form = OrderLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        number, email = form.cleaned_data["number"], form.cleaned_data["email"]
        try:
            limits.count("order_link", request, order=number)
        except limits.TooOften as too_often:
            return limits.refusal(request, too_often)
        actions.send_link(number=number, email=email)
        words = _("If you placed this order, a letter with its new address is on its way to you.")
        messages.success(request, words)
        return redirect("order_link")
    return render(request, "marketplace/shop/order_link.html", {"form": form})


@require_POST
def take_back_link(request: HttpRequest, token: str) -> HttpResponse:
    order = _order_of(token)
    if order is None:
        return _closed(request)
    return _take_back(request, order, then="order_link")


@login_required
@require_POST
def take_back(request: HttpRequest, number: str) -> HttpResponse:
    order = get_object_or_404(_orders().filter(user=request.user), number=number)
    return _take_back(request, order, then="account_orders")


def _take_back(request: HttpRequest, order: Any, *, then: str) -> HttpResponse:
    actions.take_back_links(order)
    words = _("The addresses sent so far open nothing any more. A new one is on its way by mail.")
    messages.success(request, words)
    return redirect(then)


def _order_of(token: str) -> Any | None:
    found = opened_by(token)
    return _orders().filter(**found).first() if found else None


def _closed(request: HttpRequest) -> HttpResponse:
    """The address is wrong, too old or taken back: how to get a good one."""
    context = {"form": OrderLinkForm(), "is_closed": True}
    return render(request, "marketplace/shop/order_link.html", context, status=404)


def _show(request: HttpRequest, order: Any, *, take_back: str) -> HttpResponse:
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
        "workshops": len({consignment.partner_id for consignment in consignments}),
        "contribution": sum(parcel["consignment"].contribution for parcel in parcels),
        "taken_back": taken_back(lines),
        "is_new": "thanks" in request.GET,
        "take_back": take_back,
        "link_days": settings.ORDER_LINK_DAYS,
    }
    return render(request, "marketplace/shop/order.html", context)
