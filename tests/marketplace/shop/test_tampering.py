"""What is to be paid is worked out here: amounts that a browser sends are nobody's business."""

from decimal import Decimal

import pytest
from django.urls import reverse
from oscar.core.loading import get_model

from marketplace.fulfilment.models import ShippingOption
from marketplace.payments.models import Payment, SandboxCharge
from tests.factories.marketplace import ArtisanFactory, make_basket, make_product
from tests.marketplace.shop.test_checkout import fill, finish, form_of, kept, pay

pytestmark = pytest.mark.django_db(transaction=True)
Basket = get_model("basket", "Basket")
Line = get_model("basket", "Line")
Order = get_model("order", "Order")

TOTAL = Decimal("28.90")  # 24.00 and 4.90
FORGED = [
    *("total", "amount", "price", "unit_price", "goods", "subtotal", "shipping", "discount"),
    *("price_incl_tax", "line_price_incl_tax", "shipping_charge", "shipping_price", "contribution"),
    *("commission", "currency", "payment", "reference", "state", "paid", "order", "order_number"),
    *("user", "owner", "basket", "voucher", "code", "offer", "held_until", "provider"),
]


@pytest.fixture
def product():
    return make_product()


@pytest.mark.parametrize("value", ["0", "-5", "0.01", "999999999", "NaN"])
def test_amounts_in_the_form_change_no_amount(client, product, value):
    fill(client, [product])
    fields = form_of(client)
    (prefix,) = {name.removesuffix("-option") for name in fields if name.startswith("parcel-")}
    forged = dict.fromkeys(
        (name for field in FORGED for name in (field, f"{prefix}-{field}")), value
    )
    finish(client, pay(client, {**forged, **fields}))
    order = Order.objects.get()
    assert (order.total_incl_tax, order.shipping_incl_tax) == (TOTAL, Decimal("4.90"))
    assert Payment.objects.get().amount == SandboxCharge.objects.get().amount == TOTAL
    assert kept([product]) == [1]


@pytest.mark.parametrize("seen", ["", "0", "x" * 10_000, "é", "00000000"])
def test_a_quote_that_was_never_shown_is_shown_before_it_is_paid(client, product, seen):
    fill(client, [product])
    response = pay(client, form_of(client, seen=seen))
    assert (response.status_code, response.context["trouble"]) == (200, "changed")
    assert (Payment.objects.count(), kept([product])) == (0, [0])


def test_the_quote_of_another_basket_pays_for_no_other(client, product):
    cheap = make_product(price="1.00", artisan=product.stockrecords.get().partner)
    fill(client, [cheap])
    agreed = form_of(client)
    fill(client, [product])
    assert pay(client, agreed).context["trouble"] == "changed"
    assert Payment.objects.count() == 0


def test_the_cheap_delivery_of_another_country_or_artisan_is_refused(client, product):
    artisan = product.stockrecords.get().partner
    fill(client, [product])
    fields = form_of(client, country="BE", update="1")
    shown = pay(client, fields)
    fields = form_of(client, country="BE", seen=shown.context["quote"].digest)
    others = ArtisanFactory.create().shipping_options.get(method="pickup")
    at_home = ShippingOption.objects.get(partner=artisan, method="parcel", zone="home")
    for option in (others, at_home):
        response = pay(client, {**fields, f"parcel-{artisan.pk}-option": str(option.pk)})
        assert response.status_code == 200
    assert Payment.objects.count() == 0


def test_the_charge_is_what_it_was_whatever_is_sent_to_the_bank(client, product):
    fill(client, [product])
    bank = pay(client, form_of(client)).headers["Location"]
    client.post(
        bank, {"play": "accept", "amount": "0.01", "reference": "PAY-x", "return_url": "//x"}
    )
    assert Order.objects.get().total_incl_tax == TOTAL


@pytest.mark.parametrize("quantity", ["-1", "0.5", "1e3", "NaN", "", "9" * 400])
def test_no_quantity_makes_a_basket_cheaper(client, product, quantity):
    fill(client, [product])
    line = Line.objects.get()
    client.post(reverse("basket:change", args=[line.pk]), {"quantity": quantity, "price": "1"})
    client.post(reverse("basket:add", args=[product.pk]), {"quantity": quantity, "price": "1"})
    quote = client.get(reverse("basket:summary")).context["quote"]
    assert quote.goods >= Decimal("24.00")
    assert quote.goods == 24 * Line.objects.get().quantity


def test_a_variant_is_added_from_its_own_page_only(client, product):
    other = make_product(variants=[("petit", "1.00", 5), ("grand", "90.00", 5)])
    small = other.children.first()
    client.post(reverse("basket:add", args=[product.pk]), {"variant": small.pk})
    assert Line.objects.count() == 0


def test_a_line_of_another_basket_is_not_found(client, product):
    mine = make_basket(product)
    line = mine.lines.get()
    fill(client, [product])
    for name in ("change", "remove"):
        response = client.post(reverse(f"basket:{name}", args=[line.pk]), {"quantity": "5"})
        assert response.status_code == 404
    line.refresh_from_db()
    assert line.quantity == 1


def test_a_basket_or_a_payment_of_somebody_else_in_the_form_is_no_way_in(client, product):
    theirs = make_basket(product, quantity=3)
    fill(client, [product])
    fields = form_of(client, basket=str(theirs.pk), basket_id=str(theirs.pk), line=str(theirs.pk))
    pay(client, fields)
    assert Payment.objects.get().basket_id != theirs.pk
    theirs.refresh_from_db()
    assert theirs.status == Basket.OPEN


def test_the_key_of_somebody_elses_payment_leads_to_no_payment_of_theirs(client, product):
    fill(client, [product])
    pay(client, form_of(client))
    first = Payment.objects.get()
    client.cookies.clear()
    fill(client, [product])
    response = pay(client, form_of(client, key=str(first.idempotency_key)))
    assert Payment.objects.count() == 2
    assert first.reference not in response.headers["Location"]
