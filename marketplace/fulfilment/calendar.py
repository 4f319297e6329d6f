"""Working days: neither a workshop nor a carrier works on Sundays and public holidays."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import holidays
from django.conf import settings

# Where parts of a country have days of their own: the part, by the beginning of the postcode.
PARTS = {"FR": {"57": "57", "67": "6AE", "68": "6AE"}}  # Moselle and Alsace: ordinance of 1892


def part_of(postcode: str) -> str | None:
    """The part of the shop's country with days of its own, as the library names it."""
    return PARTS.get(settings.SHOP_COUNTRIES[0], {}).get(postcode[:2])


def add_working_days(start: date, days: int, *, part: str | None = None) -> date:
    """`days` working days after `start`, in the shop's country; none: the first from it on."""
    day = start
    while days > 0 or not _is_working(day, part):
        day += timedelta(days=1)
        days -= _is_working(day, part)
    return day


def _is_working(day: date, part: str | None) -> bool:
    return day.weekday() != 6 and day not in _holidays(settings.SHOP_COUNTRIES[0], part)


@lru_cache
def _holidays(country: str, part: str | None) -> Any:
    """The library's calendar; it learns a year when it is first asked about one."""
    return holidays.country_holidays(country, subdiv=part)
