"""A payment that was begun before an upgrade ends after it: as an order, or the money goes back.

What earlier versions kept stands here as they wrote it.
"""

from decimal import Decimal
from hashlib import sha256

import pytest
from django.utils import timezone
from oscar.core.loading import get_model

from marketplace.forks.offer.models import Benefit, Condition, ConditionalOffer, Range
from marketplace.forks.partner.models import Partner
from marketplace.payments.models import Payment, SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from marketplace.payments.states import State
from marketplace.shop.earlier_agreements import ONE_EACH, VERSION
from marketplace.shop.quote import quote_for
from tests.factories.marketplace import ArtisanFactory, begin_payment, make_basket, make_product

Order = get_model("order", "Order")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def payment():
    """Three for 6.50 €, half a cent off by an offer of 5 %, delivered for 4.90 €."""
    artisan = ArtisanFactory.create(standard_vat=True)
    basket = make_basket(make_product(artisan=artisan, price="6.50"), quantity=3)
    return begin_payment(basket)


@pytest.fixture
def offer():
    everything = Range.objects.create(name="Tout", includes_all_products=True)
    return ConditionalOffer.objects.create(
        name="5 %",
        condition=Condition.objects.create(range=everything, type="Count", value=1),
        benefit=Benefit.objects.create(range=everything, type="Percentage", value=5),
    )


def accept(payment):
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, "accept", at=timezone.now())
    payment.refresh_from_db()
    charge.refresh_from_db()
    return charge


def kept_by_version_1(payment, *, amount: str, discount: str, offer, with_kept: bool) -> None:
    """Put in place what version 1 kept, to the letter: parts of a cent, no number, no VAT."""
    line = payment.basket.lines.get()
    partner = Partner.objects.get(pk=line.stockrecord.partner_id)
    details = {
        "address": payment.details["address"],
        "parcels": [
            {
                "partner": partner.pk,
                "option": partner.shipping_options.get(method="parcel", zone="home").pk,
                "method": "parcel",
                "shipping": "4.90",
                "send_by": "2026-12-03",
                "arrives": ["2026-12-05", "2026-12-08"],
                "is_gift": True,
                "gift_message": "Pour toi",
            }
        ],
        "discounts": [
            {"line": line.pk, "offer": offer and offer.pk, "amount": discount, "quantity": 3}
        ],
    }
    if with_kept:
        details["kept"] = {str(line.pk): ""}
    Payment.objects.filter(pk=payment.pk).update(details=details, amount=amount)
    SandboxCharge.objects.filter(reference=payment.reference).update(amount=amount)
    payment.refresh_from_db()


@pytest.mark.parametrize("with_kept", [False, True])
@pytest.mark.parametrize(
    ("discount", "amount"),
    [
        ("0.975000", "23.42"),  # 23.425, as it was charged
        ("0.985000", "23.42"),  # 23.415, as it was charged
        ("1.00", "23.40"),
        ("0.004", "24.40"),
    ],
)
def test_what_version_1_kept_becomes_an_order(payment, offer, discount, amount, with_kept):
    kept_by_version_1(payment, amount=amount, discount=discount, offer=offer, with_kept=with_kept)
    accept(payment)
    assert payment.state == State.CAPTURED
    order = Order.objects.get()
    assert order.total_incl_tax == payment.amount == Decimal(amount)
    [parcel] = order.consignments.all()
    assert (parcel.total, parcel.gift_message) == (payment.amount, "Pour toi")
    assert (parcel.vat_regime, parcel.vat_rate) == ("standard", Decimal("0.20"))
    given = sum(each.amount for each in order.discounts.all())
    assert given == Decimal("24.40") - payment.amount


def test_an_offer_that_is_gone_was_given_all_the_same(payment, offer):
    kept_by_version_1(payment, amount="23.42", discount="0.975", offer=offer, with_kept=True)
    offer.delete()
    accept(payment)
    assert Order.objects.get().total_incl_tax == Decimal("23.42")


def test_what_does_not_fit_what_was_paid_goes_back(payment):
    kept_by_version_1(payment, amount="20.00", discount="0.975", offer=None, with_kept=True)
    charge = accept(payment)
    assert (payment.state, charge.state) == (State.REFUNDED, "refunded")
    assert Order.objects.count() == 0


@pytest.mark.parametrize("details", [{}, {"version": VERSION + 1}, {"version": 0}])
def test_what_nobody_can_read_goes_back(payment, details):
    Payment.objects.filter(pk=payment.pk).update(details=details)
    charge = accept(payment)
    assert (payment.state, charge.state) == (State.REFUNDED, "refunded")
    assert Order.objects.count() == 0


def test_what_is_kept_today_bears_its_version_and_what_earlier_ones_read(payment):
    """An old process may still be at work while a new one writes."""
    assert payment.details["version"] == ONE_EACH
    read_by_1 = {"address", "parcels", "kept", "discounts"}
    assert read_by_1 <= payment.details.keys()
    accept(payment)
    assert Order.objects.count() == 1


def test_what_version_2_kept_is_one_parcel_an_artisan():
    """It named no lines: all that an artisan prepares was in the parcel."""
    artisan = ArtisanFactory.create(sends_in_two=True)
    quick, slow = (
        make_product(artisan=artisan, stock=many, lead_time_days=9) for many in (4, None)
    )
    payment = begin_payment(make_basket(quick, make_product(price="11.00"), slow))
    details = payment.details | {"version": ONE_EACH}
    for parcel in details["parcels"]:
        del parcel["part"], parcel["lines"]
    Payment.objects.filter(pk=payment.pk).update(details=details)
    accept(payment)
    parcels = Order.objects.get().consignments.order_by("number")
    things = [[line.order_line.title for line in parcel.lines.all()] for parcel in parcels]
    assert things[0] == [quick.title, slow.title]
    assert len(things[1]) == 1
    assert {parcel.part for parcel in parcels} == {0}
    assert sum(parcel.total for parcel in parcels) == payment.amount


def test_vat_and_its_words_are_those_of_the_day_of_the_agreement(payment):
    Partner.objects.update(vat_regime=Partner.VatRegime.FRANCHISE)
    accept(payment)
    order = Order.objects.get()
    [parcel] = order.consignments.all()
    assert (parcel.vat_regime, parcel.vat_rate) == ("standard", Decimal("0.20"))
    assert order.total_incl_tax - order.total_excl_tax == Decimal("4.07")  # of 24.40


def test_an_upgrade_under_way_asks_nobody_to_agree_again():
    """Where nothing comes later, what is agreed to has the name that version 2 gave it."""
    basket = make_basket(make_product(price="6.50"), quantity=3)
    quote = quote_for(basket, today=timezone.localdate(), country="FR")
    [parcel] = quote.parcels
    [line] = parcel.lines
    thing = (
        line.stockrecord_id,
        line.words,
        False,
        3,
        str(line.line_price_incl_tax_incl_discounts),
    )
    by_version_2 = ([thing], [(parcel.partner.pk, "parcel", str(parcel.shipping))])
    assert quote.digest == sha256(repr(by_version_2).encode()).hexdigest()[:20]
