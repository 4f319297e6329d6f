"""The words that titles are made of, to forgive a slip: "fayence" was meant for "faïence"."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from django.db.models import Count, Max
from oscar.core.loading import get_model
from wagtail.models import Page

from ground.pagecache.memory import remembered
from ground.provenance.models import Craft, Place
from ground.typed.names import plain
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner, StockRecord

from .languages import active_language, here
from .wording import words_of

Category = get_model("catalogue", "Category")
SHORT = 4  # letters below which a word is taken as it is
ENDINGS = 2  # letters by which a slip and what was meant may differ in length
ALIKE = 0.74  # as difflib counts: 1 is the same


@dataclass(frozen=True)
class Vocabulary:
    """`spellings`: plain form to those that occur in titles."""

    spellings: dict[str, set[str]]

    def nearest(self, written: str) -> str:
        """The word of a title most like `written`, "" where none is like it."""
        bare = plain(written).lower()
        if len(bare) < SHORT or bare.isdecimal():
            return ""
        near = [form for form in self.spellings if abs(len(form) - len(bare)) <= ENDINGS]
        found = get_close_matches(bare, sorted(near), n=1, cutoff=ALIKE)
        return min(self.spellings[found[0]]) if found else ""


def vocabulary() -> Vocabulary:
    """The words of the titles in the active language."""
    language = active_language()
    return _vocabulary(language, *remembered(f"titles:{language}", _state_of_titles))


@lru_cache(maxsize=4)  # by each process, not in the cache: reading it from there takes longer
def _vocabulary(language: str, names: str, products: tuple[object, ...]) -> Vocabulary:
    titles = Product.objects.on_sale().values_list("title", flat=True)
    found: dict[str, set[str]] = {}
    for word in words_of(" ".join([names, *titles]).lower()):
        if len(word) > 2 and not word.isdecimal():
            found.setdefault(plain(word), set()).add(word)
    return Vocabulary(found)


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
    yield from Category.objects.browsable().values_list("name", flat=True)
    for name, commune in Place.objects.published().values_list("name", "commune"):
        yield f"{name} {commune}"
