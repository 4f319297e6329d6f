"""From the payment to the order, its consignments and the letters about it."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils.translation import override
from django_countries import countries
from oscar.apps.shipping.methods import NoShippingRequired
from oscar.core.loading import get_class, get_model
from oscar.core.prices import Price

from marketplace.forks.partner.exceptions import OutOfStock
from marketplace.fulfilment import actions as fulfilment
from marketplace.fulfilment.models import Consignment
from marketplace.fulfilment.states import CALLED_OFF, TO_PREPARE
from marketplace.payments import actions as payments
from marketplace.payments import stock
from marketplace.payments.models import Payment
from marketplace.payments.states import RefundReason, State
from marketplace.settlement import actions as settlement

from .. import emails
from ..agreement import Agreement
from ..earlier_agreements import UnknownVersion

if TYPE_CHECKING:
    from ground.accounts.models import User

log = logging.getLogger(__name__)

# What was agreed makes no order, however often it is tried.
HOPELESS = (ArithmeticError, LookupError, TypeError, ValueError, UnknownVersion)
TRIES = 3  # a minute apart, for what may pass: a database or a disk that is away

Country = get_model("address", "Country")
BillingAddress = get_model("order", "BillingAddress")
ShippingAddress = get_model("order", "ShippingAddress")
OrderCreator = get_class("order.utils", "OrderCreator")
OrderNumberGenerator = get_class("order.utils", "OrderNumberGenerator")


class PerParcel(NoShippingRequired):
    """What Oscar is told of delivery, which each consignment has of its own."""

    code = "per-parcel"
    name = "Per parcel"

    def __init__(self, reduction: Decimal) -> None:
        self.reduction = reduction

    def discount(self, basket: Any) -> Decimal:
        return self.reduction


@transaction.atomic
def place(payment: Payment, *, at: datetime) -> Any | None:
    """Turn a captured payment into its order, or have it refunded; once, however often it is asked.

    Returns the order, or None where there is none.
    """
    payment.refresh_from_db(from_queryset=Payment.objects.select_for_update(of=("self",)))
    if payment.order_id or payment.state != State.CAPTURED:
        return payment.order
    if payment.basket.status != payment.basket.FROZEN:
        log.warning("%s: paid after the basket was taken back", payment)
        _give_back(payment, why=RefundReason.TAKEN_BACK, at=at)
        return None
    try:
        with transaction.atomic(), override(payment.language):
            return _place(payment, at=at)
    except OutOfStock:
        log.warning("%s: paid too late, the stock is gone", payment)
        _give_back(payment, why=RefundReason.SOLD_OUT, at=at)
    except Exception as error:
        if not isinstance(error, HOPELESS) and payment.failures + 1 < TRIES:
            raise  # taken up again in a minute
        log.exception("%s: its order cannot be made", payment)
        _give_back(payment, why=RefundReason.NO_ORDER, at=at)
    return None


class PartlySent(Exception):
    """A parcel of the order has left: what is in the shopper's hands is not cancelled."""


def is_whole(order: Any) -> bool:
    """Whether all of it is still paid and here, so that it can be called off."""
    is_paid = Payment.objects.filter(order=order, state=State.CAPTURED).exists()
    return is_paid and not order.consignments.exclude(state__in=TO_PREPARE | CALLED_OFF).exists()


@transaction.atomic
def cancel(order: Any, *, by: "User", reason: str, at: datetime) -> None:
    """Call the whole order off: money and stock go back, the ledger and everybody learn of it.

    Raises PartlySent, or MoveRefused where it has been done already; nothing has changed then.
    """
    payment = Payment.objects.get(order=order)
    parcels = list(order.consignments.select_for_update().order_by("pk"))
    payments.refund(payment, why=RefundReason.CANCELLED, at=at)
    if any(parcel.state not in TO_PREPARE | CALLED_OFF for parcel in parcels):
        raise PartlySent(order.number)
    for parcel in parcels:
        if parcel.state in TO_PREPARE:
            fulfilment.cancel(parcel, by=by, at=at, reason=reason)
    settlement.record_refund(order, at=at)
    emails.order_cancelled(order, reason)


def _give_back(payment: Payment, *, why: RefundReason, at: datetime) -> None:
    """The money goes back, and whoever paid and the operators are told."""
    payments.refund(payment, why=why, at=at)
    _tell(emails.payment_refunded, payment)
    _tell(emails.payment_without_order, payment)


def _tell(letter: Callable[[Any], None], about: Any) -> None:
    """Write a letter; one that cannot be written holds up neither an order nor money."""
    try:
        with transaction.atomic():
            letter(about)
    except Exception:
        log.exception("The letter about %s could not be written", about)


def _place(payment: Payment, *, at: datetime) -> Any:
    taken = stock.hand_over(payment, at=at)
    agreed = Agreement(payment)
    basket, address = agreed.basket, agreed.details["address"]
    _share_out(taken, basket.all_lines())
    order = OrderCreator().place_order(
        basket=basket,
        total=_total(payment, agreed),
        shipping_method=PerParcel(agreed.discount_on_delivery),
        shipping_charge=agreed.shipping,
        user=payment.user or AnonymousUser(),
        guest_email=address["email"],
        shipping_address=_save_address(address),
        billing_address=_save_buyer(address),
        order_number=OrderNumberGenerator().order_number(basket),
        date_placed=at,
    )
    # Oscar makes a line of each of the basket's, one after the other.
    of_basket = [line.pk for line in basket.all_lines()]
    lines = dict(zip(of_basket, order.lines.order_by("pk"), strict=True))
    consignments = fulfilment.open_consignments(order, plans=agreed.plans, lines=lines, at=at)
    settlement.record_sale(order, provider=payment.provider, at=at)
    basket.submit()
    payment.order, payment.failures, payment.trouble = order, 0, ""
    payment.save(update_fields=["order", "failures", "trouble"])
    _tell_everybody(order, consignments)
    return order


def _share_out(taken: Counter[int], lines: Iterable[Any]) -> None:
    """Let each line remember which of the pieces are its own: several may share a stock."""
    for line in lines:
        line.num_allocated = min(line.quantity, taken[line.stockrecord_id])
        taken[line.stockrecord_id] -= line.num_allocated


def _tell_everybody(order: Any, consignments: list[Consignment]) -> None:
    _tell(emails.order_placed, order)
    for consignment in consignments:
        _tell(emails.consignment_ordered, consignment)


def _total(payment: Payment, agreed: Agreement) -> Price:
    """What was charged; an order that does not add up to it is not made."""
    basket, shipping = agreed.basket, agreed.shipping
    total = basket.total_incl_tax + shipping.incl_tax
    if total != payment.amount:
        raise ArithmeticError(f"{payment}: {total} instead of {payment.amount}")
    return Price(
        payment.currency, excl_tax=basket.total_excl_tax + shipping.excl_tax, incl_tax=total
    )


def _save_buyer(address: dict[str, str]) -> Any:
    """Who ordered, whoever the parcels go to."""
    return BillingAddress.objects.create(
        first_name=address["first_name"],
        last_name=address["last_name"],
        country=_country(address["country"]),
    )


def _save_address(address: dict[str, str]) -> Any:
    """Where the parcels go; they bear the recipient's name, if it is not the buyer's."""
    fields = {
        name: text
        for name, text in address.items()
        if name not in {"email", "country", "recipient"}
    }
    if recipient := address.get("recipient"):
        fields |= {"first_name": "", "last_name": recipient}
    return ShippingAddress.objects.create(country=_country(address["country"]), **fields)


def _country(code: str) -> Any:
    country, _ = Country.objects.get_or_create(
        iso_3166_1_a2=code,
        defaults={
            "printable_name": countries.name(code),
            "iso_3166_1_a3": countries.alpha3(code),
            "is_shipping_country": True,
        },
    )
    return country
