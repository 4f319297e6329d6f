"""How far the results of a pilot can be trusted, computed from what there is and never claimed.

After the Standards of Evidence of Nesta: each level stands on those below it.
"""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Pilot


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


def steps(pilot: Pilot) -> list[Step]:
    """The five levels, each with whether it is reached. Uses prefetched indicators."""
    measured = any(
        indicator.baseline is not None and indicator.actual is not None
        for indicator in pilot.indicators.all()
    )
    conditions = (
        True,
        measured,
        bool(pilot.comparison_group),
        bool(pilot.independent_evaluator),
        bool(pilot.replication),
    )
    return [
        Step(level, label, all(conditions[:level])) for level, label in enumerate(LABELS, start=1)
    ]


def level(pilot: Pilot) -> int:
    """From 1 to 5."""
    return sum(step.is_reached for step in steps(pilot))
