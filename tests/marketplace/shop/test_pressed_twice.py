"""One form sent many times at the same moment: one payment, the same answer, never an error."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from oscar.core.loading import get_model

from marketplace.forks.partner.models import StockRecord
from marketplace.payments.models import Payment, SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import make_product
from tests.marketplace.shop.test_checkout import fill, form_of

Line = get_model("basket", "Line")
Order = get_model("order", "Order")
pytestmark = pytest.mark.django_db(transaction=True)

PRESSES = 20


def at_once(client: Client, press: Callable[[Client, int], Any], times: int = PRESSES) -> list[Any]:
    """The answers to so many presses at the same moment, each in a thread with its own connection.

    All have the cookies of `client`, as tabs of one browser do.
    """
    start = Barrier(times)

    def do(number: int) -> Any:
        tab = Client()
        tab.cookies.update(client.cookies)
        try:
            start.wait(timeout=60)
            return press(tab, number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(do, range(times)))


@pytest.fixture(params=["guest", "known guest", "signed in"])
def shopper(request, client):
    """With one last piece in the basket; a guest may have a session already, or none."""
    if request.param == "signed in":
        client.force_login(UserFactory.create())
    fill(client, [make_product(stock=1)])
    if request.param == "known guest":
        session = client.session
        session["seen"] = True
        session.save()
    return client


def test_pay_pressed_twenty_times_at_once_is_one_payment(shopper):
    fields = form_of(shopper)
    answers = at_once(shopper, lambda tab, number: tab.post(reverse("checkout:index"), fields))
    where = reverse("payments:sandbox", args=[Payment.objects.get().reference])
    assert [answer.status_code for answer in answers] == [302] * PRESSES
    assert {urlsplit(answer.headers["Location"]).path for answer in answers} == {where}
    assert SandboxCharge.objects.count() == 1
    assert list(StockRecord.objects.values_list("num_allocated", flat=True)) == [1]


def test_pay_in_twenty_tabs_at_once_is_one_payment(shopper):
    forms = [form_of(shopper) for _ in range(PRESSES)]
    answers = at_once(shopper, lambda tab, n: tab.post(reverse("checkout:index"), forms[n]))
    where = reverse("payments:sandbox", args=[Payment.objects.get().reference])
    ways = [answer.headers.get("Location", "") for answer in answers]
    assert {urlsplit(way).path for way in ways} == {where}
    shopper.post(ways[0], {"play": "accept"})
    assert Order.objects.count() == 1


def test_at_the_bank_pressed_many_times_is_one_order(shopper):
    bank = shopper.post(reverse("checkout:index"), form_of(shopper)).headers["Location"]
    answers = at_once(shopper, lambda tab, _: tab.post(bank, {"play": "accept"}), 6)
    assert [answer.status_code for answer in answers] == [302] * 6
    assert (Order.objects.count(), Payment.objects.get().state) == (1, "captured")


@pytest.mark.parametrize("action", ["go-on", "take-back"])
def test_a_payment_gone_on_with_or_given_up_many_times_at_once(shopper, action):
    shopper.post(reverse("checkout:index"), form_of(shopper))
    page = reverse(f"checkout:{action}", args=[Payment.objects.get().reference])
    answers = at_once(shopper, lambda tab, _: tab.post(page), 6)
    assert [answer.status_code for answer in answers] == [302] * 6
    assert SandboxCharge.objects.count() == 1
    assert Line.objects.filter(quantity=1).count() == 1


def test_given_up_and_gone_on_with_at_once(shopper):
    shopper.post(reverse("checkout:index"), form_of(shopper))
    reference = Payment.objects.get().reference
    ways = [reverse(f"checkout:{name}", args=[reference]) for name in ("go-on", "take-back")]
    answers = at_once(shopper, lambda tab, number: tab.post(ways[number % 2]), 6)
    assert [answer.status_code for answer in answers] == [302] * 6
    assert Payment.objects.get().state == "cancelled"


def test_a_basket_changed_many_times_at_once(client):
    product = make_product(stock=50)
    fill(client, [product])
    line = Line.objects.get()
    ways = [
        (reverse("basket:add", args=[product.pk]), {"quantity": 1}),
        (reverse("basket:change", args=[line.pk]), {"quantity": 3}),
        (reverse("basket:remove", args=[line.pk]), {}),
    ]
    answers = at_once(client, lambda tab, number: tab.post(*ways[number % 3]), 9)
    assert [answer.status_code for answer in answers] == [302] * 9


def test_no_addition_is_lost(client):
    product = make_product(stock=50)
    fill(client, [product])
    at_once(client, lambda tab, _: tab.post(reverse("basket:add", args=[product.pk])), 8)
    assert Line.objects.get().quantity == 9


def test_what_is_put_in_while_it_is_being_paid_changes_no_payment(client):
    product, other = make_product(stock=5), make_product(stock=5)
    fill(client, [product])
    fields = form_of(client)
    ways = [
        (reverse("checkout:index"), fields),
        (reverse("basket:add", args=[other.pk]), {}),
    ]
    answers = at_once(client, lambda tab, number: tab.post(*ways[number % 2]), 6)
    assert all(answer.status_code in {200, 302} for answer in answers)
    payment = Payment.objects.first()
    if payment:  # the things were not put in first
        charge = SandboxCharge.objects.get(reference=payment.reference)
        sandbox.play(charge, "accept", at=timezone.now())
        assert Order.objects.get().total_incl_tax == payment.amount
