"""Who writes in an application: invited by mail, come by the letter, let go again."""

from typing import Any

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
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


class OfTheJury(Exception):
    """Whoever reads an application for the jury does not come into its team."""


@transaction.atomic
def invite(*, application: Application, email: str, access: Access, by: Any) -> Member:
    """Write to somebody who may then come into the team. Raises AlreadyInvited."""
    if not has_perm(states.TEAM, by, application):
        raise PermissionDenied
    if application.members.filter(email__iexact=email).exists():
        raise AlreadyInvited
    try:
        with transaction.atomic():
            member = application.members.create(email=email, access=access)
    except IntegrityError:  # a second press at the same moment
        raise AlreadyInvited from None
    emails.invited(member, by=by, token=token_for(member))
    return member


def token_for(member: Member) -> str:
    """What the letter carries: whoever has it reads that mailbox."""
    return signing.dumps(member.pk, salt=SALT)


def invitation(token: str, *, to: Any) -> Member:
    """The place in a team that a letter offers. Raises NoInvitation and OfTheJury."""
    return _offered(Member.objects.all(), token, to)


def _offered(members: QuerySet[Member], token: str, to: Any) -> Member:
    try:
        key = signing.loads(token, salt=SALT, max_age=DAYS_TO_COME * 24 * 3600)
        member = members.select_related("application__call").get(pk=key, user=None)
    except (signing.BadSignature, Member.DoesNotExist):
        raise NoInvitation from None
    if member.application.reviews.standing().filter(juror=to).exists():
        raise OfTheJury
    return member


@transaction.atomic
def join(*, token: str, by: Any) -> Application:
    """Come into the team by a letter. Whoever is in it already stays as they are."""
    # Locked while it is looked at: who comes by it twice, or as it is taken back, finds nothing.
    member = _offered(Member.objects.select_for_update(of=("self",)), token, by)
    if member.application.members.filter(user=by).exists():
        member.delete()
    else:
        member.user, member.name = by, by.get_full_name()
        member.save(update_fields=["user", "name"])
    return member.application


@transaction.atomic
def remove(*, member: Member, by: Any) -> None:
    """Let somebody go, or take an invitation back. Who owns the application stays."""
    if not has_perm(states.TEAM, by, member.application) or member.access == Access.OWN:
        raise PermissionDenied
    member.delete()
