"""What was taken ends as an order or as a refund, and what cannot be finished is seen."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.urls import reverse
from django.utils import timezone
from oscar.core.loading import get_model

from ground.letters.models import Letter
from marketplace.forks.partner.models import StockRecord
from marketplace.payments.keys import key_of
from marketplace.payments.models import Payment, SandboxCharge
from marketplace.payments.provider import ProviderError
from marketplace.payments.sandbox import actions as sandbox
from marketplace.payments.sandbox.models import ChargeState
from marketplace.payments.states import RefundReason, State
from marketplace.shop import due
from scripts.console import ROOT
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import begin_payment, make_basket, make_product

Order = get_model("order", "Order")
pytestmark = pytest.mark.django_db(transaction=True)

PLACE = "marketplace.shop.actions.orders.OrderCreator.place_order"


@pytest.fixture
def payment():
    return begin_payment(make_basket(make_product(stock=2)))


def accept(payment, at=None):
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, "accept", at=at or timezone.now())
    payment.refresh_from_db()
    charge.refresh_from_db()
    return charge


def fail_with(error):
    def fail(*args, **kwargs):
        raise error

    return fail


@pytest.mark.parametrize(
    "error", [ArithmeticError("a cent"), ValueError("voucher"), KeyError("kept"), TypeError("None")]
)
def test_money_without_an_order_goes_back_and_everybody_is_told(
    client, payment, monkeypatch, error
):
    operator = UserFactory.create(is_superuser=True, language="en")
    monkeypatch.setattr(PLACE, fail_with(error))
    charge = accept(payment)
    assert (payment.state, charge.state) == (State.REFUNDED, ChargeState.REFUNDED)
    assert (Order.objects.count(), payment.refund_reason) == (0, RefundReason.NO_ORDER)
    assert not any(StockRecord.objects.values_list("num_allocated", flat=True))
    back = {"key": key_of(payment.reference)}
    page = client.get(reverse("checkout:payment", args=[payment.reference]), back).content.decode()
    assert "Par notre faute, votre commande n’a pas pu être enregistrée." in page
    letters = {letter.to: letter for letter in Letter.objects.all()}
    assert set(letters) == {payment.details["address"]["email"], operator.email}
    assert all(payment.reference in letter.text for letter in letters.values())
    assert "28,90" in letters[payment.details["address"]["email"]].subject


def test_a_lock_that_was_waited_for_in_vain_is_tried_again(payment, monkeypatch):
    now = timezone.now()
    with monkeypatch.context() as patch:
        patch.setattr(PLACE, fail_with(OperationalError("database is locked")))
        accept(payment, at=now)
        due.run(at=now + timedelta(minutes=1))
        payment.refresh_from_db()
        assert (payment.state, payment.order_id) == (State.CAPTURED, None)
        assert payment.trouble == "OperationalError: database is locked"
    due.run(at=now + timedelta(minutes=2))
    payment.refresh_from_db()
    assert (payment.state, payment.order) == (State.CAPTURED, Order.objects.get())


def test_a_lock_that_never_opens_ends_as_a_refund(payment, monkeypatch):
    now = timezone.now()
    monkeypatch.setattr(PLACE, fail_with(OperationalError("database is locked")))
    accept(payment, at=now)
    for minute in (1, 2):
        assert due.run(at=now + timedelta(minutes=minute))["failed"] == 1
        payment.refresh_from_db()
        assert (payment.state, payment.failures) == (State.CAPTURED, minute)
    due.run(at=now + timedelta(minutes=3))
    payment.refresh_from_db()
    assert (payment.state, payment.order_id) == (State.REFUNDED, None)


def test_one_that_cannot_be_finished_stops_no_other_and_is_seen(monkeypatch, capsys):
    now = timezone.now()
    stuck, other, late = (begin_payment(make_basket(make_product(stock=1))) for _ in range(3))
    with monkeypatch.context() as patch:
        patch.setattr(PLACE, fail_with(OperationalError("gone")))
        accept(stuck), accept(other)
    Payment.objects.filter(pk=late.pk).update(held_until=now - timedelta(minutes=1))
    capture = "marketplace.shop.receivers.orders.place"
    from marketplace.shop.actions import orders

    place = orders.place

    def all_but_one(payment, *, at):
        if payment.pk == stuck.pk:
            raise ProviderError("no such customer")
        return place(payment, at=at)

    monkeypatch.setattr(capture, all_but_one)
    with pytest.raises(CommandError, match=r"marketplace\.shop\.due\.run"):
        call_command("run_due")
    states = [Payment.objects.get(pk=each.pk) for each in (stuck, other, late)]
    assert [bool(each.order_id) for each in states] == [False, True, False]
    assert states[2].state == State.EXPIRED
    assert states[0].trouble == "ProviderError: no such customer"
    assert list(Payment.objects.stuck(now)) == []
    assert list(Payment.objects.stuck(now + timedelta(minutes=6))) == [states[0]]


def test_a_part_of_the_work_that_fails_stops_no_other(payment, settings):
    settings.DUE_WORK = ["marketplace.nothing.run", *settings.DUE_WORK]
    Payment.objects.update(held_until=timezone.now() - timedelta(minutes=1))
    with pytest.raises(CommandError, match=r"marketplace\.nothing\.run"):
        call_command("run_due")
    payment.refresh_from_db()
    assert payment.state == State.EXPIRED


def test_again_and_again_until_stopped(payment, monkeypatch):
    """As `make run` has it done; what fails once is tried the next time."""
    from marketplace.shop.management.commands import run_due

    rounds = []

    def next_minute(seconds):
        rounds.append(seconds)
        if len(rounds) == 2:
            raise KeyboardInterrupt
        monkeypatch.setattr(due.payments, "expire", expire)

    expire = due.payments.expire
    Payment.objects.update(held_until=timezone.now() - timedelta(minutes=1))
    monkeypatch.setattr(due.payments, "expire", fail_with(RuntimeError()))
    monkeypatch.setattr(run_due, "close_old_connections", lambda: None)
    monkeypatch.setattr(run_due.time, "sleep", next_minute)
    with pytest.raises(KeyboardInterrupt):
        call_command("run_due", every=60)
    payment.refresh_from_db()
    assert (rounds, payment.state) == ([60, 60], State.EXPIRED)


def test_operators_find_what_is_stuck_and_read_why(client):
    an_hour_ago = timezone.now() - timedelta(hours=1)
    payment = begin_payment(make_basket(make_product(stock=1)), at=an_hour_ago)
    Payment.objects.update(state=State.REFUND_DUE, trouble="ProviderError: card is closed")
    other = begin_payment(make_basket(make_product(stock=1)))
    client.force_login(UserFactory.create(is_superuser=True))
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "1 paiement qui demande quelqu’un" in home
    stuck = client.get(f"{reverse('payments_payment_modeladmin_index')}?stuck=1").content.decode()
    assert payment.reference in stuck
    assert other.reference not in stuck
    assert "la banque ne l’a pas rendu. ProviderError: card is closed" in stuck


def test_a_refund_that_the_bank_refuses_is_tried_until_it_is_made(payment, monkeypatch):
    now = timezone.now()
    refund = "marketplace.payments.sandbox.provider.Sandbox.refund"
    with monkeypatch.context() as patch:
        patch.setattr(PLACE, fail_with(ValueError()))
        patch.setattr(refund, fail_with(ProviderError("try later")))
        accept(payment, at=now)
        assert due.run(at=now + timedelta(minutes=1))["failed"] == 1
        payment.refresh_from_db()
        assert (payment.state, payment.trouble) == (State.REFUND_DUE, "ProviderError: try later")
    due.run(at=now + timedelta(minutes=2))
    payment.refresh_from_db()
    assert (payment.state, payment.trouble) == (State.REFUNDED, "")
    assert Letter.objects.filter(to=payment.details["address"]["email"]).count() == 1


@pytest.mark.postgres
def test_three_runs_at_once_share_the_work(monkeypatch):
    now = timezone.now()
    payments = [begin_payment(make_basket(make_product(stock=1))) for _ in range(12)]
    overdue, paid = payments[:6], payments[6:]
    with monkeypatch.context() as patch:
        patch.setattr(PLACE, fail_with(OperationalError("gone")))
        for payment in paid:
            accept(payment)
    bad = paid[0]
    Payment.objects.filter(pk=bad.pk).update(details={})  # nothing can be made of that
    Payment.objects.filter(pk__in=[each.pk for each in overdue]).update(
        held_until=now - timedelta(minutes=1)
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    command = [sys.executable, "manage.py", "run_due"]
    runs = [
        subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(3)
    ]
    said = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], said
    assert Payment.objects.filter(state=State.EXPIRED).count() == len(overdue)
    assert Order.objects.count() == len(paid) - 1
    bad.refresh_from_db()
    assert (bad.state, bad.order_id) == (State.REFUNDED, None)
    assert sum(StockRecord.objects.values_list("num_allocated", flat=True)) == len(paid) - 1
