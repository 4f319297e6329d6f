"""What becomes of a pilot. Each is told who acts (`by`) and when (`at`)."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from ground.typed.names import slug

from ..editions import content_of
from ..models import (
    Application,
    Edition,
    Indicator,
    Measurement,
    Organisation,
    Pilot,
    PilotMember,
)
from ..models.measurement import Confidence
from ..moves import MoveRefused, locked, move
from ..rules import runs_programme
from ..states import Verdict


class AlreadyPrepared(Exception):
    """A pilot has been made of this application."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot = pilot
        super().__init__(pilot.slug)


class NoBaseline(Exception):
    """Nothing that is found could be compared: these indicators have no baseline with a day."""

    def __init__(self, indicators: list[Indicator]) -> None:
        self.indicators = indicators
        super().__init__(", ".join(map(str, indicators)))


class NoReason(Exception):
    """What was published is corrected with a reason."""


@transaction.atomic
def prepare(*, application: Application, place: Any, by: Any, at: datetime) -> Pilot:
    """Make a pilot of a selected application, once: its team and the manager are its members."""
    if not runs_programme(by):
        raise PermissionDenied
    application = locked(application)
    if application.state != Application.State.SELECTED:
        raise MoveRefused(application, "select")
    if pilot := Pilot.objects.filter(application=application).first():
        raise AlreadyPrepared(pilot)
    said = {
        f"{name}_{code}": getattr(application, name)
        for name in ("title", "summary")
        for code in {application.language, settings.LANGUAGE_CODE}
    }
    pilot = Pilot.objects.create(
        slug=slug(f"{application.title}-{application.reference}")[-50:].strip("-"),
        **said,
        application=application,
        organisation=known(application.organisation),
        place=place,
    )
    team = application.members.filter(user__isnull=False).values_list("user", flat=True)
    for user in team:
        pilot.members.create(user_id=user, role=PilotMember.Role.STARTUP)
    pilot.members.create(user=by, role=PilotMember.Role.MANAGER)
    pilot.events.create(move="prepare", target=pilot.state, by=by, at=at)
    return pilot


def known(applicant: Organisation) -> Organisation:
    """The organisation by which the programme knows an applicant: one of each number and name."""
    if there := Organisation.objects.same_as(applicant).first():
        return there
    columns = ("name", "city", "country", "siret", "website", "is_invented")
    return Organisation.objects.create(
        **{column: getattr(applicant, column) for column in columns}, is_known=True
    )


def agree(*, pilot: Pilot, by: Any, at: datetime) -> Pilot:
    return move(pilot, "agree", by=by, at=at)


@transaction.atomic
def start(*, pilot: Pilot, by: Any, at: datetime) -> Pilot:
    """Begin on site, once it is known what things were before. Raises NoBaseline."""
    pilot = move(pilot, "start", by=by, at=at)
    indicators = list(pilot.indicators.all())
    without = [each for each in indicators if each.baseline is None or each.baseline_on is None]
    if without or not indicators:
        raise NoBaseline(without)
    return pilot


def pause(*, pilot: Pilot, reason: str, by: Any, at: datetime) -> Pilot:
    """Stop for a while; a host may, for safety."""
    return move(pilot, "pause", by=by, at=at, reason=reason)


def resume(*, pilot: Pilot, by: Any, at: datetime) -> Pilot:
    return move(pilot, "resume", by=by, at=at)


def evaluate(*, pilot: Pilot, by: Any, at: datetime) -> Pilot:
    return move(pilot, "evaluate", by=by, at=at)


def close(*, pilot: Pilot, verdict: Verdict, reason: str, by: Any, at: datetime) -> Pilot:
    return move(pilot, "close", by=by, at=at, reason=reason, verdict=verdict)


@transaction.atomic
def publish(*, pilot: Pilot, by: Any, at: datetime) -> Pilot:
    """Make the results public: what they are that day stays readable, whatever is corrected."""
    pilot = move(pilot, "publish", by=by, at=at)
    freeze(pilot, by=by, at=at)
    return pilot


def freeze(pilot: Pilot, *, by: Any, at: datetime, reason: str = "") -> Edition:
    """Keep the results as they are now, as the next edition."""
    return pilot.editions.create(
        number=pilot.editions.count() + 1, content=content_of(pilot), by=by, at=at, reason=reason
    )


@transaction.atomic
def correct(
    *, pilot: Pilot, change: Callable[[], Any], reason: str, by: Any, at: datetime
) -> Edition | None:
    """Make a change to results that are published, as a new edition with its day and reason.

    Nothing is kept of a change that changes nothing. Raises NoReason, and then changes nothing.
    """
    before = locked(pilot)
    if not before.editions.exists():  # published before editions were kept
        freeze(before, by=None, at=at)
    old = content_of(before)
    change()
    after = Pilot.objects.get(pk=pilot.pk)
    if content_of(after) == old:
        return None
    if not reason.strip():
        raise NoReason
    return freeze(after, by=by, at=at, reason=reason)


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
    if indicator.pilot.state == Pilot.State.PUBLISHED:
        raise MoveRefused(indicator.pilot, "publish")
    measurement, _created = Measurement.objects.update_or_create(
        indicator=indicator,
        on=on,
        defaults={"value": value, "confidence": confidence, "note": note},
    )
    return measurement
