"""What a page says of itself: a title that fits, a description that is long enough to choose by."""

import pytest

from ground.design.alternates import Alternate, hreflangs
from ground.design.heads import LEAST, MOST, TITLE, cut, described, locale_of, plain, titled

SITE = "Around the Belfry"
LONG = "A walk along the canal from the lock of the barrels to the last of the glassworks"


def test_a_title_bears_the_name_of_the_site_where_there_is_room():
    assert titled("Stories", SITE) == "Stories · Around the Belfry"


@pytest.mark.parametrize("words", ["Around the Belfry", "Welcome to Around the Belfry"])
def test_the_name_of_the_site_is_not_said_twice(words):
    assert titled(words, SITE) == words


def test_the_name_of_the_site_gives_way_first():
    words = "x" * (TITLE - len(f" · {SITE}"))
    assert titled(words, SITE) == f"{words} · {SITE}"
    assert titled(f"{words}x", SITE) == f"{words}x"


def test_then_words_are_left_off_and_none_is_cut_in_its_middle():
    title = titled(LONG, SITE)
    assert title == "A walk along the canal from the lock of the barrels to the…"
    assert len(title) <= TITLE


@pytest.mark.parametrize(
    ("words", "most", "kept"),
    [
        ("as it is", 8, "as it is"),
        ("lace, lamps and tiles", 13, "lace, lamps…"),
        ("lace, lamps and tiles", 7, "lace…"),
        ("Donaudampfschifffahrt", 10, "Donaudamp…"),
    ],
)
def test_words_are_cut_between_two(words, most, kept):
    assert cut(words, most) == kept
    assert len(kept) <= most


def test_a_short_description_takes_of_the_next_text_what_it_lacks():
    assert described("Forty turns of the wheel", "It is slow. It is loud! Nobody minds.") == (
        "Forty turns of the wheel. It is slow. It is loud! Nobody minds."
    )
    enough = "Forty turns of the wheel, and a chain that has been counting them for a century."
    assert len(enough) >= LEAST
    assert described(enough, "It is slow.") == enough


def test_nothing_is_said_twice():
    assert described("It is slow.", "It is slow. It is loud.") == "It is slow. It is loud."


def test_a_long_description_is_cut_at_a_word():
    said = described("slag " * 60)
    assert said == f"{'slag ' * 30}slag…"
    assert len(said) <= MOST


def test_the_words_of_some_html():
    html = "<h3>Lamps</h3><p>Salt &amp; &lt;wick&gt;,<br>lit\n at\u202f10\xa0pm</p><p>Every day</p>"
    assert plain(html) == "Lamps Salt & <wick>, lit at\u202f10\xa0pm Every day"


@pytest.mark.parametrize(
    ("code", "locale"), [("fr", "fr_FR"), ("en", "en_US"), ("nl", "nl_NL"), ("pt-br", "pt_BR")]
)
def test_share_cards_name_a_language_with_its_country(code, locale):
    assert locale_of(code) == locale


def alternate(code: str, url: str, *, is_there: bool = True) -> Alternate:
    return Alternate(code, code, url, is_current=code == "en", is_there=is_there)


def test_a_page_in_two_languages_has_the_sites_first_for_everybody_else():
    both = [alternate("fr", "/fr/lieux/"), alternate("en", "/en/places/")]
    assert hreflangs(both, "https://basin.example") == [
        ("fr", "https://basin.example/fr/lieux/"),
        ("en", "https://basin.example/en/places/"),
        ("x-default", "https://basin.example/fr/lieux/"),
    ]


def test_a_language_in_which_the_page_is_not_is_not_named():
    alone = [alternate("fr", "/fr/", is_there=False), alternate("en", "/en/places/")]
    assert hreflangs(alone, "https://basin.example") == [
        ("en", "https://basin.example/en/places/"),
        ("x-default", "https://basin.example/en/places/"),
    ]


def test_the_front_page_leaves_it_to_the_browser():
    fronts = [alternate("fr", "/fr/"), alternate("en", "/en/")]
    assert hreflangs(fronts, "https://b.example")[-1] == ("x-default", "https://b.example/")
