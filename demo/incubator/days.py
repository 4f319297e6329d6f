"""The days of the files, moved so that the open call is open whenever it is loaded."""

from datetime import date, datetime, timedelta
from typing import Any

from ..words import Table, moment

WEEK = timedelta(weeks=1)
LEFT = 5 * WEEK  # time enough to try everything that a founder does


def delay(call: Table, *, at: datetime) -> timedelta:
    """How much later than its file says a call takes place: whole weeks, for weekdays to stay."""
    missing = LEFT - (moment(call["closes_at"], call["zone"]) - at)
    if call["status"] != "open" or missing <= timedelta():
        return timedelta()
    return -(-missing // WEEK) * WEEK


def moved(value: Any, by: timedelta) -> Any:
    """The same table with all its days so much later."""
    if isinstance(value, dict):
        return {key: moved(inner, by) for key, inner in value.items()}
    if isinstance(value, list):
        return [moved(inner, by) for inner in value]
    return value + by if isinstance(value, date) else value  # a datetime is a date
