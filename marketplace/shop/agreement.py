"""What was agreed to, kept with the payment, and turned into an order once it is paid.

Between the two, prices, offers and shipping may change: the order is made of what was agreed.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from oscar.apps.offer.results import BasketDiscount
from oscar.apps.partner.prices import TaxInclusiveFixedPrice
from oscar.apps.partner.strategy import PurchaseInfo
from oscar.core.loading import get_model
from oscar.core.prices import Price

from marketplace.forks.partner.availability import Available
from marketplace.forks.partner.models import Partner
from marketplace.forks.partner.strategy import Default, vat_rate_under, vat_within
from marketplace.fulfilment.actions import ParcelPlan
from marketplace.payments.models import Payment

from .quote import Parcel, Quote

ConditionalOffer = get_model("offer", "ConditionalOffer")
BasketLine = get_model("basket", "Line")


class AgreedPrices(Default):
    """The prices that were written on the lines when the shopper agreed to them."""

    def fetch_for_line(self, line: Any, stockrecord: Any = None) -> PurchaseInfo:
        price = TaxInclusiveFixedPrice(
            currency=line.price_currency,
            excl_tax=line.price_excl_tax,
            tax=line.price_incl_tax - line.price_excl_tax,
        )
        return PurchaseInfo(price, Available(), line.stockrecord)


def write_prices(quote: Quote) -> None:
    """Write on each line what one piece costs."""
    lines = [line for parcel in quote.parcels for line in parcel.lines]
    for line in lines:
        price = line.purchase_info.price
        line.price_excl_tax, line.price_incl_tax = price.excl_tax, price.incl_tax
    BasketLine.objects.bulk_update(lines, ["price_excl_tax", "price_incl_tax"])


def details_of(quote: Quote, *, address: dict[str, str], gifts: dict[int, str]) -> dict[str, Any]:
    """The agreement as JSON. `gifts`: the message for each artisan whose parcel is a present."""
    return {
        "address": address,
        "parcels": [_parcel(parcel, gifts) for parcel in quote.parcels],
        "kept": {str(line.pk): line.why_kept for parcel in quote.parcels for line in parcel.lines},
        "discounts": [
            {"line": line.pk, "offer": given.offer and given.offer.pk}
            | {"amount": str(given.amount), "quantity": given.quantity}
            for parcel in quote.parcels
            for line in parcel.lines
            for given in line.discounts.all()
        ],
    }


def _parcel(parcel: Parcel, gifts: dict[int, str]) -> dict[str, Any]:
    if not (parcel.chosen and parcel.arrives):
        raise ValueError("a parcel out of reach is never agreed to")
    return {
        "partner": parcel.partner.pk,
        "vat_regime": parcel.partner.vat_regime,
        "option": parcel.chosen.pk,
        "method": parcel.chosen.method,
        "shipping": str(parcel.shipping),
        "send_by": parcel.send_by.isoformat(),
        "arrives": [day.isoformat() for day in parcel.arrives],
        "is_gift": parcel.partner.pk in gifts,
        "gift_message": gifts.get(parcel.partner.pk, ""),
    }


def agreed_basket(payment: Payment) -> Any:
    """The payment's basket, at the prices, with the discounts and the returns agreed to."""
    basket = payment.basket
    basket.strategy = AgreedPrices()
    lines = {line.pk: line for line in basket.all_lines()}
    for pk, line in lines.items():
        line.why_kept = payment.details["kept"].get(str(pk), "")
    offers = ConditionalOffer.objects.in_bulk(
        {given["offer"] for given in payment.details["discounts"]}
    )
    for given in payment.details["discounts"]:
        offer, amount = offers.get(given["offer"]), Decimal(given["amount"])
        lines[given["line"]].discount(amount, given["quantity"], incl_tax=True, offer=offer)
        if offer:
            basket.offer_applications.add(offer, BasketDiscount(amount))
    return basket


def agreed_plans(payment: Payment) -> list[ParcelPlan]:
    partners = Partner.objects.in_bulk([parcel["partner"] for parcel in payment.details["parcels"]])
    return [
        ParcelPlan(
            partner=partners[parcel["partner"]],
            vat_regime=_regime(parcel, partners[parcel["partner"]]),
            method=parcel["method"],
            shipping_price=Decimal(parcel["shipping"]),
            send_by=date.fromisoformat(parcel["send_by"]),
            arrives=(
                date.fromisoformat(parcel["arrives"][0]),
                date.fromisoformat(parcel["arrives"][1]),
            ),
            is_gift=parcel["is_gift"],
            gift_message=parcel["gift_message"],
        )
        for parcel in payment.details["parcels"]
    ]


def _regime(parcel: dict[str, Any], partner: Partner) -> str:
    """The VAT regime agreed to; payments begun before it was kept have the present one."""
    regime: str = parcel.get("vat_regime", partner.vat_regime)
    return regime


def shipping_charge(plans: list[ParcelPlan], currency: str) -> Price:
    """Delivery of all parcels; each bears the VAT of its artisan's goods."""
    charge = sum((plan.shipping_price for plan in plans), Decimal("0.00"))
    vat = sum(
        (vat_within(plan.shipping_price, vat_rate_under(plan.vat_regime)) for plan in plans),
        Decimal("0.00"),
    )
    return Price(currency, excl_tax=charge - vat, incl_tax=charge)
