"""Places with rules of their own are known by country and postcode; no mainland is one."""

import pytest

from ground.typed.postcodes import read_postcode
from marketplace.fulfilment.territories import TERRITORIES, territory_of


@pytest.mark.parametrize(
    ("country", "postcode"),
    [
        *[("FR", code) for code in ("97110", "97200", "97310", "97410", "97500", "97600")],
        *[("FR", code) for code in ("97133", "97150", "98600", "98714", "98800", "98413")],
        *[("ES", code) for code in ("35001", "38400", "51001", "52006")],
        *[("DE", code) for code in ("78266", "27498")],
        *[("IT", code) for code in ("23041", "22061", "47890", "00120")],
    ],
)
def test_a_place_with_rules_of_its_own_is_known(country, postcode):
    assert territory_of(country, postcode)
    assert read_postcode(postcode, country) == postcode  # it exists: refused for its own reason


@pytest.mark.parametrize(
    ("country", "postcode"),
    [
        *[("FR", code) for code in ("62300", "20137", "98000", "75016", "09700", "")],
        *[("ES", code) for code in ("07001", "28013", "50001", "11201")],
        *[("DE", code) for code in ("78262", "27499", "20095")],
        *[("IT", code) for code in ("23030", "22060", "47921", "00121", "90100")],
        ("BE", "9741"),
        ("LU", "3510"),
        ("NL", "3811 AB"),
    ],
)
def test_the_mainland_corsica_the_balearics_and_monaco_are_sent_to(country, postcode):
    assert territory_of(country, postcode) is None


def test_each_says_where_its_rules_stand():
    assert all(place.source and place.name and place.country for place in TERRITORIES)
