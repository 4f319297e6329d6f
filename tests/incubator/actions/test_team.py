"""How a team grows: by letters, and by nothing else."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from incubator.actions import team as actions
from incubator.models import Application, Member
from incubator.models.member import Access
from tests.factories.accounts import UserFactory
from tests.factories.incubator import ApplicationFactory, join, owner_of
from tests.letters import posted

pytestmark = pytest.mark.django_db
TOBIAS = "tobias@terril.example"


@pytest.fixture
def application():
    return ApplicationFactory(language="en")


def invite(application, *, by=None, email=TOBIAS, access=Access.EDIT):
    by = by or owner_of(application)
    return actions.invite(application=application, email=email, access=access, by=by)


class TestInvite:
    def test_writes_to_somebody_who_sees_nothing_yet(
        self, application, django_capture_on_commit_callbacks
    ):
        tobias = UserFactory(email=TOBIAS, language="fr")
        with django_capture_on_commit_callbacks(execute=True):
            member = invite(application)
        (letter,) = posted()
        assert letter.to == [TOBIAS]
        (token,) = re.findall("/fr/incubator/join/(.+)/", letter.body)
        assert actions.invitation(token, to=UserFactory()) == member
        assert not Application.objects.visible_to(tobias).exists()

    def test_twice_the_same_address_is_refused(self, application):
        invite(application)
        with pytest.raises(actions.AlreadyInvited):
            invite(application, email=TOBIAS.upper())

    def test_twice_at_the_same_moment_is_refused_too(self, application, monkeypatch):
        by = owner_of(application)
        invite(application)
        monkeypatch.setattr(actions, "has_perm", lambda *asked: True)
        monkeypatch.setattr(QuerySet, "exists", lambda rows: False)  # the first was not there yet
        with pytest.raises(actions.AlreadyInvited):
            invite(application, by=by)

    @pytest.mark.parametrize("access", [Access.EDIT, Access.READ])
    def test_only_who_owns_it_invites(self, application, access):
        other = UserFactory()
        join(application, other, access)
        with pytest.raises(PermissionDenied):
            invite(application, by=other)
        assert not application.members.filter(email=TOBIAS).exists()


class TestJoin:
    def test_gives_the_place_to_whoever_has_the_letter(self, application):
        token = actions.token_for(invite(application, access=Access.READ))
        tobias = UserFactory(email="tobias@elsewhere.example", first_name="Tobias")
        assert actions.join(token=token, by=tobias) == application
        member = application.members.get(user=tobias)
        assert (member.access, member.name) == (Access.READ, tobias.get_full_name())
        assert Application.objects.visible_to(tobias).get() == application

    def test_works_once(self, application):
        token = actions.token_for(invite(application))
        actions.join(token=token, by=UserFactory())
        second = UserFactory()
        with pytest.raises(actions.NoInvitation):
            actions.join(token=token, by=second)
        assert not Application.objects.visible_to(second).exists()

    def test_who_is_there_already_stays_as_they_are(self, application):
        token = actions.token_for(invite(application))
        actions.join(token=token, by=owner_of(application))
        assert application.members.get().access == Access.OWN

    @pytest.mark.parametrize("spoil", ["x", ":", ""])
    def test_a_letter_that_is_not_ours_opens_nothing(self, application, spoil):
        token = actions.token_for(invite(application))
        with pytest.raises(actions.NoInvitation):
            actions.invitation(token[:-3] + spoil, to=UserFactory())

    def test_a_letter_a_month_old_opens_nothing(self, application):
        token = actions.token_for(invite(application))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(actions, "DAYS_TO_COME", -1)
            with pytest.raises(actions.NoInvitation):
                actions.invitation(token, to=UserFactory())


class TestRemove:
    def test_lets_go_and_takes_the_letter_back(self, application):
        member = invite(application)
        token = actions.token_for(member)
        actions.remove(member=member, by=owner_of(application))
        with pytest.raises(actions.NoInvitation):
            actions.invitation(token, to=UserFactory())

    def test_who_owns_it_stays(self, application):
        owner = owner_of(application)
        with pytest.raises(PermissionDenied):
            actions.remove(member=application.members.get(user=owner), by=owner)
        assert Member.objects.filter(user=owner).exists()
