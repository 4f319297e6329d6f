"""The words that titles are made of: to match a word in its other forms, and to forgive a slip.

Neither SQLite's nor PostgreSQL's search knows that "terril" and "terrils" are one word, or that
"fayence" was meant for "faïence"; the titles of what there is to find do.
"""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from wagtail.models import Page

from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner
from marketplace.provenance.models import Craft, Place

from .languages import active_language, here
from .memory import remembered

WORD = re.compile(r"\w+")
ENDINGS = 2  # letters by which forms of a word may differ
FORMS = 8  # of one word, at most
ALIKE = 0.74  # as difflib counts: 1 is the same


def words_of(text: str) -> list[str]:
    """The words of `text`, in lower case; nothing else of it reaches the search engine."""
    return WORD.findall(text.lower())


def plain(word: str) -> str:
    """`word` without its accents."""
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def vocabulary() -> dict[str, set[str]]:
    """Plain form to the spellings of it that occur in titles, in the active language."""
    return remembered(f"vocabulary:{active_language()}", lambda: _collect(_titles()))


def _titles() -> Iterable[str]:
    yield from here(Page).values_list("title", flat=True)
    yield from Product.objects.on_sale().values_list("title", flat=True)
    yield from Partner.objects.open().values_list("name", flat=True)
    yield from Craft.objects.values_list("name", flat=True)
    for name, commune in Place.objects.published().values_list("name", "commune"):
        yield f"{name} {commune}"


def _collect(titles: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for title in titles:
        for word in words_of(title):
            if len(word) > 2:
                found.setdefault(plain(word), set()).add(word)
    return found


def forms_of(word: str) -> list[str]:
    """`word` first, then its other forms: with accents, in the plural or out of it."""
    bare = plain(word)
    if len(bare) < 4:
        return [word, *sorted(vocabulary().get(bare, set()) - {word})]
    others = {
        spelling
        for known, spellings in vocabulary().items()
        if abs(len(known) - len(bare)) <= ENDINGS and _same_beginning(known, bare)
        for spelling in spellings
    }
    return [word, *sorted(others - {word})][:FORMS]


def _same_beginning(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def corrected(words: list[str]) -> list[str]:
    """`words` with each that no title knows replaced by the nearest that one does."""
    return [_nearest(word) for word in words]


def _nearest(word: str) -> str:
    bare = plain(word)
    known = vocabulary()
    if len(bare) < 4 or any(plain(form) in known for form in forms_of(word)[1:]) or bare in known:
        return word
    near = [one for one in known if abs(len(one) - len(bare)) <= ENDINGS]
    best = get_close_matches(bare, near, n=1, cutoff=ALIKE)
    return min(known[best[0]]) if best else word
