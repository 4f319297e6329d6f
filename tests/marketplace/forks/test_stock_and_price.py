"""What can be bought, and at what price with which VAT."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.exceptions import OutOfStock
from marketplace.forks.partner.models import StockRecord
from marketplace.forks.partner.strategy import Default
from tests.factories.marketplace import ArtisanFactory, make_product

pytestmark = pytest.mark.django_db


def test_what_is_not_there_cannot_be_allocated():
    record = make_product(stock=2).stockrecords.get()
    record.allocate(2)
    with pytest.raises(OutOfStock):
        record.allocate(1)
    record.refresh_from_db()
    assert (record.num_in_stock, record.num_allocated) == (2, 2)


def test_the_database_refuses_to_sell_more_than_there_is():
    make_product(stock=2)
    with pytest.raises(IntegrityError), transaction.atomic():
        StockRecord.objects.update(num_allocated=3)


def test_made_to_order_allocates_nothing():
    record = make_product(stock=None).stockrecords.get()
    record.allocate(100)
    assert record.num_allocated is None


@pytest.mark.parametrize(
    ("standard_vat", "excl_tax", "tax"),
    [(False, "24.00", "0.00"), (True, "20.00", "4.00")],
)
def test_a_price_contains_the_vat_of_its_artisan(standard_vat, excl_tax, tax):
    product = make_product(artisan=ArtisanFactory.create(standard_vat=standard_vat))
    price = Default().fetch_for_product(product).price
    assert (price.incl_tax, price.excl_tax, price.tax) == (
        Decimal("24.00"),
        Decimal(excl_tax),
        Decimal(tax),
    )


@pytest.mark.parametrize(
    ("given", "code", "can_be_bought"),
    [
        ({"stock": 9}, "instock", True),
        ({"stock": 0}, "outofstock", False),
        ({"stock": None}, "made-to-order", True),
        ({"is_public": False}, "unavailable", False),
    ],
)
def test_whether_it_can_be_bought(given, code, can_be_bought):
    availability = Default().fetch_for_product(make_product(**given)).availability
    assert (availability.code, availability.is_available_to_buy) == (code, can_be_bought)


def test_nothing_is_sold_by_who_is_away_or_closed():
    away = make_product(artisan=ArtisanFactory.create(away=True))
    closed = make_product(artisan=ArtisanFactory.create(closed=True))
    codes = [Default().fetch_for_product(each).availability.code for each in (away, closed)]
    assert codes == ["away", "unavailable"]


def test_prefetched_products_cost_no_query(django_assert_num_queries):
    for _ in range(3):
        make_product()
    products = list(Product.objects.order_by("pk").prefetch_related("stockrecords__partner"))
    with django_assert_num_queries(0):
        assert all(Default().fetch_for_product(each).price.exists for each in products)
