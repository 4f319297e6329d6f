"""Time zones as calendars read them: one STANDARD and one DAYLIGHT with a rule, where there is one.

Outlook is reported to pass over lists of dates, so a zone is told as a rule for the years asked
for. The rule is read off the zone's own changes, which the system's time zone database knows.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import icalendar

EPOCH = 1970
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Rule = tuple[int, int, str]  # month, which one, weekday


@dataclass(frozen=True)
class Change:
    """A moment at which clocks are put: `local` is what they show just before it."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def rules(self) -> set[Rule]:
        """What says its day: the last Sunday of October is at times the fourth one too."""
        days = monthrange(self.local.year, self.local.month)[1]
        which = [(self.local.day - 1) // 7 + 1, *([-1] if self.local.day + 7 > days else [])]
        return {(self.local.month, number, DAYS[self.local.weekday()]) for number in which}

    @property
    def kind(self) -> tuple[object, ...]:
        """What two of them share that one rule says."""
        return self.before, self.after, self.name, self.local.time()


@lru_cache(maxsize=200)
def vtimezone(name: str, first: int, last: int) -> icalendar.Timezone:
    """The VTIMEZONE of a zone, right for what takes place from one year to another.

    Where the years follow no rule, or change it, each change stands for itself.
    """
    zone = ZoneInfo(name)
    made = icalendar.Timezone()
    made.add("tzid", name)
    years = [_changes(zone, year) for year in range(first - 1, last + 1)]
    rules = _rules(years)
    if rules:
        for which, rule in enumerate(rules):
            made.add_component(_observance(_begin(zone, years[0], which, rules), rule))
        return made
    start = datetime(first - 1, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = start.utcoffset() or timedelta()
    since = EPOCH if not any(years) else first - 1
    standing = Change(datetime(since, 1, 1), offset, offset, start.tzname() or name)
    for change in (standing, *(change for changes in years for change in changes)):
        made.add_component(_observance(change))
    return made


def _rules(years: Sequence[Sequence[Change]]) -> list[Rule]:
    """The two rules that say all changes of `years`; none where there are no such."""
    if any(len(changes) != 2 for changes in years):
        return []
    found = []
    for same in zip(*years, strict=True):
        shared = set.intersection(*(change.rules for change in same))
        if not shared or len({change.kind for change in same}) > 1:
            return []
        found.append(min(shared, key=lambda rule: rule[1]))  # "last" rather than "fourth"
    return found


def _begin(zone: ZoneInfo, changes: Sequence[Change], which: int, rules: list[Rule]) -> Change:
    """The change since which the rule holds without a break."""
    begin = changes[which]
    for year in range(begin.local.year - 1, EPOCH, -1):
        earlier = _changes(zone, year)
        if len(earlier) != 2 or any(
            rule not in one.rules for rule, one in zip(rules, earlier, strict=True)
        ):
            break
        if earlier[which].kind != begin.kind:
            break
        begin = earlier[which]
    return begin


@lru_cache(maxsize=2000)
def _changes(zone: ZoneInfo, year: int) -> tuple[Change, ...]:
    """When clocks are put in a year."""
    found = []
    day = datetime(year, 1, 1, tzinfo=UTC)
    while day.year == year:
        next_day = day + timedelta(days=1)
        if day.astimezone(zone).utcoffset() != next_day.astimezone(zone).utcoffset():
            found.append(_change(zone, day, next_day))
        day = next_day
    return tuple(found)


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> Change:
    """The one between two moments, to the second."""
    old = before.astimezone(zone).utcoffset() or timedelta()
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=int((after - before).total_seconds() / 2))
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    new = after.astimezone(zone)
    return Change(
        (after + old).replace(tzinfo=None), old, new.utcoffset() or timedelta(), new.tzname() or ""
    )


def _observance(change: Change, rule: Rule | None = None) -> icalendar.Component:
    is_summer = change.after > change.before
    made = icalendar.TimezoneDaylight() if is_summer else icalendar.TimezoneStandard()
    made.add("dtstart", change.local)
    if rule:
        month, number, weekday = rule
        made.add("rrule", {"freq": "yearly", "bymonth": month, "byday": f"{number}{weekday}"})
    made.add("tzoffsetfrom", change.before)
    made.add("tzoffsetto", change.after)
    made.add("tzname", change.name)
    return made
