"""The one door through which an application or a pilot changes its state."""

from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext
from rules.permissions import has_perm

from .models import Application, Pilot
from .states import Move

Mover = TypeVar("Mover", Application, Pilot)


class MoveRefused(Exception):
    """Asked of something that is not in a state from which this move starts."""

    def __init__(self, thing: Application | Pilot, name: str) -> None:
        self.thing, self.name = thing, name
        super().__init__(
            gettext("“%(move)s” is not possible: it is now “%(state)s”.")
            % {"move": thing.MOVES[name].label, "state": thing.get_state_display()}
        )


def locked(thing: Mover) -> Mover:
    """The row as it is now, ours until the transaction ends."""
    return type(thing).objects.select_for_update(of=("self",)).get(pk=thing.pk)


@transaction.atomic
def move(
    thing: Mover, name: str, *, by: Any, at: datetime, reason: str = "", **changes: Any
) -> Mover:
    """Make the move `name`; with it set the columns `changes`, and write the history.

    Raises PermissionDenied or MoveRefused, and then changes nothing.
    """
    thing = locked(thing)
    sources, target, permission, _label = thing.MOVES[name]
    if not has_perm(permission, by, thing):
        raise PermissionDenied
    if thing.state not in sources:
        raise MoveRefused(thing, name)
    source, thing.state = thing.state, target
    for field, value in changes.items():
        setattr(thing, field, value)
    thing.save(update_fields=["state", *changes])
    thing.events.create(move=name, source=source, target=target, by=by, at=at, reason=reason)
    return thing


def possible_moves(thing: Application | Pilot, user: Any) -> dict[str, Move]:
    """The moves that this person may make of it now, by name."""
    return {
        name: move
        for name, move in thing.MOVES.items()
        if thing.state in move.sources and has_perm(move.permission, user, thing)
    }
