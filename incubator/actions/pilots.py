"""What becomes of a pilot. Each is told who acts (`by`) and when (`at`)."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from marketplace.provenance.names import slug

from ..models import Application, Indicator, Measurement, Pilot, PilotMember
from ..models.measurement import Confidence
from ..moves import MoveRefused, move
from ..rules import runs_programme
from ..states import Verdict


@transaction.atomic
def prepare(*, application: Application, place: Any, by: Any, at: datetime) -> Pilot:
    """Make a pilot of a selected application; its team and the manager are its first members."""
    if not runs_programme(by):
        raise PermissionDenied
    if application.state != Application.State.SELECTED:
        raise MoveRefused(application, "select")
    pilot = Pilot.objects.create(
        slug=slug(f"{application.title}-{application.reference}")[:50],
        title=application.title,
        summary=application.summary,
        application=application,
        organisation=application.organisation,
        place=place,
    )
    team = application.members.filter(user__isnull=False).values_list("user", flat=True)
    for user in team:
        pilot.members.create(user_id=user, role=PilotMember.Role.STARTUP)
    pilot.members.create(user=by, role=PilotMember.Role.MANAGER)
    pilot.events.create(move="prepare", target=pilot.state, by=by, at=at)
    return pilot


def agree(*, pilot: Pilot, by: Any, at: datetime) -> Pilot:
    return move(pilot, "agree", by=by, at=at)


def start(*, pilot: Pilot, by: Any, at: datetime) -> Pilot:
    return move(pilot, "start", by=by, at=at)


def pause(*, pilot: Pilot, reason: str, by: Any, at: datetime) -> Pilot:
    """Stop for a while; a host may, for safety."""
    return move(pilot, "pause", by=by, at=at, reason=reason)


def resume(*, pilot: Pilot, by: Any, at: datetime) -> Pilot:
    return move(pilot, "resume", by=by, at=at)


def evaluate(*, pilot: Pilot, by: Any, at: datetime) -> Pilot:
    return move(pilot, "evaluate", by=by, at=at)


def close(*, pilot: Pilot, verdict: Verdict, reason: str, by: Any, at: datetime) -> Pilot:
    return move(pilot, "close", by=by, at=at, reason=reason, verdict=verdict)


def publish(*, pilot: Pilot, by: Any, at: datetime) -> Pilot:
    return move(pilot, "publish", by=by, at=at)


def cancel(*, pilot: Pilot, reason: str, by: Any, at: datetime) -> Pilot:
    return move(pilot, "cancel", by=by, at=at, reason=reason)


def measure(
    *,
    indicator: Indicator,
    on: date,
    value: Decimal,
    confidence: Confidence,
    note: str = "",
    by: Any,
) -> Measurement:
    """Write down what was found on a day; the same day again corrects it."""
    if not (runs_programme(by) or indicator.pilot.members.filter(user=by).exists()):
        raise PermissionDenied
    measurement, _created = Measurement.objects.update_or_create(
        indicator=indicator,
        on=on,
        defaults={"value": value, "confidence": confidence, "note": note},
    )
    return measurement
