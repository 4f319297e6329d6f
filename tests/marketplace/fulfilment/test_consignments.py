"""What must not change later is frozen; each move leaves a trace; nobody sees another's."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from marketplace.forks.partner.models import StockRecord
from marketplace.fulfilment import actions
from marketplace.fulfilment.calendar import add_working_days
from marketplace.fulfilment.models import Consignment, ShippingOption
from marketplace.fulfilment.models.shipping import cheapest
from marketplace.fulfilment.states import MOVES, MoveRefused, State
from marketplace.payments.models import SandboxCharge
from marketplace.payments.sandbox import actions as sandbox
from marketplace.settlement.models import Account, Entry, Transaction
from marketplace.shop.tracking import entries_of
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ArtisanFactory, begin_payment, make_basket, make_product


def order(*products, **wish):
    """Place an order for these products, in the database and for good."""
    payment = begin_payment(make_basket(*products, owner=wish.pop("owner", None)), **wish)
    sandbox.play(
        SandboxCharge.objects.get(reference=payment.reference), "accept", at=timezone.now()
    )
    payment.refresh_from_db()
    return payment.order


@pytest.mark.django_db(transaction=True)
def test_rates_seller_and_dates_stay_what_they_were():
    artisan = ArtisanFactory.create(
        name="Avant", standard_vat=True, commission_rate=Decimal("0.1500")
    )
    placed = order(make_product(artisan=artisan, price="100.00"))
    artisan.name, artisan.commission_rate, artisan.vat_regime = "Après", None, "franchise"
    artisan.save()
    consignment = placed.consignments.get()
    assert (consignment.seller["name"], consignment.vat_regime) == ("Avant", "standard")
    assert consignment.commission == Decimal("15.00")
    assert consignment.contribution == Decimal("2.00")
    assert consignment.total == Decimal("104.90")


@pytest.mark.django_db(transaction=True)
def test_vat_is_that_of_each_artisan():
    with_vat = make_product(artisan=ArtisanFactory.create(standard_vat=True), price="120.00")
    placed = order(with_vat, make_product(price="50.00"))
    assert [line.line_price_excl_tax for line in placed.lines.order_by("pk")] == [100, 50]
    assert placed.total_incl_tax == Decimal("179.80")
    assert placed.shipping_incl_tax - placed.shipping_excl_tax == Decimal("0.82")


@pytest.mark.django_db(transaction=True)
def test_the_ledger_says_who_gets_what_and_adds_up_to_nothing():
    artisan = ArtisanFactory.create(commission_rate=Decimal("0.1000"))
    placed = order(make_product(artisan=artisan, price="99.99"))
    balances = {account.code: account.balance for account in Account.objects.with_balance()}
    assert balances == {
        "provider:sandbox": Decimal("-104.89"),
        f"artisan:{artisan.pk}": Decimal("92.89"),
        "platform:commission": Decimal("8.33"),
        "platform:vat": Decimal("1.67"),
        "heritage": Decimal("2.00"),
    }
    assert sum(balances.values()) == 0
    assert all(account.balance() == balances[account.code] for account in Account.objects.all())
    assert Transaction.objects.get().reference == f"sale:{placed.number}"
    assert Entry.objects.filter(consignment__order=placed).count() == 5


@pytest.mark.django_db(transaction=True)
def test_sent_takes_the_pieces_out_of_stock_and_tells_the_shopper(mailoutbox):
    placed = order(make_product(stock=5))
    consignment, artisan = placed.consignments.get(), UserFactory.create()
    actions.accept(consignment, by=artisan, at=timezone.now())
    mailoutbox.clear()
    actions.mark_sent(
        consignment, by=artisan, at=timezone.now(), carrier="Colissimo", tracking_number="6A1"
    )
    record = StockRecord.objects.get()
    assert (record.num_in_stock, record.num_allocated) == (4, 0)
    assert "6A1" in mailoutbox[0].body
    assert [event.state for event in consignment.events.all()] == ["new", "accepted", "sent"]
    assert [entry["state"] for entry in entries_of(consignment)] == [
        "done",
        "done",
        "current",
        "todo",
    ]


@pytest.mark.django_db(transaction=True)
def test_an_artisan_sees_their_own_and_a_shopper_theirs(django_assert_num_queries):
    theirs, others = ArtisanFactory.create(), ArtisanFactory.create()
    worker, shopper, stranger = (UserFactory.create() for _ in range(3))
    theirs.users.add(worker)
    placed = order(make_product(artisan=theirs), make_product(artisan=others), owner=shopper)
    mine = placed.consignments.get(partner=theirs)
    assert list(Consignment.objects.of(worker)) == [mine]
    assert list(Consignment.objects.visible_to(worker)) == [mine]
    assert Consignment.objects.visible_to(shopper).count() == 2
    assert Consignment.objects.visible_to(stranger).count() == 0
    assert Consignment.objects.visible_to(UserFactory.create(operator=True)).count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("state", list(State))
def test_each_move_leads_from_its_states_only(state):
    placed = order(make_product())
    for name, (sources, target) in MOVES.items():
        Consignment.objects.update(state=state)
        consignment = placed.consignments.get()
        if state in sources:
            assert actions.move(consignment, name, by=None, at=timezone.now()).state == target
        else:
            with pytest.raises(MoveRefused):
                actions.move(consignment, name, by=None, at=timezone.now())
            assert Consignment.objects.get().state == state


@pytest.mark.django_db
def test_the_ledger_cannot_be_rewritten():
    from ground.history.models import HistoryIsKept

    transaction = Transaction.objects.create(reference="x", kind="correction", at=timezone.now())
    for change in (
        transaction.save,
        transaction.delete,
        Transaction.objects.all().delete,
        lambda: Transaction.objects.update(reference="y"),
    ):
        with pytest.raises(HistoryIsKept):
            change()
    assert Transaction.objects.get().reference == "x"


def test_no_parcel_travels_on_a_sunday():
    saturday = date(2026, 11, 28)
    assert add_working_days(saturday, 1) == date(2026, 11, 30)
    assert add_working_days(saturday, 7) == date(2026, 12, 7)
    assert add_working_days(saturday, 0) == saturday


def test_what_is_proposed_is_sent_rather_than_fetched():
    fetched = ShippingOption(method="pickup", price=Decimal(0))
    parcel = ShippingOption(method="parcel", price=Decimal("6.90"))
    letter = ShippingOption(method="letter", price=Decimal("7.50"), free_from=Decimal(50))
    assert cheapest([fetched, parcel, letter], Decimal(10)) is parcel
    assert cheapest([fetched, parcel, letter], Decimal(60)) is letter
    assert cheapest([fetched], Decimal(10)) is fetched
    assert cheapest([], Decimal(10)) is None
