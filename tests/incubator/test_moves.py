"""Every move from every state, by who may and who may not."""

import pytest
from django.core.exceptions import PermissionDenied

from ground.history.models import HistoryIsKept
from incubator import states
from incubator.moves import MoveRefused, move, possible_moves
from incubator.states import APPLICATION_MOVES, PILOT_MOVES, ApplicationState, PilotState
from tests.factories.accounts import UserFactory
from tests.factories.incubator import (
    NOW,
    ApplicationFactory,
    ManagerFactory,
    PilotFactory,
    owner_of,
)

pytestmark = pytest.mark.django_db

# What incubator.md says: written out a second time, so that a slip in the table is seen.
APPLICATION = {
    ("draft", "submit"): "submitted",
    ("changes_requested", "submit"): "submitted",
    ("submitted", "request_changes"): "changes_requested",
    # What nobody answers in time is given another day, or comes to an end.
    ("changes_requested", "ask_again"): "changes_requested",
    ("changes_requested", "find_ineligible"): "ineligible",
    ("submitted", "find_eligible"): "eligible",
    ("submitted", "find_ineligible"): "ineligible",
    ("eligible", "send_to_jury"): "in_review",
    ("in_review", "shortlist"): "shortlisted",
    ("in_review", "decline"): "declined",
    ("shortlisted", "select"): "selected",
    ("shortlisted", "reserve"): "reserve",
    ("shortlisted", "decline"): "declined",
    ("reserve", "select"): "selected",
    ("reserve", "decline"): "declined",
    ("draft", "withdraw"): "withdrawn",
    ("submitted", "withdraw"): "withdrawn",
    ("changes_requested", "withdraw"): "withdrawn",
    ("eligible", "withdraw"): "withdrawn",
    ("in_review", "withdraw"): "withdrawn",
    ("shortlisted", "withdraw"): "withdrawn",
    ("reserve", "withdraw"): "withdrawn",
}
PILOT = {
    ("preparing", "agree"): "agreed",
    ("agreed", "start"): "running",
    ("running", "pause"): "paused",
    ("paused", "resume"): "running",
    ("running", "evaluate"): "evaluating",
    ("paused", "evaluate"): "evaluating",
    ("evaluating", "close"): "closed",
    ("closed", "publish"): "published",
    ("preparing", "cancel"): "cancelled",
    ("agreed", "cancel"): "cancelled",
    ("running", "cancel"): "cancelled",
    ("paused", "cancel"): "cancelled",
}


def as_pairs(moves):
    return {(source, name): row.target for name, row in moves.items() for source in row.sources}


def test_the_moves_of_an_application_are_those_of_the_design():
    assert as_pairs(APPLICATION_MOVES) == APPLICATION


def test_the_moves_of_a_pilot_are_those_of_the_design():
    assert as_pairs(PILOT_MOVES) == PILOT


def test_every_state_of_an_application_can_be_reached():
    assert set(APPLICATION.values()) == set(ApplicationState.values) - {"draft"}


def test_every_state_of_a_pilot_can_be_reached():
    assert set(PILOT.values()) == set(PilotState.values) - {"preparing"}


def by_whom(application, name):
    outsider = APPLICATION_MOVES[name].permission == states.DECIDE
    return ManagerFactory() if outsider else owner_of(application)


@pytest.mark.parametrize(("source", "name"), APPLICATION)
def test_a_move_changes_the_state_and_writes_the_history(source, name):
    application = ApplicationFactory(state=source, submitted_at=NOW)
    person = by_whom(application, name)
    moved = move(application, name, by=person, at=NOW, reason="Parce que.")
    application.refresh_from_db()
    assert moved.state == application.state == APPLICATION[source, name]
    event = application.events.get()
    assert (event.move, event.source, event.target) == (name, source, application.state)
    assert (event.by, event.at, event.reason) == (person, NOW, "Parce que.")


@pytest.mark.parametrize("name", APPLICATION_MOVES)
@pytest.mark.parametrize("source", ApplicationState.values)
def test_any_other_move_is_refused_and_changes_nothing(source, name):
    if (source, name) in APPLICATION:
        return
    application = ApplicationFactory(state=source, submitted_at=NOW)
    with pytest.raises(MoveRefused):
        move(application, name, by=by_whom(application, name), at=NOW)
    application.refresh_from_db()
    assert application.state == source
    assert not application.events.exists()


@pytest.mark.parametrize("name", APPLICATION_MOVES)
def test_a_stranger_moves_nothing(name):
    source = next(iter(APPLICATION_MOVES[name].sources))
    application = ApplicationFactory(state=source, submitted_at=NOW)
    with pytest.raises(PermissionDenied):
        move(application, name, by=UserFactory(), at=NOW)
    application.refresh_from_db()
    assert application.state == source


@pytest.mark.parametrize("name", ["select", "decline", "find_eligible"])
def test_a_team_does_not_decide_on_its_own_application(name):
    source = next(iter(APPLICATION_MOVES[name].sources))
    application = ApplicationFactory(state=source, submitted_at=NOW)
    with pytest.raises(PermissionDenied):
        move(application, name, by=owner_of(application), at=NOW)


def test_a_superuser_does_not_submit_for_a_team():
    application = ApplicationFactory()
    with pytest.raises(PermissionDenied):
        move(application, "submit", by=UserFactory(operator=True), at=NOW, submitted_at=NOW)


def test_the_history_is_not_rewritten():
    application = ApplicationFactory(sent=True)
    move(application, "find_eligible", by=ManagerFactory(), at=NOW)
    event = application.events.get()
    event.reason = "Autre chose"
    with pytest.raises(HistoryIsKept):
        event.save()
    with pytest.raises(HistoryIsKept):
        event.delete()


def test_the_host_pauses_a_pilot_on_its_site():
    pilot, host = PilotFactory(), UserFactory()
    pilot.members.create(user=host, role="host")
    assert move(pilot, "pause", by=host, at=NOW, reason="Échafaudage").state == "paused"


def test_the_start_up_does_not_pause_it():
    pilot, founder = PilotFactory(), UserFactory()
    pilot.members.create(user=founder, role="startup")
    with pytest.raises(PermissionDenied):
        move(pilot, "pause", by=founder, at=NOW)


def test_only_what_is_possible_now_is_offered():
    application = ApplicationFactory(sent=True)
    assert list(possible_moves(application, owner_of(application))) == ["withdraw"]
    assert list(possible_moves(application, ManagerFactory())) == [
        "find_eligible",
        "request_changes",
        "find_ineligible",
    ]
    assert possible_moves(application, UserFactory()) == {}
