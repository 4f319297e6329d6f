from datetime import UTC, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format

CLOSES = datetime(2027, 1, 31, 23, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", ["31 janvier 2027", "31 janvier 2027 à 23:59", "31/01/2027 23:59"]),
        ("en", ["31 January 2027", "31 January 2027, 23:59", "31/01/2027, 23:59"]),
    ],
)
def test_a_date_is_written_as_people_here_do(language, expected):
    formats = ["DATE_FORMAT", "DATETIME_FORMAT", "SHORT_DATETIME_FORMAT"]
    with translation.override(language):
        assert [date_format(CLOSES, name) for name in formats] == expected
