"""What was promised and is not there, or there twice. It runs with the deployment's settings."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db.models import Q, Sum
from django.utils import timezone

from ground.letters.models import Letter
from ground.letters.sending import LEASE
from ground.provenance.models import Picture
from marketplace.forks.order.models import Line, Order
from marketplace.forks.partner.models import StockRecord
from marketplace.fulfilment.models import Consignment
from marketplace.payments.models import Payment, SandboxCharge, StockHold
from scripts.drills.visitors import BUYER

LONGEST = 240  # seconds until what was stopped half-way is finished: run_due tries again
Told = dict[str, Any]  # numbers of orders that buyers read, Message-IDs that came, what was sold


def tell(note: str) -> None:
    """Print what is lost, and how much there is, as JSON."""
    told: Told = json.loads(Path(note).read_text())
    settle()
    told["came"] = Path(told["mailbox"]).read_text().splitlines()
    lost = [*orders(told), *payments(), *letters(told), *stock(told), *files()]
    print(json.dumps({"lost": lost, "sums": sums(told)}))


def settle() -> None:
    """Wait until nothing is half-way. Whoever held a letter this long is dead: nobody waits."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        now = timezone.now()
        held = Letter.objects.filter(leased_until__lte=now + LEASE - timedelta(seconds=30))
        held.update(leased_until=None)
        Letter.objects.waiting().filter(leased_until=None).update(due_at=now)
        if not (Letter.objects.waiting().exists() or Payment.objects.half_way().exists()):
            return
        time.sleep(5)


def orders(told: Told) -> Iterator[str]:
    emails = Counter(
        Order.objects.filter(guest_email__endswith=BUYER).values_list("guest_email", flat=True)
    )
    yield from (f"{email} ordered {n} times" for email, n in emails.items() if n > 1)
    there = set(Order.objects.values_list("number", flat=True))
    yield from (f"order {number} is gone" for number in sorted(set(told["promised"]) - there))


def payments() -> Iterator[str]:
    """Money and orders, one for one: what the sandbox has taken is what was ordered."""
    for payment in Payment.objects.half_way():
        yield f"{payment} stays {payment.state}: {payment.trouble}"
    captured = SandboxCharge.objects.filter(state="captured")
    taken = dict(captured.values_list("reference", "amount"))
    paid = {
        payment.reference: payment.order and payment.order.total_incl_tax
        for payment in Payment.objects.filter(state="captured").select_related("order")
    }
    for reference in sorted(taken.keys() | paid.keys()):
        if taken.get(reference) != paid.get(reference):
            yield f"{reference}: {taken.get(reference)} taken, {paid.get(reference)} ordered"


def letters(told: Told) -> Iterator[str]:
    """Each came once, and none that is owed was forgotten."""
    came = Counter(name.strip("<").partition("@")[0] for name in told["came"])
    for letter in Letter.objects.all():
        number = came.pop(str(letter.mark), 0)
        if number != 1:
            yield f"letter {letter} came {number} times, {letter.state}: {letter.error}"
    yield from (f"letter {name} was written by nobody" for name in came)
    written = Counter(Letter.objects.values_list("template", "about"))
    reached = Q(partner__users__isnull=False) | ~Q(partner__email="")
    owed = {
        "order_placed": Order.objects.all(),
        "consignment_ordered": Consignment.objects.filter(reached),
    }
    for name, rows in owed.items():
        for number in rows.values_list("number", flat=True).distinct():
            if not written[f"marketplace/{name}", number]:
                yield f"the letter {name} of {number} was never written"


def stock(told: Told) -> Iterator[str]:
    """What is kept of each thing is what was ordered, and what is kept for payments under way."""
    for goods in told["goods"]:
        record = StockRecord.objects.get(pk=goods["record"])
        sold = Line.objects.filter(stockrecord=record, order__guest_email__endswith=BUYER)
        held = StockHold.objects.filter(stockrecord=record)
        wanted = sum(rows.aggregate(n=Sum("quantity"))["n"] or 0 for rows in (sold, held))
        if (record.num_allocated or 0) - goods["allocated"] != wanted:
            yield f"{record}: {record.num_allocated} kept, {goods['allocated']} + {wanted} ordered"


def files() -> Iterator[str]:
    """Pictures, and the sizes that were drawn of them, are in the bucket."""
    for model in (Picture, Picture.get_rendition_model()):
        for one in model.objects.all():
            if not one.file.storage.exists(one.file.name):
                yield f"the file of {one} is gone"


def sums(told: Told) -> dict[str, int]:
    return {
        "orders": Order.objects.count(),
        "of which buyers read the number": len(told["promised"]),
        "payments taken": Payment.objects.filter(state="captured").count(),
        "letters owed": Letter.objects.count(),
        "letters received": len(told["came"]),
        "sizes of pictures drawn": Picture.get_rendition_model().objects.count(),
    }
