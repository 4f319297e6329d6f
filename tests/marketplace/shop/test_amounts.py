"""What is shown = what is paid = the order = its parcels = the ledger, whatever reduces it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from oscar.core.loading import get_model

from marketplace.forks.offer.models import Benefit, Condition, ConditionalOffer, Range
from marketplace.forks.partner.models import Partner, StockRecord
from marketplace.fulfilment.models import ShippingOption
from marketplace.money import to_cent, whole_cents, without_vat
from marketplace.payments.models import Payment
from marketplace.payments.states import State
from marketplace.settlement.models import Entry
from marketplace.shop.actions import checkout, orders, parcels
from tests.factories.marketplace import (
    ArtisanFactory,
    make_basket,
    make_product,
    make_quote,
    make_wish,
)

Order = get_model("order", "Order")
Voucher = get_model("voucher", "Voucher")
ZERO = Decimal("0.00")


def cents(least: int, most: int) -> st.SearchStrategy[Decimal]:
    return st.integers(least, most).map(lambda number: Decimal(number) / 100)


# --- Arithmetic ------------------------------------------------------------------------------


@given(st.lists(st.fractions(0, 10_000), max_size=12))
def test_parts_add_up_to_their_sum_rounded_once_and_none_moves_by_a_cent(parts):
    split = whole_cents(parts)
    assert sum(split, ZERO) == to_cent(sum(parts, Fraction(0)))
    moved = [abs(Fraction(part) - exact) for part, exact in zip(split, parts, strict=True)]
    assert all(each < Fraction(1, 100) for each in moved)


@pytest.mark.parametrize(
    ("amount", "rounded"), [("0.975", "0.98"), ("2.665", "2.67"), ("2.6649", "2.66"), ("1", "1.00")]
)
def test_half_a_cent_goes_up(amount, rounded):
    assert to_cent(Decimal(amount)) == Decimal(rounded)


def test_vat_is_worked_out_from_the_total_of_a_rate():
    seven_of_them = [Decimal("0.10")] * 7  # a piece: 0.0833, VAT 0.02; seven pieces: 0.58, not 0.56
    assert sum(without_vat(seven_of_them, Decimal("0.20"))) == Decimal("0.58")


# --- Any basket, any offers ------------------------------------------------------------------

AMOUNTS = {
    Benefit.PERCENTAGE: cents(1, 10_000),
    Benefit.FIXED: cents(1, 30_000),
    Benefit.FIXED_UNIT: cents(1, 5_000),
    Benefit.MULTIBUY: st.none(),
    Benefit.FIXED_PRICE: cents(0, 20_000),
    Benefit.SHIPPING_PERCENTAGE: cents(1, 10_000),
    Benefit.SHIPPING_ABSOLUTE: cents(1, 2_000),
    Benefit.SHIPPING_FIXED_PRICE: cents(0, 1_500),
}
OFFERS = st.sampled_from(sorted(AMOUNTS)).flatmap(
    lambda kind: st.fixed_dictionaries(
        {
            "kind": st.just(kind),
            "value": AMOUNTS[kind],
            "condition": st.one_of(
                st.tuples(st.just(Condition.COUNT), st.integers(1, 4)),
                st.tuples(st.just(Condition.COVERAGE), st.integers(1, 3)),
                st.tuples(st.just(Condition.VALUE), cents(1, 8_000)),
            ),
            "on_all": st.booleans(),
            "most": st.one_of(st.none(), st.integers(1, 4)),
            "exclusive": st.booleans(),
            "with_voucher": st.booleans(),
        }
    )
)
LINES = st.lists(
    st.tuples(cents(1, 30_000), st.integers(1, 7)), min_size=1, max_size=5
)  # price, quantity
DELIVERY = st.lists(cents(0, 2_000), min_size=3, max_size=3)
APART = st.lists(st.booleans(), min_size=3, max_size=3)  # by artisan: in two parcels, or in one
RATES = st.lists(st.integers(0, 3_000).map(lambda n: Decimal(n) / 10_000), min_size=3, max_size=3)


class Shop:
    """Three artisans, one of them under the standard regime of VAT, and five things.

    The last two are made to order: what else their artisans sell is in stock, and need not wait.
    """

    def __init__(self) -> None:
        self.artisans = [
            ArtisanFactory.create(standard_vat=place == 0, sends_in_two=True) for place in range(3)
        ]
        self.products = [
            make_product(
                artisan=self.artisans[place % 3],
                stock=999 if place < 3 else None,
                lead_time_days=2 if place < 3 else 21,
            )
            for place in range(5)
        ]
        self.everything = Range.objects.create(name="Everything", includes_all_products=True)
        self.some = Range.objects.create(name="Some")
        for product in self.products[:3]:
            self.some.add_product(product)
        self.full_basket = make_basket(*self.products)

    def set(self, lines: Any, delivery: Any, rates: Any, apart: Any) -> Any:
        """At these prices; returns a basket with so many of each."""
        for product, (price, _) in zip(self.products, lines, strict=False):
            StockRecord.objects.filter(product=product).update(price=price)
        for artisan, price, rate in zip(self.artisans, delivery, rates, strict=True):
            ShippingOption.objects.filter(partner=artisan).update(price=price)
            Partner.objects.filter(pk=artisan.pk).update(commission_rate=rate)
        basket = make_basket()
        for product, (_, quantity) in zip(self.products, lines, strict=False):
            product.refresh_from_db()
            basket.add_product(product, quantity)
        self.choose(basket, apart)
        return basket

    def choose(self, basket: Any, apart: Any) -> None:
        wishes = dict(zip((artisan.pk for artisan in self.artisans), apart, strict=True))
        parcels.choose(basket, wishes, today=timezone.localdate())

    def price(self, basket: Any, lines: Any, delivery: Any, rates: Any, apart: Any) -> Any:
        """The same without writing what needs no row: a basket that is loaded, priced anew."""
        basket = type(basket).objects.get(pk=basket.pk)
        basket._lines = list(basket.all_lines())[: len(lines)]
        for line, (price, quantity) in zip(basket._lines, lines, strict=True):
            line.quantity, line.stockrecord.price = quantity, price
            place = self.artisans.index(line.stockrecord.partner)
            line.stockrecord.partner.commission_rate = rates[place]
        for artisan, price in zip(self.artisans, delivery, strict=True):
            ShippingOption.objects.filter(partner=artisan).update(price=price)
        self.choose(basket, apart)
        return basket

    def offer(self, basket: Any, number: int, wanted: dict[str, Any]) -> None:
        """An offer of that kind, or a voucher with it in the basket."""
        kind, (condition, least) = wanted["kind"], wanted["condition"]
        range_ = self.everything if wanted["on_all"] else self.some
        has_no_range = kind.startswith("Shipping") or kind == Benefit.FIXED_PRICE
        has_most = kind in {Benefit.PERCENTAGE, Benefit.FIXED, Benefit.FIXED_UNIT}
        offer = ConditionalOffer.objects.create(
            name=f"Offer {number}",
            offer_type="Voucher" if wanted["with_voucher"] else "Site",
            exclusive=wanted["exclusive"],
            priority=-number,
            condition=Condition.objects.create(range=range_, type=condition, value=least),
            benefit=Benefit.objects.create(
                range=None if has_no_range else range_,
                type=kind,
                value=wanted["value"],
                max_affected_items=wanted["most"] if has_most else None,
            ),
        )
        if wanted["with_voucher"]:
            now = timezone.now()
            voucher = Voucher.objects.create(
                name=f"Voucher {number}",
                code=f"V{number}",
                start_datetime=now - timedelta(days=1),
                end_datetime=now + timedelta(days=1),
            )
            voucher.offers.add(offer)
            basket.vouchers.add(voucher)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def pay(basket: Any) -> Payment:
    """A payment that the bank has just said it has taken."""
    now = timezone.now()
    payment = checkout.begin(basket=basket, wish=make_wish(basket), by=None, at=now)
    Payment.objects.filter(pk=payment.pk).update(state=State.CAPTURED)
    orders.place(payment, at=now)
    payment.refresh_from_db()
    return payment


def agrees(quote: Any) -> None:
    """What is agreed to is one amount, however it is added up."""
    lines = [line for parcel in quote.parcels for line in parcel.lines]
    of_goods = sum((each.amount for each in quote.discounts if not each.is_of_delivery), ZERO)
    of_delivery = sum((each.amount for each in quote.discounts if each.is_of_delivery), ZERO)
    before = sum((line.line_price_incl_tax for line in lines), ZERO)
    delivery = sum((parcel.price_of_delivery for parcel in quote.parcels), ZERO)
    assert quote.goods == before - of_goods
    assert quote.shipping == delivery - of_delivery
    assert quote.total == sum((parcel.total for parcel in quote.parcels), ZERO)
    assert all(parcel.goods >= 0 and parcel.shipping >= 0 for parcel in quote.parcels)
    shown = [each.amount for each in quote.discounts]
    reductions = [parcel.reduction for parcel in quote.parcels]
    prices = [line.line_price_incl_tax_incl_discounts for line in lines]
    assert all(amount == to_cent(amount) for amount in [*shown, *reductions, *prices])


def adds_up(quote: Any, payment: Payment) -> None:
    """Every place that says what it costs says the same."""
    agrees(quote)
    order = payment.order
    assert order is not None
    payment.refresh_from_db()
    assert payment.amount == quote.total == order.total_incl_tax
    shown = sum((discount.amount for discount in order.discounts.all()), ZERO)
    assert shown == sum((each.amount for each in quote.discounts), ZERO)
    sent = list(order.consignments.order_by("number"))
    assert [each.total for each in sent] == [parcel.total for parcel in quote.parcels]
    assert [each.part for each in sent] == [parcel.part for parcel in quote.parcels]
    assert sum((each.total for each in sent), ZERO) == payment.amount
    incoming = Entry.objects.filter(transaction__order=order, debit__code="provider:sandbox")
    assert (incoming.aggregate(sum=Sum("amount"))["sum"] or ZERO) == payment.amount

    vat = ZERO
    for parcel in sent:
        vat += parcel.total - to_cent(parcel.total / (1 + parcel.vat_rate))
        goods = [line.order_line for line in parcel.lines.all()]
        assert sum((line.line_price_incl_tax for line in goods), ZERO) == parcel.goods_total
    assert order.total_incl_tax - order.total_excl_tax == vat
    for line in order.lines.all():
        assert 0 <= line.line_price_excl_tax <= line.line_price_incl_tax


@pytest.fixture
def shop(db):
    return Shop()


def test_a_thing_that_is_free_from_some_amount_on_is_taken_no_more_often_than_it_is_there(shop):
    basket = shop.price(
        shop.full_basket, [(Decimal("24.00"), 1)] * 5, [ZERO] * 3, [ZERO] * 3, [False] * 3
    )
    condition = (Condition.VALUE, Decimal("0.40"))
    free = {"kind": Benefit.MULTIBUY, "value": None, "condition": condition, "on_all": True}
    shop.offer(basket, 1, {**free, "most": None, "exclusive": False, "with_voucher": False})
    quote = make_quote(basket)
    assert quote.discounts[0].times <= 5
    agrees(quote)


ANY = {
    "lines": LINES,
    "offers": st.lists(OFFERS, max_size=3),
    "delivery": DELIVERY,
    "rates": RATES,
    "apart": APART,
}
TRIED = settings(
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # shrinking would take longer than finding
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@settings(TRIED, max_examples=2_000)
@given(**ANY)
def test_what_is_agreed_to_is_one_amount_to_the_cent(shop, lines, offers, delivery, rates, apart):
    with undone():
        basket = shop.price(shop.full_basket, lines, delivery, rates, apart)
        for number, offer in enumerate(offers):
            shop.offer(basket, number, offer)
        agrees(make_quote(basket))


# Half a second each: the suite tries some, and AMOUNTS_EXAMPLES=2000 as many as one likes.
@settings(TRIED, max_examples=int(os.environ.get("AMOUNTS_EXAMPLES", "60")))
@given(**ANY)
def test_paid_ordered_sent_and_booked_are_one_amount(shop, lines, offers, delivery, rates, apart):
    with undone():
        basket = shop.set(lines, delivery, rates, apart)
        for number, offer in enumerate(offers):
            shop.offer(basket, number, offer)
        quote = make_quote(basket)
        adds_up(quote, pay(basket))
