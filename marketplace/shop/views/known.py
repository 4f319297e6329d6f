"""What the checkout's form begins with, so that nobody types the same thing twice."""

import re
from typing import Any

from django.http import HttpRequest

from ground.accounts.models import User
from marketplace.payments.models import Payment
from marketplace.payments.states import ENDED_UNPAID

from ..forms import AddressForm, BuyerForm
from ..quote import key_of
from .waiting import last_payment

TYPED = "checkout"  # in the session: the form as it was sent last, until it leads to a payment
TYPED_BY = "checkout_by"  # in the session: who was signed in then
FIELDS = [*BuyerForm.base_fields, *AddressForm.base_fields]
KEPT = re.compile(rf"({'|'.join(FIELDS)}|(parcel|later)-\d+-\w+)")
LONGEST = 400  # characters: more than any field takes
WHO = {"first_name", "last_name"}
WHERE = {*AddressForm.base_fields} - {"country"}  # a list always has one chosen


def keep(request: HttpRequest) -> None:
    """Remember what was typed: the shopper may have to change the basket before it can be paid."""
    request.session[TYPED] = {
        name: str(value)[:LONGEST] for name, value in request.POST.items() if KEPT.fullmatch(name)
    }
    request.session[TYPED_BY] = request.user.pk


def forget(request: HttpRequest) -> None:
    request.session.pop(TYPED, None)
    request.session.pop(TYPED_BY, None)


def fields_of(request: HttpRequest) -> dict[str, Any]:
    """Fields by their name in the form: as typed last, else of the last payment or the account.

    Who signs in on the way finds what they had typed, and the rest as the account knows it.
    """
    typed = request.session.get(TYPED, {})
    if typed and request.session.get(TYPED_BY) == request.user.pk:
        return dict(typed)
    return _known_before(request) | _begun(typed)


def _begun(typed: dict[str, Any]) -> dict[str, Any]:
    """What was filled in. A name and an address are taken whole: no half of another joins them."""
    empty = {name for name, value in typed.items() if not value}
    for together in (WHO, WHERE):
        if empty.issuperset(together & typed.keys()):
            empty |= together
        else:
            empty -= together
    if empty.issuperset(WHERE):
        empty.add("country")
    return {name: value for name, value in typed.items() if name not in empty}


def _known_before(request: HttpRequest) -> dict[str, Any]:
    """Of the last payment or the account.

    The address stays from one order to the next; how each parcel comes, and whether it is a
    present, only from a payment that came to nothing.
    """
    shopper = request.user if isinstance(request.user, User) else None
    payment = last_payment(request) or _payment_of(shopper)
    known = dict(payment.details.get("address", {})) if payment else {}
    if payment and payment.state in ENDED_UNPAID:
        known |= _parcels_of(payment)
    if shopper:
        known["email"] = shopper.email
        known.setdefault("first_name", shopper.first_name)
        known.setdefault("last_name", shopper.last_name)
    return known


def _payment_of(shopper: User | None) -> Payment | None:
    """The last one that somebody signed in has begun, wherever that was."""
    return Payment.objects.filter(user=shopper).first() if shopper else None


def _parcels_of(payment: Payment) -> dict[str, Any]:
    fields = {}
    for parcel in payment.details.get("parcels", ()):
        prefix = key_of(parcel["partner"], parcel.get("part", 0))
        fields[f"{prefix}-option"] = parcel["option"]
        fields[f"{prefix}-is_gift"] = parcel["is_gift"]
        fields[f"{prefix}-gift_message"] = parcel["gift_message"]
    return fields
