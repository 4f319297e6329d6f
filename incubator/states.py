"""Where an application and a pilot can be, and every move between two places.

A move names the states that it may start from, the one it ends in, and the permission that the
person who makes it needs (`rules.py` gives the permissions their meaning). `moves.move()` is the
only door.
"""

from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ApplicationState(TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", pgettext_lazy("application", "Submitted")
    CHANGES_REQUESTED = "changes_requested", _("Changes requested")
    ELIGIBLE = "eligible", _("Eligible")
    INELIGIBLE = "ineligible", _("Not eligible")
    IN_REVIEW = "in_review", _("Read by the jury")
    SHORTLISTED = "shortlisted", _("Shortlisted")
    SELECTED = "selected", _("Selected")
    RESERVE = "reserve", _("On the reserve list")
    DECLINED = "declined", pgettext_lazy("application", "Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class PilotState(TextChoices):
    PREPARING = "preparing", _("In preparation")
    AGREED = "agreed", _("Agreed")
    RUNNING = "running", _("Under way")
    PAUSED = "paused", _("Paused")
    EVALUATING = "evaluating", _("Being evaluated")
    CLOSED = "closed", pgettext_lazy("pilot", "Closed")
    PUBLISHED = "published", _("Results published")
    CANCELLED = "cancelled", pgettext_lazy("pilot", "Cancelled")


class Verdict(TextChoices):
    """What an evaluation concludes of a pilot."""

    SCALE = "scale", _("Scale up")
    ITERATE = "iterate", _("Try again differently")
    STOP = "stop", _("Stop")


class Move(NamedTuple):
    sources: frozenset[str]
    target: str
    permission: str
    label: str | Promise


# --- Applications ----------------------------------------------------------------------------

A = ApplicationState

EDITABLE = frozenset({A.DRAFT, A.CHANGES_REQUESTED})
UNDECIDED = frozenset({A.SUBMITTED, A.ELIGIBLE, A.IN_REVIEW, A.SHORTLISTED, A.RESERVE})
OPEN = EDITABLE | UNDECIDED
READ_BY_JURY = frozenset({A.IN_REVIEW, A.SHORTLISTED, A.RESERVE, A.SELECTED, A.DECLINED})
DECISIONS = frozenset({A.SELECTED, A.RESERVE, A.DECLINED})

EDIT = "incubator.edit_application"
WITHDRAW = "incubator.withdraw_application"
TEAM = "incubator.change_team"
DECIDE = "incubator.decide_application"

APPLICATION_MOVES: dict[str, Move] = {
    "submit": Move(EDITABLE, A.SUBMITTED, EDIT, pgettext_lazy("application", "Submit")),
    "find_eligible": Move(frozenset({A.SUBMITTED}), A.ELIGIBLE, DECIDE, _("Find eligible")),
    "request_changes": Move(
        frozenset({A.SUBMITTED}), A.CHANGES_REQUESTED, DECIDE, _("Ask for changes")
    ),
    "ask_again": Move(
        frozenset({A.CHANGES_REQUESTED}),
        A.CHANGES_REQUESTED,
        DECIDE,
        _("Ask for changes until another day"),
    ),
    "find_ineligible": Move(
        frozenset({A.SUBMITTED, A.CHANGES_REQUESTED}),
        A.INELIGIBLE,
        DECIDE,
        _("Find not eligible"),
    ),
    "send_to_jury": Move(frozenset({A.ELIGIBLE}), A.IN_REVIEW, DECIDE, _("Send to the jury")),
    "shortlist": Move(frozenset({A.IN_REVIEW}), A.SHORTLISTED, DECIDE, _("Shortlist")),
    "select": Move(
        frozenset({A.SHORTLISTED, A.RESERVE}),
        A.SELECTED,
        DECIDE,
        pgettext_lazy("application", "Select"),
    ),
    "reserve": Move(frozenset({A.SHORTLISTED}), A.RESERVE, DECIDE, _("Put on the reserve list")),
    "decline": Move(
        frozenset({A.IN_REVIEW, A.SHORTLISTED, A.RESERVE}),
        A.DECLINED,
        DECIDE,
        _("Decline"),
    ),
    "withdraw": Move(OPEN, A.WITHDRAWN, WITHDRAW, _("Withdraw")),
}

# --- Pilots ----------------------------------------------------------------------------------

P = PilotState

ON_SITE = frozenset({P.RUNNING, P.PAUSED})
PUBLIC = frozenset({P.AGREED, P.RUNNING, P.PAUSED, P.EVALUATING, P.CLOSED, P.PUBLISHED})
CONCLUDED = frozenset({P.CLOSED, P.PUBLISHED})

STEER = "incubator.steer_pilot"
PAUSE = "incubator.pause_pilot"

PILOT_MOVES: dict[str, Move] = {
    "agree": Move(frozenset({P.PREPARING}), P.AGREED, STEER, _("Agree")),
    "start": Move(frozenset({P.AGREED}), P.RUNNING, STEER, pgettext_lazy("pilot", "Start")),
    "pause": Move(frozenset({P.RUNNING}), P.PAUSED, PAUSE, _("Pause")),
    "resume": Move(frozenset({P.PAUSED}), P.RUNNING, PAUSE, _("Resume")),
    "evaluate": Move(ON_SITE, P.EVALUATING, STEER, _("Begin the evaluation")),
    "close": Move(frozenset({P.EVALUATING}), P.CLOSED, STEER, _("Close with a verdict")),
    "publish": Move(frozenset({P.CLOSED}), P.PUBLISHED, STEER, _("Publish the results")),
    "cancel": Move(ON_SITE | {P.PREPARING, P.AGREED}, P.CANCELLED, STEER, _("Cancel")),
}
