"""Days without their year, as people say them: what is promised lies within weeks."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def day(when: date) -> str:
    """As "5 December", kept on one line."""
    return f"{_number(when)}\xa0{date_format(when, 'F')}"


def between(first: date, last: date) -> str:
    """As "between 5 and 8 December"."""
    if first == last:
        return _("on %(day)s") % {"day": day(first)}
    start = _number(first) if first.month == last.month else day(first)
    return _("between %(first)s and %(last)s") % {"first": start, "last": day(last)}


def _number(when: date) -> str:
    """The French say "le 1er décembre", and "le 2"."""
    return pgettext("first day of a month", "1") if when.day == 1 else str(when.day)
