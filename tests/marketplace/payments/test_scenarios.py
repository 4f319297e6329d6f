"""The sandbox plays real providers; an order is made once, no money hangs in the air."""

from datetime import timedelta

import pytest
from django.utils import timezone
from oscar.core.loading import get_model

from marketplace.forks.partner.models import StockRecord
from marketplace.payments import actions
from marketplace.payments.models import PaymentEvent, SandboxAnswer, SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from marketplace.payments.sandbox.models import ChargeState
from marketplace.payments.states import State
from marketplace.shop import due
from marketplace.shop.actions import checkout
from tests.factories.marketplace import begin_payment, make_basket, make_product, make_wish

Order = get_model("order", "Order")
Basket = get_model("basket", "Basket")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def payment():
    return begin_payment(make_basket(make_product(stock=2)))


def play(payment, name, at=None):
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, name, at=at or timezone.now())
    payment.refresh_from_db()
    return SandboxCharge.objects.get(reference=payment.reference)


def allocated() -> list[int]:
    return [record.num_allocated or 0 for record in StockRecord.objects.order_by("pk")]


def test_while_somebody_pays_the_stock_is_kept(payment):
    assert (payment.state, allocated(), Order.objects.count()) == (State.PENDING, [1], 0)


def test_accepted_makes_the_order(payment):
    charge = play(payment, "accept")
    assert (payment.state, charge.state) == (State.CAPTURED, ChargeState.CAPTURED)
    assert payment.order.total_incl_tax == payment.amount
    assert allocated() == [1]
    assert payment.order.basket.status == Basket.SUBMITTED


def test_declined_gives_the_stock_back_and_takes_nothing(payment):
    charge = play(payment, "decline")
    assert (payment.state, charge.state) == (State.DECLINED, ChargeState.DECLINED)
    assert (allocated(), Order.objects.count()) == ([0], 0)


def test_a_second_step_comes_before_the_money(payment):
    assert play(payment, "challenge").state == ChargeState.CHALLENGED
    assert (payment.state, Order.objects.count()) == (State.PENDING, 0)
    play(payment, "confirm")
    assert (payment.state, Order.objects.count()) == (State.CAPTURED, 1)


def test_a_second_step_that_fails_takes_nothing(payment):
    play(payment, "challenge")
    play(payment, "fail")
    assert (payment.state, Order.objects.count(), allocated()) == (State.DECLINED, 0, [0])


def test_an_answer_said_twice_makes_one_order(payment):
    play(payment, "twice")
    assert SandboxAnswer.objects.filter(delivered_at=None).count() == 0
    assert SandboxAnswer.objects.count() == 3  # authorised, once more, captured
    assert PaymentEvent.objects.exclude(event_id="").count() == 2
    assert (payment.state, Order.objects.count(), allocated()) == (State.CAPTURED, 1, [1])


def test_a_late_answer_makes_the_order_when_it_comes(payment):
    now = timezone.now()
    play(payment, "late", at=now)
    assert (payment.state, Order.objects.count()) == (State.PENDING, 0)
    due.run(at=now + timedelta(minutes=1))
    payment.refresh_from_db()
    assert (payment.state, Order.objects.count()) == (State.CAPTURED, 1)


def test_no_answer_ever_gives_the_stock_back_when_the_time_is_up(payment):
    play(payment, "never")
    due.run(at=payment.held_until + timedelta(seconds=1))
    payment.refresh_from_db()
    assert (payment.state, allocated(), payment.held_until) == (State.EXPIRED, [0], None)


def expire(payment):
    due.run(at=payment.held_until + timedelta(seconds=1))
    payment.refresh_from_db()
    assert payment.state == State.EXPIRED


def test_an_authorisation_after_the_time_takes_stock_again_if_there_is_some(payment):
    expire(payment)
    play(payment, "accept")
    assert (payment.state, Order.objects.count(), allocated()) == (State.CAPTURED, 1, [1])


def test_an_authorisation_after_the_stock_went_is_let_go_uncharged(payment):
    expire(payment)
    StockRecord.objects.update(num_in_stock=0)
    charge = play(payment, "accept")
    assert (payment.state, charge.state) == (State.CANCELLED, ChargeState.VOIDED)
    assert Order.objects.count() == 0


def test_money_taken_after_the_stock_went_is_given_back(payment):
    expire(payment)
    StockRecord.objects.update(num_in_stock=0)
    charge = SandboxCharge.objects.get(reference=payment.reference)
    SandboxCharge.objects.update(state=ChargeState.CAPTURED)  # a provider that captures by itself
    sandbox.post.write(charge, "capture", due_at=timezone.now())
    sandbox.post.deliver_due(at=timezone.now())
    payment.refresh_from_db()
    charge.refresh_from_db()
    assert (payment.state, charge.state) == (State.REFUNDED, ChargeState.REFUNDED)
    assert Order.objects.count() == 0


def test_a_basket_taken_back_is_never_charged(payment):
    mine = Basket.objects.create()
    assert checkout.take_back(payment, into=mine, at=timezone.now())
    charge = play(payment, "accept")
    assert (payment.state, charge.state) == (State.CANCELLED, ChargeState.VOIDED)
    assert (mine.lines.count(), allocated(), Order.objects.count()) == (1, [0], 0)


def test_a_paid_basket_cannot_be_taken_back(payment):
    play(payment, "accept")
    mine = Basket.objects.create()
    assert not checkout.take_back(payment, into=mine, at=timezone.now())
    assert (mine.lines.count(), Order.objects.count()) == (0, 1)


def test_an_order_that_failed_half_way_is_made_later(payment, monkeypatch):
    def fails(*args, **kwargs):
        raise RuntimeError("the ledger is away")

    with monkeypatch.context() as patch:
        patch.setattr("marketplace.settlement.actions.record_sale", fails)
        play(payment, "accept")
    assert (payment.state, Order.objects.count(), allocated()) == (State.CAPTURED, 0, [1])
    due.run(at=timezone.now())
    payment.refresh_from_db()
    assert (payment.state, Order.objects.count(), allocated()) == (State.CAPTURED, 1, [1])
    due.run(at=timezone.now())
    assert Order.objects.count() == 1


def test_mail_that_fails_leaves_the_order_alone(payment, monkeypatch):
    def fails(order):
        raise OSError("no mail server")

    monkeypatch.setattr("marketplace.shop.emails.order_placed", fails)
    play(payment, "accept")
    assert (payment.state, Order.objects.count()) == (State.CAPTURED, 1)


def test_another_amount_than_ours_moves_nothing(payment):
    SandboxCharge.objects.update(amount="1.00")
    play(payment, "accept")
    assert (payment.state, Order.objects.count()) == (State.PENDING, 0)


def test_prices_that_rise_during_the_payment_change_nothing(payment):
    StockRecord.objects.update(price="99.00")
    play(payment, "accept")
    assert payment.order.total_incl_tax == payment.amount
    assert payment.order.lines.get().unit_price_incl_tax == 24


def test_going_on_twice_is_going_on_once(payment):
    play(payment, "accept")
    actions.go_on(payment, at=timezone.now())
    actions.go_on(payment, at=timezone.now())
    assert Order.objects.count() == 1


def test_nothing_comes_back_into_a_basket_that_is_being_paid_itself(payment):
    mine = make_basket(make_product())
    other = begin_payment(mine)  # in another tab, after this request has found it open
    assert not checkout.take_back(payment, into=mine, at=timezone.now())
    payment.refresh_from_db()
    assert (payment.state, mine.lines.count()) == (State.PENDING, 1)
    play(other, "accept")
    assert Order.objects.get().total_incl_tax == other.amount


def test_a_basket_that_a_sign_in_has_emptied_meanwhile_is_not_paid():
    mine = make_basket(make_product())
    wish = make_wish(mine)
    Basket.objects.create().merge(Basket.objects.get(pk=mine.pk))
    with pytest.raises(checkout.QuoteChanged):
        checkout.begin(basket=mine, wish=wish, by=None, at=timezone.now())


def test_what_was_never_handed_over_can_be_taken_back():
    basket = make_basket(make_product())
    now = timezone.now()
    payment = checkout.begin(basket=basket, wish=make_wish(basket), by=None, at=now)
    mine = Basket.objects.create()
    assert checkout.take_back(payment, into=mine, at=now)
    assert (mine.lines.count(), allocated()) == (1, [0])
