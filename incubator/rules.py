"""Who may do what. Each predicate is a sentence; permissions combine them.

They are asked through `rules.permissions.has_perm`, which knows no superuser: a technician does
not become the author of somebody's application.
"""

from typing import Any

from rules.permissions import add_perm
from rules.predicates import predicate

from . import states
from .models import Application, Pilot, PilotMember
from .models.member import Access


@predicate
def runs_programme(user: Any) -> bool:
    return user.is_authenticated and user.has_perm("incubator.run_programme")


@predicate
def owns(user: Any, application: Application) -> bool:
    return _is_member(user, application, Access.OWN)


@predicate
def edits(user: Any, application: Application) -> bool:
    return _is_member(user, application, Access.OWN, Access.EDIT)


@predicate
def is_member(user: Any, application: Application) -> bool:
    return _is_member(user, application, *Access)


@predicate
def may_review(user: Any, application: Application) -> bool:
    """Is a juror of it, has no conflict declared, and it is with the jury."""
    return (
        user.is_authenticated
        and application.state in states.READ_BY_JURY
        and application.reviews.standing().filter(juror=user).exists()
    )


@predicate
def is_host(user: Any, pilot: Pilot) -> bool:
    return (
        user.is_authenticated
        and pilot.members.filter(user=user, role=PilotMember.Role.HOST).exists()
    )


def _is_member(user: Any, application: Application, *access: str) -> bool:
    return (
        user.is_authenticated and application.members.filter(user=user, access__in=access).exists()
    )


add_perm(states.EDIT, edits)
add_perm(states.WITHDRAW, owns)
add_perm(states.TEAM, owns)
add_perm(states.DECIDE, runs_programme)
add_perm(states.STEER, runs_programme)
add_perm(states.PAUSE, runs_programme | is_host)
