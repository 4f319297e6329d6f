"""What opens an order: its account, or an address that was mailed, ends, and can be taken back."""

import re
import time

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from marketplace.fulfilment.links import order_path
from marketplace.payments.keys import key_of
from marketplace.payments.models import SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import begin_payment, make_basket, make_product
from tests.letters import posted

pytestmark = pytest.mark.django_db(transaction=True)

DAY = 24 * 3600


@pytest.fixture
def user():
    return UserFactory.create()


@pytest.fixture
def order(user):
    payment = begin_payment(make_basket(make_product(), owner=user))
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, "accept", at=timezone.now())
    payment.refresh_from_db()
    posted().clear()
    return payment.order


@pytest.fixture
def ago(monkeypatch):
    """Make something as it would have been made so many days ago."""

    def made(days, make):
        then = signing.b62_encode(int(time.time()) - days * DAY)
        with monkeypatch.context() as patch:
            patch.setattr(signing.TimestampSigner, "timestamp", lambda self: then)
            return make()

    return made


def said(page):
    """What stands on it, but for the token of its form."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.content.decode())


def link_in(letter):
    return re.search(r"http://testserver(/fr/shop/orders/\S+/)", letter.body)[1]


def test_a_link_opens_the_order_until_its_days_are_over(client, order, settings, ago):
    settings.ORDER_LINK_DAYS = 30
    assert client.get(ago(29, lambda: order_path(order))).status_code == 200
    ended = client.get(ago(31, lambda: order_path(order)))
    assert ended.status_code == 404
    assert order.number not in ended.content.decode()
    assert 'name="number"' in ended.content.decode()  # how to get a good one


def test_a_link_that_is_taken_back_opens_nothing_and_a_new_one_is_mailed(client, order):
    old = order_path(order)
    page = client.get(old).content.decode()
    action = re.search(r'action="([^"]+/take-back/)"', page)[1]
    client.post(action)
    assert client.get(old).status_code == 404
    assert client.post(action).status_code == 404
    (letter,) = posted()
    assert letter.to == [order.email]
    assert client.get(link_in(letter)).status_code == 200


def test_the_account_takes_links_back_too(client, order, user):
    old = order_path(order)
    client.force_login(user)
    client.post(reverse("account_order_take_back", args=[order.number]))
    assert Client().get(old).status_code == 404
    assert client.get(reverse("account_order", args=[order.number])).status_code == 200


def test_somebody_else_cannot_take_them_back(client, order):
    client.force_login(UserFactory.create())
    answer = client.post(reverse("account_order_take_back", args=[order.number]))
    assert answer.status_code == 404
    assert Client().get(order_path(order)).status_code == 200


def test_nothing_is_taken_back_by_reading(client, order, user):
    client.force_login(user)
    assert client.get(reverse("account_order_take_back", args=[order.number])).status_code == 405
    assert client.get(f"{order_path(order)}take-back/").status_code == 405


@pytest.mark.parametrize("typed", [str, str.lower, lambda number: f" {number.replace('-', ' -')} "])
def test_a_new_link_is_mailed_to_whoever_placed_the_order(client, order, typed):
    words = {"number": typed(order.number), "email": order.email.upper()}
    client.post(reverse("order_link"), words)
    (letter,) = posted()
    assert letter.to == [order.email]
    assert client.get(link_in(letter)).status_code == 200


@pytest.mark.parametrize("wrong", ["number", "email"])
def test_who_asks_for_an_order_that_is_not_theirs_learns_nothing(client, order, wrong):
    words = {"number": order.number, "email": order.email}
    right = said(client.post(reverse("order_link"), words, follow=True))
    posted().clear()
    other = {"number": "TER-2222-2222", "email": "tom@terril.example"}[wrong]
    answer = Client().post(reverse("order_link"), {**words, wrong: other}, follow=True)
    assert said(answer) == right
    assert posted() == []


def test_links_are_not_asked_for_again_and_again(client, order):
    words = {"number": order.number, "email": order.email}
    answers = [Client().post(reverse("order_link"), words).status_code for _ in range(4)]
    assert answers == [302, 302, 302, 429]
    assert len(posted()) == 3


def test_what_is_missing_is_said_at_its_field(client):
    page = client.post(reverse("order_link"), {"number": "TER-2345-6789", "email": "lea"})
    assert page.status_code == 200
    assert "TER-2345-6789" in page.content.decode()
    assert list(page.context["form"].errors) == ["email"]


def by_its_name(order):
    """Every address with the number of an order or parcel, or the reference of a payment."""
    payment, parcel = order.payment, order.consignments.get()
    shop = [
        reverse("account_order", args=[order.number]),
        reverse("account_order", args=[parcel.number]),
        reverse("order_by_link", args=[order.number]),
        reverse("order_by_link", args=[parcel.number]),
        reverse("order_by_link", args=[signing.Signer(salt="x").sign(order.number)]),
        reverse("checkout:payment", args=[payment.reference]),
        f"{reverse('checkout:payment', args=[payment.reference])}?key=x",
        reverse("checkout:payment-status", args=[payment.reference]),
        reverse("payments:sandbox", args=[payment.reference]),
        f"{reverse('payments:sandbox', args=[payment.reference])}?key={payment.reference}",
    ]
    posts = [
        reverse("order_take_back", args=[order.number]),
        reverse("checkout:go-on", args=[payment.reference]),
        reverse("checkout:take-back", args=[payment.reference]),
        reverse("payments:sandbox", args=[payment.reference]),
    ]
    return [("get", path) for path in shop] + [("post", path) for path in posts]


@pytest.mark.parametrize("who", ["nobody", "somebody else"])
def test_a_number_alone_opens_nothing(order, who):
    opened = []
    for method, path in by_its_name(order):
        browser = Client()
        if who == "somebody else":
            browser.force_login(UserFactory.create())
        answer = getattr(browser, method)(path)
        if answer.status_code != 404 or order.shipping_address.line1 in answer.content.decode():
            opened.append((path, answer.status_code))
    assert opened == []


def test_a_number_that_is_none_is_answered_like_one_that_is(order):
    def answer(number):
        page = Client().get(reverse("account_order", args=[number]))
        return page.status_code, said(page).replace(number, "")

    assert answer(order.number) == answer("TER-2222-2222")


def test_whoever_comes_back_from_the_bank_in_another_browser_sees_what_became_of_it(client, order):
    page = reverse("checkout:payment", args=[order.payment.reference])
    assert client.get(f"{page}?key={key_of(order.payment.reference)}").status_code == 302
    assert client.get(page).status_code == 302  # and from then on
    assert Client().get(page).status_code == 404


def test_the_key_of_a_payment_ends_after_a_day(client, order, ago):
    page = reverse("checkout:payment", args=[order.payment.reference])
    key = ago(2, lambda: key_of(order.payment.reference))
    assert client.get(f"{page}?key={key}").status_code == 404


def test_the_account_sees_its_payment_from_any_browser(client, order, user):
    client.force_login(user)
    page = reverse("checkout:payment", args=[order.payment.reference])
    assert client.get(page).status_code == 302
