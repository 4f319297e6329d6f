"""What payments begun under an earlier version of the platform keep, read as today's would.

One function a version, each from the one before to the next. A payment lives for minutes, but it
may live across an upgrade, and what it has taken must end as an order or a refund.
"""

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from typing import Any

from oscar.core.loading import get_model

from marketplace.forks.partner.models import Partner
from marketplace.forks.partner.strategy import vat_rate_under
from marketplace.money import whole_cents
from marketplace.payments.models import Payment

BasketLine = get_model("basket", "Line")

VERSION = 3  # today's; a key more, which may be missing when it is read, is no new version
ONE_EACH = 2  # the last under which an artisan has one parcel


class UnknownVersion(Exception):
    """Written by a later version of the platform, as before a way back to this one."""


def brought_up_to_date(payment: Payment) -> dict[str, Any]:
    """The payment's details as the current version writes them; they stay stored as they are."""
    details = payment.details
    for version in range(details.get("version", 1), VERSION):
        details = STEPS[version](payment, details)
    if details.get("version") != VERSION:
        raise UnknownVersion(f"{payment}: version {details.get('version')}")
    return details


def _to_2(payment: Payment, details: dict[str, Any]) -> dict[str, Any]:
    """Version 1 bore no number. Its first kept no word on returns, only its last a VAT regime."""
    discounts = _in_cents(payment, details)
    given: defaultdict[int, Decimal] = defaultdict(Decimal)
    for each in discounts:
        if each["offer"]:
            given[each["offer"]] += Decimal(each["amount"])
    return {
        "version": 2,
        "address": details["address"],
        "parcels": [parcel | _vat(parcel) for parcel in details["parcels"]],
        "kept": details.get("kept", {}),
        "discounts": discounts,
        "offers": [
            {"offer": offer, "voucher": None, "amount": str(amount)}
            | {"times": 1, "is_of_delivery": False}
            for offer, amount in given.items()
        ],
    }


def _in_cents(payment: Payment, details: dict[str, Any]) -> list[dict[str, Any]]:
    """Its discounts could have parts of a cent: they are rounded so as to fit what was paid."""
    wanted = [Fraction(Decimal(each["amount"])) for each in details["discounts"]]
    lines = BasketLine.objects.filter(basket=payment.basket_id)
    prices = lines.values_list("price_incl_tax", "quantity")
    goods = sum((price * quantity for price, quantity in prices), Decimal("0.00"))
    shipping = sum((Decimal(parcel["shipping"]) for parcel in details["parcels"]), Decimal("0.00"))
    paid_less = Fraction(goods + shipping - payment.amount)
    if sum(wanted) and abs(paid_less - sum(wanted)) < Fraction(1, 100):
        wanted = [part * paid_less / sum(wanted) for part in wanted]
    return [
        each | {"amount": str(amount)}
        for each, amount in zip(details["discounts"], whole_cents(wanted), strict=True)
    ]


def _vat(parcel: dict[str, Any]) -> dict[str, str]:
    """As it is now, where it was not written down."""
    regime = parcel.get("vat_regime") or Partner.objects.get(pk=parcel["partner"]).vat_regime
    return {"vat_regime": regime, "vat_rate": str(vat_rate_under(regime))}


def _to_3(payment: Payment, details: dict[str, Any]) -> dict[str, Any]:
    """Until version 2, all that one artisan prepares is one parcel."""
    lines: defaultdict[int, list[int]] = defaultdict(list)
    of_basket = BasketLine.objects.filter(basket=payment.basket_id).order_by("pk")
    for pk, partner in of_basket.values_list("pk", "stockrecord__partner"):
        lines[partner].append(pk)
    parcels = [
        parcel | {"part": 0, "lines": lines[parcel["partner"]]} for parcel in details["parcels"]
    ]
    return details | {"version": 3, "parcels": parcels}


STEPS = {1: _to_2, 2: _to_3}
