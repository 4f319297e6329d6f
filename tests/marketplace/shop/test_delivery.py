"""What is offered, fits and is promised, from the product's page to the order."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.translation import override

from marketplace.forks.catalogue.models import Product
from marketplace.fulfilment.models import ShippingOption
from marketplace.payments.models import Payment
from marketplace.shop.delivery import promise
from marketplace.shop.quote import key_of, quote_for
from tests.factories.marketplace import (
    ArtisanFactory,
    make_basket,
    make_product,
    make_quote,
)
from tests.marketplace.shop.test_checkout import PAGE, fill, form_of, pay

pytestmark = pytest.mark.django_db


@pytest.fixture
def artisan():
    artisan = ArtisanFactory.create(lead_time_days=2, postcode="62300", commune="Lens")
    ShippingOption.objects.create(partner=artisan, method="letter", price=Decimal("3.90"))
    return artisan


def chosen(*products, **given):
    (parcel,) = make_quote(make_basket(*products), **given).parcels
    return parcel


class TestVariants:
    @pytest.fixture
    def listing(self, artisan):
        return make_product(
            artisan=artisan,
            price="0",
            variants=[("petit", "30.00", 4), ("grand", "45.00", 4)],
            weight_g=2600,
            lead_time_days=12,
            texts={"dimensions": {"fr": "30 × 20 × 9 cm", "en": "30 × 20 × 9 cm"}},
        )

    def test_a_variant_that_says_nothing_has_its_listings_days_weight_and_size(self, listing):
        for variant in listing.children.all():
            parcel = chosen(variant)
            assert parcel.load.weight_g == 2600
            assert parcel.load.things == [(300, 200, 90)]
            assert variant.days_to_make(parcel.partner) == 12
            asked = promise(variant, parcel.partner, Decimal(30), today=parcel.today)
            assert asked.first == parcel.arrives[0]

    def test_a_variant_may_say_its_own(self, listing):
        small = listing.children.get(upc="petit")
        Product.objects.filter(pk=small.pk).update(lead_time_days=0, weight_g=90)
        small.refresh_from_db()
        parcel = chosen(small)
        assert (small.days_to_make(parcel.partner), parcel.load.weight_g) == (0, 90)

    def test_a_listing_without_days_has_its_artisans(self, artisan):
        assert make_product(artisan=artisan).days_to_make(artisan) == 2

    def test_its_page_asks_as_many_questions_for_one_variant_as_for_three(self, artisan, client):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        counts = []
        for skus in (["a"], ["b", "c", "d"]):
            variants = [(sku, "30.00", None) for sku in skus]
            product = make_product(artisan=artisan, variants=variants, lead_time_days=8)
            with CaptureQueriesContext(connection) as asked:
                client.get(product.get_absolute_url())
            counts.append(len(asked))
        assert counts[0] >= counts[1]


def test_what_is_proposed_fits_by_value(artisan):
    cheap = make_product(artisan=artisan, price="19.00", weight_g=300)
    dear = make_product(artisan=artisan, price="210.00", weight_g=300)
    assert chosen(cheap).chosen.method == "letter"
    parcel = chosen(dear)
    assert parcel.chosen.method == "parcel"
    assert "letter" not in {option.method for option in parcel.options}
    assert promise(dear, artisan, Decimal(210), today=parcel.today).price == Decimal("4.90")


def test_what_fits_alone_may_not_fit_together(artisan):
    three = [make_product(artisan=artisan, price="19.00", weight_g=300) for _ in range(3)]
    assert chosen(*three).chosen.method == "parcel"  # 57 €


def test_a_choice_that_no_longer_fits_is_not_kept(artisan):
    letter = artisan.shipping_options.get(method="letter")
    dear = make_product(artisan=artisan, price="210.00")
    assert chosen(dear, choices={key_of(artisan.pk): letter.pk}).chosen.method == "parcel"


def test_an_order_before_christmas_is_promised_for_working_days(artisan):
    product = make_product(artisan=artisan, price="19.00")
    basket = make_basket(product)
    make_quote(basket)
    quote = quote_for(basket, today=date(2026, 12, 23), country="FR")
    (parcel,) = quote.parcels
    assert parcel.send_by == date(2026, 12, 26)
    assert parcel.arrives[0] == date(2026, 12, 29)


class TestOneLateThing:
    @pytest.fixture
    def things(self, artisan):
        return (
            make_product(artisan=artisan, title="Broche"),
            make_product(artisan=artisan, title="Grand vase", stock=None, lead_time_days=15),
        )

    def test_the_thing_that_the_parcel_waits_for_is_named(self, things):
        quick, slow = things
        parcel = chosen(quick, slow)
        assert [line.product for line in parcel.waits_for] == [slow]
        assert parcel.rest_ready_by < parcel.send_by

    def test_nothing_is_said_where_all_are_ready_on_one_day(self, artisan, things):
        assert chosen(things[0], make_product(artisan=artisan)).waits_for == []
        assert chosen(things[1]).waits_for == []

    @pytest.mark.parametrize(
        ("language", "words"),
        [("fr", "Le colis attend"), ("en", "The parcel waits for")],
    )
    def test_basket_and_checkout_say_so(self, client, things, language, words):
        fill(client, things)
        with override(language):
            for page in ("basket:summary", PAGE):
                body = client.get(reverse(page)).content.decode()
                assert words in body
                assert "<strong>Grand vase</strong>" in body


class TestPlacesWithRulesOfTheirOwn:
    @pytest.mark.parametrize(
        ("country", "postcode", "place"),
        [("FR", "97480", "La Réunion"), ("ES", "35 500", "Canar"), ("DE", "27498", "Heligoland")],
    )
    @pytest.mark.parametrize("can_be_fetched", [True, False])
    def test_nothing_is_sent_there_and_the_page_says_why(
        self, client, artisan, country, postcode, place, can_be_fetched
    ):
        fill(client, [make_product(artisan=artisan)])
        if not can_be_fetched:
            ShippingOption.objects.filter(method="pickup").delete()
        with override("en"):
            wish = form_of(client) | {"country": country, "postcode": postcode}
            for _try in range(2):
                page = pay(client, wish)
                (words,) = page.context["address"].errors["postcode"]
                assert place in words
                assert "customs, taxes and postage differ" in page.content.decode()
                wish["seen"] = page.context["quote"].digest
        assert not Payment.objects.exists()

    def test_what_is_fetched_may_be_bought_from_there(self, artisan):
        parcel = chosen(make_product(artisan=artisan), country="FR", postcode="97480")
        assert parcel.must_be_fetched
        assert parcel.chosen is None  # nobody there fetches a thing without having said so
        pickup = artisan.shipping_options.get(method="pickup")
        choices = {key_of(artisan.pk): pickup.pk}
        parcel = chosen(parcel.lines[0].product, postcode="97480", choices=choices)
        assert parcel.chosen == pickup

    def test_monaco_and_corsica_are_sent_to(self, artisan):
        for postcode in ("98000", "20137"):
            parcel = chosen(make_product(artisan=artisan), country="FR", postcode=postcode)
            assert parcel.chosen.method == "letter"
