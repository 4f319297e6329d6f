"""What an artisan, a shopper or the platform does with a consignment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from oscar.core.loading import get_model

from marketplace.forks.partner.models import Partner
from marketplace.fulfilment.rates import commission_rate_of, contribution_of, share_of

from . import emails
from .models import Consignment, ConsignmentEvent, ConsignmentLine, Part
from .states import MOVES, MoveRefused, State, status_of_line, status_of_order

if TYPE_CHECKING:
    from ground.accounts.models import User

Order = get_model("order", "Order")
SELLER_FIELDS = (
    "name",
    "maker",
    "legal_name",
    "siret",
    "street",
    "postcode",
    "commune",
    "email",
    "phone",
    "vat_number",
)


@dataclass(frozen=True, kw_only=True)
class ParcelPlan:
    """What the shopper agreed to for one parcel of an artisan. `shipping_price` includes VAT.

    `lines`: what is in it, by the primary keys of the lines of the basket.
    """

    partner: Partner
    part: Part
    lines: Sequence[int]
    method: str
    shipping_price: Decimal
    send_by: date
    arrives: tuple[date, date]
    vat_regime: str
    vat_rate: Decimal
    is_gift: bool = False
    gift_message: str = ""


@transaction.atomic
def open_consignments(
    order: Any, *, plans: Sequence[ParcelPlan], lines: Mapping[int, Any], at: datetime
) -> list[Consignment]:
    """One consignment a parcel for an order just placed; rates and seller are frozen on it.

    `lines`: those of the order, by the primary keys of the lines of the basket.
    """
    consignments = []
    for place, plan in enumerate(plans, 1):
        inside = [lines[pk] for pk in plan.lines]
        consignment = _open(order, plan, number=f"{order.number}-{place}", lines=inside, at=at)
        consignments.append(consignment)
    return consignments


def _open(
    order: Any, plan: ParcelPlan, *, number: str, lines: list[Any], at: datetime
) -> Consignment:
    partner = plan.partner
    goods = sum((line.line_price_incl_tax for line in lines), Decimal("0.00"))
    rate = commission_rate_of(partner)
    consignment = Consignment.objects.create(
        order=order,
        partner=partner,
        part=plan.part,
        number=number,
        placed_at=at,
        shipping_method=plan.method,
        shipping_price=plan.shipping_price,
        goods_total=goods,
        send_by=plan.send_by,
        arrives_from=plan.arrives[0],
        arrives_until=plan.arrives[1],
        commission_rate=rate,
        commission=share_of(goods, rate),
        contribution_rate=settings.HERITAGE_CONTRIBUTION_RATE,
        contribution=contribution_of(goods),
        vat_regime=plan.vat_regime,
        vat_rate=plan.vat_rate,
        seller={name: getattr(partner, name) for name in SELLER_FIELDS},
        is_gift=plan.is_gift,
        gift_message=plan.gift_message,
    )
    ConsignmentLine.objects.bulk_create(
        ConsignmentLine(consignment=consignment, order_line=line, quantity=line.quantity)
        for line in lines
    )
    ConsignmentEvent.objects.create(consignment=consignment, state=State.NEW, at=at)
    return consignment


@transaction.atomic
def move(
    consignment: Consignment, name: str, *, by: "User | None", at: datetime, note: str = ""
) -> Consignment:
    """The one door for every change of state; writes the history. Raises MoveRefused."""
    consignment.refresh_from_db(from_queryset=Consignment.objects.select_for_update(of=("self",)))
    sources, target = MOVES[name]
    if consignment.state not in sources:
        raise MoveRefused(consignment.state, name)
    consignment.state = target
    consignment.save()
    ConsignmentEvent.objects.create(consignment=consignment, state=target, at=at, by=by, note=note)
    _tell_the_order(consignment)
    return consignment


def _tell_the_order(consignment: Consignment) -> None:
    """Have Oscar's statuses follow the parcels: they are read there, never set."""
    order = Order.objects.select_for_update().get(pk=consignment.order_id)
    order.lines.filter(consignment_line__consignment=consignment).update(
        status=status_of_line(consignment.state)
    )
    states = order.consignments.values_list("state", flat=True)
    Order.objects.filter(pk=order.pk).update(status=status_of_order(states))


@transaction.atomic
def accept(consignment: Consignment, *, by: "User", at: datetime) -> Consignment:
    """The artisan says yes: it is being prepared."""
    return move(consignment, "accept", by=by, at=at)


@transaction.atomic
def mark_sent(
    consignment: Consignment,
    *,
    by: "User",
    at: datetime,
    carrier: str = "",
    tracking_number: str = "",
    tracking_url: str = "",
) -> Consignment:
    """It has left the workshop: its pieces leave the stock, and the shopper is told."""
    move(consignment, "send", by=by, at=at)
    consignment.carrier = carrier
    consignment.tracking_number = tracking_number
    consignment.tracking_url = tracking_url
    consignment.sent_at = at
    consignment.save()
    _take_from_stock(consignment)
    emails.consignment_sent(consignment)
    return consignment


@transaction.atomic
def mark_ready(consignment: Consignment, *, by: "User", at: datetime) -> Consignment:
    """It waits at the workshop for whoever comes to fetch it, and who is told."""
    move(consignment, "make_ready", by=by, at=at)
    _take_from_stock(consignment)
    emails.consignment_ready(consignment)
    return consignment


@transaction.atomic
def mark_received(consignment: Consignment, *, by: "User | None", at: datetime) -> Consignment:
    """It is in the shopper's hands."""
    return move(consignment, "deliver", by=by, at=at)


@transaction.atomic
def cancel(consignment: Consignment, *, by: "User", at: datetime, reason: str) -> Consignment:
    """It will not be sent: its pieces can be bought again, and the artisan is told."""
    move(consignment, "cancel", by=by, at=at, note=reason)
    for line in _by_stock(consignment):
        if taken := line.order_line.num_allocated:
            line.order_line.cancel_allocation(taken)
    emails.consignment_cancelled(consignment, reason)
    return consignment


def _take_from_stock(consignment: Consignment) -> None:
    """What was only promised is gone now: as many pieces as were taken when it was bought."""
    for line in _by_stock(consignment):
        if taken := line.order_line.num_allocated:
            line.order_line.consume_allocation(taken)


def _by_stock(consignment: Consignment) -> QuerySet[ConsignmentLine]:
    """Its lines in the order in which payments take stock: so neither waits for the other."""
    lines = consignment.lines.select_related("order_line__stockrecord")
    return lines.order_by("order_line__stockrecord_id", "pk")
