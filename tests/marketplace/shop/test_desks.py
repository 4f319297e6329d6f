"""Operators read what was sold in the Wagtail admin; Oscar's dashboard is for staff."""

import csv
import re
from io import StringIO

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from marketplace.payments.models import SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from marketplace.shop.spreadsheets import as_text
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import (
    ADDRESS,
    ArtisanFactory,
    begin_payment,
    make_basket,
    make_product,
)

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = [
    "dashboard:index",
    "dashboard:order-list",
    "dashboard:catalogue-product-list",
    "dashboard:users-index",
    "dashboard:partner-list",
    "dashboard:offer-list",
    "dashboard:reviews-list",
]


@pytest.mark.parametrize("name", PAGES)
def test_a_shopper_or_an_artisan_finds_no_dashboard(client, name):
    user = UserFactory.create()
    ArtisanFactory.create().users.add(user)
    client.force_login(user)
    assert client.get(reverse(name), follow=True).status_code == 404


def test_whoever_is_not_signed_in_meets_the_one_sign_in_page(client):
    for name in ("dashboard:index", "dashboard:login"):
        path = reverse("account_login")
        assert client.get(reverse(name)).headers["Location"].split("?")[0] == path


@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")  # Oscar's
@pytest.mark.parametrize("name", PAGES)
def test_staff_sees_it_and_it_calls_no_other_host(client, name):
    client.force_login(UserFactory.create(operator=True))
    page = client.get(reverse(name))
    assert page.status_code == 200
    assert re.findall(r'(?:src|href)="(?:https?:)?//[^"]+', page.content.decode()) == []


def test_staff_cannot_reset_a_superusers_password(client, mailoutbox):
    target = UserFactory.create(operator=True)
    client.force_login(UserFactory.create(staff=True))
    path = reverse("dashboard:user-password-reset", args=[target.pk])
    assert client.post(path, follow=True).status_code == 404
    assert mailoutbox == []


def test_staff_cannot_make_somebody_an_artisan_there(client):
    artisan = ArtisanFactory.create()
    client.force_login(UserFactory.create(staff=True))
    for name in ("partner-user-create", "partner-user-select"):
        path = reverse(f"dashboard:{name}", args=[artisan.pk])
        assert client.get(path, follow=True).status_code == 404


@pytest.mark.parametrize(
    "name", ["order-list", "order-detail", "order-line-detail", "order-shipping-address"]
)
def test_whoever_reads_orders_there_changes_none(client, name):
    order = begin_and_accept()
    client.force_login(reader())
    keys = {"number": order.number, "line_id": order.lines.get().pk}
    wanted = {"order-list": (), "order-line-detail": ("number", "line_id")}.get(name, ("number",))
    path = reverse(f"dashboard:{name}", kwargs={key: keys[key] for key in wanted})
    words = {"order_action": "change_order_status", "new_status": "cancelled", "line1": "Ailleurs"}
    assert client.post(path, words).status_code == 403
    order.refresh_from_db()
    assert (order.status, order.shipping_address.line1) == ("placed", ADDRESS["line1"])


def test_a_name_is_no_formula_in_a_list_of_orders(client):
    order = begin_and_accept(address={"first_name": "=HYPERLINK(A1)", "last_name": "-Delattre"})
    client.force_login(reader())
    path = reverse("dashboard:order-list")
    table = client.get(path, {"response_format": "csv"}).content.decode()
    _, row = csv.reader(StringIO(table))
    assert row[0] == order.number
    assert "'=HYPERLINK(A1) -Delattre" in row


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+33 6 12", "'+33 6 12"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("-cmd", "'-cmd"),
        ("-12.50", "-12.50"),
        ("Lampe = lumière", "Lampe = lumière"),
        ("", ""),
    ],
)
def test_what_begins_like_a_formula_is_text(cell, written):
    assert as_text(cell) == written


def begin_and_accept(**wish):
    payment = begin_payment(make_basket(make_product()), **wish)
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, "accept", at=timezone.now())
    payment.refresh_from_db()
    return payment.order


def reader():
    """Staff who may look at orders, as operators may."""
    user = UserFactory.create(staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_order"))
    return user
