"""What becomes of a pilot."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from incubator.actions import pilots
from incubator.moves import MoveRefused
from tests.factories.accounts import UserFactory
from tests.factories.incubator import (
    NOW,
    ApplicationFactory,
    IndicatorFactory,
    ManagerFactory,
    PilotFactory,
    PlaceFactory,
    owner_of,
)

pytestmark = pytest.mark.django_db


def test_a_selected_application_becomes_a_pilot_with_its_team():
    application = ApplicationFactory(state="selected", submitted_at=NOW)
    manager = ManagerFactory()
    pilot = pilots.prepare(application=application, place=PlaceFactory(), by=manager, at=NOW)
    assert pilot.state == "preparing"
    assert set(pilot.members.values_list("user", "role")) == {
        (owner_of(application).pk, "startup"),
        (manager.pk, "manager"),
    }


def test_any_other_application_does_not():
    with pytest.raises(MoveRefused):
        pilots.prepare(
            application=ApplicationFactory(sent=True),
            place=PlaceFactory(),
            by=ManagerFactory(),
            at=NOW,
        )


def test_a_pilot_closes_with_a_verdict_and_is_published():
    pilot, manager = PilotFactory(state="evaluating"), ManagerFactory()
    pilots.close(pilot=pilot, verdict="stop", reason="Trop cher.", by=manager, at=NOW)
    pilot = pilots.publish(pilot=pilot, by=manager, at=NOW)
    assert (pilot.state, pilot.verdict) == ("published", "stop")
    assert list(pilot.events.values_list("move", flat=True)) == ["close", "publish"]


def test_the_same_day_measured_again_corrects_it():
    indicator, founder = IndicatorFactory(), UserFactory()
    indicator.pilot.members.create(user=founder, role="startup")
    for value in ("12", "14"):
        pilots.measure(
            indicator=indicator,
            on=date(2026, 6, 1),
            value=Decimal(value),
            confidence="high",
            by=founder,
        )
    assert indicator.measurements.get().value == 14


def test_a_stranger_measures_nothing():
    with pytest.raises(PermissionDenied):
        pilots.measure(
            indicator=IndicatorFactory(),
            on=date(2026, 6, 1),
            value=Decimal(1),
            confidence="high",
            by=UserFactory(),
        )
