"""Days and times as people say them. What is promised lies within weeks: its year is not said."""

import re
from datetime import date, datetime

from babel.dates import get_timezone_location
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext, to_locale
from django.utils.translation import gettext as _

FIRST = re.compile(r"(?<!\d)1(?=[ \xa0][^\W\d])")  # before the name of a month
BEFORE_WHICH_THE_FRENCH_ELIDE = "AEIOUÂÀÉÈÊÎÔ"


def day(when: date) -> str:
    """As "5 December", kept on one line."""
    return f"{_number(when)}\xa0{date_format(when, 'F')}"


def between(first: date, last: date) -> str:
    """As "between 5 and 8 December"."""
    if first == last:
        return _("on %(day)s") % {"day": day(first)}
    start = _number(first) if first.month == last.month else day(first)
    return _("between %(first)s and %(last)s") % {"first": start, "last": day(last)}


def moments(start: datetime, end: datetime) -> str:
    """As "Friday 29 October 2027, 20:00 – 22:00"; what ends on another day says that day too."""
    begins, ends = date_format(start, "TIME_FORMAT"), date_format(end, "TIME_FORMAT")
    first = f"{date_format(start, 'l')} {whole_day(start)}"
    if start.date() == end.date():
        return f"{first}, {begins}\xa0– {ends}"
    last = f"{date_format(end, 'l')} {whole_day(end)}"
    return f"{first}, {begins} – {last}, {ends}"


def days(first: date, last: date) -> str:
    """As "29 October 2027", "29–31 October 2027" or "30 October – 2 November 2027"."""
    if first == last:
        return whole_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_number(first)}–{whole_day(last)}"
    start = day(first) if first.year == last.year else whole_day(first)
    return f"{start} – {whole_day(last)}"


def whole_day(when: date) -> str:
    """As "5 December 2027", kept on one line."""
    return f"{day(when)}\xa0{when.year}"


def time_of(zone: str) -> str:
    """The clock of a time zone in words: "Europe/Paris" is "Paris time"."""
    city = get_timezone_location(zone, locale=to_locale(get_language() or "en"), return_city=True)
    city = city.rpartition("/")[2]
    if city[0] in BEFORE_WHICH_THE_FRENCH_ELIDE:
        return pgettext("before a vowel", "%(city)s time") % {"city": city}
    return _("%(city)s time") % {"city": city}


def formatted(when: date | datetime, how: str = "DATE_FORMAT") -> str:
    """As Django formats it, with the first of a month as it is said."""
    return as_said(date_format(when, how))


def as_said(formatted: str) -> str:
    """The French say "le 1er décembre", and "le 2", for which Django's formats have no letter."""
    return FIRST.sub(pgettext("first day of a month", "1"), formatted)


def _number(when: date) -> str:
    return pgettext("first day of a month", "1") if when.day == 1 else str(when.day)
