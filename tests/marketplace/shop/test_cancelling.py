"""An order has one truth: its payment and its parcels; it is called off for all of them at once."""

import pytest
from django.urls import reverse
from django.utils import timezone
from oscar.apps.order.exceptions import InvalidOrderStatus
from oscar.core.loading import get_model

from ground.letters.models import Letter
from marketplace.forks.partner.models import StockRecord
from marketplace.fulfilment import actions as fulfilment
from marketplace.fulfilment.models import Consignment
from marketplace.fulfilment.states import State as ParcelState
from marketplace.payments.models import Payment, SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from marketplace.payments.states import MoveRefused, RefundReason, State
from marketplace.settlement.models import Account
from marketplace.shop.actions import orders
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import begin_payment, make_basket, make_product

Order = get_model("order", "Order")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def order():
    payment = begin_payment(make_basket(make_product(stock=3), make_product(stock=3), quantity=2))
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, "accept", at=timezone.now())
    return Order.objects.get()


@pytest.fixture
def operator():
    return UserFactory.create(is_superuser=True)


def statuses(order) -> tuple[str, list[str]]:
    order.refresh_from_db()
    return order.status, list(order.lines.order_by("pk").values_list("status", flat=True))


def parcels(order) -> list[Consignment]:
    return list(order.consignments.order_by("number"))


def test_the_statuses_follow_the_parcels(order, operator):
    one, other = parcels(order)
    now = timezone.now()
    assert statuses(order) == ("placed", ["placed", "placed"])
    fulfilment.accept(one, by=operator, at=now)
    assert statuses(order) == ("placed", ["placed", "placed"])
    fulfilment.mark_sent(one, by=operator, at=now)
    assert statuses(order) == ("placed", ["sent", "placed"])
    fulfilment.cancel(other, by=operator, at=now, reason="Cassé")
    assert statuses(order) == ("complete", ["sent", "cancelled"])
    fulfilment.mark_received(one, by=operator, at=now)
    assert statuses(order) == ("complete", ["sent", "cancelled"])


@pytest.mark.parametrize("status", ["cancelled", "complete"])
def test_nobody_sets_a_status_by_hand(order, status):
    with pytest.raises(InvalidOrderStatus):
        order.set_status(status)
    assert not order.available_statuses()
    assert not any(line.available_statuses() for line in order.lines.all())
    assert statuses(order) == ("placed", ["placed", "placed"])


def test_to_cancel_refunds_frees_the_stock_and_tells_everybody(client, order, operator):
    Letter.objects.all().delete()
    client.force_login(operator)
    page = reverse("order_order_modeladmin_inspect", args=[order.pk])
    assert "Annuler et rembourser" in client.get(page).content.decode()
    assert client.post(page, {"reason": "Le four est en panne."}).status_code == 302

    payment = Payment.objects.get()
    assert (payment.state, payment.refund_reason) == (State.REFUNDED, RefundReason.CANCELLED)
    assert SandboxCharge.objects.get().state == "refunded"
    assert statuses(order) == ("cancelled", ["cancelled", "cancelled"])
    assert [each.state for each in parcels(order)] == [ParcelState.CANCELLED] * 2
    assert list(StockRecord.objects.values_list("num_allocated", flat=True)) == [0, 0]
    assert not order.lines.exclude(num_allocated=0).exists()
    assert {
        each.code: each.balance for each in Account.objects.with_balance() if each.balance
    } == {}
    to = {letter.to for letter in Letter.objects.filter(text__contains="Le four est en panne.")}
    assert to == {order.email, *(each.partner.email for each in parcels(order))}

    again = client.post(page, {"reason": "Encore"}, follow=True).content.decode()
    assert "C’est déjà fait." in again or "déjà" in again
    assert "Annuler et rembourser" not in again
    assert Letter.objects.filter(text__contains="Encore").count() == 0


def test_what_has_left_is_not_cancelled(order, operator):
    fulfilment.mark_sent(parcels(order)[0], by=operator, at=timezone.now())
    with pytest.raises(orders.PartlySent):
        orders.cancel(order, by=operator, reason="Trop tard", at=timezone.now())
    assert Payment.objects.get().state == State.CAPTURED
    assert [each.state for each in parcels(order)] == [ParcelState.SENT, ParcelState.NEW]


def test_cancelled_twice_is_refunded_once(order, operator):
    orders.cancel(order, by=operator, reason="Cassé", at=timezone.now())
    with pytest.raises(MoveRefused):
        orders.cancel(order, by=operator, reason="Cassé", at=timezone.now())
    assert order.transactions.count() == 2


def test_a_reason_is_asked_for_and_who_may_not_is_refused(client, order, operator):
    page = reverse("order_order_modeladmin_inspect", args=[order.pk])
    client.force_login(operator)
    assert client.post(page, {"reason": " "}).status_code == 200
    client.force_login(UserFactory.create())
    assert client.post(page, {"reason": "Pour voir"}).status_code in {302, 403}
    assert Payment.objects.get().state == State.CAPTURED
