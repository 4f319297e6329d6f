"""Who orders and who receives are two persons, and nobody is asked for more than is needed."""

import pytest
from django.urls import reverse
from django.utils.translation import override
from oscar.core.loading import get_model

from ground.letters.models import Letter
from marketplace.fulfilment.models import Consignment, ShippingOption
from marketplace.payments.models import Payment
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ADDRESS, ArtisanFactory, begin_payment, make_basket
from tests.factories.marketplace import make_product as product_on_sale
from tests.marketplace.shop.test_checkout import PAGE, fill, finish, form_of, pay

pytestmark = pytest.mark.django_db(transaction=True)
Order = get_model("order", "Order")
BUYER = {"email": "noemi@terril.example", "first_name": "Noémi", "last_name": "Wattel"}
STREET = ("line1", "line2", "postcode", "line4")


@pytest.fixture
def worker():
    return UserFactory.create()


@pytest.fixture
def artisan(worker):
    artisan = ArtisanFactory.create(commune="Liévin")
    artisan.users.add(worker)
    return artisan


@pytest.fixture
def thing(artisan):
    return product_on_sale(artisan=artisan)


def read(client, user, name):
    client.force_login(user)
    parcel = Consignment.objects.get()
    return client.get(reverse(name, args=[parcel.partner.code, parcel.number])).content.decode()


def test_letters_are_to_the_buyer_and_the_parcel_is_to_the_recipient(
    client, artisan, worker, thing
):
    fill(client, [thing])
    back = finish(client, pay(client, form_of(client, **BUYER, recipient=" Mamie\u00a0Jo ")))
    order = Order.objects.get()
    assert (order.buyer.name, order.shipping_address.name) == ("Noémi Wattel", "Mamie Jo")
    letter = Letter.objects.get(to=BUYER["email"])
    assert "Merci, Noémi." in letter.text
    assert "Merci, Noémi." in letter.html
    page = client.get(back.headers["Location"]).content.decode()
    assert "<address>Mamie Jo<br>" in page
    for name in ("studio:order_slip", "studio:order"):
        paper = read(client, worker, name)
        assert "Mamie Jo<br>" in paper
        assert "Wattel" not in paper


def test_without_another_name_the_parcel_is_to_the_buyer(client, thing):
    fill(client, [thing])
    finish(client, pay(client, form_of(client, **BUYER)))
    order = Order.objects.get()
    assert order.buyer.name == order.shipping_address.name == "Noémi Wattel"


def test_a_payment_begun_before_the_two_were_told_apart_still_becomes_its_order(thing):
    from django.utils import timezone

    from marketplace.payments.models import SandboxCharge
    from marketplace.payments.sandbox import actions as sandbox

    payment = begin_payment(make_basket(thing))
    old = {name: value for name, value in payment.details["address"].items() if name in ADDRESS}
    Payment.objects.update(details={**payment.details, "address": old})
    sandbox.play(SandboxCharge.objects.get(), "accept", at=timezone.now())
    assert Order.objects.get().shipping_address.name == "Jeanne Delattre"


class TestAllFetched:
    @pytest.fixture
    def only_fetched(self, thing):
        ShippingOption.objects.exclude(method="pickup").delete()
        return thing

    @pytest.mark.parametrize("language", ["fr", "en"])
    def test_no_street_is_asked_where_everything_is_fetched(
        self, client, worker, only_fetched, language
    ):
        fill(client, [only_fetched])
        with override(language):
            page = client.get(reverse(PAGE)).content.decode()
            assert 'id="somewhere" data-shown aria-labelledby="where" hidden' in page
            fields = form_of(client, **BUYER)
            for name in (*STREET, "country", "recipient"):
                fields.pop(name, None)
            back = finish(client, pay(client, fields))
        order = Order.objects.get()
        assert order.buyer.name == "Noémi Wattel"
        page = client.get(back.headers["Location"]).content.decode()
        assert "<address>" not in page
        letter = Letter.objects.get(to=BUYER["email"])
        assert ("Sent to" in letter.text, "Envoyé à" in letter.text) == (False, False)
        assert "Noémi Wattel" in read(client, worker, "studio:order_slip")

    def test_who_chooses_to_fetch_everything_is_asked_for_no_street_either(self, client, artisan):
        fill(client, [product_on_sale(artisan=artisan)])
        pickup = ShippingOption.objects.get(partner=artisan, method="pickup")
        wish = {f"parcel-{artisan.pk}-option": str(pickup.pk), "line1": "", "postcode": "12"}
        shown = pay(client, form_of(client, **wish, update="1"))
        assert shown.context["quote"].is_fetched
        seen = shown.context["quote"].digest
        assert pay(client, form_of(client, **wish, seen=seen)).status_code == 302
        assert Payment.objects.get().details["address"]["postcode"] == ""

    def test_where_one_parcel_is_sent_the_address_is_asked(self, client, artisan, thing):
        other = product_on_sale()
        fill(client, [thing, other])
        pickup = ShippingOption.objects.get(partner=artisan, method="pickup")
        wish = {f"parcel-{artisan.pk}-option": str(pickup.pk), "line1": ""}
        seen = pay(client, form_of(client, **wish, update="1")).context["quote"].digest
        page = pay(client, form_of(client, **wish, seen=seen))
        assert set(page.context["address"].errors) == {"line1"}

    def test_an_address_that_nothing_reaches_can_be_put_right(self, client, thing):
        fill(client, [thing])
        wish = {"postcode": "97200", "update": "1"}
        page = pay(client, form_of(client, **wish))
        assert page.context["quote"].asks_where
        assert 'aria-labelledby="where" hidden' not in page.content.decode()


def test_the_buyers_name_is_needed_in_any_case(client, thing):
    ShippingOption.objects.exclude(method="pickup").delete()
    fill(client, [thing])
    page = pay(client, form_of(client, first_name="", last_name="\u00a0", email=""))
    assert set(page.context["buyer"].errors) == {"first_name", "last_name", "email"}
