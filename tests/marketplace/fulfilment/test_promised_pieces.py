"""What an order took from stock is its own: nothing that the listing becomes changes it."""

from importlib import import_module
from itertools import product as every

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from oscar.core.loading import get_model

from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import StockRecord
from marketplace.fulfilment import actions
from marketplace.fulfilment.models import Consignment
from marketplace.payments.models import Payment, SandboxCharge, StockHold
from marketplace.payments.sandbox import actions as sandbox
from marketplace.payments.states import State
from marketplace.shop.actions import checkout
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ArtisanFactory, begin_payment, make_basket, make_product

pytestmark = pytest.mark.django_db(transaction=True)
Line = get_model("order", "Line")


def begin(product, quantity=1):
    return begin_payment(make_basket(product, quantity=quantity))


def pay(payment):
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, "accept", at=timezone.now())
    payment.refresh_from_db()
    return payment.order.consignments.get()


def send(consignment):
    actions.mark_sent(consignment, by=None, at=timezone.now())


def switch(product, *, to_order):
    """As the studio does: what is in stock stays written where it is made to order, too."""
    Product.objects.filter(pk=product.pk).update(is_made_to_order=to_order)


def assert_kept_is_promised(product):
    """Allocated = what payments hold + what waiting parcels took."""
    record = StockRecord.objects.get(product=product)
    held = StockHold.objects.filter(stockrecord=record).aggregate(sum=Sum("quantity"))["sum"] or 0
    waiting = Line.objects.filter(stockrecord=record).aggregate(sum=Sum("num_allocated"))["sum"]
    assert (record.num_allocated or 0) == held + (waiting or 0)
    return record


@pytest.mark.parametrize("settings_of_each_step", list(every([False, True], repeat=4)))
def test_made_to_order_switched_between_every_step_changes_no_order(settings_of_each_step):
    begins, pays, accepts, sends = settings_of_each_step
    product = make_product(stock=5)
    other = begin(product)  # somebody else's payment under way keeps what it has kept
    switch(product, to_order=begins)
    payment = begin(product, quantity=3)
    assert_kept_is_promised(product)
    switch(product, to_order=pays)
    parcel = pay(payment)
    assert_kept_is_promised(product)
    switch(product, to_order=accepts)
    actions.accept(parcel, by=None, at=timezone.now())
    switch(product, to_order=sends)
    send(parcel)
    record = assert_kept_is_promised(product)
    assert (record.num_in_stock, record.num_allocated) == (5 if begins else 2, 1)
    send(pay(other))
    assert assert_kept_is_promised(product).num_in_stock == (4 if begins else 1)
    assert set(Consignment.objects.values_list("state", flat=True)) == {"sent"}


def test_an_order_from_stock_and_one_made_to_order_both_leave_whichever_goes_first():
    product = make_product(stock=5)
    from_stock = pay(begin(product))
    switch(product, to_order=True)
    made = pay(begin(product, quantity=9))
    switch(product, to_order=False)
    send(made)
    assert assert_kept_is_promised(product).num_in_stock == 5
    send(from_stock)
    record = assert_kept_is_promised(product)
    assert (record.num_in_stock, record.num_allocated) == (4, 0)


def test_what_is_called_off_after_a_switch_gives_back_what_it_kept():
    product = make_product(stock=2)
    kept, others = begin(product), make_basket()
    switch(product, to_order=True)
    made = begin(product, quantity=2)
    for payment in (made, kept):
        checkout.take_back(payment, into=others, at=timezone.now())
        assert_kept_is_promised(product)
    assert StockRecord.objects.get().num_allocated == 0


def test_what_was_agreed_as_made_to_order_is_ordered_though_the_stock_is_counted_again():
    product = make_product(stock=None)
    payment = begin(product, quantity=2)
    switch(product, to_order=False)
    StockRecord.objects.update(num_in_stock=0)
    parcel = pay(payment)
    assert Payment.objects.get().state == State.CAPTURED
    send(parcel)
    record = assert_kept_is_promised(product)
    assert (record.num_in_stock, record.num_allocated or 0) == (0, 0)


def test_a_parcel_leaves_where_the_stock_is_no_longer_counted():
    product = make_product(stock=4)
    parcel = pay(begin(product))
    switch(product, to_order=True)
    StockRecord.objects.update(num_in_stock=None)
    send(parcel)
    record = assert_kept_is_promised(product)
    assert (record.num_in_stock, record.num_allocated) == (None, 0)


@pytest.mark.parametrize("way", ["send", "make_ready"])
def test_a_parcel_leaves_though_its_product_is_deleted(way):
    product = make_product(stock=4)
    parcel = pay(begin(product, quantity=2))
    product.delete()
    assert parcel.lines.get().order_line.title_here == parcel.lines.get().order_line.title
    move = {"send": actions.mark_sent, "make_ready": actions.mark_ready}[way]
    move(parcel, by=UserFactory.create(), at=timezone.now())
    assert Consignment.objects.get().is_done


def test_lines_with_other_words_share_a_stock_and_each_remembers_its_own():
    from marketplace.studio.actions.creation import Words

    words = Words(label={"fr": "Prénom", "en": "First name"}, max_length=20)
    product = make_product(stock=7, words=words)
    basket = make_basket(product, quantity=2, words="Ana")
    option = product.words_asked.get()
    basket.add_product(product, 3, [{"option": option, "value": "Luc"}])
    parcel = pay(begin_payment(basket))
    assert sorted(Line.objects.values_list("num_allocated", flat=True)) == [2, 3]
    send(parcel)
    record = assert_kept_is_promised(product)
    assert (record.num_in_stock, record.num_allocated) == (2, 0)


def test_orders_of_the_version_before_learn_what_they_took():
    product = make_product(stock=5)
    first, second, sent = (pay(begin(product)) for _ in range(3))
    send(sent)
    Line.objects.update(num_allocated=1)  # as Oscar wrote it, whatever was taken
    switch(product, to_order=True)
    made = pay(begin(product, quantity=4))
    Line.objects.filter(consignment_line__consignment=made).update(num_allocated=4)
    migration = import_module(
        "marketplace.fulfilment.migrations.0002_lines_remember_what_they_took"
    )
    migration.remember(apps, None)
    assert_kept_is_promised(product)
    switch(product, to_order=False)
    for parcel in (made, second, first):
        send(parcel)
        assert_kept_is_promised(product)
    assert StockRecord.objects.get().num_in_stock == 2


@pytest.mark.parametrize("leaves", [True, False], ids=["sent", "cancelled"])
def test_stock_is_changed_in_the_order_in_which_payments_take_it(leaves):
    """So that neither waits for the other: whatever order the basket has."""
    artisan = ArtisanFactory.create()
    first, last = (make_product(artisan=artisan) for _number in range(2))
    parcel = pay(begin_payment(make_basket(last, first)))
    with CaptureQueriesContext(connection) as queries:
        if leaves:
            send(parcel)
        else:
            why = {"by": UserFactory.create(), "at": timezone.now(), "reason": "Cassé."}
            actions.cancel(parcel, **why)
    table = f'UPDATE "{StockRecord._meta.db_table}"'
    changed = [each["sql"] for each in queries if each["sql"].startswith(table)]
    keys = [record.pk for record in StockRecord.objects.order_by("pk")]
    assert [sql.endswith(f'."id" = {key}') for sql, key in zip(changed, keys, strict=True)] == [
        True,
        True,
    ]
