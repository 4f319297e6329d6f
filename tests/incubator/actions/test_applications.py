"""What a team does with its application."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, connections

from incubator.actions import applications as actions
from incubator.drafts import Merge, draft_of, mark, marks
from incubator.models import Application, Organisation, Revision
from incubator.models.application import ApplicationQuerySet
from incubator.models.member import Access
from incubator.moves import MoveRefused
from tests.factories.accounts import UserFactory
from tests.factories.incubator import (
    NOW,
    ApplicationFactory,
    CallFactory,
    ManagerFactory,
    join,
    owner_of,
)
from tests.letters import posted

pytestmark = pytest.mark.django_db


def start(call, person, *, token=None, at=NOW):
    return actions.start(
        call=call,
        title="Une lampe par pas",
        organisation="Lampisterie",
        language="fr",
        token=token or uuid4(),
        by=person,
        at=at,
    )


def submit(application, *, by=None, token=None, at=NOW):
    by = by or owner_of(application)
    return actions.submit(application=application, token=token or uuid4(), by=by, at=at)


def save(application, draft, *, by=None, base=None, at=NOW):
    """Upon what is saved now, if `base` says nothing else."""
    return actions.save_draft(
        application=application,
        draft=draft,
        base=marks(draft_of(application), draft) if base is None else base,
        by=by or owner_of(application),
        at=at,
    )


class TestStart:
    def test_opens_a_draft_that_belongs_to_who_started_it(self):
        person = UserFactory()
        application = start(CallFactory(), person)
        assert application.state == "draft"
        assert owner_of(application) == person
        assert list(application.events.values_list("move", "target")) == [("start", "draft")]

    def test_twice_with_one_token_opens_one_draft(self):
        call, person, token = CallFactory(), UserFactory(), uuid4()
        first, second = (start(call, person, token=token) for _ in range(2))
        assert first == second
        assert Application.objects.count() == 1

    def test_twice_at_the_same_moment_opens_one_draft(self, monkeypatch):
        call, person, token = CallFactory(), UserFactory(), uuid4()
        first = start(call, person, token=token)
        looks = iter([Application.objects.none()])  # the first was not there yet
        monkeypatch.setattr(
            ApplicationQuerySet, "of", lambda all_of_them, user: next(looks, all_of_them)
        )
        assert start(call, person, token=token) == first
        assert (Application.objects.count(), Organisation.objects.count()) == (1, 1)

    @pytest.mark.parametrize("trait", ["closed", "coming", "hidden"])
    def test_is_refused_when_the_call_is(self, trait):
        with pytest.raises(actions.CallIsClosed):
            start(CallFactory(**{trait: True}), UserFactory())
        assert not Application.objects.exists()

    def test_no_two_references_are_alike_and_none_can_be_counted_on(self):
        references = {start(CallFactory(), UserFactory()).reference for _ in range(5)}
        assert len(references) == 5
        assert all(len(reference) == 12 for reference in references)


class TestSaveDraft:
    def test_keeps_what_was_typed_and_grows_the_version(self):
        application = ApplicationFactory()
        draft = {"title": "Autre", "organisation.city": "Liévin", "q.why": "Oui"}
        saved = save(application, draft).application
        saved.refresh_from_db()
        assert (saved.title, saved.organisation.city, saved.answers) == (
            "Autre",
            "Liévin",
            {"why": "Oui"},
        )
        assert saved.version == 2
        assert saved.saved_at == NOW

    def test_the_same_again_changes_nothing(self):
        application = ApplicationFactory()
        saved = save(application, {"title": application.title}, base={})
        assert (saved.application.version, saved.merge) == (1, Merge())

    def test_leaves_alone_what_others_have_changed_and_one_has_not(self):
        application, editor = ApplicationFactory(), UserFactory()
        join(application, editor, Access.EDIT)
        began = draft_of(application)
        base = marks(began, [*began, "q.who"])
        save(application, {"title": "De l’une"}, by=editor)
        for times in range(1, 3):  # the second save comes from the same page as the first
            mine = {"title": began["title"], "q.who": "Nous" * times}
            saved = save(application, mine, base=base)
            assert saved.merge.news == {"title": "De l’une"}
            assert saved.merge.conflicts == {}
            assert saved.other == (editor if times == 1 else None)
            base["q.who"] = mark(mine["q.who"])
        application.refresh_from_db()
        assert application.title == "De l’une"
        assert application.answers == {"who": "NousNous"}

    def test_gives_back_only_what_both_have_changed_and_keeps_the_rest(self):
        application, editor = ApplicationFactory(), UserFactory()
        join(application, editor, Access.EDIT)
        base = marks(draft_of(application), ["title", "summary"])
        save(application, {"title": "De l’une"}, by=editor)
        saved = save(application, {"title": "De l’autre", "summary": "Mieux dit."}, base=base)
        assert saved.merge.conflicts == {"title": "De l’une"}
        application.refresh_from_db()
        assert (application.title, application.summary) == ("De l’une", "Mieux dit.")

    def test_three_people_write_in_three_fields(self):
        application = ApplicationFactory()
        began = draft_of(application)
        base = marks(began, began)
        people = [UserFactory() for _ in range(3)]
        for person, code in zip(people, ("title", "summary", "organisation.name"), strict=True):
            join(application, person, Access.EDIT)
            save(application, {**began, code: f"De {code}"}, by=person, base=base)
        application.refresh_from_db()
        assert application.title == "De title"
        assert application.summary == "De summary"
        assert application.organisation.name == "De organisation.name"

    def test_after_the_deadline_still_keeps_the_text(self):
        application = ApplicationFactory()
        saved = save(application, {"title": "Trop tard"}, at=NOW + timedelta(days=99))
        assert saved.application.title == "Trop tard"

    def test_is_refused_to_who_may_only_read(self):
        application, reader = ApplicationFactory(), UserFactory()
        join(application, reader, Access.READ)
        with pytest.raises(PermissionDenied):
            save(application, {"title": "Autre"}, by=reader)

    def test_is_refused_to_a_manager(self):
        with pytest.raises(PermissionDenied):
            save(ApplicationFactory(sent=True), {"title": "Autre"}, by=ManagerFactory())

    def test_is_refused_once_sent(self):
        application = ApplicationFactory(sent=True)
        with pytest.raises(MoveRefused):
            save(application, {"title": "Autre"})

    def test_after_a_request_for_changes_touches_only_what_was_reopened(self):
        application = ApplicationFactory(
            state="changes_requested", submitted_at=NOW, reopened=["summary"]
        )
        save(application, {"title": "Autre", "summary": "Mieux dit", "q.why": "Non"})
        application.refresh_from_db()
        assert application.summary == "Mieux dit"
        assert application.title == "Une lampe par pas"
        assert application.answers == {}


class TestSubmit:
    def test_freezes_what_was_sent(self):
        application = ApplicationFactory(call=CallFactory(questions=["text"]))
        application.answers = {"text": "Parce que."}
        application.save()
        revision = submit(application)
        application.call.sections.get().questions.update(label_fr="Tout autre chose")
        revision.refresh_from_db()
        assert revision.number == 1
        assert revision.form[0]["asks"][0]["label"]["fr"] == "Question text"
        assert revision.answers == {"text": "Parce que."}
        assert revision.project["organisation"]["name"] == "Lampisterie"

    def test_tells_the_team_that_writes_and_the_managers_once_it_is_done(
        self, django_capture_on_commit_callbacks
    ):
        application, editor, reader = ApplicationFactory(), UserFactory(), UserFactory()
        join(application, editor, Access.EDIT)
        join(application, reader, Access.READ)
        manager = ManagerFactory()
        with django_capture_on_commit_callbacks(execute=True):
            submit(application)
        told = sorted(address for message in posted() for address in message.to)
        assert told == sorted([owner_of(application).email, editor.email, manager.email])
        assert all(application.reference in message.body for message in posted())

    def test_twice_with_one_token_gives_one_revision_and_one_letter(
        self, django_capture_on_commit_callbacks
    ):
        application, token = ApplicationFactory(), uuid4()
        with django_capture_on_commit_callbacks(execute=True):
            first, second = (submit(application, token=token) for _ in range(2))
        assert first == second
        assert len(posted()) == 1

    def test_again_with_another_token_is_refused(self):
        application = ApplicationFactory()
        submit(application)
        with pytest.raises(MoveRefused):
            submit(application)
        assert Revision.objects.count() == 1

    def test_says_what_is_missing_and_changes_nothing(self):
        application = ApplicationFactory(
            call=CallFactory(questions=["text", "file", "table"]), summary=""
        )
        with pytest.raises(actions.Incomplete) as refused:
            submit(application)
        assert [gap.anchor for gap in refused.value.gaps] == [
            "id_summary",
            "id_q-text",
            "id_q-table",
            "id_f-file",
        ]
        application.refresh_from_db()
        assert application.state == "draft"
        assert not application.events.exists()

    def test_is_refused_to_who_may_only_read(self):
        application, reader = ApplicationFactory(), UserFactory()
        join(application, reader, Access.READ)
        with pytest.raises(PermissionDenied):
            submit(application, by=reader)


class TestDeadline:
    CLOSES = NOW + timedelta(days=1)

    def application(self, *, grace=15, begun=NOW):
        call = CallFactory(closes_at=self.CLOSES, grace_minutes=grace)
        return ApplicationFactory(call=call, created_at=begun)

    def test_the_last_second_counts(self):
        assert submit(self.application(grace=0), at=self.CLOSES - timedelta(seconds=1))

    def test_the_deadline_itself_is_too_late_without_grace(self):
        with pytest.raises(actions.TooLate):
            submit(self.application(grace=0), at=self.CLOSES)

    def test_grace_is_for_what_was_begun_before(self):
        assert submit(self.application(), at=self.CLOSES + timedelta(minutes=14))

    def test_grace_ends(self):
        application = self.application()
        with pytest.raises(actions.TooLate):
            submit(application, at=self.CLOSES + timedelta(minutes=15))
        application.refresh_from_db()
        assert (application.state, application.title) == ("draft", "Une lampe par pas")

    def test_an_answer_to_a_request_keeps_the_date_that_it_was_given(self):
        application = ApplicationFactory(
            state="changes_requested",
            submitted_at=NOW,
            changes_due_at=self.CLOSES,
            call=CallFactory(closed=True),
        )
        with pytest.raises(actions.TooLate):
            submit(application, at=self.CLOSES + timedelta(seconds=1))
        assert submit(application, at=self.CLOSES).number == 1


class TestWithdraw:
    def test_is_the_owners_to_do(self):
        application = ApplicationFactory(sent=True)
        actions.withdraw(application=application, by=owner_of(application), at=NOW)
        application.refresh_from_db()
        assert application.state == "withdrawn"

    def test_is_refused_to_an_editor(self):
        application, editor = ApplicationFactory(sent=True), UserFactory()
        join(application, editor, Access.EDIT)
        with pytest.raises(PermissionDenied):
            actions.withdraw(application=application, by=editor, at=NOW)

    def test_is_refused_once_selected(self):
        application = ApplicationFactory(state="selected", submitted_at=NOW)
        with pytest.raises(MoveRefused):
            actions.withdraw(application=application, by=owner_of(application), at=NOW)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_give_one_application_and_one_letter():
    application, token = ApplicationFactory(), uuid4()
    owner, ready = owner_of(application), threading.Barrier(2)
    sent, failures = [], []

    def click():
        try:
            ready.wait()
            sent.append(submit(application, by=owner, token=token).pk)
        except Exception as failure:
            failures.append(failure)
        finally:
            connections[connection.alias].close()

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    assert failures == []
    assert len(set(sent)) == 1
    assert Revision.objects.count() == 1
    assert application.events.filter(move="submit").count() == 1
    assert len(posted()) == 1
