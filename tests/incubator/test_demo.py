"""The demonstration's files load, and load again."""

from pathlib import Path

import pytest

import incubator.demo
from incubator.models import Application, ApplicationEvent, Call, Indicator, Pilot, Question
from tests.factories.accounts import UserFactory
from tests.factories.incubator import PlaceFactory

CONTENT = Path(__file__).parents[2] / "cms" / "demo" / "content"

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    import tomllib

    places = tomllib.loads((CONTENT / "places.toml").read_text())["place"]
    for place in places:
        PlaceFactory(slug=place["id"])
    for account in ("startup", "manager", "host", "juror", "juror2"):
        UserFactory(email=f"{account}@terril.example")


def load():
    incubator.demo.load(CONTENT, pictures=lambda row, seed: None, drawings=lambda *_: b"PNG")


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


def test_people_get_their_parts(world):
    load()
    draft = Application.objects.get(state="draft")
    assert draft.members.get(access="own").user.email == "startup@terril.example"
    reviewed = Application.objects.get(state="in_review")
    assert reviewed.reviews.count() == 2
    assert Pilot.objects.filter(members__role="host").exists()
