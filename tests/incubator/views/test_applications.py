"""What a team, a juror and a manager read of an application; what a stranger does not."""

from io import BytesIO
from uuid import uuid4

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from incubator.models import Application, ApplicationFile
from incubator.models.member import Access
from tests.factories.accounts import UserFactory
from tests.factories.files import pdf
from tests.factories.incubator import (
    NOW,
    ApplicationFactory,
    CallFactory,
    ManagerFactory,
    RevisionFactory,
    join,
    owner_of,
)

pytestmark = pytest.mark.django_db


def plan() -> bytes:
    """A PDF that names its author."""
    written = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as document:
        document.docinfo["/Author"] = "Léa Carlier"
        document.save(written)
    return written.getvalue()


PLAN = plan()


@pytest.fixture
def application():
    """With the jury, which reads blind; one answer is for the host only."""
    call = CallFactory(questions=["text", "long_text", "file"], is_blind=True)
    call.sections.get().questions.filter(code="long_text").update(personal_data=True)
    from incubator.questionnaire import Questionnaire

    application = ApplicationFactory(call=call, state="in_review", submitted_at=NOW)
    file = ApplicationFile(
        application=application,
        question_code="file",
        name="Plan de Léa.pdf",
        extension="pdf",
        content_type="application/pdf",
        size=8,
        added_at=NOW,
    )
    file.file.save("plan.pdf", ContentFile(PLAN))
    RevisionFactory(
        application=application,
        form=Questionnaire.of(call).to_json(),
        answers={"text": "Visible", "long_text": "Léa, 03 21", "file": str(file.key)},
    )
    return application


@pytest.fixture
def juror(application):
    return application.reviews.create(juror=UserFactory()).juror


def read(client, application, person):
    client.force_login(person)
    return client.get(application.get_absolute_url())


def test_the_team_reads_all_of_it(client, application):
    page = read(client, application, owner_of(application)).content.decode()
    assert "Visible" in page
    assert "Léa, 03 21" in page
    assert "Plan de Léa.pdf" in page
    assert "Lampisterie" in page


def test_a_juror_who_reads_blind_meets_no_name(client, application, juror):
    page = read(client, application, juror).content.decode()
    assert "Visible" in page
    for name in ("Lampisterie", "Léa", "Plan de", "03 21", "Carlier"):
        assert name not in page


def test_a_juror_gets_a_file_under_a_neutral_name(client, application, juror):
    client.force_login(juror)
    file = application.files.get()
    response = client.get(file.get_absolute_url())
    response.close()
    disposition = response["Content-Disposition"]
    assert disposition == f'attachment; filename="{application.reference}-file.pdf"'


def test_a_juror_gets_a_file_without_the_name_of_who_made_it(client, application, juror):
    client.force_login(juror)
    address = application.files.get().get_absolute_url()
    assert b"Carlier" not in b"".join(client.get(address).streaming_content)
    client.force_login(owner_of(application))
    assert b"".join(client.get(address).streaming_content) == PLAN


def test_a_file_of_earlier_days_that_cannot_be_freed_of_names_is_no_error(
    client, application, juror
):
    file = application.files.get()
    file.file.save("plan.pdf", ContentFile(b"%PDF-1.4"))
    client.force_login(juror)
    response = client.get(file.get_absolute_url())
    assert (response.status_code, response["Content-Type"]) == (409, "text/plain; charset=utf-8")


def test_a_file_is_saved_and_never_run(client, application):
    client.force_login(owner_of(application))
    response = client.get(application.files.get().get_absolute_url())
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]
    assert b"".join(response.streaming_content) == PLAN


@pytest.mark.parametrize("name", ["application", "write", "withdraw", "file"])
def test_a_stranger_finds_nothing(client, application, name):
    client.force_login(UserFactory(staff=True))
    key = application.files.get().key if name == "file" else application.reference
    assert client.get(reverse(f"incubator:{name}", args=[key])).status_code == 404


@pytest.mark.parametrize("name", ["application", "write", "withdraw", "file", "applications"])
def test_who_has_not_signed_in_is_asked_to(client, application, name):
    keys = {"file": [application.files.get().key], "applications": []}
    args = keys.get(name, [application.reference])
    response = client.get(reverse(f"incubator:{name}", args=args))
    assert response.status_code == 302
    assert "/account/login/" in response.url


def test_guessing_finds_nothing(client, application):
    client.force_login(owner_of(application))
    assert client.get(reverse("incubator:file", args=[uuid4()])).status_code == 404
    assert client.get(reverse("incubator:application", args=["AAAA-BBBB-CC"])).status_code == 404


def test_a_withdrawal_asks_first_then_stays_on_the_record(client, application):
    client.force_login(owner_of(application))
    url = reverse("incubator:withdraw", args=[application.reference])
    assert client.get(url).status_code == 200
    application.refresh_from_db()
    assert application.state == "in_review"
    assert client.post(url, {"reason": "Plus de site."}).url == application.get_absolute_url()
    assert "Plus de site." in client.get(application.get_absolute_url()).content.decode()


def test_a_decided_application_is_not_withdrawn(client, application):
    Application.objects.update(state="declined")
    client.force_login(owner_of(application))
    url = reverse("incubator:withdraw", args=[application.reference])
    assert client.post(url, {"reason": ""}).status_code == 200
    application.refresh_from_db()
    assert application.state == "declined"


@pytest.mark.parametrize("state", Application.State.values)
def test_every_state_is_told_in_words(client, application, state):
    Application.objects.update(state=state)
    page = read(client, application, owner_of(application)).content.decode()
    assert str(Application.State(state).label) in page


class TestStart:
    @pytest.fixture
    def call(self):
        now = timezone.now()
        return CallFactory(
            slug="nuit",
            opens_at=now - timezone.timedelta(days=1),
            closes_at=now + timezone.timedelta(days=1),
        )

    def post(self, client, **values):
        data = {"title": "Lueur", "organisation": "Chaleur", "token": uuid4(), **values}
        return client.post(reverse("incubator:start", args=["nuit"]), data)

    def test_leads_to_the_desk(self, client, call):
        client.force_login(UserFactory())
        response = self.post(client)
        reference = Application.objects.get().reference
        assert response.url == reverse("incubator:write", args=[reference])

    def test_twice_leads_to_the_same_desk(self, client, call):
        client.force_login(UserFactory())
        token = uuid4()
        assert self.post(client, token=token).url == self.post(client, token=token).url

    def test_without_a_title_says_so_and_keeps_the_rest(self, client, call):
        client.force_login(UserFactory())
        page = self.post(client, title="").content.decode()
        assert 'id="id_title_error"' in page
        assert 'value="Chaleur"' in page
        assert not Application.objects.exists()

    def test_after_the_deadline_says_so(self, client, call):
        client.force_login(UserFactory())
        call.closes_at = timezone.now()
        call.save()
        assert self.post(client).status_code == 200
        assert not Application.objects.exists()

    def test_somebody_elses_token_opens_nothing_of_theirs(self, client, call):
        token = uuid4()
        client.force_login(UserFactory())
        theirs = self.post(client, token=token).url
        client.force_login(UserFactory())
        assert self.post(client, token=token).url != theirs


def test_a_manager_is_not_shown_a_draft(client):
    draft = ApplicationFactory()
    assert read(client, draft, ManagerFactory()).status_code == 404


def test_whoever_may_only_read_reads_and_is_shown_no_way_to_write(client):
    application, reader = ApplicationFactory(title="Une lampe"), UserFactory()
    join(application, reader, Access.READ)
    client.force_login(reader)
    for name, args in (("applications", []), ("application", [application.reference])):
        page = client.get(reverse(f"incubator:{name}", args=args)).content.decode()
        assert "Une lampe" in page
        assert "/write/" not in page
    assert "Des lampes qui suivent les pas." in page


def test_a_juror_finds_what_there_is_to_read(client):
    application, juror = ApplicationFactory(state="in_review", submitted_at=NOW), UserFactory()
    application.reviews.create(juror=juror)
    client.force_login(juror)
    page = client.get(reverse("incubator:applications")).content.decode()
    assert application.get_absolute_url() in page
    assert application.organisation.name not in page
