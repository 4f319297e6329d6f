"""What is written to the ledger, and when."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from marketplace.forks.partner.strategy import vat_within

from .models import ZERO, Account, Entry, Transaction

if TYPE_CHECKING:
    from decimal import Decimal

    from marketplace.forks.partner.models import Partner
    from marketplace.fulfilment.models import Consignment

COMMISSION, VAT, HERITAGE = "platform:commission", "platform:vat", "heritage"


class Movement(NamedTuple):
    debit: Account
    credit: Account
    amount: "Decimal"
    wording: str


@transaction.atomic
def record_sale(order: Any, *, provider: str, at: datetime) -> Transaction:
    """Write down a paid order: what each artisan gets, and what leaves it for whom.

    The reference makes it happen once: a second call raises IntegrityError.
    """
    sale = Transaction.objects.create(
        reference=f"sale:{order.number}", kind=Transaction.Kind.SALE, at=at, order=order
    )
    purse = account(f"provider:{provider}")
    for consignment in order.consignments.select_related("partner"):
        Entry.objects.bulk_create(
            Entry(transaction=sale, consignment=consignment, **movement._asdict())
            for movement in _movements(consignment, purse)
            if movement.amount > ZERO
        )
    return sale


@transaction.atomic
def record_refund(order: Any, *, at: datetime) -> Transaction:
    """Write down that all of an order goes back: each movement of its sale the other way.

    The reference makes it happen once: a second call raises IntegrityError.
    """
    refund = Transaction.objects.create(
        reference=f"refund:{order.number}", kind=Transaction.Kind.REFUND, at=at, order=order
    )
    Entry.objects.bulk_create(
        Entry(
            transaction=refund,
            consignment=entry.consignment,
            debit=entry.credit,
            credit=entry.debit,
            amount=entry.amount,
            wording=entry.wording,
        )
        for entry in Entry.objects.filter(
            transaction__order=order, transaction__kind=Transaction.Kind.SALE
        )
    )
    return refund


def _movements(consignment: "Consignment", purse: Account) -> Iterator[Movement]:
    artisan = account_of(consignment.partner)
    vat = vat_within(consignment.commission, settings.VAT_RATE)
    yield Movement(purse, artisan, consignment.goods_total, _("Goods"))
    yield Movement(purse, artisan, consignment.shipping_price, _("Delivery"))
    yield Movement(artisan, account(COMMISSION), consignment.commission - vat, _("Commission"))
    yield Movement(artisan, account(VAT), vat, _("VAT on the commission"))
    yield Movement(artisan, account(HERITAGE), consignment.contribution, _("Heritage contribution"))


def account(code: str) -> Account:
    return Account.objects.get_or_create(code=code)[0]


def account_of(partner: "Partner") -> Account:
    """What is owed to that artisan."""
    code = f"artisan:{partner.pk}"
    return Account.objects.get_or_create(code=code, defaults={"partner": partner})[0]
