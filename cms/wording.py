"""The words that titles are made of: to match a word in its other forms, and to forgive a slip.

Neither SQLite's nor PostgreSQL's search knows that "terril" and "terrils" are one word, or that
"fayence" was meant for "faïence"; the titles of what there is to find do.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from django.db.models import Count, Max
from wagtail.models import Page

from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner, StockRecord
from marketplace.pagecache.memory import remembered
from marketplace.provenance.models import Craft, Place

from .languages import active_language, here

WORD = re.compile(r"\w+")
SHORT = 4  # letters below which a word is taken as it is
ENDINGS = 2  # letters by which forms of a word may differ
FORMS = 8  # of one word, at most
ALIKE = 0.74  # as difflib counts: 1 is the same


def words_of(text: str) -> list[str]:
    """The words of `text`, in lower case; nothing else of it reaches the search engine."""
    return WORD.findall(text.lower())


def plain(word: str) -> str:
    """`word` without its accents."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@dataclass(frozen=True)
class Vocabulary:
    """`spellings`: plain form to those that occur in titles; `forms`: the plain forms, sorted."""

    spellings: dict[str, set[str]]
    forms: list[str]

    def of_one_word(self, bare: str) -> Iterator[str]:
        """The plain forms that are `bare` but for an ending: "terril" and "terrils"."""
        shorter = (bare[: len(bare) - cut] for cut in range(ENDINGS, 0, -1))
        yield from (form for form in shorter if form in self.spellings)
        for form in self.forms[bisect_left(self.forms, bare) :]:
            if not form.startswith(bare):
                return
            if len(form) - len(bare) <= ENDINGS:
                yield form

    def nearest(self, bare: str) -> str:
        """The plain form most like `bare`, "" where none is like it."""
        near = [form for form in self.forms if abs(len(form) - len(bare)) <= ENDINGS]
        return next(iter(get_close_matches(bare, near, n=1, cutoff=ALIKE)), "")


def vocabulary() -> Vocabulary:
    """The words of the titles in the active language."""
    language = active_language()
    return _vocabulary(language, *remembered(f"titles:{language}", _state_of_titles))


@lru_cache(maxsize=4)  # by each process, not in the cache: reading it from there takes longer
def _vocabulary(language: str, names: str, products: tuple[object, ...]) -> Vocabulary:
    titles = Product.objects.on_sale().values_list("title", flat=True)
    spellings = _collect([names, *titles])
    return Vocabulary(spellings, sorted(spellings))


def _state_of_titles() -> tuple[str, tuple[object, ...]]:
    """What differs when a title came, went or changed: the few names; of products, who are many,
    their number and the last change.

    A sale changes nothing of it, so that it does not cost the next search a look at every title.
    """
    products = Product.objects.aggregate(Count("pk"), Max("date_updated"))
    offers = StockRecord.objects.offered().count()
    return " ".join(_names()), (*products.values(), offers)


def _names() -> Iterable[str]:
    yield from here(Page).values_list("title", flat=True)
    yield from Partner.objects.open().values_list("name", flat=True)
    yield from Craft.objects.values_list("name", flat=True)
    for name, commune in Place.objects.published().values_list("name", "commune"):
        yield f"{name} {commune}"


def _collect(titles: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for word in words_of(" ".join(titles)):
        if len(word) > 2 and not word.isdecimal():
            found.setdefault(plain(word), set()).add(word)
    return found


def forms_of(word: str) -> list[str]:
    """`word` first, then its other forms: with accents, in the plural or out of it."""
    known, bare = vocabulary(), plain(word)
    forms = [bare] if len(bare) < SHORT else known.of_one_word(bare)
    others = {spelling for form in forms for spelling in known.spellings.get(form, ())}
    return [word, *sorted(others - {word})][:FORMS]


def corrected(words: list[str]) -> list[str]:
    """`words` with each that no title knows replaced by the nearest that one does."""
    return [_nearest(word) for word in words]


def _nearest(word: str) -> str:
    known, bare = vocabulary(), plain(word)
    if len(bare) < SHORT or bare.isdecimal() or any(known.of_one_word(bare)):
        return word
    nearest = known.nearest(bare)
    return min(known.spellings[nearest]) if nearest else word
