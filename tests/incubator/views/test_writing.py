"""The applicant's desk, as a browser without script uses it, and with it."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from incubator.models import Application, ApplicationFile
from incubator.models.member import Access
from tests.factories.accounts import UserFactory
from tests.factories.incubator import (
    ApplicationFactory,
    CallFactory,
    ManagerFactory,
    join,
    owner_of,
)
from tests.incubator.test_files import PDF, PROGRAM

pytestmark = pytest.mark.django_db

LONG = "un terril 🏔 " * 9000


@pytest.fixture
def application():
    now = timezone.now()
    call = CallFactory(
        questions=["text", "long_text", "number", "date", "choice", "table", "file"],
        opens_at=now - timezone.timedelta(days=3),
        closes_at=now + timezone.timedelta(days=3),
    )
    call.sections.get().questions.filter(kind="long_text").update(max_length=40)
    return ApplicationFactory(call=call, created_at=now - timezone.timedelta(days=1))


@pytest.fixture
def desk(client, application):
    client.force_login(owner_of(application))
    return reverse("incubator:write", args=[application.reference])


def typed(application, **values):
    """A form as a browser posts it, complete but for what `values` say otherwise."""
    place = application.places.get()
    return {
        "version": application.version,
        "token": str(uuid4()),
        "title": "Une lampe par pas",
        "summary": "Des lampes.",
        "places": [place.pk],
        "organisation-name": "Lampisterie",
        "organisation-city": "Lens",
        "organisation-country": "FR",
        "q-text": "Oui",
        "q-long_text": "Longuement",
        "q-number": "1 234,5",
        "q-date": "2027-09-10",
        "q-choice": "lab",
        "q-table.who": ["Léa", ""],
        "q-table.what": ["sonne", ""],
        **values,
    }


def test_what_is_typed_is_there_again_on_another_day(client, application, desk):
    response = client.post(desk, typed(application, action="save"))
    assert response.status_code == 302
    application.refresh_from_db()
    assert application.answers == {
        "text": "Oui",
        "long_text": "Longuement",
        "number": "1 234,5",
        "date": "2027-09-10",
        "choice": "lab",
        "table": [{"who": "Léa", "what": "sonne"}],
    }
    page = client.get(desk).content.decode()
    assert "1 234,5" in page
    assert ">Léa</textarea>" in page


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("q-number", "beaucoup"),
        ("q-date", "demain"),
        ("q-choice", "nulle-part"),
        ("q-long_text", "x" * 41),
        ("organisation-siret", "123"),
    ],
)
def test_a_wrong_answer_is_told_at_its_field_and_kept(client, application, desk, name, value):
    page = client.post(desk, typed(application, action="submit", **{name: value})).content.decode()
    assert f'id="id_{name}_error"' in page
    if name != "q-choice":
        assert value in page
    application.refresh_from_db()
    assert application.state == "draft"
    assert application.answers["text"] == "Oui"


@pytest.mark.parametrize("amount", ["cent", "-3", "vers 100"])
def test_a_column_of_numbers_takes_numbers_in_rows_that_are_whole(
    client, application, desk, amount
):
    columns = "who = Qui | required\nwhat = Combien | number"
    application.call.sections.get().questions.filter(kind="table").update(
        options_fr=columns, options_en=columns
    )
    rows = {"q-table.who": ["Léa", ""], "q-table.what": [amount, "3"]}
    assert "id_q-table_error" in client.post(desk, typed(application, **rows)).content.decode()
    rows["q-table.what"][0] = "1 200,50"
    page = client.post(desk, typed(application, action="submit", **rows)).content.decode()
    assert "Ligne 2" in page.replace("\u202f", " ")
    rows["q-table.who"][1] = "Tobias"
    page = client.post(desk, typed(application, action="submit", **rows)).content.decode()
    assert "id_q-table_error" not in page


@pytest.mark.parametrize("answer", [("q-date", "1920-01-01"), ("q-number", "-12")])
def test_what_lies_before_all_sense_is_refused_unless_the_question_takes_it(
    client, application, desk, answer
):
    name, value = answer
    data = typed(application, action="submit", **{name: value})
    assert f'id="id_{name}_error"' in client.post(desk, data).content.decode()
    application.call.sections.get().questions.update(unbounded=True)
    assert f'id="id_{name}_error"' not in client.post(desk, data).content.decode()


@pytest.mark.parametrize("garbage", [LONG, "\x00", "‏مرحبا", "<script>", "-1e999"])
@pytest.mark.parametrize(
    "name", ["title", "summary", "amount", "organisation-name", "q-text", "q-number", "q-table.who"]
)
def test_anything_can_be_typed_anywhere(client, application, desk, name, garbage):
    data = typed(application, action="save", **{name: garbage})
    assert client.post(desk, data).status_code in {200, 302}
    assert client.get(desk).status_code == 200


def test_an_answer_too_long_to_keep_stays_on_the_page(client, application, desk):
    response = client.post(desk, typed(application, action="save", **{"q-text": LONG}))
    page = response.content.decode()
    assert 'id="id_q-text_error"' in page
    assert LONG.strip() in page


def test_sending_it_twice_shows_the_same_page_and_sends_once(client, application, desk):
    add(client, application, "plan.pdf", PDF)
    data = typed(application, action="submit")
    for _ in range(2):
        assert client.post(desk, data).url == application.get_absolute_url()
    assert application.revisions.count() == 1
    page = client.get(application.get_absolute_url()).content.decode()
    assert application.reference in page


def test_what_is_missing_is_told_at_its_field_and_listed_with_links(client, application, desk):
    data = typed(application, action="submit", **{"q-text": "", "q-number": "beaucoup"})
    page = client.post(desk, data).content.decode()
    for name in ("q-text", "q-number", "f-file"):
        assert f'href="#id_{name}"' in page
        assert f'id="id_{name}_error"' in page
    assert "Non envoyée : 3 choses manquent" in page.replace("\u202f", " ")
    application.refresh_from_db()
    assert application.state == "draft"


def test_an_unfinished_draft_is_saved_without_a_word(client, application, desk):
    assert client.post(desk, typed(application, action="save", **{"q-text": ""})).url == desk
    assert "field-error" not in client.get(desk).content.decode()


def test_after_the_deadline_the_text_is_kept_and_said_to_be(client, application, desk):
    add(client, application, "plan.pdf", PDF)
    application.call.closes_at = timezone.now() - timezone.timedelta(hours=1)
    application.call.save()
    page = client.post(desk, typed(application, action="submit", title="Encore")).content.decode()
    assert "heure de Paris" in page
    application.refresh_from_db()
    assert (application.state, application.title) == ("draft", "Encore")


def test_after_the_deadline_nothing_more_is_asked_for(client, application, desk):
    application.call.closes_at = timezone.now() - timezone.timedelta(hours=1)
    application.call.save()
    unfinished = typed(application, action="submit", **{"q-text": "", "amount": "beaucoup"})
    page = client.post(desk, unfinished).content.decode()
    assert "La date limite est passée" in page
    assert "manquent ou sont à corriger" not in page


def test_changes_that_come_too_late_are_told_their_own_day(client, application, desk):
    application.state, application.reopened = "changes_requested", ["text"]
    application.submitted_at = timezone.now() - timezone.timedelta(days=9)
    application.changes_due_at = timezone.make_aware(timezone.datetime(2026, 5, 4, 18))
    application.save()
    application.call.closes_at = timezone.now() - timezone.timedelta(days=2)
    application.call.save()
    page = client.post(desk, typed(application, action="submit", **{"q-text": "Mieux"}))
    words = page.content.decode()
    assert "attendues au plus tard le 4 mai 2026 à 18:00 (heure de Paris)" in words
    assert "Cet appel s’est clos" not in words
    application.refresh_from_db()
    assert application.answers["text"] == "Mieux"


def test_both_texts_are_shown_when_two_write_at_once(client, application, desk):
    editor = UserFactory(first_name="Tobias")
    join(application, editor, Access.EDIT)
    before = typed(application, action="save", **{"q-text": "Le mien"})
    client.force_login(editor)
    client.post(desk, typed(application, action="save", **{"q-text": "Le sien"}))
    client.force_login(owner_of(application))
    page = client.post(desk, before).content.decode()
    assert "Le mien" in page
    assert "Le sien" in page
    assert "Tobias" in page
    application.refresh_from_db()
    assert application.answers["text"] == "Le sien"
    assert f'name="version" value="{application.version}"' in page


def test_autosave_answers_with_the_new_version(client, application, desk):
    autosave = reverse("incubator:autosave", args=[application.reference])
    page = client.post(autosave, typed(application, **{"q-text": "En passant"})).content.decode()
    application.refresh_from_db()
    assert application.answers["text"] == "En passant"
    assert f'data-version="{application.version}"' in page
    assert "data-stopped" not in page


@pytest.mark.parametrize("field", ["title", "organisation-name"])
def test_autosave_says_what_it_cannot_keep(client, application, desk, field):
    autosave = reverse("incubator:autosave", args=[application.reference])
    page = client.post(autosave, typed(application, **{field: "x" * 300})).content.decode()
    assert "desk-unkept" in page
    assert f'href="#id_{field}"' in page
    assert "desk-unkept" not in client.post(autosave, typed(application)).content.decode()


def test_what_is_only_missing_is_not_said_to_be_unkept(client, application, desk):
    fields = typed(application, action="submit", title="", **{"organisation-name": ""})
    page = client.post(desk, fields).content.decode()
    assert 'id="id_title_error"' in page
    assert "desk-unkept" not in page


def test_autosave_never_overwrites_somebody_else(client, application, desk):
    autosave = reverse("incubator:autosave", args=[application.reference])
    Application.objects.update(version=5, answers={"text": "Le sien"})
    page = client.post(autosave, typed(application)).content.decode()
    application.refresh_from_db()
    assert application.answers["text"] == "Le sien"
    assert 'data-conflict="q.text"' in page
    assert "Le sien" in page


def add(client, application, name, content):
    url = reverse("incubator:add_file", args=[application.reference])
    file = SimpleUploadedFile(name, content)
    return client.post(url, {"question": "file", "f-file": file}).content.decode()


def test_a_file_is_kept_under_a_name_that_tells_nothing(client, application, desk):
    assert "Plan de Léa.pdf" in add(client, application, "Plan de Léa.pdf", PDF)
    file = ApplicationFile.objects.get()
    assert file.name == "Plan de Léa.pdf"
    assert "Plan" not in file.file.name
    with file.file.open() as kept:
        assert kept.read() == PDF


def test_a_refused_file_leaves_the_other_answers_alone(client, application, desk):
    data = typed(application, action="save", **{"q-text": "Intact"})
    data["f-file"] = SimpleUploadedFile("plan.pdf", PROGRAM)
    page = client.post(desk, data).content.decode()
    assert 'id="id_f-file_error"' in page
    application.refresh_from_db()
    assert application.answers["text"] == "Intact"
    assert not ApplicationFile.objects.exists()


def test_a_file_too_large_is_dropped_while_it_arrives(client, application, desk, settings):
    settings.INCUBATOR_LARGEST_FILE = 1000
    data = typed(application, action="save", **{"q-text": "Intact"})
    data["f-file"] = SimpleUploadedFile("plan.pdf", PDF * 100)
    page = client.post(desk, data).content.decode()
    assert 'id="id_f-file_error"' in page
    application.refresh_from_db()
    assert application.answers["text"] == "Intact"


def test_a_new_file_takes_the_place_of_the_old_one(client, application, desk):
    add(client, application, "un.pdf", PDF)
    add(client, application, "deux.pdf", PDF)
    assert ApplicationFile.objects.current().get().name == "deux.pdf"


def test_a_file_is_removed_without_losing_what_was_typed(client, application, desk):
    add(client, application, "plan.pdf", PDF)
    key = ApplicationFile.objects.get().key
    client.post(desk, typed(application, action=f"remove:{key}", **{"q-text": "Gardé"}))
    application.refresh_from_db()
    assert application.answers["text"] == "Gardé"
    assert not ApplicationFile.objects.current().exists()


def test_a_file_for_a_question_that_does_not_exist_is_not_found(client, application, desk):
    url = reverse("incubator:add_file", args=[application.reference])
    assert client.post(url, {"question": "text"}).status_code == 404


@pytest.mark.parametrize("name", ["write", "autosave", "add_file", "withdraw"])
@pytest.mark.parametrize(("who", "status"), [("stranger", 404), ("manager", 404), ("reader", 403)])
def test_nobody_else_writes(client, application, name, who, status):
    person = ManagerFactory() if who == "manager" else UserFactory()
    if who == "reader":
        join(application, person, Access.READ)
    client.force_login(person)
    url = reverse(f"incubator:{name}", args=[application.reference])
    assert client.post(url, typed(application)).status_code == status


def test_a_form_without_its_token_is_refused(application):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(owner_of(application))
    for name in ("write", "add_file"):
        url = reverse(f"incubator:{name}", args=[application.reference])
        assert client.post(url, typed(application)).status_code == 403


def test_what_was_sent_cannot_be_written_in(client, application, desk):
    Application.objects.update(state="submitted", submitted_at=timezone.now())
    assert client.get(desk).url == application.get_absolute_url()
    page = client.post(desk, typed(application, **{"q-text": "Après coup"})).content.decode()
    assert "Après coup" in page
    application.refresh_from_db()
    assert application.answers == {}


class TestKeysOfOthers:
    """What belongs to somebody else is not reached by naming it in one's own form."""

    @pytest.fixture
    def theirs(self, application):
        """A file of another team that answers the same call."""
        other = ApplicationFactory(call=application.call)
        return ApplicationFile.objects.create(
            application=other,
            question_code="file",
            name="secret.pdf",
            file="secret.pdf",
            size=1,
            added_at=timezone.now(),
        )

    def test_their_file_is_not_removed(self, client, application, desk, theirs):
        client.post(desk, typed(application, action=f"remove:{theirs.key}"))
        assert theirs in ApplicationFile.objects.current()

    @pytest.mark.parametrize("field", ["q-file", "f-file", "file", "files"])
    def test_their_file_answers_no_question_of_ours(self, client, application, desk, theirs, field):
        client.post(desk, typed(application, action="submit", **{field: str(theirs.key)}))
        application.refresh_from_db()
        assert "file" not in application.answers
        assert "secret.pdf" not in client.get(application.get_absolute_url()).content.decode()
        assert client.get(reverse("incubator:file", args=[theirs.key])).status_code == 404

    def test_a_place_of_another_call_is_told_at_its_field(self, client, application, desk, theirs):
        elsewhere = ApplicationFactory().places.get()
        page = client.post(desk, typed(application, places=[elsewhere.pk])).content.decode()
        assert 'id="id_places_error"' in page
        assert elsewhere not in application.places.all()

    def test_nothing_of_the_application_itself_is_set_by_its_form(
        self, client, application, desk, theirs
    ):
        other = theirs.application
        forged = {
            "call": CallFactory().pk,
            "pk": other.pk,
            "id": other.pk,
            "reference": other.reference,
            "state": "selected",
            "owner": owner_of(other).pk,
            "organisation": other.organisation.pk,
            "submitted_at": "2020-01-01",
            "reopened": ["title"],
        }
        before = (application.call, application.reference, owner_of(application))
        client.post(desk, typed(application, title="À nous", **forged))
        application = Application.objects.get(pk=application.pk)
        assert (application.call, application.reference, owner_of(application)) == before
        assert (application.state, application.submitted_at) == ("draft", None)
        assert application.organisation != other.organisation
        other.refresh_from_db()
        assert other.title != "À nous"
