"""Who sees what: each private model against each kind of person."""

import pytest
from django.contrib.auth.models import AnonymousUser

from incubator.models import Application, ApplicationFile, Call, Pilot, Review
from incubator.models.member import Access
from tests.factories.accounts import UserFactory
from tests.factories.incubator import (
    NOW,
    ApplicationFactory,
    CallFactory,
    ManagerFactory,
    PilotFactory,
    join,
    owner_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """An application and everybody who could look at it."""
    application = ApplicationFactory()
    editor, reader, juror, recused = UserFactory.create_batch(4)
    join(application, editor, Access.EDIT)
    join(application, reader, Access.READ)
    application.reviews.create(juror=juror)
    application.reviews.create(juror=recused, state="recused")
    return {
        "application": application,
        "owner": owner_of(application),
        "editor": editor,
        "reader": reader,
        "juror": juror,
        "recused juror": recused,
        "manager": ManagerFactory(),
        "stranger": UserFactory(),
        "anonymous": AnonymousUser(),
        "staff": UserFactory(staff=True),
    }


TEAM = {"owner", "editor", "reader"}


@pytest.mark.parametrize(
    ("state", "sent", "expected"),
    [
        ("draft", False, TEAM),
        ("withdrawn", False, TEAM),
        ("submitted", True, TEAM | {"manager"}),
        ("changes_requested", True, TEAM | {"manager"}),
        ("eligible", True, TEAM | {"manager"}),
        ("in_review", True, TEAM | {"manager", "juror"}),
        ("shortlisted", True, TEAM | {"manager", "juror"}),
        ("selected", True, TEAM | {"manager", "juror"}),
        ("withdrawn", True, TEAM | {"manager"}),
    ],
)
def test_an_application_is_seen_by(people, state, sent, expected):
    application = people.pop("application")
    Application.objects.update(state=state, submitted_at=NOW if sent else None)
    seen = {
        name
        for name, person in people.items()
        if application in Application.objects.visible_to(person)
    }
    assert seen == expected


def file_of(application, **values):
    return ApplicationFile.objects.create(
        application=application,
        name="Plan de Léa.pdf",
        extension="pdf",
        content_type="application/pdf",
        size=3,
        added_at=NOW,
        **values,
    )


@pytest.mark.parametrize(
    ("state", "shown_to_jurors", "expected"),
    [
        ("draft", True, TEAM),
        ("submitted", True, TEAM | {"manager"}),
        ("in_review", True, TEAM | {"manager", "juror"}),
        ("in_review", False, TEAM | {"manager"}),
    ],
)
def test_a_file_is_seen_by(people, state, shown_to_jurors, expected):
    application = people.pop("application")
    file = file_of(application, question_code="plan", visible_to_jurors=shown_to_jurors)
    sent = None if state == "draft" else NOW
    Application.objects.update(state=state, submitted_at=sent)
    seen = {
        name
        for name, person in people.items()
        if file in ApplicationFile.objects.visible_to(person)
    }
    assert seen == expected


def test_a_review_is_seen_by_its_juror_and_the_manager(people):
    application = people.pop("application")
    review = application.reviews.get(juror=people["juror"])
    seen = {name for name, person in people.items() if review in Review.objects.visible_to(person)}
    assert seen == {"juror", "manager"}


def test_a_call_that_is_not_public_is_seen_by_the_manager_only(people):
    hidden, shown = CallFactory(hidden=True), CallFactory()
    for name, person in people.items():
        if name == "application":
            continue
        visible = Call.objects.visible_to(person)
        assert shown in visible
        assert (hidden in visible) == (name == "manager")


def test_a_pilot_in_preparation_is_seen_by_its_members_and_the_manager(people):
    pilot, host = PilotFactory(state="preparing"), UserFactory()
    pilot.members.create(user=host, role="host")
    people["host"] = host
    del people["application"]
    seen = {name for name, person in people.items() if pilot in Pilot.objects.visible_to(person)}
    assert seen == {"host", "manager"}


def test_an_application_is_listed_once_to_somebody_who_sees_it_in_two_ways():
    application = ApplicationFactory(state="in_review", submitted_at=NOW)
    person = ManagerFactory()
    join(application, person, Access.READ)
    application.reviews.create(juror=person)
    assert list(Application.objects.visible_to(person)) == [application]
