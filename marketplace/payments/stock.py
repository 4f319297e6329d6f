"""Keeping stock for a payment under way, leaving it to the order, or giving it back."""

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from marketplace.forks.partner.models import StockRecord

from .models import StockHold

if TYPE_CHECKING:
    from .models import Payment


@transaction.atomic
def hold(payment: "Payment", *, at: datetime) -> None:
    """Keep what the payment's basket holds. Raises OutOfStock, having kept nothing."""
    wanted = _wanted(payment)
    records = StockRecord.objects.filter(pk__in=wanted).select_related("product").order_by("pk")
    taken = {record.pk: record.allocate(wanted[record.pk]) for record in records}
    StockHold.objects.bulk_create(
        StockHold(payment=payment, stockrecord_id=pk, quantity=quantity)
        for pk, quantity in taken.items()
        if quantity
    )
    payment.held_until = at + timedelta(minutes=settings.PAYMENT_HOLD_MINUTES)
    payment.save(update_fields=["held_until"])


@transaction.atomic
def hand_over(payment: "Payment", *, at: datetime) -> Counter[int]:
    """Leave what was kept to the payment's order: pieces by stock record.

    They are taken first where the payment comes so late that nothing is kept any more. Raises
    OutOfStock.
    """
    if payment.held_until is None:
        hold(payment, at=at)
    taken = Counter(dict(payment.holds.values_list("stockrecord", "quantity")))
    _keep_no_longer(payment)
    return taken


@transaction.atomic
def release(payment: "Payment") -> None:
    """Give back what was kept; nothing happens where nothing is."""
    for held in payment.holds.select_related("stockrecord").order_by("stockrecord"):
        held.stockrecord.cancel_allocation(held.quantity)
    _keep_no_longer(payment)


def _keep_no_longer(payment: "Payment") -> None:
    payment.holds.all().delete()
    payment.held_until = None
    payment.save(update_fields=["held_until"])


def _wanted(payment: "Payment") -> Counter[int]:
    """Pieces by stock record: lines that differ by an option share theirs."""
    wanted: Counter[int] = Counter()
    for record, quantity in payment.basket.lines.values_list("stockrecord", "quantity"):
        wanted[record] += quantity
    return wanted
