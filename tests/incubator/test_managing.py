"""Programme managers in the Wagtail admin."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from ground.letters.models import Letter
from incubator.actions.applications import check_in_time
from incubator.managing.steps import STEPS
from incubator.roles import MANAGERS, make_groups
from incubator.states import APPLICATION_MOVES, PILOT_MOVES
from tests.factories.accounts import UserFactory
from tests.factories.incubator import (
    NOW,
    ApplicationFactory,
    CallFactory,
    IndicatorFactory,
    PilotFactory,
    RevisionFactory,
    owner_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client):
    person = UserFactory()
    make_groups()
    person.groups.add(Group.objects.get(name=MANAGERS))
    client.force_login(person)
    return person


def inspect(kind, thing):
    return reverse(f"incubator_{kind}_modeladmin_inspect", args=[thing.pk])


def move(kind, thing, name):
    return reverse("incubator_move", args=[kind, thing.pk, name])


def test_every_move_but_the_teams_own_has_a_step():
    assert set(STEPS["application"]) == set(APPLICATION_MOVES) - {"submit", "withdraw"}
    assert set(STEPS["pilot"]) == set(PILOT_MOVES)


def test_a_manager_sees_what_was_sent_and_no_drafts(client, manager):
    sent = ApplicationFactory(sent=True, title="Envoyée")
    ApplicationFactory(title="Brouillon de quelqu’un")
    RevisionFactory(application=sent)
    page = client.get(reverse("incubator_application_modeladmin_index")).content.decode()
    assert "Envoyée" in page
    assert "Brouillon de quelqu’un" not in page
    assert sent.reference in client.get(inspect("application", sent)).content.decode()


def test_the_first_page_says_what_waits_and_leads_there(client, manager):
    ApplicationFactory(sent=True, title="À lire")
    ApplicationFactory(title="Pas encore")
    page = client.get("/admin/").content.decode()
    (path,) = re.findall(r'href="(\S+application/\?\S+)">1 candidature à lire', page)
    assert "À lire" in client.get(path).content.decode()


def test_a_draft_is_not_found(client, manager):
    draft = ApplicationFactory()
    for url in (inspect("application", draft), move("application", draft, "find_eligible")):
        assert client.get(url, follow=True).status_code == 404


def test_the_list_costs_the_same_for_one_and_for_many(
    client, manager, django_assert_max_num_queries
):
    url = reverse("incubator_application_modeladmin_index")
    call = CallFactory()

    def queries():
        with django_assert_max_num_queries(80) as context:
            assert client.get(url).status_code == 200
        return len(context)

    ApplicationFactory(sent=True, call=call)
    client.get(url)
    one = queries()
    ApplicationFactory.create_batch(4, sent=True, call=call)
    assert queries() == one


@pytest.mark.parametrize("kind", ["call", "application", "pilot"])
def test_nobody_else_gets_in(client, kind):
    client.force_login(UserFactory())
    url = reverse(f"incubator_{kind}_modeladmin_index")
    assert client.get(url).status_code in {302, 403, 404}


@pytest.mark.parametrize("name", ["edit", "create"])
def test_a_call_is_written_without_code(client, manager, name):
    call = CallFactory(questions=["text", "choice"])
    args = [call.pk] if name == "edit" else []
    page = client.get(reverse(f"incubator_call_modeladmin_{name}", args=args)).content.decode()
    assert 'name="title_fr"' in page
    assert "sections-0-questions-0-label_fr" in page or name == "create"


@pytest.mark.parametrize("name", ["edit", "inspect"])
def test_a_pilot_is_kept_up_to_date(client, manager, name):
    url = reverse(f"incubator_pilot_modeladmin_{name}", args=[PilotFactory().pk])
    assert client.get(url).status_code == 200


@pytest.mark.parametrize("name", STEPS["application"])
def test_each_move_asks_for_what_it_needs(client, manager, name):
    source = sorted(APPLICATION_MOVES[name].sources)[0]
    application = ApplicationFactory(
        state=source, submitted_at=NOW, call=CallFactory(questions=["text"])
    )
    url = move("application", application, name)
    assert client.get(url).status_code == 200
    data = {"reason": "Voici.", "fields_to_reopen": ["summary", "text"]}
    assert client.post(url, data).url == inspect("application", application)
    application.refresh_from_db()
    assert application.state == APPLICATION_MOVES[name].target


class TestChangesThatNobodySentInTime:
    @pytest.fixture
    def application(self):
        return ApplicationFactory(
            state="changes_requested",
            submitted_at=NOW,
            call=CallFactory(questions=["text", "number"], closed=True, zone="Indian/Reunion"),
            changes_due_at=timezone.now() - timedelta(days=1),
            reopened=["text"],
        )

    def ask(self, client, application, day, fields=("number",)):
        data = {"reason": "Encore ceci.", "fields_to_reopen": fields, "due_at": day}
        return client.post(move("application", application, "ask_again"), data)

    def test_another_day_is_given_and_what_was_given_back_stays_so(
        self, client, manager, application
    ):
        day = timezone.now() + timedelta(days=5)
        on_site = timezone.localtime(day, ZoneInfo("Indian/Reunion"))
        response = self.ask(client, application, f"{on_site:%Y-%m-%dT%H:%M}")
        assert response.url == inspect("application", application)
        application.refresh_from_db()
        assert application.state == "changes_requested"
        assert application.changes_due_at == day.replace(second=0, microsecond=0)
        assert application.reopened == ["text", "number"]
        check_in_time(application, at=timezone.now())  # raises TooLate if it is not

    def test_the_team_reads_the_day_on_the_clock_of_the_call(self, client, manager, application):
        self.ask(client, application, "2099-05-04T12:00")
        letter = Letter.objects.get()
        assert "4 mai 2099 à 12:00 (heure de La Réunion)" in letter.text
        client.force_login(owner_of(application))
        page = client.get(application.get_absolute_url()).content.decode()
        assert "4 mai 2099 à 12:00 (heure de La Réunion)" in page

    def test_the_same_asked_twice_is_written_once(self, client, manager, application):
        self.ask(client, application, "2099-05-04T12:00")
        again = self.ask(client, application, "2099-05-04T12:00")
        assert again.status_code == 200
        assert "un autre jour" in again.content.decode()
        assert Letter.objects.count() == 1

    def test_a_day_that_is_over_is_refused_at_its_field(self, client, manager, application):
        page = self.ask(client, application, "2020-01-01T12:00").content.decode()
        assert "moment est passé" in page
        application.refresh_from_db()
        assert application.reopened == ["text"]

    def test_it_can_come_to_an_end(self, client, manager, application):
        url = move("application", application, "find_ineligible")
        client.post(url, {"reason": "Pas de réponse."})
        application.refresh_from_db()
        assert application.state == "ineligible"


@pytest.mark.parametrize("name", STEPS["pilot"])
def test_each_move_of_a_pilot_asks_for_what_it_needs(client, manager, name):
    source = sorted(PILOT_MOVES[name].sources)[0]
    pilot = PilotFactory(state=source, verdict="iterate")
    IndicatorFactory(pilot=pilot)
    url = move("pilot", pilot, name)
    assert client.get(url).status_code == 200
    client.post(url, {"reason": "Voici.", "verdict": "stop"})
    pilot.refresh_from_db()
    assert pilot.state == PILOT_MOVES[name].target


@pytest.mark.parametrize(
    "values", [None, {"baseline": None}, {"baseline_on": None}], ids=["none", "value", "day"]
)
def test_a_pilot_without_a_dated_baseline_does_not_start(client, manager, values):
    pilot = PilotFactory(state="agreed")
    if values:
        IndicatorFactory(pilot=pilot, label_fr="Pas entendus", **values)
        IndicatorFactory(pilot=pilot)
    page = client.post(move("pilot", pilot, "start")).content.decode()
    assert "Avant de commencer" in page
    assert ("Pas entendus" in page) is bool(values)
    pilot.refresh_from_db()
    assert pilot.state == "agreed"
    assert not pilot.events.exists()


def test_a_decision_without_reasons_is_not_made(client, manager):
    application = ApplicationFactory(state="shortlisted", submitted_at=NOW)
    assert client.post(move("application", application, "decline")).status_code == 200
    application.refresh_from_db()
    assert application.state == "shortlisted"


def test_the_second_of_two_managers_is_told(client, manager):
    application = ApplicationFactory(state="declined", submitted_at=NOW)
    response = client.post(move("application", application, "select"), {"reason": "Oui."})
    assert response.url == inspect("application", application)
    application.refresh_from_db()
    assert application.state == "declined"


def test_a_manager_who_applies_does_not_decide_for_somebody_else_as_a_team(client):
    application = ApplicationFactory(state="shortlisted", submitted_at=NOW)
    client.force_login(owner_of(application))
    response = client.post(move("application", application, "select"), {"reason": "Oui."})
    assert response.status_code in {302, 403, 404}
    application.refresh_from_db()
    assert application.state == "shortlisted"
