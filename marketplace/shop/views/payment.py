"""Between the provider and the order: what the shopper sees when the browser comes back."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from ground.accounts.requests import ShopRequest
from marketplace.fulfilment.links import order_path
from marketplace.payments import actions as payments
from marketplace.payments.keys import key_of, opens
from marketplace.payments.models import Payment
from marketplace.payments.provider import ProviderError, get_provider, hosts
from marketplace.payments.states import State

from ..actions import checkout as actions
from .waiting import come_back, may_see

log = logging.getLogger(__name__)

UNANSWERED = frozenset({State.CREATED, State.PENDING})
WAITING = UNANSWERED | {State.AUTHORISED, State.CAPTURED}


def leads_to_the_bank(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let forms of this page end at the bank: the policy holds for where an answer leads, too.

    As `csp_update` does it, with the providers that the settings name at the time.
    """

    @wraps(view)
    def with_policy(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        setattr(response, "_csp_update", {"form-action": hosts()})  # noqa: B010  (no type has it)
        return response

    return with_policy


@leads_to_the_bank
@never_cache
@require_GET
def page(request: HttpRequest, reference: str) -> HttpResponse:
    """What became of a payment; its order, once there is one."""
    payment = _payment(request, reference)
    if payment.order:
        return redirect(f"{order_path(payment.order)}?thanks=1")
    context = {
        "payment": payment,
        "is_waiting": payment.state in WAITING,
        "is_unanswered": payment.state in UNANSWERED,
        "State": State,
    }
    return render(request, "marketplace/checkout/payment.html", context)


@never_cache
@require_GET
def status(request: HttpRequest, reference: str) -> HttpResponse:
    """`{waiting: bool}`: asked by the waiting page, which loads itself again once there is news.

    The provider is asked too: its message may have been lost on the way.
    """
    payment = _payment(request, reference)
    if payment.is_live:
        try:
            get_provider(payment.provider).ask(payment, at=timezone.now())
        except ProviderError:  # as good as no answer yet: the page asks again
            log.warning("%s: the provider did not answer", payment)
        payment.refresh_from_db()
    return JsonResponse({"waiting": payment.state in WAITING and payment.order_id is None})


def to_the_bank(request: HttpRequest, payment: Payment) -> HttpResponse:
    """To where the shopper pays; if that is out of order, to the page that offers it again.

    What the bank has answered already leads to what became of it.
    """
    page = reverse("checkout:payment", args=[payment.reference])
    if payment.state not in UNANSWERED:
        return HttpResponseRedirect(page)
    back = f"{request.build_absolute_uri(page)}?{urlencode({'key': key_of(payment.reference)})}"
    try:
        return HttpResponseRedirect(payments.send(payment, return_url=back, at=timezone.now()))
    except ProviderError:
        log.exception("%s could not be handed over", payment)
        return HttpResponseRedirect(page)


@require_POST
def go_on(request: HttpRequest, reference: str) -> HttpResponse:
    """To the bank once more, as after Back."""
    return to_the_bank(request, _payment(request, reference))


@require_POST
def take_back(request: ShopRequest, reference: str) -> HttpResponse:
    """Give up, or try again: the things are in the basket once more."""
    payment = _payment(request, reference)
    if not actions.take_back(payment, into=request.basket, at=timezone.now()):
        return redirect("checkout:payment", reference)
    return redirect("checkout:index" if "again" in request.POST else "basket:summary")


def _payment(request: HttpRequest, reference: str) -> Payment:
    """For the session and the account it was begun in, and for whoever comes back from the bank."""
    payments = Payment.objects.select_related("order", "basket")
    payment = get_object_or_404(payments, reference=reference)
    if opens(request.GET.get("key", ""), reference):
        come_back(request, payment)
    elif not may_see(request, payment):
        raise Http404
    return payment
