"""From the basket to the payment, and back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone
from oscar.core.loading import get_class, get_model

from marketplace.forks.partner.strategy import Default
from marketplace.payments import actions as payments
from marketplace.payments.models import Payment

from .. import agreement
from ..quote import Quote, quote_for

if TYPE_CHECKING:
    from ground.accounts.models import User

Basket = get_model("basket", "Basket")
Applicator = get_class("offer.applicator", "Applicator")


class QuoteChanged(Exception):
    """What is to be paid is no longer what the shopper saw: nothing has happened."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What the shopper decided; `choices` and `gifts` by parcel, `seen` the quote's digest."""

    address: dict[str, str]
    choices: dict[str, int]
    gifts: dict[str, str]
    seen: str
    language: str
    key: UUID


@transaction.atomic
def begin(
    *,
    basket: Any,
    wish: Wish,
    by: "User | None",
    at: datetime,
    allow: Callable[[], None] = lambda: None,
) -> Payment:
    """Freeze the basket, keep its stock, and prepare the one payment for it.

    Asked again for the same basket, even at the same moment, it returns the same payment: only the
    first can freeze it, and the others wait for that. `allow` is asked once for a new payment, and
    may refuse by raising. Raises QuoteChanged or OutOfStock, having changed nothing.
    """
    if not Basket.objects.filter(pk=basket.pk, status=Basket.OPEN).update(status=Basket.FROZEN):
        if begun := Payment.objects.filter(basket=basket.pk).order_by("created_at").last():
            return begun
        raise QuoteChanged  # a sign-in has put it together with another one at this moment
    allow()
    frozen, quote = _quote_again(basket, wish, by, at)
    if quote.digest != wish.seen or quote.unavailable or quote.undecided or quote.is_empty:
        raise QuoteChanged
    agreement.write_prices(quote)
    return payments.reserve(
        basket=frozen,
        by=by,
        amount=quote.total,
        details=agreement.details_of(quote, address=wish.address, gifts=wish.gifts),
        language=wish.language,
        key=wish.key,
        at=at,
    )


def _quote_again(basket: Any, wish: Wish, by: "User | None", at: datetime) -> tuple[Any, Quote]:
    """The quote of what stands in the database now: another tab may have changed it."""
    frozen = Basket.objects.get(pk=basket.pk)
    frozen.strategy = Default()
    Applicator().apply(frozen, by or AnonymousUser())  # without one Oscar passes over vouchers
    today = timezone.localdate(at)
    return frozen, quote_for(
        frozen,
        today=today,
        country=wish.address["country"],
        postcode=wish.address["postcode"],
        choices=wish.choices,
    )


@transaction.atomic
def take_back(payment: Payment, *, into: Any, at: datetime) -> bool:
    """Give back what an unpaid payment holds. Returns whether that was possible.

    Not into a basket that is being paid itself by now: that one stays as it was agreed to.
    """
    if into.id and not Basket.open.select_for_update().filter(pk=into.pk).first():
        return False
    if not payments.call_off(payment, at=at):
        return False
    basket = Basket.objects.select_for_update().get(pk=payment.basket_id)
    if basket.status == Basket.FROZEN:
        if not into.id:
            into.save()
        into.merge(basket)
    return True
