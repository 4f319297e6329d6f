"""What programme managers do with an application."""

from datetime import datetime
from typing import Any

from django.db import transaction

from .. import emails, states
from ..models import Application, Call, Decision
from ..moves import move
from ..questionnaire import Questionnaire


class NoSeatLeft(Exception):
    """As many applications are selected as the call has pilots to give."""


@transaction.atomic
def request_changes(
    *,
    application: Application,
    fields: list[str],
    reason: str,
    due_at: datetime | None = None,
    by: Any,
    at: datetime,
) -> Application:
    """Give some fields back to be rewritten; those that the call froze stay as they are.

    Asked again, for more or until another day, what was given back before stays so: it may have
    been rewritten already.
    """
    again = application.state == Application.State.CHANGES_REQUESTED
    frozen = {
        ask.code for ask in Questionnaire.of(application.call).asks if ask.frozen_after_submit
    }
    application = move(
        application,
        "ask_again" if again else "request_changes",
        by=by,
        at=at,
        reason=reason,
        reopened=list(
            dict.fromkeys([*application.reopened, *(code for code in fields if code not in frozen)])
        ),
        changes_due_at=due_at,
    )
    emails.changes_requested(application, reason=reason, fields=application.reopened)
    return application


def find_eligible(*, application: Application, by: Any, at: datetime) -> Application:
    return move(application, "find_eligible", by=by, at=at)


@transaction.atomic
def find_ineligible(*, application: Application, reason: str, by: Any, at: datetime) -> Application:
    application = move(application, "find_ineligible", by=by, at=at, reason=reason)
    emails.found_ineligible(application, reason=reason)
    return application


def send_to_jury(*, application: Application, by: Any, at: datetime) -> Application:
    return move(application, "send_to_jury", by=by, at=at)


def shortlist(*, application: Application, by: Any, at: datetime) -> Application:
    return move(application, "shortlist", by=by, at=at)


OUTCOMES = {
    "select": Decision.Outcome.SELECTED,
    "reserve": Decision.Outcome.RESERVE,
    "decline": Decision.Outcome.DECLINED,
}


@transaction.atomic
def decide(*, application: Application, name: str, reasons: str, by: Any, at: datetime) -> Decision:
    """Select, put on the reserve list or decline (`name` is the move), and tell the team why.

    Raises NoSeatLeft where another manager has just taken the last one.
    """
    if name == "select":
        take_seat(application.call_id)
    application = move(application, name, by=by, at=at, reason=reasons)
    decision, _created = Decision.objects.update_or_create(
        application=application,
        defaults={
            "outcome": OUTCOMES[name],
            "reasons": reasons,
            "decided_at": at,
            "decided_by": by,
        },
    )
    emails.decided(application, decision)
    return decision


def take_seat(call_id: int) -> None:
    """Hold the call until the transaction ends: two managers cannot both count the last seat."""
    call = Call.objects.select_for_update().get(pk=call_id)
    if call.applications.filter(state=states.ApplicationState.SELECTED).count() >= call.seats:
        raise NoSeatLeft
