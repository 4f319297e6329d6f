"""Parcels to prepare: accept, send, hand over, print the slip."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ground.accounts.requests import SignedInRequest
from marketplace.forks.partner.models import Partner
from marketplace.fulfilment import actions
from marketplace.fulfilment.models import Consignment
from marketplace.fulfilment.states import TO_PREPARE, MoveRefused

from ..forms import SendForm
from .access import LONGEST_SEARCH, artisan_view

A_PAGE = 30


def get_consignment(partner: Partner, number: str) -> Consignment:
    consignments = Consignment.objects.filter(partner=partner).with_lines()
    return get_object_or_404(consignments, number=number)


@artisan_view
def index(request: SignedInRequest, partner: Partner) -> HttpResponse:
    """To prepare first, then what is done, newest first; of many, a page of each."""
    asked = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    consignments = Consignment.objects.filter(partner=partner).asked_for(asked)
    to_prepare = consignments.to_prepare().order_by("send_by", "pk").with_lines()
    done = consignments.exclude(state__in=TO_PREPARE).with_lines()
    waiting = Paginator(to_prepare, A_PAGE).get_page(request.GET.get("waiting"))
    page = Paginator(done, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "partner": partner,
        "tab": "orders",
        "to_prepare": waiting,
        "page": page,
        "asked": asked,
        "is_long": asked or max(waiting.paginator.num_pages, page.paginator.num_pages) > 1,
    }
    return render(request, "studio/orders.html", context)


@artisan_view
def detail(request: SignedInRequest, partner: Partner, number: str) -> HttpResponse:
    consignment = get_consignment(partner, number)
    form = SendForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _let_go(request, consignment, form)
        return redirect("studio:order", partner.code, number)
    of_order = Consignment.objects.filter(order=consignment.order_id, partner=partner)
    context = {
        "partner": partner,
        "tab": "orders",
        "consignment": consignment,
        "others": of_order.exclude(pk=consignment.pk) if consignment.part else [],
        "to": consignment.order.shipping_address,
        "form": form,
        "share": consignment.total - consignment.commission - consignment.contribution,
        "events": consignment.events.select_related("by"),
    }
    return render(request, "studio/order.html", context)


def _let_go(request: SignedInRequest, consignment: Consignment, form: SendForm) -> None:
    """It leaves the workshop, or waits there to be fetched."""
    told = _("Done. A letter to the shopper is on its way.")
    if consignment.is_pickup:
        _do(request, actions.mark_ready, consignment, told)
    else:
        _do(request, actions.mark_sent, consignment, told, **form.cleaned_data)


def _do(
    request: SignedInRequest,
    action: Callable[..., Consignment],
    consignment: Consignment,
    told: str,
    **facts: Any,
) -> None:
    """Do it now, and say so; a second press learns that the first has done it."""
    try:
        action(consignment, **facts, by=request.user, at=timezone.now())
    except MoveRefused:
        messages.info(request, _("This was done already."))
    else:
        messages.success(request, told)


@require_POST
@artisan_view
def accept(request: SignedInRequest, partner: Partner, number: str) -> HttpResponse:
    told = _("Accepted. The shopper sees that you are preparing it.")
    _do(request, actions.accept, get_consignment(partner, number), told)
    return redirect("studio:order", partner.code, number)


@require_POST
@artisan_view
def hand_over(request: SignedInRequest, partner: Partner, number: str) -> HttpResponse:
    """Whoever bought it has fetched it."""
    told = _("Handed over: this order is done.")
    _do(request, actions.mark_received, get_consignment(partner, number), told)
    return redirect("studio:order", partner.code, number)


@artisan_view
def slip(request: SignedInRequest, partner: Partner, number: str) -> HttpResponse:
    """What goes into the parcel: no prices, for it may be a gift."""
    consignment = get_consignment(partner, number)
    context = {
        "partner": partner,
        "consignment": consignment,
        "to": consignment.order.shipping_address,
    }
    return render(request, "studio/slip.html", context)
