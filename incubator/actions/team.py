"""Who writes in an application: invited by mail, come by the letter, let go again."""

from functools import partial
from typing import Any

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction
from rules.permissions import has_perm

from .. import emails, states
from ..models import Application, Member
from ..models.member import Access

SALT = "incubator.team"
DAYS_TO_COME = 30


class AlreadyInvited(Exception):
    """That address is in the team, or has been written to."""


class NoInvitation(Exception):
    """The letter is too old, was taken back, or somebody has come by it."""


@transaction.atomic
def invite(*, application: Application, email: str, access: Access, by: Any) -> Member:
    """Write to somebody who may then come into the team. Raises AlreadyInvited."""
    if not has_perm(states.TEAM, by, application):
        raise PermissionDenied
    if application.members.filter(email__iexact=email).exists():
        raise AlreadyInvited
    member = application.members.create(email=email, access=access)
    invite_by_mail = partial(emails.invited, member, by=by, token=token_for(member))
    transaction.on_commit(invite_by_mail, robust=True)
    return member


def token_for(member: Member) -> str:
    """What the letter carries: whoever has it reads that mailbox."""
    return signing.dumps(member.pk, salt=SALT)


def invitation(token: str) -> Member:
    """The place in a team that a letter offers. Raises NoInvitation."""
    try:
        key = signing.loads(token, salt=SALT, max_age=DAYS_TO_COME * 24 * 3600)
        return Member.objects.select_related("application__call").get(pk=key, user=None)
    except (signing.BadSignature, Member.DoesNotExist):
        raise NoInvitation from None


@transaction.atomic
def join(*, token: str, by: Any) -> Application:
    """Come into the team by a letter. Whoever is in it already stays as they are."""
    member = Member.objects.select_for_update(of=("self",)).get(pk=invitation(token).pk)
    application = member.application
    if application.members.filter(user=by).exists():
        member.delete()
    elif member.user is None:
        member.user, member.name = by, by.get_full_name()
        member.save(update_fields=["user", "name"])
    else:
        raise NoInvitation
    return application


@transaction.atomic
def remove(*, member: Member, by: Any) -> None:
    """Let somebody go, or take an invitation back. Who owns the application stays."""
    if not has_perm(states.TEAM, by, member.application) or member.access == Access.OWN:
        raise PermissionDenied
    member.delete()
