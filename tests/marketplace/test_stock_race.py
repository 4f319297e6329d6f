"""Forty shoppers, five pieces, all at the same moment: five orders, and nobody else is charged."""

import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection
from oscar.core.loading import get_model

from marketplace.forks.partner.models import StockRecord
from marketplace.fulfilment.models import Consignment
from marketplace.payments.models import Payment, SandboxCharge
from marketplace.settlement.models import Transaction
from tests.factories.marketplace import make_product

SHOPPERS, PIECES = 40, 5
ROOT = Path(__file__).parents[2]
Order = get_model("order", "Order")


def run_shoppers(product_pk: int) -> Counter[str]:
    """What came of each of them."""
    command = [sys.executable, "-m", "tests.marketplace.stock_race", str(product_pk), str(SHOPPERS)]
    run = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert run.returncode == 0, run.stderr
    return Counter(run.stdout.split())


@pytest.mark.django_db(transaction=True)
def test_the_last_pieces_are_sold_once(capsys):
    product = make_product(stock=PIECES)
    began = time.monotonic()
    answers = run_shoppers(product.pk)
    charged = SandboxCharge.objects.filter(state__in=["authorised", "captured", "refunded"]).count()
    with capsys.disabled():
        print(
            f"\n  stock race on {connection.vendor}: {SHOPPERS} shoppers, {PIECES} pieces: "
            f"{answers['ordered']} orders, {answers['refused']} refused before any charge, "
            f"{charged} charged, {time.monotonic() - began:.0f} s"
        )
    assert answers == {"ordered": PIECES, "refused": SHOPPERS - PIECES}
    assert charged == Payment.objects.count() == Order.objects.count() == PIECES
    assert Consignment.objects.count() == Transaction.objects.count() == PIECES
    record = StockRecord.objects.get(product=product)
    assert (record.num_allocated, record.num_in_stock) == (PIECES, PIECES)
