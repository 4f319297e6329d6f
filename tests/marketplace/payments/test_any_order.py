"""Whatever order a provider's messages come in, however often: one charge, one order or none."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oscar.core.loading import get_model

from marketplace.payments import actions
from marketplace.payments.models import Payment, SandboxAnswer, SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from marketplace.payments.sandbox import post
from marketplace.payments.sandbox.models import ChargeState
from marketplace.payments.sandbox.provider import SIGNATURE, sign
from marketplace.payments.states import ENDED_UNPAID, State
from marketplace.shop import due
from marketplace.shop.actions import checkout
from tests.factories.marketplace import begin_payment, make_basket, make_product

Order = get_model("order", "Order")
Basket = get_model("basket", "Basket")
pytestmark = pytest.mark.django_db(transaction=True)

PLAYS = ["accept", "decline", "challenge", "confirm", "fail", "late", "twice", "never"]


class Story:
    """A payment for one of two pieces, and what happens to it."""

    def __init__(self) -> None:
        self.now = timezone.now()
        self.product = make_product(stock=2)
        self.payment: Payment = begin_payment(make_basket(self.product), at=self.now)
        self.mine = Basket.objects.create()

    @property
    def charge(self) -> SandboxCharge:
        """The only one there is."""
        return SandboxCharge.objects.get(reference=self.payment.reference)

    def play(self, name: str) -> None:
        sandbox.play(self.charge, name, at=self.now)

    def deliver(self, number: int) -> None:
        """One of the messages written so far, whether or not it came before."""
        written = list(SandboxAnswer.objects.filter(charge=self.charge).order_by("pk"))
        if written:
            body = post.body_of(written[number % len(written)])
            actions.receive("sandbox", body, {SIGNATURE: sign(body)}, at=self.now)

    def take_back(self) -> None:
        checkout.take_back(self.payment, into=self.mine, at=self.now)

    def go_on(self) -> None:
        self.payment.refresh_from_db()
        actions.go_on(self.payment, at=self.now)

    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        due.run(at=self.now)

    def tell(self, steps: list[tuple[Any, ...]]) -> None:
        for name, *rest in steps:
            step: Callable[..., None] = getattr(self, name)
            step(*rest)
            self.holds()

    def holds(self) -> None:
        """What must be so after each step."""
        self.payment.refresh_from_db()
        record = self.product.stockrecords.get()
        orders = Order.objects.filter(basket=self.payment.basket_id).count()
        is_kept = self.payment.held_until is not None
        assert orders == int(self.payment.order_id is not None)
        assert (record.num_in_stock, record.num_allocated or 0) == (2, orders or int(is_kept))
        assert SandboxAnswer.objects.filter(charge=self.charge, kind="capture").count() <= 1
        if orders:
            assert (self.payment.state, self.charge.state) == (State.CAPTURED, ChargeState.CAPTURED)


STEPS = st.one_of(
    st.tuples(st.just("play"), st.sampled_from(PLAYS)),
    st.tuples(st.just("deliver"), st.integers(0, 3)),
    st.tuples(st.just("wait"), st.sampled_from([0, 1, 25])),
    st.tuples(st.sampled_from(["take_back", "go_on"])),
)


@given(steps=st.lists(STEPS, max_size=9))
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_in_any_order_and_any_number_of_times(monkeypatch, steps):
    with monkeypatch.context() as patch:  # a post that brings nothing until it is told to
        patch.setattr(post, "deliver_due", lambda *reference, at: 0)
        story = Story()
        story.tell(steps)
    story.tell([("wait", 30)] * 3)  # it catches up, and time passes
    state, charge = story.payment.state, story.charge.state
    if charge == ChargeState.CAPTURED:
        assert (state, story.payment.order_id is None) == (State.CAPTURED, False)
    elif charge == ChargeState.REFUNDED:
        assert (state, story.payment.order_id) == (State.REFUNDED, None)
    else:
        assert charge != ChargeState.AUTHORISED  # money that is kept from somebody for nothing
        assert (state in ENDED_UNPAID, story.payment.order_id) == (True, None)
