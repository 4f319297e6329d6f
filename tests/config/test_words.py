"""Our catalogue takes no word of another package away from it."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import django.conf
import polib
import pytest
from babel.dates import format_date as by_cldr
from django.apps import apps
from django.conf import settings
from django.template import Context, Template
from django.utils import translation

# Words that we say otherwise than they do and mean the same by: ours may stand in their place.
SAME_THING = {
    "Closed",
    "Email",
    "Event",
    "French Guiana",
    "Page not found",
    "Preview",
    "Product",
    "Products",
    "Register",
    "Remove",
    "Save",
    "Search",
    "Sign in",
    "State",
    "Timeline",
    "Wallis and Futuna",
    "products",
    "slug",
    "subject",
}
# What is said otherwise on purpose stands in these: files of words, and templates in theirs' place.
ON_PURPOSE = ("words_of_others.py", "templates/wagtailadmin/")


def catalogues_of_others() -> Iterator[Path]:
    """French words of Django's own and of every installed app that is not ours."""
    places = [Path(django.conf.__file__).parent]
    places += [Path(config.path) for config in apps.get_app_configs()]
    for place in places:
        if settings.BASE_DIR in place.parents and ".venv" not in place.parts:
            continue
        yield from place.glob("locale/fr/LC_MESSAGES/django.mo")
        yield from place.parent.glob("locale/fr/LC_MESSAGES/django.mo")  # Oscar's lie one up


def said(entry: polib.MOEntry | polib.POEntry) -> str:
    text = entry.msgstr or entry.msgstr_plural.get(0, "")
    return re.sub(r"\s+", " ", text.lower().replace("'", "’")).strip()


def test_no_word_of_ours_replaces_one_of_another_meaning():
    """A `msgctxt` keeps ours apart: see pgettext, and `context` of the tag translate."""
    ours = polib.pofile(str(settings.BASE_DIR / "locale/fr/LC_MESSAGES/django.po"))
    words = {
        entry.msgid: said(entry)
        for entry in ours
        if not entry.msgctxt
        and not any(place in where for where, _line in entry.occurrences for place in ON_PURPOSE)
    }
    taken = {
        entry.msgid: (words[entry.msgid], said(entry))
        for path in catalogues_of_others()
        for entry in polib.mofile(str(path))
        if not entry.msgctxt
        and entry.msgid in words
        and said(entry) not in ("", words[entry.msgid])
    }
    assert {word: pair for word, pair in taken.items() if word not in SAME_THING} == {}


MONTHS = [date(2027, month, 1) for month in range(1, 13)]
DAYS = [date(2027, 3, day) for day in range(1, 8)]
SHORT = {
    ("fr", "M"): "Jan Fév Mar Avr Mai Jui Jul Aoû Sep Oct Nov Déc",
    ("en", "M"): "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    ("fr", "D"): "lun mar mer jeu ven sam dim",
    ("en", "D"): "Mon Tue Wed Thu Fri Sat Sun",
}


def written(days: list[date], what: str, language: str) -> list[str]:
    template = Template("{{ day|date:what }}")
    with translation.override(language):
        return [template.render(Context({"day": day, "what": what})) for day in days]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("days", "ours", "cldr"), [(MONTHS, "F", "MMMM"), (DAYS, "l", "EEEE")])
def test_every_month_and_day_has_its_name(language, days, ours, cldr):
    """As Unicode's own tables have them."""
    expected = [by_cldr(day, cldr, locale=language) for day in days]
    assert written(days, ours, language) == expected


@pytest.mark.parametrize(("language", "what"), SHORT)
def test_every_month_and_day_has_its_short_name(language, what):
    days = MONTHS if what == "M" else DAYS
    assert written(days, what, language) == SHORT[language, what].split()
