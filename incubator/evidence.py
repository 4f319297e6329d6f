"""How far the results of a pilot can be trusted, computed from what there is and never claimed.

After the Standards of Evidence of Nesta: each level stands on those below it.
"""

from datetime import date
from typing import NamedTuple

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Indicator, Measurement, Pilot
from .models.pilot_member import Role


class Step(NamedTuple):
    level: int
    label: str | Promise
    is_reached: bool


LABELS = (
    _("You can say what you do and why it matters"),
    _("Something was measured before and after"),
    _("It was compared with a group or a place that did without"),
    _("Somebody independent evaluated it"),
    _("It was done again elsewhere, and held"),
)


def steps(pilot: Pilot, *, on: date | None = None) -> list[Step]:
    """The five levels, each with whether it is reached that day; uses what was prefetched."""
    day = on or timezone.localdate()
    conditions = (
        True,
        any(is_measured(indicator, on=day) for indicator in pilot.indicators.all()),
        any(is_compared(indicator, on=day) for indicator in pilot.indicators.all()),
        is_evaluated(pilot, on=day),
        is_repeated(pilot, on=day),
    )
    return [
        Step(level, label, all(conditions[:level])) for level, label in enumerate(LABELS, start=1)
    ]


def level(pilot: Pilot, *, on: date | None = None) -> int:
    """From 1 to 5."""
    return sum(step.is_reached for step in steps(pilot, on=on))


def found_since(indicator: Indicator, *, on: date) -> list[Measurement]:
    """What was measured after the baseline, up to that day; none where no baseline is dated."""
    since = indicator.baseline_on
    if indicator.baseline is None or since is None:
        return []
    return [found for found in indicator.measurements.all() if since < found.on <= on]


def is_measured(indicator: Indicator, *, on: date) -> bool:
    return bool(found_since(indicator, on=on))


def is_compared(indicator: Indicator, *, on: date) -> bool:
    """The same was counted before and after where the thing was not tried."""
    return indicator.comparison_baseline is not None and any(
        found.comparison is not None for found in found_since(indicator, on=on)
    )


def is_evaluated(pilot: Pilot, *, on: date) -> bool:
    """Somebody who has no other part in it signed a report, after something was measured."""
    inside = {member.user_id for member in pilot.members.all() if member.role != Role.EVALUATOR}
    if pilot.application:
        inside |= {member.user_id for member in pilot.application.members.all()}
    first = min(
        (found.on for each in pilot.indicators.all() for found in found_since(each, on=on)),
        default=None,
    )
    return first is not None and any(
        report.evaluator_id not in inside and first <= report.on <= on
        for report in pilot.evaluations.all()
    )


def is_repeated(pilot: Pilot, *, on: date) -> bool:
    """Another pilot tried it at another place, was measured too, and is concluded."""
    return any(
        other.is_concluded
        and other.place_id != pilot.place_id
        and any(is_measured(indicator, on=on) for indicator in other.indicators.all())
        for other in pilot.repetitions.all()
    )


RELATED = (
    "indicators__measurements",
    "evaluations",
    "members",
    "application__members",
    "repetitions__indicators__measurements",
)
