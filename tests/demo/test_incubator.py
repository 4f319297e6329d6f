"""The demonstration's files load, and load again."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from demo import incubator as trials
from demo.words import CONTENT
from incubator import evidence
from incubator.models import (
    Application,
    ApplicationEvent,
    Call,
    Indicator,
    Organisation,
    Pilot,
    Question,
)
from tests.factories.accounts import UserFactory
from tests.factories.incubator import ApplicationFactory, PlaceFactory

PARIS = ZoneInfo("Europe/Paris")
WRITTEN = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    import tomllib

    places = tomllib.loads((CONTENT / "places.toml").read_text())["place"]
    for place in places:
        PlaceFactory(slug=place["id"])
    for account in ("startup", "manager", "host", "juror", "juror2"):
        UserFactory(email=f"{account}@terril.example")


def load(at=WRITTEN):
    trials.load(pictures=lambda row, seed: None, drawings=lambda *_: b"PNG", at=at)


def test_everything_is_there_and_is_there_once(world):
    load()
    counts = [model.objects.count() for model in (Call, Application, Pilot, Indicator, Question)]
    load()
    assert counts[:3] == [2, 4, 3]
    assert counts == [
        model.objects.count() for model in (Call, Application, Pilot, Indicator, Question)
    ]
    assert ApplicationEvent.objects.count() == sum(
        application.events.count() for application in Application.objects.all()
    )


def test_the_level_of_each_pilot_is_what_its_rows_prove(world):
    """They tell of comparisons and of a report to come: what is not entered does not count."""
    load()
    assert {pilot.slug: evidence.level(pilot) for pilot in Pilot.objects.all()} == {
        "balade-sonore-9-9bis": 2,
        "capteurs-terril": 2,
        "four-bas-carbone": 2,
    }


def test_published_results_are_kept_as_they_were_published(world):
    load()
    load()
    published = Pilot.objects.get(state="published")
    assert [edition.number for edition in published.editions.all()] == [1]


def test_it_loads_again_whatever_applicants_have_typed_meanwhile(world):
    load()
    names = set(Organisation.objects.values_list("name", flat=True))
    for name in [*names, *names]:
        ApplicationFactory(organisation__name=name)
    count = Organisation.objects.count()
    load()
    assert Organisation.objects.count() == count


def test_people_get_their_parts(world):
    load()
    draft = Application.objects.get(state="draft")
    assert draft.members.get(access="own").user.email == "startup@terril.example"
    reviewed = Application.objects.get(state="in_review")
    assert reviewed.reviews.count() == 2
    assert Pilot.objects.filter(members__role="host").exists()


@pytest.mark.parametrize("day", [(2027, 1, 31), (2027, 3, 1), (2028, 2, 29)])
def test_the_open_call_is_open_whenever_it_is_loaded(world, day):
    at = datetime(*day, 11, 0, tzinfo=UTC)
    load()
    written = Call.objects.get(slug="nuit-des-terrils")
    load(at)
    call = Call.objects.open(at=at).get()
    assert call == written
    assert timedelta(weeks=5) <= call.closes_at - at < timedelta(weeks=6)
    later = call.closes_at.astimezone(PARIS) - written.closes_at.astimezone(PARIS)
    assert later % timedelta(weeks=1) == timedelta()
    assert call.opens_at <= at
    assert all(call.opens_at < each.created_at <= at for each in call.applications.all())
