"""The life of a payment: its states, the named groups of them, and the moves between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    CREATED = "created", _("Prepared")
    PENDING = "pending", _("With the payment provider")
    AUTHORISED = "authorised", _("Authorised")
    CAPTURED = "captured", _("Paid")
    DECLINED = "declined", _("Declined")
    CANCELLED = "cancelled", _("Cancelled")
    EXPIRED = "expired", _("Expired")
    REFUND_DUE = "refund_due", _("To be refunded")
    REFUNDED = "refunded", _("Refunded")


class RefundReason(models.TextChoices):
    """Why what was paid is given back; the words are the shopper's."""

    SOLD_OUT = (
        "sold_out",
        _("The bank answered so late that somebody else had bought the last piece."),
    )
    TAKEN_BACK = "taken_back", _("You had called the payment off when the bank said yes to it.")
    NO_ORDER = "no_order", _("Your order could not be written down, through a fault of ours.")
    CANCELLED = "cancelled", _("The order was cancelled.")


LIVE = frozenset({State.CREATED, State.PENDING, State.AUTHORISED})
ENDED_UNPAID = frozenset({State.DECLINED, State.CANCELLED, State.EXPIRED})

HOW_IT_ENDED = {
    State.DECLINED: _("The bank said no"),
    State.CANCELLED: _("The payment was called off"),
    State.EXPIRED: _("The time to pay was up"),
}

UNFINISHED = {
    State.CREATED: _("Its time is up and its stock still kept: does run_due run each minute?"),
    State.PENDING: _("Its time is up and its stock still kept: does run_due run each minute?"),
    State.AUTHORISED: _("The bank has said yes, but the money has not been taken."),
    State.CAPTURED: _("The money was taken, but there is neither an order nor a refund."),
    State.REFUND_DUE: _("The money has to go back, but the bank has not given it back."),
}

# Providers answer late and in any order. Money that was taken counts whatever we thought before:
# it becomes an order or a refund.
MOVES: dict[str, tuple[frozenset[State], State]] = {
    "send": (frozenset({State.CREATED}), State.PENDING),
    "authorise": (
        frozenset({State.PENDING, State.DECLINED, State.CANCELLED, State.EXPIRED}),
        State.AUTHORISED,
    ),
    "capture": (LIVE | ENDED_UNPAID, State.CAPTURED),
    "decline": (LIVE, State.DECLINED),
    "cancel": (LIVE, State.CANCELLED),
    "expire": (frozenset({State.CREATED, State.PENDING}), State.EXPIRED),
    "owe_refund": (frozenset({State.CAPTURED}), State.REFUND_DUE),
    "refund": (frozenset({State.CAPTURED, State.REFUND_DUE}), State.REFUNDED),
}


class MoveRefused(Exception):
    """The payment is in a state from which this move does not lead anywhere."""

    def __init__(self, state: str, move: str) -> None:
        super().__init__(f"{move} is not possible from {state}")
        self.state, self.move = state, move
