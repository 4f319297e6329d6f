"""Two managers at one record, and calls that nobody could answer."""

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from incubator.actions.applications import withdraw
from incubator.models import Call, Pilot, Question, Section
from incubator.roles import MANAGERS, make_groups
from incubator.views.calls import scale_told
from tests.factories.accounts import UserFactory
from tests.factories.incubator import (
    NOW,
    ApplicationFactory,
    CallFactory,
    IndicatorFactory,
    OrganisationFactory,
    PilotFactory,
    PlaceFactory,
    QuestionFactory,
    owner_of,
)
from tests.walk.forms import errors_of, forms_of

pytestmark = pytest.mark.django_db


class Manager:
    """Somebody with the edit page of a record open."""

    def __init__(self, record=None, kind=""):
        self.client = Client()
        person = UserFactory()
        make_groups()
        person.groups.add(Group.objects.get(name=MANAGERS))
        self.client.force_login(person)
        kind = kind or record._meta.model_name
        args = [record.pk] if record else []
        name = "edit" if record else "create"
        self.path = reverse(f"incubator_{kind}_modeladmin_{name}", args=args)
        self.open()

    def open(self):
        self.read(self.client.get(self.path).content.decode())

    def read(self, page):
        forms = [form for form in forms_of(page, self.path) if "csrfmiddlewaretoken" in form.names]
        (self.fields,) = [form.untouched for form in forms if form.path == self.path]

    def save(self, **values):
        self.fields |= {name: [value] for name, value in values.items()}
        answer = self.client.post(self.path, self.fields)
        page = answer.content.decode()
        if answer.status_code == 200:
            self.read(page)
        return answer.status_code, page


class TestTogether:
    def test_what_two_change_in_two_fields_is_kept_of_both(self):
        pilot = PilotFactory()
        first, second = Manager(pilot), Manager(pilot)
        assert first.save(summary_fr="De la première.")[0] == 302
        assert second.save(challenge_fr="Du second.")[0] == 302
        pilot.refresh_from_db()
        assert (pilot.summary_fr, pilot.challenge_fr) == ("De la première.", "Du second.")

    def test_what_two_change_in_one_field_is_shown_to_the_later(self):
        pilot = PilotFactory()
        first, second = Manager(pilot), Manager(pilot)
        first.save(summary_fr="De la première.")
        status, page = second.save(summary_fr="Du second.", title_fr="Autre titre")
        assert status == 200
        assert "De la première." in page
        assert "Du second." in page
        pilot.refresh_from_db()
        assert (pilot.summary_fr, pilot.title_fr) == ("De la première.", "Une lampe par pas")
        assert second.save()[0] == 302  # having seen both
        pilot.refresh_from_db()
        assert (pilot.summary_fr, pilot.title_fr) == ("Du second.", "Autre titre")

    def test_a_list_that_others_have_changed_is_not_written_back(self):
        pilot = PilotFactory()
        indicator = IndicatorFactory(pilot=pilot)
        first, second = Manager(pilot), Manager(pilot)
        first.save(**{"indicators-0-label_fr": "Pas comptés"})
        assert second.save(title_fr="Autre titre")[0] == 302
        indicator.refresh_from_db()
        pilot.refresh_from_db()
        assert (indicator.label_fr, pilot.title_fr) == ("Pas comptés", "Autre titre")
        third = Manager(pilot)
        first.open()
        first.save(**{"indicators-0-label_fr": "Pas entendus"})
        status, page = third.save(**{"indicators-0-label_fr": "Pas sentis"})
        assert status == 200
        assert "Pas entendus" in page
        indicator.refresh_from_db()
        assert indicator.label_fr == "Pas entendus"

    def test_a_call_is_guarded_too(self):
        call = CallFactory(questions=["text"])
        call.places.add(PlaceFactory())
        first, second = Manager(call), Manager(call)
        first.save(seats="4")
        assert second.save(seats="5")[0] == 200
        assert second.save(title_fr="Autre")[0] == 302
        call.refresh_from_db()
        assert (call.seats, call.title_fr) == (5, "Autre")

    def test_the_history_says_what_it_was_and_what_it_is(self):
        pilot = PilotFactory()
        IndicatorFactory(pilot=pilot)
        manager = Manager(pilot)
        manager.save(**{"summary_fr": "Mieux dit.", "indicators-0-label_fr": "Pas comptés"})
        url = reverse("incubator_pilot_modeladmin_history", args=[pilot.pk])
        page = manager.client.get(url).content.decode()
        assert "Des lampes qui suivent les pas. → Mieux dit." in page
        assert "Pas éclairés → Pas comptés" in page
        assert "&lt;" not in page


class TestCallsThatCannotBeAnswered:
    @pytest.fixture
    def call(self):
        call = CallFactory(questions=["text", "choice"])
        call.places.add(PlaceFactory())
        return call

    @pytest.mark.parametrize("kind", ["choice", "table"])
    @pytest.mark.parametrize("lines", ["", "  \n", "a = Un\na = Deux", "= rien"])
    def test_a_list_without_lines_of_its_own_is_told_at_its_field(self, call, kind, lines):
        name = "sections-0-questions-1-options_fr"
        values = {
            name: lines, "sections-0-questions-1-options_en": lines,
            "sections-0-questions-1-kind": kind, "title_fr": "Gardé",
        }  # fmt: skip
        status, page = Manager(call).save(**values)
        assert status == 200
        assert name in errors_of(page)
        assert "Gardé" in page
        call.refresh_from_db()
        assert call.title_fr == "Lumières de fosse"

    def test_a_question_without_words_is_told_at_its_field(self, call):
        name = "sections-0-questions-0-label_fr"
        assert name in errors_of(Manager(call).save(**{name: ""})[1])

    def test_one_code_in_two_sections_is_told_at_its_field(self, call):
        section = Section.objects.create(call=call, code="more", label_fr="Plus", label_en="More")
        QuestionFactory(section=section, code="other")
        name = "sections-1-questions-0-code"
        assert name in errors_of(Manager(call).save(**{name: "text"})[1])

    @pytest.mark.parametrize("name", ["sections-0-questions-1-code", "sections-0-questions-0-code"])
    def test_one_code_twice_in_a_section_is_told(self, call, name):
        status, page = Manager(call).save(**{name: "text" if "-1-" in name else "choice"})
        assert status == 200
        assert any(field.endswith("-code") for field in errors_of(page))

    def test_the_database_refuses_one_code_twice_in_a_call(self, call):
        section = Section.objects.create(call=call, code="more", label_fr="Plus", label_en="More")
        with pytest.raises(IntegrityError), transaction.atomic():
            QuestionFactory(section=section, code="text")
        assert Question.objects.filter(section__call=call, code="text").count() == 1

    def test_without_a_place_it_stays_a_draft(self, call):
        call.places.clear()
        manager = Manager(call)
        manager.fields.pop("places", None)
        assert "places" in errors_of(manager.save(is_public="on")[1])
        manager.fields.pop("places", None)
        manager.fields.pop("is_public")
        assert manager.save()[0] == 302

    @pytest.mark.parametrize(
        "values",
        [
            {"amount_min": "9000", "amount_max": "400"},
            {"amount_min": "-1"},
            {"opens_at": "2027-05-02 09:00", "closes_at": "2027-05-01 09:00"},
            {"decisions_on": "2019-01-01"},
            {"title_fr": ""},
            {"seats": "0"},
            {"zone": "Lens/Gare"},
        ],
        ids=lambda values: "-".join(values),
    )
    def test_what_makes_no_sense_is_refused_in_words(self, call, values):
        before = Call.objects.values().get(pk=call.pk)
        status, page = Manager(call).save(**values)
        assert status == 200
        assert "error" in page
        assert Call.objects.values().get(pk=call.pk) == before

    def test_a_new_call_is_not_lost_to_a_choice_without_lines(self):
        manager = Manager(kind="call")
        status, page = manager.save(
            **{
                "title_fr": "Appel neuf", "summary_fr": "Court.", "slug": "appel-neuf",
                "opens_at": "2027-05-01 09:00", "closes_at": "2027-06-01 09:00", "seats": "1",
                "zone": "Europe/Paris", "grace_minutes": "0", "sections-TOTAL_FORMS": "1",
                "sections-0-code": "a", "sections-0-label_fr": "A", "sections-0-ORDER": "1",
                "sections-0-questions-TOTAL_FORMS": "1",
                "sections-0-questions-INITIAL_FORMS": "0",
                "sections-0-questions-0-code": "q", "sections-0-questions-0-kind": "choice",
                "sections-0-questions-0-label_fr": "Laquelle ?",
                "sections-0-questions-0-ORDER": "1",
            }
        )  # fmt: skip
        assert status == 200
        assert "sections-0-questions-0-options_fr" in errors_of(page)
        assert "Laquelle" in page
        assert not Call.objects.exists()


class TestPreview:
    def test_whoever_runs_the_programme_reads_a_draft_as_it_will_be(self):
        call = CallFactory(hidden=True, questions=["text"])
        path = reverse("incubator:preview", args=[call.slug])
        answer = Manager(call).client.get(path)
        assert "Lumières de fosse" in answer.content.decode()
        assert "no-store" in answer["Cache-Control"]
        assert path in Manager(call).client.get(Manager(call).path).content.decode()
        stranger = Client()
        stranger.force_login(UserFactory())
        assert stranger.get(path).status_code == 404
        assert Client().get(path).status_code == 302
        assert Client().get(call.get_absolute_url()).status_code == 404

    @pytest.mark.parametrize(
        ("anchors", "told"),
        [
            (["rien\npeu\nbeaucoup"], "Le jury donne à chacun une note de 0 à 2."),
            (["rien\npeu\nbeaucoup", "non\noui"], "Le jury donne une note à chacun."),
            (["rien\npeu", ""], "Le jury donne une note à chacun."),
        ],
    )
    def test_the_scale_that_is_told_is_that_of_the_criteria(self, anchors, told):
        call = CallFactory()
        for number, lines in enumerate(anchors):
            call.criteria.create(
                code=f"c{number}", label_fr="Lieu", weight=1, anchors_fr=lines, anchors_en=lines
            )
        assert scale_told(list(call.criteria.all())).startswith(told)


class TestPublishedPilot:
    def test_is_corrected_with_a_reason_and_in_no_other_way(self):
        pilot = PilotFactory(published=True)
        manager = Manager(pilot)
        status, page = manager.save(summary_fr="Corrigé en douce.")
        assert status == 200
        assert "reason" in errors_of(page)
        pilot.refresh_from_db()
        assert pilot.summary_fr == "Des lampes qui suivent les pas."
        assert manager.save(reason="Une coquille.")[0] == 302
        pilot.refresh_from_db()
        assert pilot.summary_fr == "Corrigé en douce."
        assert [each.reason for each in pilot.editions.all()] == ["", "Une coquille."]

    def test_of_a_draft_no_organisation_is_offered(self):
        pilot = PilotFactory(organisation__name="Celle du pilote")
        OrganisationFactory(name="Celle d’un brouillon")
        OrganisationFactory(name="Celle que l’on connaît", is_known=True)
        page = Manager(pilot).client.get(Manager(pilot).path).content.decode()
        assert "Celle du pilote</option>" in page
        assert "Celle que l’on connaît</option>" in page
        assert "Celle d’un brouillon" not in page


class TestPrepare:
    def test_a_selected_application_becomes_a_pilot_once(self):
        application = ApplicationFactory(state="selected", submitted_at=NOW)
        manager = Manager(kind="call")
        inspect = reverse("incubator_application_modeladmin_inspect", args=[application.pk])
        path = reverse("incubator_prepare", args=[application.pk])
        assert path in manager.client.get(inspect).content.decode()
        assert manager.client.get(path).status_code == 200
        sent = {"place": application.places.get().pk}
        manager.client.post(path, sent)
        manager.client.post(path, sent)
        pilot = application.pilot
        assert (pilot.state, pilot.place) == ("preparing", application.places.get())
        page = manager.client.get(inspect).content.decode()
        assert path not in page
        assert reverse("incubator_pilot_modeladmin_inspect", args=[pilot.pk]) in page

    @pytest.mark.parametrize("state", ["submitted", "declined"])
    def test_no_other_application_does(self, state):
        application = ApplicationFactory(state=state, submitted_at=NOW)
        path = reverse("incubator_prepare", args=[application.pk])
        sent = {"place": application.places.get().pk}
        answer = Manager(kind="call").client.post(path, sent)
        assert answer.status_code == 200
        assert not Pilot.objects.exists()


def test_an_export_that_the_list_does_not_offer_is_the_list():
    ApplicationFactory(sent=True, title="Envoyée")
    url = reverse("incubator_application_modeladmin_index")
    answer = Manager(kind="call").client.get(url, {"export": "csv"})
    assert "Envoyée" in answer.content.decode()
    assert answer["Content-Type"].startswith("text/html")


def test_managers_see_what_was_taken_back():
    application = ApplicationFactory(sent=True)
    client = Manager(kind="call").client
    words = "1 candidature retirée ces deux dernières semaines"
    assert words not in client.get("/admin/").content.decode()
    withdraw(application=application, by=owner_of(application), at=NOW)
    assert words in client.get("/admin/").content.decode()
