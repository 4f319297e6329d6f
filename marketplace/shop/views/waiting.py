"""The payment that somebody has begun, as their session remembers it."""

from django.http import HttpRequest

from marketplace.payments.models import Payment
from marketplace.payments.states import ENDED_UNPAID, LIVE

REMEMBERED = "payment"  # in the session: the reference of the last payment begun there


KNOWN = "payments"  # in the session: the references of all of them


def remember(request: HttpRequest, payment: Payment) -> None:
    request.session[REMEMBERED] = payment.reference
    come_back(request, payment)


def come_back(request: HttpRequest, payment: Payment) -> None:
    """Let this session see the payment from now on."""
    others = [known for known in _known(request) if known != payment.reference]
    request.session[KNOWN] = [*others[-9:], payment.reference]


def may_see(request: HttpRequest, payment: Payment) -> bool:
    """Its session, or its account."""
    if payment.user_id and payment.user_id == request.user.pk:
        return True
    return payment.reference in _known(request)


def _known(request: HttpRequest) -> list[str]:
    return request.session.get(KNOWN) or [request.session.get(REMEMBERED, "")]


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
