"""What the person in front of the sandbox's page can make it do."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from . import post
from .models import ChargeState, SandboxCharge

LATE = timedelta(seconds=12)

PLAYS = {
    "accept": _("Pay"),
    "decline": _("Be declined"),
    "challenge": _("Be asked for a second step"),
    "late": _("Pay, the bank answers a little later"),
    "twice": _("Pay, the bank answers twice"),
    "never": _("Come back without any answer"),
}


def play(charge: SandboxCharge, name: str, *, at: datetime) -> SandboxCharge:
    """Do what was chosen, if the charge still waits for it; then deliver what is due."""
    with transaction.atomic():
        charge = SandboxCharge.objects.select_for_update().get(pk=charge.pk)
        waits_for = ChargeState.CHALLENGED if name in {"confirm", "fail"} else ChargeState.OPEN
        if charge.state == waits_for:
            charge.play = name
            _PLAYED[name](charge, at)
            charge.save()
    post.deliver_due(charge.reference, at=at)
    return charge


def _accept(charge: SandboxCharge, at: datetime) -> None:
    charge.state = ChargeState.AUTHORISED
    post.write(charge, "authorise", due_at=at)


def _decline(charge: SandboxCharge, at: datetime) -> None:
    charge.state = ChargeState.DECLINED
    post.write(charge, "decline", due_at=at)


def _challenge(charge: SandboxCharge, at: datetime) -> None:
    charge.state = ChargeState.CHALLENGED


def _late(charge: SandboxCharge, at: datetime) -> None:
    charge.state = ChargeState.AUTHORISED
    post.write(charge, "authorise", due_at=at + LATE)


def _twice(charge: SandboxCharge, at: datetime) -> None:
    charge.state = ChargeState.AUTHORISED
    post.write(charge, "authorise", due_at=at, times=2)


def _never(charge: SandboxCharge, at: datetime) -> None:
    """The bank stays silent: the payment runs out of time."""


_PLAYED: dict[str, Callable[[SandboxCharge, datetime], None]] = {
    "accept": _accept,
    "decline": _decline,
    "challenge": _challenge,
    "late": _late,
    "twice": _twice,
    "never": _never,
    "confirm": _accept,
    "fail": _decline,
}
