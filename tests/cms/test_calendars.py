"""Events in calendars and on pages, over several days and in any zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.utils.translation import override

from cms import models
from cms.zones import vtimezone
from ground.design.dates import days, moments
from ground.pagecache.generation import begin_generation
from tests.factories.cms import locale


def event(tree, start, end, *, zone="Europe/Paris", **values):
    session = models.EventSession(
        starts_at=start.replace(tzinfo=ZoneInfo(zone)),
        ends_at=end.replace(tzinfo=ZoneInfo(zone)),
        locale=locale("fr"),
    )
    return tree.put(
        models.EventPage,
        "events",
        slug="fete",
        title="Fête",
        zone=zone,
        sessions=[session],
        **values,
    )


def entries(client, host="testserver"):
    begin_generation()
    content = client.get("/fr/events/fete.ics", headers={"host": host}).content
    return icalendar.Calendar.from_ical(content), content.decode()


def parts(zone):
    """What the observances of a zone say: kind, rule, and the offsets in hours."""
    return [
        (
            part.name,
            part["RRULE"].to_ical().decode() if "RRULE" in part else None,
            part["TZOFFSETFROM"].td / timedelta(hours=1),
            part["TZOFFSETTO"].td / timedelta(hours=1),
        )
        for part in zone.subcomponents
    ]


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        (
            "Europe/Brussels",
            2029,
            [
                ("DAYLIGHT", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", 1, 2),
                ("STANDARD", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", 2, 1),
            ],
        ),
        (
            "America/Chicago",
            2031,
            [
                ("DAYLIGHT", "FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", -6, -5),
                ("STANDARD", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", -5, -6),
            ],
        ),
        # Before 2007 the United States had another rule, and France before 1996.
        (
            "America/Chicago",
            2004,
            [
                ("DAYLIGHT", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=4", -6, -5),
                ("STANDARD", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", -5, -6),
            ],
        ),
        (
            "Europe/Paris",
            1988,
            [
                ("DAYLIGHT", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", 1, 2),
                ("STANDARD", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=9", 2, 1),
            ],
        ),
        # In the south the year begins in summer.
        (
            "Australia/Sydney",
            2028,
            [
                ("STANDARD", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=4", 11, 10),
                ("DAYLIGHT", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=10", 10, 11),
            ],
        ),
        ("Indian/Reunion", 2027, [("STANDARD", None, 4, 4)]),
        ("Asia/Tokyo", 2027, [("STANDARD", None, 9, 9)]),
        ("UTC", 2027, [("STANDARD", None, 0, 0)]),
    ],
)
def test_a_zone_is_told_by_one_rule_in_winter_and_one_in_summer(name, year, expected):
    assert parts(vtimezone(name, year, year)) == expected


@pytest.mark.parametrize(
    "name", ["Europe/Paris", "America/Chicago", "Africa/Casablanca", "Indian/Reunion", "Asia/Gaza"]
)
@pytest.mark.parametrize("year", [1988, 2007, 2027])
def test_a_zone_is_right_on_every_day_of_its_years(name, year):
    """Casablanca puts its clocks by the moon: no rule says that, but its list is right."""
    calendar = icalendar.Calendar()
    calendar.add_component(vtimezone(name, year, year))
    told = icalendar.Calendar.from_ical(calendar.to_ical()).walk("VTIMEZONE")[0].to_tz()
    zone = ZoneInfo(name)
    days_of_year = (datetime(year, 1, 1, 12) + timedelta(days=day) for day in range(365))
    wrong = [
        day
        for day in days_of_year
        if day.replace(tzinfo=told).utcoffset() != day.replace(tzinfo=zone).utcoffset()
    ]
    assert wrong == []


def test_an_entry_keeps_its_name_and_counts_its_changes(tree, client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    page = event(tree, datetime(2027, 6, 5, 9, 30), datetime(2027, 6, 5, 11), teaser="é" * 200)
    before, text = entries(client)
    entry = before.walk("VEVENT")[0]
    assert "LAST-MODIFIED" in entry
    assert "DTSTAMP" in entry
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    page = models.EventPage.objects.get(pk=page.pk)
    stale = page.save_revision()
    for minutes in (30, 45):
        session = page.sessions.get()
        session.starts_at += timedelta(minutes=minutes)
        page.sessions = [session]
        page.save_revision().publish()
    stale.publish()  # an old version is public again: that is a change too
    after = entries(client, host="autre.example")[0].walk("VEVENT")[0]
    assert after["UID"] == entry["UID"]
    assert "autre" not in after["UID"]
    assert after["SEQUENCE"] >= entry["SEQUENCE"] + 3
    assert after["LAST-MODIFIED"].dt >= entry["LAST-MODIFIED"].dt


def test_whole_days_end_before_the_next_begins(tree, client):
    event(tree, datetime(2027, 10, 29), datetime(2027, 10, 31, 23, 59))
    entry = entries(client)[0].walk("VEVENT")[0]
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2027, 10, 29), date(2027, 11, 1))
    assert "29–31\xa0octobre\xa02027" in client.get("/fr/events/fete/").content.decode()


def test_an_event_of_several_days_shows_both_wherever_it_stands(tree, client):
    page = event(tree, datetime(2027, 11, 30, 20), datetime(2027, 12, 2, 18))
    shown = client.get(page.url).content.decode()
    assert "mardi 30\xa0novembre\xa02027, 20:00 – jeudi 2\xa0décembre\xa02027, 18:00" in shown
    for path in ("/fr/events/", "/fr/search/?q=fete"):
        listed = client.get(path).content.decode()
        assert "30\xa0novembre – 2\xa0décembre\xa02027" in listed, path
    entry = entries(client)[0].walk("VEVENT")[0]
    assert entry["DTEND"].dt.isoformat() == "2027-12-02T18:00:00+01:00"


@pytest.mark.parametrize(
    ("language", "start", "end", "expected"),
    [
        (
            "fr",
            (2027, 5, 1, 9, 0),
            (2027, 5, 1, 18, 30),
            "samedi 1er\xa0mai\xa02027, 09:00\xa0– 18:30",
        ),
        (
            "en",
            (2027, 5, 1, 9, 0),
            (2027, 5, 1, 18, 30),
            "Saturday 1\xa0May\xa02027, 09:00\xa0– 18:30",
        ),
        (
            "en",
            (2027, 12, 31, 22, 0),
            (2028, 1, 1, 2, 0),
            "Friday 31\xa0December\xa02027, 22:00 – Saturday 1\xa0January\xa02028, 02:00",
        ),
    ],
)
def test_moments_say_the_day_on_which_they_end(language, start, end, expected):
    with override(language):
        assert moments(datetime(*start, tzinfo=UTC), datetime(*end, tzinfo=UTC)) == expected


def test_days_say_what_they_share_once():
    assert days(date(2027, 3, 5), date(2027, 3, 5)) == "5\xa0mars\xa02027"
    assert days(date(2027, 3, 1), date(2027, 3, 5)) == "1er–5\xa0mars\xa02027"
    assert (
        days(date(2027, 12, 30), date(2028, 1, 2))
        == "30\xa0décembre\xa02027 – 2\xa0janvier\xa02028"
    )
