"""A balance is a sum of whole cents: nought is nought, on every database."""

from decimal import Decimal

import pytest
from django.utils import timezone

from marketplace.settlement.actions import account
from marketplace.settlement.models import Account, Entry, Transaction

pytestmark = pytest.mark.django_db


def move(*amounts: str, debit: str = "outside", credit: str = "heritage") -> None:
    """Move the amounts from one account to the other; a negative one the other way."""
    booked = Transaction.objects.create(
        reference=f"test:{Transaction.objects.count()}", kind="correction", at=timezone.now()
    )
    for amount in map(Decimal, amounts):
        way = {"debit": account(debit), "credit": account(credit)}
        if amount < 0:
            way = {"debit": account(credit), "credit": account(debit)}
        Entry.objects.create(transaction=booked, amount=abs(amount), wording="x", **way)


@pytest.mark.parametrize(
    ("amounts", "balance"),
    [
        (["0.10", "0.20", "-0.30"], "0.00"),
        (["0.70", "0.10", "-0.80"], "0.00"),
        (["1.10", "2.20", "3.30", "-6.60"], "0.00"),
        (["0.10"] * 10, "1.00"),
        (["9999999999.99", "0.01", "-9999999999.99"], "0.01"),
        (["-4.35"], "-4.35"),
        ([], "0.00"),
    ],
)
def test_a_balance_is_exact_and_found_by_its_amount(amounts, balance):
    move(*amounts)
    fund = account("heritage")
    assert fund.balance() == Decimal(balance)
    listed = Account.objects.with_balance()
    assert listed.get(pk=fund.pk).balance == Decimal(balance)
    assert fund in listed.filter(balance=Decimal(balance))
    assert fund not in listed.exclude(balance=Decimal(balance))


def test_all_balances_add_up_to_nought():
    move("12.34", "0.07", "-0.30", debit="provider:sandbox", credit="artisan:1")
    assert sum(each.balance for each in Account.objects.with_balance()) == 0
