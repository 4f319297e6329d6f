"""Messages of the sandbox to us: delivered signed, at their time, until they are taken."""

import json
from datetime import datetime
from functools import partial

from django.conf import settings
from django.utils.crypto import get_random_string

from ground import due

from .models import SandboxAnswer, SandboxCharge


def write(charge: SandboxCharge, kind: str, *, due_at: datetime, times: int = 1) -> None:
    """Keep an answer for delivery. `times`: real providers do send the same event twice."""
    event_id = f"evt_{get_random_string(20)}"
    SandboxAnswer.objects.bulk_create(
        SandboxAnswer(charge=charge, event_id=event_id, kind=kind, due_at=due_at)
        for _ in range(times)
    )


def deliver_due(reference: str | None = None, *, at: datetime) -> int:
    """Deliver what is due, of one charge or of all, oldest first. Returns how many were taken.

    What was not taken is tried again later, as a provider would.
    """
    waiting = SandboxAnswer.objects.filter(delivered_at=None, due_at__lte=at)
    if reference:
        waiting = waiting.filter(charge__reference=reference)
    waiting = waiting.select_related("charge")
    return due.each(waiting, partial(_deliver, at=at), "delivered")["delivered"]


def _deliver(answer: SandboxAnswer, *, at: datetime) -> None:
    """Hand it to the webhook's own function; another company would post it."""
    from ..actions import receive
    from .provider import SIGNATURE, sign

    body = body_of(answer)
    receive("sandbox", body, {SIGNATURE: sign(body)}, at=at)
    answer.delivered_at = at
    answer.save(update_fields=["delivered_at"])


def body_of(answer: SandboxAnswer) -> bytes:
    words = {
        "id": answer.event_id,
        "kind": answer.kind,
        "reference": answer.charge.reference,
        "amount": str(answer.charge.amount),
        "currency": answer.charge.currency or settings.OSCAR_DEFAULT_CURRENCY,
    }
    return json.dumps(words, sort_keys=True).encode()
