"""How far something has come."""

from datetime import datetime
from typing import Any, Literal, NotRequired, TypedDict

from django.utils import timezone

from ..dates import time_of
from ..library import library

State = Literal["done", "current", "todo"]


class Step(TypedDict):
    """One step of a way. `href` where one may go back to it."""

    label: str
    state: State
    href: NotRequired[str]


class Moment(TypedDict):
    """Something that happened, or will. `at`: aware."""

    title: str
    at: NotRequired[datetime | None]
    line: NotRequired[str]
    state: NotRequired[State]


@library.component
def stepper(*, steps: list[Step], label: str) -> dict[str, Any]:
    """The steps of a way with an end: checkout, an application.

    Each step: `label`, `state` ("done", "current", "todo"), `href` where one may go back to it.
    """
    done = sum(step["state"] == "done" for step in steps)
    return {"steps": steps, "label": label, "number": min(done + 1, len(steps))}


@library.component
def timeline(*, entries: list[Moment], label: str) -> dict[str, Any]:
    """What happened and what is to come, oldest first: a parcel's way, an application's states.

    Each entry: `title`, and if known `at` (aware), `line`, `state` ("done", "current", "todo").
    """
    return {"entries": [{"state": "done", **entry} for entry in entries], "label": label}


@library.component
def progress(*, value: int, max: int, label: str, line: str = "") -> dict[str, Any]:
    """How much is done, in words and as a bar: "3 of 5 before you can open"."""
    return {"value": value, "max": max, "label": label, "line": line}


@library.component
def countdown(*, until: datetime, now: datetime, label: str = "", over: str = "") -> dict[str, Any]:
    """How long until a deadline, with the moment itself and its zone. Script keeps it moving.

    `until`, `now`: aware. `over`: what to say once it has passed.
    """
    return {
        "until": timezone.localtime(until),
        "clock": time_of(timezone.get_current_timezone_name()),
        "now": now,
        "is_over": until <= now,
        "label": label,
        "over": over,
    }
