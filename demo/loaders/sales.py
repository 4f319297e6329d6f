"""What was bought already: orders through the same doors as a shopper's, back-dated.

Placed once. They belong to nobody's words, so renewing the demo leaves them as people left them.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone
from oscar.core.loading import get_class, get_model

from ground.accounts.models import User
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.strategy import Default
from marketplace.fulfilment import actions as fulfilment
from marketplace.fulfilment.models import Consignment
from marketplace.payments import actions as payments
from marketplace.payments.models import Payment
from marketplace.payments.sandbox import actions as sandbox
from marketplace.payments.sandbox.models import SandboxCharge
from marketplace.shop.actions import checkout
from marketplace.shop.quote import quote_for

from ..words import Table, read, rows

Basket = get_model("basket", "Basket")
Order = get_model("order", "Order")
Applicator = get_class("offer.applicator", "Applicator")


def load() -> None:
    """Not inside a transaction: an order is placed once its payment has committed."""
    if Order.objects.exists():
        return
    now = timezone.now()
    for row in rows("orders", "order"):
        order = _buy(row, at=now - timedelta(days=row["days_ago"], minutes=40))
        parcels = {parcel.partner.code: parcel for parcel in order.consignments.all()}
        for code in row.get("accepted", []):
            fulfilment.accept(parcels[code], by=_artisan(parcels[code]), at=now)
        for sent in row.get("sent", []):
            _send(parcels[sent["artisan"]], sent, at=now - timedelta(days=sent["days_ago"]))


def _buy(row: Table, *, at: datetime) -> Any:
    """Fill a basket, agree to its price, and pay at the sandbox; gives the order."""
    shopper = _account(row["account"]) if "account" in row else None
    basket = _basket(row, shopper)
    payment = checkout.begin(basket=basket, wish=_wish(row, basket, at), by=shopper, at=at)
    payments.send(payment, return_url="/", at=at)
    sandbox.play(SandboxCharge.objects.get(reference=payment.reference), "accept", at=at)
    return Payment.objects.get(pk=payment.pk).order


def _basket(row: Table, shopper: User | None) -> Any:
    basket = Basket.objects.create(owner=shopper)
    basket.strategy = Default()
    for line in row["lines"]:
        product = Product.objects.get(stockrecords__partner_sku=line["sku"])
        basket.add_product(product, line["quantity"])
    return basket


def _wish(row: Table, basket: Any, at: datetime) -> checkout.Wish:
    """The cheapest delivery of each parcel, at the price of that day."""
    Applicator().apply(basket, basket.owner)
    country = row["address"]["country"]
    quote = quote_for(basket, today=timezone.localdate(at), country=country)
    keys = {parcel.partner.code: parcel.key for parcel in quote.parcels}
    return checkout.Wish(
        address=row["address"],
        choices={},
        gifts={keys[code]: words for code, words in row.get("gift", {}).items()},
        seen=quote.digest,
        language=row["language"],
        key=uuid4(),
    )


def _send(parcel: Consignment, sent: Table, *, at: datetime) -> None:
    fulfilment.mark_sent(
        parcel,
        by=_artisan(parcel),
        at=at,
        carrier=sent["carrier"],
        tracking_number=sent["tracking_number"],
    )


def _artisan(parcel: Consignment) -> User:
    """Who works there: only workshops with an account in the demo do anything."""
    found: User = parcel.partner.users.get()
    return found


def _account(name: str) -> User:
    row = next(one for one in read("accounts")["account"] if one["id"] == name)
    return User.objects.get(email=row["email"])
