"""The payment that somebody has begun, as their session remembers it."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from oscar.defaults import OSCAR_BASKET_COOKIE_OPEN

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


def pressed_just_now(request: HttpRequest, *, key: UUID | None) -> Payment | None:
    """The payment that another press of the same form, or in another tab, has just begun.

    This one came too late to find its basket open, and too early to find it in the session.
    """
    same = Q(idempotency_key=key) if key else Q(pk=None)
    if request.user.is_authenticated:
        same |= Q(basket__owner=request.user)
    if basket := _basket_in_cookie(request):
        same |= Q(basket=basket, basket__owner=None)
    recent = timezone.now() - timedelta(minutes=settings.PAYMENT_HOLD_MINUTES)
    begun = Payment.objects.filter(same, created_at__gte=recent)
    return begun.select_related("order", "basket").order_by("-created_at").first()


def _basket_in_cookie(request: HttpRequest) -> int | None:
    try:
        return int(Signer().unsign(request.COOKIES.get(OSCAR_BASKET_COOKIE_OPEN, "")))
    except (BadSignature, ValueError):
        return None
