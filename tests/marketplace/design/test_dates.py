"""Days as people say them."""

from datetime import date

import pytest
from django.utils.translation import override

from marketplace.design.dates import between, day


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
