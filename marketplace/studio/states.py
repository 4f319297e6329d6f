"""The life of a listing, from the artisan's bench to the shop window."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Waiting for approval")
    CHANGES_REQUESTED = "changes", _("To be changed")
    ON_SALE = "on_sale", _("On sale")
    SUSPENDED = "suspended", _("Suspended")
    DELETED = "deleted", pgettext_lazy("listing", "Deleted")


OPEN_TO_CHANGE = frozenset({State.DRAFT, State.CHANGES_REQUESTED, State.ON_SALE, State.SUSPENDED})
# The operator asks for something: the artisan changes it, then sends it again.
SENT_BACK = frozenset({State.CHANGES_REQUESTED, State.SUSPENDED})
DECIDED = SENT_BACK | {State.ON_SALE}

MOVES: dict[str, tuple[frozenset[State], State]] = {
    "submit": (frozenset({State.DRAFT}) | SENT_BACK, State.SUBMITTED),
    "approve": (frozenset({State.SUBMITTED, State.SUSPENDED}), State.ON_SALE),
    "request_changes": (frozenset({State.SUBMITTED}), State.CHANGES_REQUESTED),
    "take_down": (frozenset({State.SUBMITTED, State.ON_SALE}), State.DRAFT),
    "suspend": (frozenset({State.ON_SALE}), State.SUSPENDED),
    # What the artisan changed on sale: the shop shows the approved words until an operator agrees.
    "approve_changes": (frozenset({State.ON_SALE}), State.ON_SALE),
    "decline_changes": (frozenset({State.ON_SALE}), State.ON_SALE),
    # It is in no list any more; its rows stay, as prices and history do.
    "delete": (frozenset({State.DRAFT}), State.DELETED),
}


class MoveRefused(Exception):
    """The listing is in a state from which this move does not lead anywhere."""

    def __init__(self, state: str, move: str) -> None:
        super().__init__(f"{move} is not possible from {state}")
        self.state, self.move = state, move
