"""What stands beside a price is what its seller's regime says: at the time, and for each parcel."""

import json
import re

import pytest
from django.urls import reverse
from django.utils.translation import override
from oscar.core.loading import get_model

from ground.letters.models import Letter
from marketplace.fulfilment.models import Consignment
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ArtisanFactory, make_product
from tests.marketplace.shop.test_checkout import PAGE, fill, finish, form_of, pay

pytestmark = pytest.mark.django_db(transaction=True)
Order = get_model("order", "Order")

INCLUDED = {"fr": "TTC", "en": "VAT included"}
FRANCHISE = {
    "fr": "TVA non applicable, art. 293 B du CGI",
    "en": "VAT not applicable, art. 293 B du CGI",
}


@pytest.fixture
def without_vat():
    return make_product(artisan=ArtisanFactory.create())


@pytest.fixture
def with_vat():
    return make_product(artisan=ArtisanFactory.create(standard_vat=True))


def read(client, language, name, *args):
    with override(language):
        return client.get(reverse(name, args=args)).content.decode()


def said(page, language):
    """How often a page says that VAT is in its prices, and that there is none."""
    return page.count(INCLUDED[language]), page.count(FRANCHISE[language])


@pytest.mark.parametrize("language", ["fr", "en"])
class TestBeforeThePurchase:
    def test_a_product_says_its_sellers_regime(self, client, language, with_vat, without_vat):
        for product, times in ((with_vat, (1, 0)), (without_vat, (0, 1))):
            with override(language):
                page = client.get(product.get_absolute_url()).content.decode()
            assert said(page, language) == times

    def test_one_regime_is_said_once_beside_the_sum(self, client, language, without_vat):
        fill(client, [without_vat])
        for name in ("basket:summary", PAGE):
            assert said(read(client, language, name), language) == (0, 1)

    def test_a_mixed_basket_says_so_of_each_parcel(self, client, language, with_vat, without_vat):
        fill(client, [with_vat, without_vat])
        for name in ("basket:summary", PAGE):
            assert said(read(client, language, name), language) == (1, 1)

    def test_lists_say_nothing_that_is_not_so(self, client, language, with_vat, without_vat):
        assert said(read(client, language, "catalogue:index"), language) == (0, 0)


def offers_of(client, product):
    page = client.get(product.get_absolute_url()).content.decode()
    found = [json.loads(each) for each in re.findall(r'ld\+json">(.*?)</script>', page, re.S)]
    return next(each["offers"] for each in found if each["@type"] == "Product")


def test_search_engines_are_told_the_same(client, with_vat, without_vat):
    for product, is_included in ((with_vat, True), (without_vat, False)):
        (offer,) = offers_of(client, product)
        assert offer["priceSpecification"] == {
            "@type": "PriceSpecification",
            "price": "24.00",
            "priceCurrency": "EUR",
            "valueAddedTaxIncluded": is_included,
        }


def test_an_order_keeps_the_words_of_the_regime_it_was_agreed_under(
    client, with_vat, without_vat, settings
):
    settings.VAT_FRANCHISE_LAW = "art. L. 223 et s. du CIBS"
    mention = "TVA non applicable, art. L. 223 et s. du CIBS"
    fill(client, [with_vat, without_vat])
    bank = pay(client, form_of(client))
    seller = with_vat.stockrecords.get().partner
    seller.vat_regime = "franchise"  # after it was agreed to, before it is paid
    seller.save()
    back = finish(client, bank)
    regimes = Consignment.objects.order_by("number").values_list("vat_regime", "vat_rate")
    assert [(regime, float(rate)) for regime, rate in regimes] == [
        ("standard", 0.2),
        ("franchise", 0.0),
    ]
    page = client.get(back.headers["Location"]).content.decode()
    letter = Letter.objects.get(to=Order.objects.get().email)
    for text in (page, letter.text, letter.html):
        assert (text.count("TTC"), text.count(mention)) == (1, 1)


def test_the_slip_says_it_too_unless_it_lies_in_a_present(client, without_vat):
    fill(client, [without_vat])
    finish(client, pay(client, form_of(client)))
    artisan, worker = without_vat.stockrecords.get().partner, UserFactory.create()
    artisan.users.add(worker)
    parcel = Consignment.objects.get()
    client.force_login(worker)
    where = ("studio:order_slip", artisan.code, parcel.number)
    assert said(read(client, "fr", *where), "fr") == (0, 1)
    Consignment.objects.update(is_gift=True)
    assert said(read(client, "fr", *where), "fr") == (0, 0)
