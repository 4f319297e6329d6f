"""Several people at one application, with pages that each of them opened at another moment."""

import json
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from incubator.models import ApplicationFile
from incubator.models.member import Access
from tests.factories.accounts import UserFactory
from tests.factories.incubator import ApplicationFactory, CallFactory, join, owner_of
from tests.incubator.test_files import PDF
from tests.walk.forms import forms_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    now = timezone.now()
    call = CallFactory(
        questions=["text", "long_text", "number", "table", "file"],
        opens_at=now - timezone.timedelta(days=3),
        closes_at=now + timezone.timedelta(days=3),
    )
    return ApplicationFactory(
        call=call,
        created_at=now - timezone.timedelta(days=1),
        answers={"text": "Au début", "table": [{"who": "Léa", "what": "sonne"}]},
    )


class Writer:
    """Somebody with the page open; `fields` is what it shows and what they type."""

    def __init__(self, application, user):
        self.client, self.application = Client(), application
        self.client.force_login(user)
        self.path = reverse("incubator:write", args=[application.reference])
        self.open()

    def open(self):
        self.read(self.client.get(self.path).content)

    def read(self, page):
        forms = [form for form in forms_of(page.decode(), self.path) if "base" in form.names]
        (self.fields,) = [form.untouched for form in forms]

    def type(self, **values):
        for name, value in values.items():
            self.fields[name.replace("__", "-")] = [value]

    def press(self, action="save"):
        """Send the form, and go on with the page that comes back."""
        answer = self.client.post(self.path, {**self.fields, "action": action})
        if answer.status_code == 302:
            answer = self.client.get(answer.url)
        self.read(answer.content)
        return answer.content.decode()

    def autosave(self, action="autosave"):
        """As the script does: of the texts of others none is sent."""
        path = reverse("incubator:autosave", args=[self.application.reference])
        sent = {name: value for name, value in self.fields.items() if name[:5] != "seen."}
        page = self.client.post(path, {**sent, "action": action}).content.decode()
        (base,) = re.findall(r'data-base="([^"]+)"', page)
        self.fields["base"] = [unescape(base)]
        return page


@pytest.fixture
def both(application):
    other = UserFactory(first_name="Tobias")
    join(application, other, Access.EDIT)
    return Writer(application, owner_of(application)), Writer(application, other)


def answers(application):
    application.refresh_from_db()
    return application.answers


@pytest.mark.parametrize("save", [Writer.press, Writer.autosave])
def test_each_keeps_what_they_wrote_however_often_they_save(application, both, save):
    lea, tobias = both
    lea.type(**{"q-text": "De Léa"})
    save(lea)
    tobias.type(**{"q-long_text": "De Tobias"})
    for _ in range(2):
        save(tobias)
    assert answers(application)["text"] == "De Léa"
    assert application.answers["long_text"] == "De Tobias"


@pytest.mark.parametrize("save", [Writer.press, Writer.autosave])
def test_both_texts_stand_at_the_field_that_both_have_changed(application, both, save):
    lea, tobias = both
    lea.type(**{"q-text": "De Léa"})
    lea.press()
    tobias.type(**{"q-text": "De Tobias", "q-number": "12"})
    page = save(tobias)
    assert "De Léa" in page
    assert 'name="seen.q.text"' in page
    assert 'role="alert"' in page or save is Writer.autosave  # there it is on the page already
    assert answers(application)["text"] == "De Léa"
    assert application.answers["number"] == "12"  # nobody asks about it
    tobias.autosave()
    assert answers(application)["text"] == "De Léa"


def test_save_after_both_texts_were_shown_keeps_ones_own(application, both):
    lea, tobias = both
    lea.type(**{"q-text": "De Léa"})
    lea.press()
    tobias.type(**{"q-text": "De Tobias"})
    tobias.press()
    tobias.press()
    assert answers(application)["text"] == "De Tobias"


def test_their_text_is_taken_and_the_rest_of_ones_own_stays(application, both):
    lea, tobias = both
    lea.type(title="De Léa", **{"q-text": "De Léa"})
    lea.press()
    tobias.type(title="De Tobias", **{"q-text": "De Tobias", "q-number": "12"})
    tobias.press()
    page = tobias.press("take:q.text")
    assert tobias.fields["q-text"] == ["De Léa"]
    assert tobias.fields["title"] == ["De Tobias"]
    assert 'name="seen.title"' in page  # not decided yet
    tobias.press("keep:title")
    assert answers(application)["text"] == "De Léa"
    assert application.title == "De Tobias"


def test_what_changed_once_more_after_it_was_shown_is_shown_again(application, both):
    lea, tobias = both
    lea.type(**{"q-text": "De Léa"})
    lea.press()
    tobias.type(**{"q-text": "De Tobias"})
    tobias.press()
    lea.type(**{"q-text": "De Léa, mieux"})
    lea.press()
    assert "De Léa, mieux" in tobias.press()
    assert answers(application)["text"] == "De Léa, mieux"


def test_a_table_is_merged_as_a_text_is(application, both):
    lea, tobias = both
    lea.fields["q-table.what"] = ["chante", "", ""]
    lea.press()
    tobias.type(**{"q-number": "7"})
    tobias.press()
    tobias.press()
    assert answers(application)["table"] == [{"who": "Léa", "what": "chante"}]
    tobias.fields["q-table.what"] = ["danse", "", ""]
    lea.fields["q-table.what"] = ["compte", "", ""]
    lea.press()
    assert "Léa · compte" in tobias.press()
    assert answers(application)["table"] == [{"who": "Léa", "what": "compte"}]


def test_of_two_files_at_once_the_first_stays_until_one_chooses_again(application, both):
    lea, tobias = both
    lea.fields["f-file"] = SimpleUploadedFile("de-lea.pdf", PDF)
    lea.press()
    for expected in ("de-lea.pdf", "de-tobias.pdf"):
        tobias.fields["f-file"] = SimpleUploadedFile("de-tobias.pdf", PDF)
        page = tobias.press()
        assert expected in page
        assert ApplicationFile.objects.current().get().name == expected


def test_an_answer_to_a_question_that_is_gone_stays_readable(application, both):
    lea, _tobias = both
    application.call.sections.get().questions.filter(code__in=("text", "table")).delete()
    lea.type(**{"q-text": "Écrit trop tard"})
    for page in (lea.press(), lea.client.get(lea.path).content.decode()):
        assert "Écrit trop tard" in page
        assert "Léa · sonne" in page


def test_a_page_of_before_that_tells_its_version_only_overwrites_nothing(application, both):
    lea, tobias = both
    lea.type(**{"q-text": "De Léa"})
    lea.press()
    del tobias.fields["base"]
    tobias.type(**{"q-text": "De Tobias", "q-number": "3"})
    assert "De Léa" in tobias.press()
    assert answers(application)["text"] == "De Léa"
    assert application.answers["number"] == "3"


@pytest.mark.parametrize("base", ["", "[]", "{", '{"q.text": 3}', json.dumps({"q.text": "x" * 99})])
def test_a_base_that_was_tampered_with_is_no_way_to_overwrite(application, both, base):
    lea, tobias = both
    lea.type(**{"q-text": "De Léa"})
    lea.press()
    tobias.type(base=base, **{"q-text": "De Tobias"})
    tobias.press()
    assert answers(application)["text"] == "De Léa"


class TestSignedOut:
    def test_what_is_typed_waits_while_one_signs_in(self, application, both):
        lea, _tobias = both
        user = owner_of(application)
        lea.client.logout()
        lea.type(**{"q-text": "Pendant ce temps"})
        answer = lea.client.post(lea.path, {**lea.fields, "action": "save"})
        assert answer.status_code == 401
        page = answer.content.decode()
        assert f"?next={lea.path}" in page
        (form,) = [form for form in forms_of(page, lea.path) if "base" in form.names]
        lea.client.force_login(user)
        lea.client.post(form.path, form.untouched)
        assert answers(application)["text"] == "Pendant ce temps"

    def test_the_script_is_told_the_reason_and_where_to_sign_in(self, application, both):
        lea, _tobias = both
        lea.client.logout()
        for name in ("autosave", "add_file"):
            path = reverse(f"incubator:{name}", args=[application.reference])
            answer = lea.client.post(path, {**lea.fields, "question": "file"})
            assert answer.status_code == 401
            assert f"?next={lea.path}" in answer.content.decode()
        assert answers(application)["text"] == "Au début"
