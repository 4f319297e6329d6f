"""Every price that a thing was ever sold at stands in the log, the first as well."""

from datetime import timedelta
from decimal import Decimal
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import Count, F
from django.utils import timezone

from marketplace.forks.partner.models import StockRecord
from marketplace.studio.actions import editing
from marketplace.studio.models import PriceChange
from tests.factories.marketplace import ArtisanFactory, CraftFactory, make_product
from tests.factories.studio import a_listing, rewrite

pytestmark = pytest.mark.django_db


def logged(**found):
    rows = PriceChange.objects.filter(**found)
    return [(str(row.price), row.by_id) for row in rows]


def test_the_first_price_of_the_studio_is_a_row_with_who_set_it(artisan, potter):
    listing = a_listing(artisan, potter, price=Decimal("8.50"))
    rewrite(listing, potter, price=Decimal("8.50"))
    rewrite(listing, potter, price=Decimal("7.90"))
    assert logged() == [("8.50", potter.pk), ("7.90", potter.pk)]


def test_the_loader_writes_first_prices_and_nothing_when_it_runs_again(artisan):
    for price in ("19.00", "19.00", "17.50"):
        make_product(artisan=artisan, upc="vase", price=price)
    make_product(artisan=artisan, variants=[("S", "12.00", 3), ("L", "18.00", 1)])
    assert logged(stockrecord__partner_sku="vase") == [("19.00", None), ("17.50", None)]
    assert logged(stockrecord__partner_sku="L") == [("18.00", None)]


def test_seeded_products_have_their_first_price():
    CraftFactory.create()
    ArtisanFactory.create()
    call_command("seed_products", 5, verbosity=0)
    counted = StockRecord.objects.annotate(rows=Count("price_changes"))
    assert counted.count() == counted.filter(rows=1, price_changes__price=F("price")).count() == 5


def test_a_price_set_without_the_studio_is_a_row(artisan):
    record = make_product(artisan=artisan, price="30.00").stockrecords.get()
    record.price = "28.00"
    record.save()
    record.num_in_stock = 2
    record.save()
    assert [price for price, _by in logged()] == ["30.00", "28.00"]


def test_a_save_of_the_stock_alone_logs_no_price_of_before(artisan, potter):
    record = make_product(artisan=artisan, price="30.00").stockrecords.get()
    late = StockRecord.objects.get()
    editing.set_stock(record, price=Decimal("25.00"), num_in_stock=4, by=potter, at=timezone.now())
    late.num_in_stock = 3
    late.save(update_fields=["num_in_stock"])
    assert [price for price, _by in logged()] == ["30.00", "25.00"]


def test_prices_of_the_version_before_get_their_first_row(artisan):
    silent = make_product(artisan=artisan, price="11.00").stockrecords.get()
    moved = make_product(artisan=artisan, price="22.00").stockrecords.get()
    PriceChange._base_manager.all().delete()
    before = timezone.now() - timedelta(days=3)
    PriceChange.objects.create(stockrecord=moved, price="24.00", at=before)
    migration = import_module("marketplace.studio.migrations.0002_first_prices")
    for _run in range(2):
        migration.write_first_prices(apps, None)
        first = PriceChange.objects.get(stockrecord=silent)
        assert (first.price, first.at) == (Decimal("11.00"), silent.date_created)
        assert [price for price, _by in logged(stockrecord=moved)] == ["24.00", "22.00"]
