"""From the payment to the order, its consignments and the letters about it."""

import logging
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import override
from django_countries import countries
from oscar.apps.shipping.methods import NoShippingRequired
from oscar.core.loading import get_class, get_model
from oscar.core.prices import Price

from marketplace.forks.partner.exceptions import OutOfStock
from marketplace.fulfilment import actions as fulfilment
from marketplace.fulfilment.models import Consignment
from marketplace.payments import actions as payments
from marketplace.payments import stock
from marketplace.payments.models import Payment
from marketplace.payments.states import State
from marketplace.settlement import actions as settlement

from .. import agreement, emails

log = logging.getLogger(__name__)

Country = get_model("address", "Country")
BillingAddress = get_model("order", "BillingAddress")
ShippingAddress = get_model("order", "ShippingAddress")
OrderCreator = get_class("order.utils", "OrderCreator")
OrderNumberGenerator = get_class("order.utils", "OrderNumberGenerator")


class PerParcel(NoShippingRequired):
    """What Oscar is told of delivery: each consignment has its own."""

    code = "per-parcel"
    name = "Per parcel"


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
        return payments.refund(payment, at=at)
    try:
        with transaction.atomic(), override(payment.language):
            return _place(payment, at=at)
    except OutOfStock:
        log.warning("%s: paid too late, the stock is gone", payment)
        return payments.refund(payment, at=at)


def _place(payment: Payment, *, at: datetime) -> Any:
    taken = stock.hand_over(payment, at=at)
    basket = agreement.agreed_basket(payment)
    _share_out(taken, basket.all_lines())
    plans = agreement.agreed_plans(payment)
    shipping = agreement.shipping_charge(plans, payment.currency)
    order = OrderCreator().place_order(
        basket=basket,
        total=_total(payment, basket, shipping),
        shipping_method=PerParcel(),
        shipping_charge=shipping,
        user=payment.user,
        guest_email=payment.details["address"]["email"],
        shipping_address=_save_address(payment.details["address"]),
        billing_address=_save_buyer(payment.details["address"]),
        order_number=OrderNumberGenerator().order_number(basket),
        date_placed=at,
    )
    consignments = fulfilment.open_consignments(order, plans=plans, at=at)
    settlement.record_sale(order, provider=payment.provider, at=at)
    basket.submit()
    payment.order = order
    payment.save(update_fields=["order"])
    _tell_everybody(order, consignments)
    return order


def _share_out(taken: Counter[int], lines: Iterable[Any]) -> None:
    """Let each line remember which of the pieces are its own: several may share a stock."""
    for line in lines:
        line.num_allocated = min(line.quantity, taken[line.stockrecord_id])
        taken[line.stockrecord_id] -= line.num_allocated


def _tell_everybody(order: Any, consignments: list[Consignment]) -> None:
    emails.order_placed(order)
    for consignment in consignments:
        emails.consignment_ordered(consignment)


def _total(payment: Payment, basket: Any, shipping: Price) -> Price:
    """What was charged; an order that does not add up to it is not made."""
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
