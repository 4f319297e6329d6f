"""The payment that somebody has begun, as their session remembers it."""

from django.http import HttpRequest

from marketplace.payments.models import Payment
from marketplace.payments.states import ENDED_UNPAID, LIVE

REMEMBERED = "payment"  # in the session: the reference of the last payment begun there


def remember(request: HttpRequest, payment: Payment) -> None:
    request.session[REMEMBERED] = payment.reference


def last_payment(request: HttpRequest) -> Payment | None:
    """The last payment begun in this session."""
    reference = request.session.get(REMEMBERED)
    if not reference:
        return None
    return Payment.objects.filter(reference=reference).select_related("order", "basket").first()


def waiting_payment(request: HttpRequest) -> Payment | None:
    """The last payment begun, if it still holds the shopper's things."""
    payment = last_payment(request)
    if payment is None or payment.basket.status != payment.basket.FROZEN:
        return None
    return payment if payment.state in LIVE | ENDED_UNPAID else None
