"""What happens to a payment. Each step can be asked for twice, and each can fail alone."""

import logging
import secrets
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F

from ground import due
from marketplace.forks.partner.exceptions import OutOfStock

from . import stock
from .models import Payment, PaymentEvent
from .provider import Answer, ProviderError, get_provider
from .signals import captured
from .states import ENDED_UNPAID, MOVES, MoveRefused, RefundReason, State

if TYPE_CHECKING:
    from ground.accounts.models import User

log = logging.getLogger(__name__)


@transaction.atomic
def reserve(
    *,
    basket: Any,
    by: "User | None",
    amount: Decimal,
    details: dict[str, Any],
    language: str,
    key: UUID,
    at: datetime,
) -> Payment:
    """Begin to pay for a frozen basket: from now on its stock is kept.

    `amount` in the site's currency, VAT and delivery included. Raises OutOfStock, having changed
    nothing.
    """
    payment = Payment.objects.create(
        reference=f"PAY-{secrets.token_hex(10)}",
        idempotency_key=key,
        provider=settings.PAYMENT_PROVIDER,
        basket=basket,
        user=by,
        amount=amount,
        currency=settings.OSCAR_DEFAULT_CURRENCY,
        language=language,
        details=details,
        created_at=at,
    )
    stock.hold(payment, at=at)
    return payment


def send(payment: Payment, *, return_url: str, at: datetime) -> str:
    """Hand the payment over to its provider; returns the address where the shopper pays.

    Sent twice at once it leads to the same address.
    """
    url = get_provider(payment.provider).authorise(payment, return_url=return_url, at=at)
    try:
        move(payment, "send", at=at)
    except MoveRefused:
        log.info("%s: sent before", payment)
    return url


@transaction.atomic
def move(
    payment: Payment,
    name: str,
    *,
    at: datetime,
    answer: Answer | None = None,
    why: RefundReason | None = None,
) -> Payment:
    """The one door for every change of state; writes the history. Raises MoveRefused.

    `payment` is brought up to date. A payment that ends without money gives its stock back.
    """
    payment.refresh_from_db(from_queryset=Payment.objects.select_for_update(of=("self",)))
    sources, target = MOVES[name]
    if payment.state not in sources:
        raise MoveRefused(payment.state, name)
    payment.state, payment.failures, payment.trouble = target, 0, ""
    payment.save(update_fields=["state", "failures", "trouble"])
    if answer is None:  # an answer has been written down already, once
        payload = {"why": why} if why else {}
        PaymentEvent.objects.create(payment=payment, kind=name, at=at, payload=payload)
    if target in ENDED_UNPAID:
        stock.release(payment)
    return payment


def receive(code: str, body: bytes, headers: Mapping[str, str], *, at: datetime) -> bool:
    """Take in what a provider says, once, in whatever order. Returns whether it was new.

    Raises Untrusted, and Payment.DoesNotExist for a payment that is not ours.
    """
    answer = get_provider(code).read(body, headers)
    payment = Payment.objects.get(reference=answer.reference, provider=code)
    with transaction.atomic():
        _, is_new = PaymentEvent.objects.get_or_create(
            provider=code,
            event_id=answer.event_id,
            defaults={
                "payment": payment,
                "kind": answer.kind,
                "at": at,
                "payload": answer.payload,
            },
        )
        if is_new:
            _follow(payment, answer, at=at)
    return is_new


def _follow(payment: Payment, answer: Answer, *, at: datetime) -> None:
    if answer.amount != payment.amount:
        log.error("%s: %s of %s", payment, answer.kind, answer.amount)
        return
    try:
        move(payment, answer.kind, at=at, answer=answer)
    except MoveRefused as refused:  # an older message overtaken by a newer one
        log.info("%s: %s", payment, refused)
        return
    transaction.on_commit(lambda: go_on(payment, at=at), robust=True)


def go_on(payment: Payment, *, at: datetime) -> None:
    """Take the next step that the payment's state asks for, if there is one."""
    step = NEXT_STEPS.get(State(payment.state))
    if step:
        step(payment, at=at)


def _take_the_money(payment: Payment, *, at: datetime) -> None:
    """Authorised: make sure of the stock first, so that nobody pays for what is gone."""
    provider = get_provider(payment.provider)
    if _is_still_kept(payment, at=at):
        provider.capture(payment, at=at)
    else:
        move(payment, "cancel", at=at)
        provider.cancel(payment, at=at)


@transaction.atomic
def _is_still_kept(payment: Payment, *, at: datetime) -> bool:
    """Whether the stock is kept, or could be kept again by an answer that comes late."""
    payment.refresh_from_db(from_queryset=Payment.objects.select_for_update(of=("self",)))
    if payment.held_until is not None:
        return True
    if payment.basket.status != payment.basket.FROZEN:
        return False  # the shopper has taken the basket back
    try:
        stock.hold(payment, at=at)
    except OutOfStock:
        return False
    return True


def _make_known(payment: Payment, *, at: datetime) -> None:
    captured.send(Payment, payment=payment, at=at)


def _give_back(payment: Payment, *, at: datetime) -> None:
    get_provider(payment.provider).refund(payment, at=at)


NEXT_STEPS = {
    State.AUTHORISED: _take_the_money,
    State.CAPTURED: _make_known,
    State.REFUND_DUE: _give_back,
}


@transaction.atomic
def refund(payment: Payment, *, why: RefundReason, at: datetime) -> None:
    """Give the whole amount back, since what was paid for cannot be had. Raises MoveRefused."""
    move(payment, "owe_refund", at=at, why=why)
    stock.release(payment)
    transaction.on_commit(lambda: go_on(payment, at=at), robust=True)


def call_off(payment: Payment, *, at: datetime) -> bool:
    """Cancel a payment that nobody has answered. Returns whether it is over without money."""
    try:
        move(payment, "cancel", at=at)
    except MoveRefused:
        return payment.state in ENDED_UNPAID
    try:
        get_provider(payment.provider).cancel(payment, at=at)
    except ProviderError:
        log.warning("%s: the provider did not cancel; a late answer will be refused", payment)
    return True


def expire(*, at: datetime) -> Counter[str]:
    """Ask once more about payments whose time is up, then give their stock back."""
    overdue = Payment.objects.overdue(at)
    return due.each(overdue, partial(_ask_or_expire, at=at), "payments expired", failed=_in_trouble)


def _ask_or_expire(payment: Payment, *, at: datetime) -> None:
    try:
        get_provider(payment.provider).ask(payment, at=at)
    except ProviderError:
        log.warning("%s: the provider did not answer", payment)
    if Payment.objects.overdue(at).filter(pk=payment.pk).exists():
        move(payment, "expire", at=at)


def finish(*, at: datetime) -> Counter[str]:
    """Take up again what stopped half-way: authorised, captured or owed."""
    half_way = Payment.objects.half_way()
    return due.each(half_way, partial(go_on, at=at), "payments taken up", failed=_in_trouble)


def _in_trouble(key: int, error: Exception) -> None:
    """Write down what stopped it, for the page of payments that somebody has to look at."""
    words = f"{type(error).__name__}: {error}"[:300]
    Payment.objects.filter(pk=key).update(failures=F("failures") + 1, trouble=words)
