"""Letters about an order, to whoever bought and to each artisan, or about money without one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import override

from ground.accounts.models import User
from marketplace.fulfilment.emails import to_artisan, to_shopper, write

from .returns import taken_back

if TYPE_CHECKING:
    from marketplace.fulfilment.models import Consignment
    from marketplace.payments.models import Payment

# Which of the ways to sign in knows who may what.
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def order_placed(order: Any) -> None:
    consignments = order.consignments.select_related("partner").prefetch_related(
        "lines__order_line__attributes"
    )
    sellers = {parcel.seller.get("email", "") for parcel in consignments}
    with override(order.payment.language):
        terms = import_string(settings.TERMS_OF_SALE)()
    lines = [line.order_line for parcel in consignments for line in parcel.lines.all()]
    to_shopper(
        "order_placed",
        order=order,
        about=order.number,
        once=order.number,
        consignments=consignments,
        taken_back=taken_back(lines),
        reply_to=sellers.pop() if len(sellers) == 1 else "",
        files=[terms] if terms else [],
        has_terms=terms is not None,
    )


def order_cancelled(order: Any, reason: str) -> None:
    to_shopper("order_cancelled", order=order, about=order.number, once=order.number, reason=reason)


def consignment_ordered(consignment: "Consignment") -> None:
    to_artisan("consignment_ordered", consignment)


def payment_refunded(payment: "Payment") -> None:
    """To whoever paid for what cannot be had: the money goes back, and why.

    Nothing is written where nobody knows any more whom to: the money goes back all the same.
    """
    address = payment.details.get("address", {})
    to = address.get("email") or (payment.user and payment.user.email)
    if to:
        write(
            "payment_refunded",
            to=to,
            language=payment.language,
            about=payment.reference,
            once=payment.reference,
            payment=payment,
            first_name=address.get("first_name", ""),
        )


def payment_without_order(payment: "Payment") -> None:
    """To everybody who may read the payments, and to those who keep the platform running."""
    operators: Iterable[User] = User.objects.with_perm("payments.view_payment", backend=BACKEND)
    for operator in operators:
        write(
            "payment_without_order",
            to=operator.email,
            language=operator.language,
            about=payment.reference,
            once=payment.reference,
            payment=payment,
            path=reverse("payments_payment_modeladmin_inspect", args=[payment.pk]),
        )
