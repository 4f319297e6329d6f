"""Days as people say them."""

from datetime import date, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override

from ground.design.dates import between, day, formatted, time_of


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "entre le 1er et le 3\xa0décembre"), ("en", "between 1 and 3\xa0December")],
)
def test_one_month_is_said_once(language, words):
    with override(language):
        assert between(date(2026, 12, 1), date(2026, 12, 3)) == words


def test_two_months_are_both_said():
    words = between(date(2026, 11, 30), date(2026, 12, 1))
    assert words == "entre le 30\xa0novembre et le 1er\xa0décembre"


def test_one_day_is_one_day():
    assert between(date(2026, 12, 2), date(2026, 12, 2)) == "le 2\xa0décembre"
    assert day(date(2026, 12, 2)) == "2\xa0décembre"


@pytest.mark.parametrize(
    ("zone", "french", "english"),
    [
        ("Europe/Paris", "heure de Paris", "Paris time"),
        ("Europe/London", "heure de Londres", "London time"),
        ("Europe/Athens", "heure d’Athènes", "Athens time"),
        ("Asia/Tokyo", "heure de Tokyo", "Tokyo time"),
        ("America/New_York", "heure de New York", "New York time"),
        ("America/Argentina/Ushuaia", "heure d’Ushuaïa", "Ushuaia time"),
        ("UTC", "heure d’UTC", "UTC time"),
    ],
)
def test_the_clock_of_a_zone_is_named_as_people_do(zone, french, english):
    with override("fr"):
        assert time_of(zone) == french
    with override("en"):
        assert time_of(zone) == english


@pytest.mark.parametrize(
    ("day", "how", "french", "english"),
    [
        (1, "DATE_FORMAT", "1er mai 2027", "1 May 2027"),
        (1, "DATETIME_FORMAT", "1er mai 2027 à 01:01", "1 May 2027, 01:01"),
        (1, "l j F", "samedi 1er mai", "Saturday 1 May"),
        (1, "j N", "1er mai", "1 May"),
        (1, "j/n", "1/5", "1/5"),
        (11, "DATE_FORMAT", "11 mai 2027", "11 May 2027"),
        (21, "j F", "21 mai", "21 May"),
    ],
)
def test_the_first_of_a_month_is_written_as_it_is_said(day, how, french, english):
    when = datetime(2027, 5, day, 1, 1)
    template = Template("{{ when|date:how }}")
    for language, right in (("fr", french), ("en", english)):
        with override(language):
            assert template.render(Context({"when": when, "how": how})) == right
            assert formatted(when, how) == right
