"""What anybody may read: calls, the quiz, pilots, results."""

import json
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from ground.pagecache import forget_all
from incubator.actions import pilots
from incubator.models import (
    BudgetLine,
    CheckIn,
    Condition,
    Criterion,
    EligibilityQuestion,
    Lesson,
    Measurement,
    Pilot,
)
from tests.factories.incubator import (
    NOW,
    ApplicationFactory,
    CallFactory,
    IndicatorFactory,
    ManagerFactory,
    PilotFactory,
)

pytestmark = pytest.mark.django_db

PUBLIC = ("incubator:index", "incubator:pilots", "results")


@pytest.fixture
def call():
    now = timezone.now()
    call = CallFactory(
        slug="nuit",
        questions=["text", "file"],
        opens_at=now - timedelta(days=1),
        closes_at=now + timedelta(days=9),
    )
    for code, answer in (("essai", True), ("ancrage", False)):
        EligibilityQuestion.objects.create(
            call=call,
            code=code,
            question_fr=f"Question {code} ?",
            answer=answer,
            explanation_fr=f"Parce que {code}.",
        )
    Criterion.objects.create(
        call=call, code="lieu", label_fr="Le lieu", weight=25, anchors_fr="Rien.\nUn peu."
    )
    return call


@pytest.fixture
def pilot():
    return full_pilot(slug="balade")


def full_pilot(**values):
    pilot = PilotFactory(published=True, **values)
    indicator = IndicatorFactory(pilot=pilot)
    Measurement.objects.create(indicator=indicator, on=date(2026, 6, 1), value=12)
    BudgetLine.objects.create(
        pilot=pilot,
        label_fr="Casques",
        sector="public",
        form="cash",
        payer_fr="Mission",
        planned=900,
    )
    Lesson.objects.create(pilot=pilot, kind="failed", text_fr="Personne n’est venu.")
    Condition.objects.create(pilot=pilot, text_fr="Un banc.")
    return pilot


def page(client, name, *args, **query):
    response = client.get(reverse(f"incubator:{name}", args=args), query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_page_sets_no_cookie_and_is_kept_for_everybody(client, call, pilot, name):
    url = reverse(name)
    assert "ETag" in client.get(url)
    response = client.get(url)
    assert not response.cookies
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_a_call_says_until_when_how_it_chooses_and_what_it_asks(client, call):
    text = page(client, "call", "nuit")
    assert "heure de Paris" in text
    assert "Le lieu" in text
    assert "Un peu." in text
    assert "Question file" in text


def test_a_call_that_is_not_public_is_not_found(client):
    CallFactory(slug="secret", hidden=True)
    assert client.get(reverse("incubator:call", args=["secret"])).status_code == 404


def test_a_call_that_is_over_asks_nobody_to_begin(client):
    CallFactory(slug="finie", closed=True)
    assert reverse("incubator:start", args=["finie"]) not in page(client, "call", "finie")


def shown(text, words):
    """Whether the block around these words is not hidden."""
    before = text[: text.index(words)]
    return " hidden" not in before[before.rindex("<div data-why") :].partition(">")[0]


def test_the_quiz_explains_a_no_before_any_account(client, call):
    text = page(client, "call", "nuit", **{"e-essai": "no", "e-ancrage": "no"})
    assert shown(text, "Parce que essai.")
    assert not shown(text, "Parce que ancrage.")
    assert "<div data-passed hidden>" in text


def test_the_quiz_opens_the_door_when_every_answer_is_right(client, call):
    text = page(client, "call", "nuit", **{"e-essai": "yes", "e-ancrage": "no"})
    assert "<div data-passed>" in text


def test_the_quiz_takes_no_nonsense(client, call):
    text = page(client, "call", "nuit", **{"e-essai": "perhaps", "e-nothing": "no"})
    assert "<div data-passed hidden>" in text


def test_a_pilot_shows_figures_verdict_lessons_and_money(client, pilot):
    text = page(client, "pilot", "balade")
    assert '<figure class="indicators">' in text
    assert "verdict-iterate" in text
    assert "Personne n’est venu." in text
    assert "Casques" in text


@pytest.mark.parametrize("state", ["preparing", "cancelled"])
def test_a_pilot_that_is_not_public_is_not_found(client, state):
    PilotFactory(slug="secret", state=state)
    assert client.get(reverse("incubator:pilot", args=["secret"])).status_code == 404


def test_a_verdict_is_not_told_before_the_pilot_is_closed(client):
    PilotFactory(slug="encore", state="evaluating", verdict="stop")
    assert "verdict-stop" not in page(client, "pilot", "encore")


def test_pilots_can_be_listed_by_verdict(client):
    PilotFactory(published=True, title_fr="Recommencer")
    PilotFactory(state="closed", verdict="stop", title_fr="Arrêter")
    text = page(client, "pilots", verdict="stop")
    assert "Arrêter" in text
    assert "Recommencer" not in text


def test_results_are_open_data_failures_included(client, pilot):
    PilotFactory(state="running")
    response = client.get(reverse("results"))
    document = json.loads(response.content)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert document["licence"] == "https://creativecommons.org/licenses/by/4.0/"
    (result,) = document["pilots"]
    assert (result["slug"], result["verdict"], result["evidence_level"]) == ("balade", "iterate", 2)
    assert result["indicators"][0]["measurements"] == [
        {"value": 12.0, "comparison": None, "on": "2026-06-01", "confidence": "medium"}
    ]


def queries(client, django_assert_max_num_queries, url):
    client.get(url)
    forget_all()
    with django_assert_max_num_queries(60) as context:
        assert client.get(url).status_code == 200
    return len(context)


@pytest.mark.parametrize("name", PUBLIC)
def test_a_list_costs_the_same_for_one_and_for_many(
    client, django_assert_max_num_queries, settings, name
):
    settings.PAGE_CACHE = False
    url = reverse(name)
    full_pilot()
    CallFactory()
    one = queries(client, django_assert_max_num_queries, url)
    for _ in range(4):
        full_pilot()
        CallFactory()
    assert queries(client, django_assert_max_num_queries, url) == one <= 15


def test_a_pilot_costs_the_same_with_one_indicator_and_with_many(
    client, django_assert_max_num_queries, settings, pilot
):
    settings.PAGE_CACHE = False
    url = pilot.get_absolute_url()
    one = queries(client, django_assert_max_num_queries, url)
    for day in range(1, 5):
        indicator = IndicatorFactory(pilot=pilot)
        Measurement.objects.create(indicator=indicator, on=date(2026, 7, day), value=day)
    assert queries(client, django_assert_max_num_queries, url) == one <= 20


def test_a_call_costs_the_same_with_one_question_and_with_many(
    client, django_assert_max_num_queries, settings, call
):
    settings.PAGE_CACHE = False
    url = call.get_absolute_url()
    one = queries(client, django_assert_max_num_queries, url)
    section = call.sections.get()
    for number in range(5):
        section.questions.model.objects.create(section=section, code=f"q{number}", kind="text")
    assert queries(client, django_assert_max_num_queries, url) == one <= 15


def test_my_applications_cost_the_same_for_one_and_for_many(client, django_assert_max_num_queries):
    application = ApplicationFactory()
    owner = application.members.get().user
    client.force_login(owner)
    url = reverse("incubator:applications")
    one = queries(client, django_assert_max_num_queries, url)
    for _ in range(4):
        ApplicationFactory(owner=owner)
    assert queries(client, django_assert_max_num_queries, url) == one


def test_typing_in_an_application_leaves_the_kept_pages_alone(
    client, call, settings, django_capture_on_commit_callbacks
):
    settings.PAGE_CACHE = True
    application = ApplicationFactory()
    url = reverse("incubator:index")
    client.get(url)
    with django_capture_on_commit_callbacks() as callbacks:
        application.save()
    assert callbacks == []


def test_what_was_published_before_a_correction_stays_readable(client):
    pilot = PilotFactory(slug="corrige", state="closed", verdict="iterate", title_fr="Avant")
    manager = ManagerFactory()
    pilots.publish(pilot=pilot, by=manager, at=NOW)
    pilots.correct(
        pilot=pilot, change=lambda: Pilot.objects.update(title_fr="Après"),
        reason="Une coquille.", by=manager, at=NOW,
    )  # fmt: skip
    path = reverse("incubator:pilot", args=["corrige"])
    now, then = (client.get(path + asked).content.decode() for asked in ("", "?edition=1"))
    assert "<h1>Après</h1>" in now
    assert "Une coquille." in now
    assert f'href="{path}?edition=1"' in now
    assert "<h1>Avant</h1>" in then
    for asked in ("?edition=2", "?edition=99", "?edition=x"):
        assert "<h1>Après</h1>" in client.get(path + asked).content.decode()
    document = json.loads(client.get(reverse("results")).content)
    (result,) = document["pilots"]
    assert [one["content"]["title_fr"] for one in result["editions"]] == ["Avant", "Après"]
    assert [one["reason"] for one in result["editions"]] == ["", "Une coquille."]


def test_what_team_and_host_note_of_a_pilot_is_in_no_open_data(client):
    pilot = PilotFactory(state="closed", verdict="iterate")
    CheckIn.objects.create(pilot=pilot, on=date(2026, 5, 4), light="red", note_fr="Trop bruyant.")
    pilots.publish(pilot=pilot, by=ManagerFactory(), at=NOW)
    assert "Trop bruyant." not in client.get(reverse("results")).content.decode()
    edition = pilots.correct(
        pilot=pilot, change=lambda: CheckIn.objects.update(note_fr="Moins bruyant."),
        reason="", by=ManagerFactory(), at=NOW,
    )  # fmt: skip
    assert edition is None
