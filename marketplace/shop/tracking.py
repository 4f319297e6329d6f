"""A consignment's way as the shopper follows it: what happened, and what is to come."""

from typing import Any

from django.utils.translation import gettext as _

from ground.design.dates import between, day
from marketplace.fulfilment.models import Consignment
from marketplace.fulfilment.states import CALLED_OFF, State


def entries_of(consignment: Consignment) -> list[dict[str, Any]]:
    """Entries for `{% timeline %}`, oldest first."""
    reached = {event.state: event.at for event in consignment.events.all()}
    if consignment.state in CALLED_OFF | {State.RETURNED}:
        return [
            {"title": _title(State(state), consignment), "at": at, "state": "done"}
            for state, at in reached.items()
        ]
    way = _way(consignment)
    last = max((place for place, state in enumerate(way) if state in reached), default=0)
    return [
        {
            "title": _title(state, consignment),
            "at": reached.get(state),
            "line": "" if place <= last else _expected(state, consignment),
            "state": "done" if place < last else "current" if place == last else "todo",
        }
        for place, state in enumerate(way)
        if state in reached or place > last
    ]


def state_of(consignment: Consignment) -> str:
    """Where it is now, in the shopper's words."""
    return _title(State(consignment.state), consignment)


def _way(consignment: Consignment) -> list[State]:
    gone = State.READY if consignment.is_pickup else State.SENT
    return [State.NEW, State.ACCEPTED, gone, State.DELIVERED]


def _title(state: State, consignment: Consignment) -> str:
    words = {
        State.NEW: _("Ordered"),
        State.ACCEPTED: _("Being prepared at the workshop"),
        State.READY: _("Ready at the workshop"),
        State.SENT: _("On its way"),
        State.DELIVERED: _("Fetched") if consignment.is_pickup else _("Delivered"),
    }
    return words.get(state, str(state.label))


def _expected(state: State, consignment: Consignment) -> str:
    if state in {State.SENT, State.READY}:
        latest = consignment.arrives_from if state == State.READY else consignment.send_by
        return _("by %(day)s") % {"day": day(latest)}
    if state == State.DELIVERED and not consignment.is_pickup:
        return between(consignment.arrives_from, consignment.arrives_until)
    return ""
