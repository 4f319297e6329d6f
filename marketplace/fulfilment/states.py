"""The life of a consignment: its states, the named groups of them, and the moves between them."""

from collections.abc import Collection

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    NEW = "new", _("To accept")
    ACCEPTED = "accepted", _("Being prepared")
    READY = "ready", _("Ready to be picked up")
    SENT = "sent", _("Sent")
    DELIVERED = "delivered", _("Received")
    REFUSED = "refused", _("Refused by the artisan")
    CANCELLED = "cancelled", _("Cancelled")
    RETURNED = "returned", _("Returned")


TO_PREPARE = frozenset({State.NEW, State.ACCEPTED})
ON_ITS_WAY = frozenset({State.READY, State.SENT})
DONE = frozenset({State.SENT, State.READY, State.DELIVERED, State.RETURNED})
CALLED_OFF = frozenset({State.REFUSED, State.CANCELLED})


def status_of_line(state: str) -> str:
    """Of a line of Oscar's order, by the state of its parcel."""
    if state in CALLED_OFF:
        return "cancelled"
    return "placed" if state in TO_PREPARE else "sent"


def status_of_order(states: Collection[str]) -> str:
    """Of Oscar's order, by the states of its parcels."""
    if CALLED_OFF.issuperset(states):
        return "cancelled"
    return "complete" if TO_PREPARE.isdisjoint(states) else "placed"


MOVES: dict[str, tuple[frozenset[State], State]] = {
    "accept": (frozenset({State.NEW}), State.ACCEPTED),
    "refuse": (frozenset({State.NEW}), State.REFUSED),
    "send": (TO_PREPARE, State.SENT),  # sending says yes without a word
    "make_ready": (TO_PREPARE, State.READY),
    "deliver": (ON_ITS_WAY, State.DELIVERED),
    "cancel": (TO_PREPARE, State.CANCELLED),
    "take_back": (frozenset({State.SENT, State.READY, State.DELIVERED}), State.RETURNED),
}


class MoveRefused(Exception):
    """The consignment is in a state from which this move does not lead anywhere."""

    def __init__(self, state: str, move: str) -> None:
        super().__init__(f"{move} is not possible from {state}")
        self.state, self.move = state, move
