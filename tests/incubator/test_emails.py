"""Every letter, in both languages, as text and as a page."""

import pytest

from ground.letters.models import Letter
from incubator import emails
from incubator.actions import applications
from incubator.models import Decision
from incubator.models.member import Access
from tests.factories.accounts import UserFactory
from tests.factories.incubator import NOW, ApplicationFactory, ManagerFactory, owner_of
from tests.letters import posted

pytestmark = pytest.mark.django_db

LETTERS = {
    "application_received": lambda one: emails.submitted(one, number=1),
    "changes_requested": lambda one: emails.changes_requested(
        one, reason="Voici.", fields=["title"]
    ),
    "found_ineligible": lambda one: emails.found_ineligible(one, reason="Voici."),
    "application_withdrawn": lambda one: emails.withdrawn(one, reason="Voici."),
    **{
        outcome: lambda one, outcome=outcome: emails.decided(
            one, Decision(application=one, outcome=outcome, reasons="Voici.")
        )
        for outcome in Decision.Outcome.values
    },
}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_has_a_subject_a_text_and_a_page(name, language):
    owner = UserFactory(language=language)
    application = ApplicationFactory(owner=owner, title="Lueur & <b>basse</b>", changes_due_at=NOW)
    LETTERS[name](application)
    (letter,) = posted()
    (page,) = letter.alternatives
    assert letter.to == [owner.email]
    assert letter.subject
    assert "\n" not in letter.subject
    assert "http" in letter.body
    assert f'lang="{language}"' in page.content
    assert "<b>basse</b>" not in page.content
    assert "Lueur & <b>basse</b>" in letter.subject + letter.body


def test_a_manager_is_sent_to_the_page_on_which_to_read_it():
    ManagerFactory(email="sacha@terril.example")
    application = ApplicationFactory(sent=True)
    emails.submitted(application, number=2)
    letter = next(one for one in posted() if one.to == ["sacha@terril.example"])
    assert f"/admin/incubator/application/inspect/{application.pk}/" in letter.body


def test_somebody_invited_without_an_account_is_written_to_in_the_applications_language():
    application = ApplicationFactory(language="en")
    application.members.create(email="tobias@terril.example", access="edit")
    emails.withdrawn(application, reason="")
    letter = next(one for one in posted() if one.to == ["tobias@terril.example"])
    assert 'lang="en"' in letter.alternatives[0].content


@pytest.mark.parametrize("access", ["edit", "read"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_invitation_is_in_the_language_of_the_application(language, access):
    application = ApplicationFactory(language=language, title="Lueur & <b>basse</b>")
    member = application.members.create(email="tobias@terril.example", access=access)
    emails.invited(member, by=UserFactory(first_name="Léa"), token="jeton")
    (letter,) = posted()
    (page,) = letter.alternatives
    assert "Lueur & <b>basse</b>" in letter.subject
    assert "Léa" in letter.subject
    assert f"/{language}/incubator/join/jeton/" in letter.body
    assert f'lang="{language}"' in page.content
    assert "<b>basse</b>" not in page.content


@pytest.mark.parametrize("title", ["Lampe\rBcc: a@terril.example", "Lampe\nBcc: a@terril.example"])
def test_a_name_of_two_lines_writes_no_header(title, django_capture_on_commit_callbacks):
    application = ApplicationFactory.create(title=title, sent=True)
    owner = owner_of(application)
    with django_capture_on_commit_callbacks(execute=True):
        applications.withdraw(application=application, by=owner, at=NOW)
    (letter,) = posted()
    assert (letter.to, letter.bcc, letter.recipients()) == ([owner.email], [], [owner.email])
    assert b"\nBcc:" not in letter.message().as_bytes().split(b"\n\n")[0]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_withdrawal_is_told_to_the_whole_team_and_to_who_runs_the_programme(language):
    ManagerFactory(email="sacha@terril.example", language=language)
    application = ApplicationFactory(sent=True, owner=UserFactory(email="lea@terril.example"))
    application.members.create(email="tobias@terril.example", access="read")
    applications.withdraw(
        application=application, reason="Plus le temps.", by=owner_of(application), at=NOW
    )
    letters = {one.to[0]: one for one in posted()}
    assert set(letters) == {f"{name}@terril.example" for name in ("lea", "tobias", "sacha")}
    to_manager = letters["sacha@terril.example"]
    assert "Plus le temps." in to_manager.body
    assert f"/admin/incubator/application/inspect/{application.pk}/" in to_manager.body
    assert f'lang="{language}"' in to_manager.alternatives[0].content


def test_of_a_draft_that_is_withdrawn_the_managers_never_knew():
    ManagerFactory(email="sacha@terril.example")
    application = ApplicationFactory()
    applications.withdraw(application=application, by=owner_of(application), at=NOW)
    assert [one.to for one in posted()] == [[owner_of(application).email]]


def test_whoever_is_invited_and_has_not_come_reads_nothing_of_an_application():
    application = ApplicationFactory(sent=True)
    application.members.create(email="faute-de-frappe@terril.example", access=Access.EDIT)
    emails.found_ineligible(application, reason="Le budget dépasse nos moyens.")
    assert [letter.to for letter in Letter.objects.all()] == [owner_of(application).email]
