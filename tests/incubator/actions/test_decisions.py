"""What programme managers do with an application."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from incubator.actions import decisions
from incubator.models import Decision
from incubator.moves import MoveRefused
from tests.factories.incubator import (
    NOW,
    ApplicationFactory,
    CallFactory,
    ManagerFactory,
    owner_of,
)
from tests.letters import posted

pytestmark = pytest.mark.django_db


def decide(application, name, *, by=None):
    return decisions.decide(
        application=application, name=name, reasons="Voici.", by=by or ManagerFactory(), at=NOW
    )


@pytest.mark.parametrize(
    ("name", "outcome"),
    [("select", "selected"), ("reserve", "reserve"), ("decline", "declined")],
)
def test_a_decision_is_written_down_and_told(name, outcome, django_capture_on_commit_callbacks):
    application = ApplicationFactory(state="shortlisted", submitted_at=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        decision = decide(application, name)
    application.refresh_from_db()
    assert decision.outcome == application.state == outcome
    assert posted()[0].to == [owner_of(application).email]
    assert "Voici." in posted()[0].body


def test_the_last_seat_is_given_once():
    call = CallFactory(seats=1)
    first, second = ApplicationFactory.create_batch(
        2, call=call, state="shortlisted", submitted_at=NOW
    )
    decide(first, "select")
    with pytest.raises(decisions.NoSeatLeft):
        decide(second, "select")
    second.refresh_from_db()
    assert second.state == "shortlisted"
    assert Decision.objects.count() == 1


def test_the_reserve_can_take_a_seat_that_is_left():
    application = ApplicationFactory(state="reserve", submitted_at=NOW)
    assert decide(application, "select").outcome == "selected"


def test_nobody_decides_on_their_own_application():
    application = ApplicationFactory(state="shortlisted", submitted_at=NOW)
    with pytest.raises(PermissionDenied):
        decide(application, "select", by=owner_of(application))
    assert not Decision.objects.exists()


def test_changes_are_asked_for_by_field_and_what_is_frozen_stays():
    call = CallFactory(questions=["text", "number"])
    call.sections.get().questions.filter(code="number").update(frozen_after_submit=True)
    application = ApplicationFactory(call=call, sent=True)
    due = NOW + timedelta(days=7)
    decisions.request_changes(
        application=application,
        fields=["text", "number"],
        reason="Dites-en plus.",
        due_at=due,
        by=ManagerFactory(),
        at=NOW,
    )
    application.refresh_from_db()
    assert (application.state, application.reopened, application.changes_due_at) == (
        "changes_requested",
        ["text"],
        due,
    )


def test_the_jury_gets_it_only_once_it_is_eligible():
    application, manager = ApplicationFactory(sent=True), ManagerFactory()
    with pytest.raises(MoveRefused):
        decisions.send_to_jury(application=application, by=manager, at=NOW)
    decisions.find_eligible(application=application, by=manager, at=NOW)
    assert decisions.send_to_jury(application=application, by=manager, at=NOW).state == "in_review"
