"""A promise counts the days on which workshop and carrier work, and no others."""

from datetime import date

import pytest

from marketplace.fulfilment.calendar import add_working_days, part_of


@pytest.mark.parametrize(
    ("start", "days", "lands_on"),
    [
        (date(2026, 12, 24), 1, date(2026, 12, 26)),  # not on Christmas
        (date(2026, 12, 23), 6, date(2026, 12, 31)),
        (date(2026, 12, 23), 7, date(2027, 1, 2)),  # not on 1 January
        (date(2027, 4, 30), 1, date(2027, 5, 3)),  # 1 May is a Saturday
        (date(2027, 5, 5), 1, date(2027, 5, 7)),  # Ascension
        (date(2026, 7, 13), 1, date(2026, 7, 15)),
        (date(2026, 11, 10), 1, date(2026, 11, 12)),
        (date(2026, 12, 25), 0, date(2026, 12, 26)),  # nothing leaves on the day itself
        (date(2026, 11, 29), 0, date(2026, 11, 30)),
    ],
)
def test_no_parcel_travels_on_a_public_holiday(start, days, lands_on):
    assert add_working_days(start, days) == lands_on


@pytest.mark.parametrize(
    ("postcode", "part"), [("57070", "57"), ("67000", "6AE"), ("68100", "6AE")]
)
def test_alsace_and_moselle_rest_on_two_more_days(postcode, part):
    assert part_of(postcode) == part
    assert add_working_days(date(2026, 4, 2), 1) == date(2026, 4, 3)
    assert add_working_days(date(2026, 4, 2), 1, part=part) == date(2026, 4, 4)  # Good Friday
    assert add_working_days(date(2026, 12, 24), 1, part=part) == date(2026, 12, 28)


@pytest.mark.parametrize("postcode", ["62300", "54000", "88000", ""])
def test_their_neighbours_do_not(postcode):
    assert part_of(postcode) is None


def test_the_holidays_are_those_of_the_country_that_sends(settings):
    settings.SHOP_COUNTRIES = ["BE", "FR"]
    assert part_of("67000") is None
    assert add_working_days(date(2026, 7, 20), 1) == date(2026, 7, 22)  # Belgium's national day
    assert add_working_days(date(2026, 7, 13), 1) == date(2026, 7, 14)
