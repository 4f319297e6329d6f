"""What was bought before anybody came: placed like any order, and once."""

import pytest

from demo.loaders import sales
from marketplace.fulfilment.models import Consignment
from marketplace.fulfilment.states import State
from tests.demo.test_catalogue import ACCOUNTS, PRODUCTS, read
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ADDRESS, ArtisanFactory, make_product
from tests.letters import posted

ORDERS = read("orders")["order"]


def test_what_is_bought_is_in_the_catalogue():
    skus = {row["id"] for row in PRODUCTS if "variants" not in row}
    skus |= {variant["sku"] for row in PRODUCTS for variant in row.get("variants", [])}
    assert {line["sku"] for order in ORDERS for line in order["lines"]} - skus == set()


def test_who_acts_has_an_account():
    acting = {code for order in ORDERS for code in order.get("accepted", [])}
    acting |= {sent["artisan"] for order in ORDERS for sent in order.get("sent", [])}
    assert acting - {account.get("artisan") for account in ACCOUNTS} == set()


def test_buyers_can_get_no_letter():
    domains = {order["address"]["email"].partition("@")[2] for order in ORDERS}
    assert domains == {"terril.example", "example.org"}


@pytest.mark.django_db(transaction=True)
def test_orders_are_placed_once_and_carried_as_far_as_they_say(monkeypatch):
    artisan = ArtisanFactory.create(code="atelier")
    artisan.users.add(UserFactory.create())
    product = make_product(artisan=artisan, upc="savon")
    row = {
        "days_ago": 3,
        "language": "fr",
        "address": ADDRESS,
        "lines": [{"sku": product.stockrecords.get().partner_sku, "quantity": 2}],
        "gift": {"atelier": "Bonne fête"},
        "sent": [{"artisan": "atelier", "days_ago": 1, "carrier": "C", "tracking_number": "T1"}],
    }
    monkeypatch.setattr(sales, "rows", lambda *_: [row])
    sales.load()
    sales.load()
    parcel = Consignment.objects.get()
    assert (parcel.state, parcel.tracking_number) == (State.SENT, "T1")
    assert (parcel.gift_message, parcel.lines.get().quantity) == ("Bonne fête", 2)
    assert (parcel.sent_at - parcel.placed_at).days == 2
    assert product.stockrecords.get().num_in_stock == 8
    assert len(posted()) == 3  # to the shopper, to the artisan, to the shopper again
