"""What becomes of a pilot."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from incubator.actions import pilots
from incubator.editions import as_it_was
from incubator.models import Organisation, Pilot
from incubator.moves import MoveRefused
from tests.factories.accounts import UserFactory
from tests.factories.incubator import (
    NOW,
    ApplicationFactory,
    IndicatorFactory,
    ManagerFactory,
    OrganisationFactory,
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


class TestPrepare:
    @pytest.fixture
    def application(self):
        return ApplicationFactory(state="selected", submitted_at=NOW)

    def prepare(self, application):
        manager, place = ManagerFactory(), PlaceFactory()
        return pilots.prepare(application=application, place=place, by=manager, at=NOW)

    def test_makes_one_pilot_of_an_application(self, application):
        pilot = self.prepare(application)
        assert (pilot.state, pilot.title_fr) == ("preparing", application.title)
        with pytest.raises(pilots.AlreadyPrepared):
            self.prepare(application)
        assert Pilot.objects.count() == 1

    def test_knows_an_organisation_by_its_number_or_its_name_in_a_town(self, application):
        first = self.prepare(application).organisation
        assert first.is_known
        assert first != application.organisation
        for values in ({"name": "LAMPISTERIE"}, {"name": "Autre nom", "siret": "73282932000074"}):
            first.siret = "73282932000074"
            first.save()
            organisation = OrganisationFactory(**values)
            other = ApplicationFactory(
                state="selected", submitted_at=NOW, organisation=organisation
            )
            assert self.prepare(other).organisation == first

    def test_what_applicants_type_is_offered_to_nobody(self, application):
        ApplicationFactory.create_batch(3)
        assert list(Organisation.objects.known()) == []
        known = self.prepare(application).organisation
        assert list(Organisation.objects.known()) == [known]

    def test_the_database_knows_a_number_once(self):
        OrganisationFactory(siret="73282932000074", is_known=True)
        with pytest.raises(IntegrityError), transaction.atomic():
            OrganisationFactory(name="Autre", siret="73282932000074", is_known=True)


class TestEditions:
    @pytest.fixture
    def pilot(self):
        pilot = PilotFactory(state="closed", verdict="iterate")
        IndicatorFactory(pilot=pilot, label_fr="Pas comptés")
        return pilots.publish(pilot=pilot, by=ManagerFactory(), at=NOW)

    def change(self, pilot, title):
        Pilot.objects.filter(pk=pilot.pk).update(title_fr=title)

    def correct(self, pilot, title, reason):
        return pilots.correct(
            pilot=pilot, change=lambda: self.change(pilot, title), reason=reason,
            by=ManagerFactory(), at=NOW,
        )  # fmt: skip

    def test_what_was_published_stays_when_it_is_corrected(self, pilot):
        self.correct(pilot, "Corrigé", "Une coquille.")
        first, second = pilot.editions.all()
        assert (second.number, second.reason) == (2, "Une coquille.")
        assert as_it_was(first).title_fr == "Une lampe par pas"
        assert [each.label_fr for each in as_it_was(first).indicators.all()] == ["Pas comptés"]
        assert as_it_was(second).title_fr == "Corrigé"

    def test_a_correction_without_a_reason_is_none(self, pilot):
        with pytest.raises(pilots.NoReason):
            self.correct(pilot, "En douce", " ")
        pilot.refresh_from_db()
        assert pilot.title_fr == "Une lampe par pas"
        assert pilot.editions.count() == 1

    def test_nothing_changed_is_no_edition(self, pilot):
        assert self.correct(pilot, "Une lampe par pas", "") is None
        assert pilot.editions.count() == 1

    def test_published_before_editions_were_kept_it_has_a_first_one(self):
        pilot = PilotFactory(published=True)
        self.correct(pilot, "Corrigé", "Une coquille.")
        assert [as_it_was(each).title_fr for each in pilot.editions.all()] == [
            "Une lampe par pas",
            "Corrigé",
        ]

    def test_nothing_is_measured_of_what_is_published(self, pilot):
        with pytest.raises(MoveRefused):
            pilots.measure(
                indicator=pilot.indicators.get(), on=date(2026, 9, 1), value=Decimal(3),
                confidence="high", by=ManagerFactory(),
            )  # fmt: skip
