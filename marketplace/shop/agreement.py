"""What was agreed to, kept with the payment, and turned into an order once it is paid.

Between the two, prices, offers and shipping may change: the order is made of what was agreed.
So may this code: what is kept says by `version` how it is meant, and `earlier_agreements` reads
what an earlier version of the platform has kept.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from oscar.apps.offer.results import SHIPPING_DISCOUNT, BasketDiscount
from oscar.apps.partner.prices import TaxInclusiveFixedPrice
from oscar.apps.partner.strategy import PurchaseInfo
from oscar.core.loading import get_model
from oscar.core.prices import Price

from marketplace.forks.partner.availability import Available
from marketplace.forks.partner.models import Partner
from marketplace.forks.partner.strategy import Default, vat_rate_of
from marketplace.fulfilment.actions import ParcelPlan
from marketplace.fulfilment.models import Part
from marketplace.money import without_vat
from marketplace.payments.models import Payment

from .earlier_agreements import ONE_EACH, VERSION, brought_up_to_date
from .quote import Parcel, Quote

ConditionalOffer = get_model("offer", "ConditionalOffer")
Voucher = get_model("voucher", "Voucher")
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


def details_of(quote: Quote, *, address: dict[str, str], gifts: dict[str, str]) -> dict[str, Any]:
    """The agreement as JSON. `gifts`: by its key, what is said with a parcel that is a present."""
    in_two = any(parcel.part for parcel in quote.parcels)
    return {
        # What the version before can read, it does, in a process that an upgrade has yet to reach.
        "version": VERSION if in_two else ONE_EACH,
        "address": address,
        "parcels": [_parcel(parcel, gifts) for parcel in quote.parcels],
        "kept": {str(line.pk): line.why_kept for parcel in quote.parcels for line in parcel.lines},
        "discounts": [
            {"line": line.pk, "offer": given.offer and given.offer.pk}
            | {"amount": str(given.amount), "quantity": int(given.quantity)}
            for parcel in quote.parcels
            for line in parcel.lines
            for given in line.discounts.all()
        ],
        "offers": [
            {
                "offer": discount.offer.pk,
                "voucher": discount.voucher and discount.voucher.pk,
                "amount": str(discount.amount),
                "times": discount.times,
                "is_of_delivery": discount.is_of_delivery,
            }
            for discount in quote.discounts
        ],
    }


def _parcel(parcel: Parcel, gifts: dict[str, str]) -> dict[str, Any]:
    if not (parcel.chosen and parcel.arrives):
        raise ValueError("a parcel out of reach is never agreed to")
    return {
        "partner": parcel.partner.pk,
        "part": parcel.part,
        "lines": [line.pk for line in parcel.lines],
        "option": parcel.chosen.pk,
        "method": parcel.chosen.method,
        "shipping": str(parcel.shipping),
        "send_by": parcel.send_by.isoformat(),
        "arrives": [day.isoformat() for day in parcel.arrives],
        "is_gift": parcel.key in gifts,
        "gift_message": gifts.get(parcel.key, ""),
        "vat_regime": parcel.partner.vat_regime,
        "vat_rate": str(vat_rate_of(parcel.partner)),
    }


class Agreement:
    """What a payment keeps, as the things that an order is made of.

    Raises UnknownVersion where a later version of the platform has written it.
    """

    def __init__(self, payment: Payment) -> None:
        self.payment = payment
        self.details = brought_up_to_date(payment)
        self.plans = self._plans()
        self.basket = self._basket()
        self.shipping = self._without_vat()

    def _plans(self) -> list[ParcelPlan]:
        parcels = self.details["parcels"]
        partners = Partner.objects.in_bulk([parcel["partner"] for parcel in parcels])
        return [
            ParcelPlan(
                partner=partners[parcel["partner"]],
                part=Part(parcel["part"]),
                lines=parcel["lines"],
                method=parcel["method"],
                shipping_price=Decimal(parcel["shipping"]),
                send_by=date.fromisoformat(parcel["send_by"]),
                arrives=(
                    date.fromisoformat(parcel["arrives"][0]),
                    date.fromisoformat(parcel["arrives"][1]),
                ),
                is_gift=parcel["is_gift"],
                gift_message=parcel["gift_message"],
                vat_regime=parcel["vat_regime"],
                vat_rate=Decimal(parcel["vat_rate"]),
            )
            for parcel in parcels
        ]

    def _basket(self) -> Any:
        """The payment's basket, at the prices, with the discounts and the returns agreed to."""
        basket = self.payment.basket
        basket.strategy = AgreedPrices()
        lines = {line.pk: line for line in basket.all_lines()}
        for pk, line in lines.items():
            line.why_kept = self.details["kept"].get(str(pk), "")
        given, applied = self.details["discounts"], self.details["offers"]
        offers = ConditionalOffer.objects.in_bulk({each["offer"] for each in [*given, *applied]})
        for each in given:
            lines[each["line"]].discount(
                Decimal(each["amount"]), each["quantity"], offer=offers.get(each["offer"])
            )
        vouchers = Voucher.objects.in_bulk({each["voucher"] for each in applied})
        for each in applied:
            if offer := offers.get(each["offer"]):  # it may be gone; what it gave stays given
                offer.set_voucher(vouchers.get(each["voucher"]))
                _apply(basket, offer, each)
        return basket

    def _without_vat(self) -> Price:
        """Have VAT worked out from the total of each parcel, goods and delivery, at its rate.

        The lines learn their part of it; what is returned is the delivery of all parcels.
        """
        charge = without = Decimal("0.00")
        for plan in self.plans:
            lines = [line for line in self.basket.all_lines() if line.pk in plan.lines]
            goods = [line.line_price_incl_tax_incl_discounts for line in lines]
            *nets, shipping = without_vat([*goods, plan.shipping_price], plan.vat_rate)
            for line, net in zip(lines, nets, strict=True):
                line.net = net
            charge += plan.shipping_price
            without += shipping
        return Price(self.payment.currency, excl_tax=without, incl_tax=charge)

    @property
    def discount_on_delivery(self) -> Decimal:
        return sum(
            (Decimal(each["amount"]) for each in self.details["offers"] if each["is_of_delivery"]),
            Decimal("0.00"),
        )


def _apply(basket: Any, offer: Any, given: dict[str, Any]) -> None:
    """Have Oscar write down what the offer gave, and count how often it was used."""
    amount = Decimal(given["amount"])
    result = SHIPPING_DISCOUNT if given["is_of_delivery"] else BasketDiscount(amount)
    basket.offer_applications.add(offer, result)
    basket.offer_applications.applications[offer.pk]["freq"] = given["times"]
