"""The demonstration's events are still to come, whenever it is loaded."""

from datetime import date

import pytest

from demo.loaders.outings import next_time
from demo.words import rows

FIRST = {"nuit-sainte-barbe": date(2026, 12, 4), "terrils-en-lumiere": date(2027, 4, 15)}


@pytest.mark.parametrize(
    ("today", "years"),
    [
        (date(2026, 11, 22), [2026, 2027]),
        (date(2026, 12, 4), [2026, 2027]),
        (date(2026, 12, 24), [2027, 2027]),
        (date(2027, 4, 18), [2027, 2028]),
        (date(2028, 2, 29), [2028, 2028]),
    ],
)
def test_an_event_that_is_over_is_held_again_the_next_year(today, years):
    events = [next_time(event, today=today) for event in rows("events", "event")]
    assert [event["sessions"][0]["start"].date() for event in events] == [
        FIRST[event["id"]].replace(year=year) for event, year in zip(events, years, strict=True)
    ]
