"""One search over everything public: pages, artisans, products, shelves, calls and pilots.

What can be found stands in entries of our own (`cms.indexing`), so SQLite and PostgreSQL answer
alike. The number of queries does not grow with what is found.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from oscar.core.loading import get_model
from wagtail.models import Page

from incubator.models import Call, Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner

from . import cards, graph
from .cards import Card
from .indexing import PAGE_KINDS
from .languages import active_language, here
from .models import (
    CraftPage,
    DestinationPage,
    EventPage,
    PlacePage,
    PlainPage,
    RoutePage,
    SearchEntry,
    ThemePage,
)
from .models.search import SearchEntryQuerySet
from .vocabulary import vocabulary
from .wording import MARK, Word, asked, marked, quote

Category = get_model("catalogue", "Category")
WORDS = 8  # of a query, at most
MATCHES = 400  # looked at of one kind
IN_BRIEF, IN_FULL = 4, 48  # shown of one kind, beside the others and alone


@dataclass(frozen=True)
class Group:
    """What was found of a kind: `total` of them, the best as cards."""

    kind: str
    label: str
    total: int
    cards: list[Card]


@dataclass(frozen=True)
class Found:
    """The answer: `groups` for `asked`, or for `instead` where nothing was found for that."""

    asked: str
    groups: list[Group]
    instead: str = ""

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)


@dataclass(frozen=True)
class Kind:
    """Something that can be found. `cards` takes keys, the best first."""

    name: str
    label: Callable[[], str]
    cards: Callable[[Sequence[int]], Iterable[Card]]


def search(question: str, *, kind: str = "") -> Found:
    """Find `question`, all of its words; `kind` narrows to one kind, shown in full.

    Where nothing is found, words that are nowhere in the index give way to the nearest that titles
    know.
    """
    words = asked(question)[:WORDS]
    if not words:
        return Found(question, [])
    groups = _groups(words, kind)
    if groups:
        return Found(question, groups)
    better = " ".join(map(_corrected, words))
    groups = _groups(asked(better), kind)
    return Found(question, groups, instead=better if groups else "")


def _corrected(word: Word) -> str:
    """`word` as it is if the index knows it, else the nearest word of a title."""
    if word.joins or _entries([word]).exists():
        return word.written
    return vocabulary().nearest(word.written) or word.written


def _groups(words: list[Word], only: str) -> list[Group]:
    """The kinds in which something is found, that with the best answer first."""
    found = _matches(words)
    kinds = [kind for kind in KINDS if kind.name in found]
    made = []
    for kind in sorted(kinds, key=lambda kind: -max(found[kind.name].values())):
        keys = list(found[kind.name])
        shown = keys[: IN_FULL if only == kind.name else IN_BRIEF]
        wanted = not only or only == kind.name
        made.append(Group(kind.name, kind.label(), len(keys), _cards(kind, shown, wanted)))
    cards.hold_pictures(*(group.cards for group in made))
    return made


def _cards(kind: Kind, keys: list[int], wanted: bool) -> list[Card]:
    if not wanted:
        return []
    made = {card.key: card for card in kind.cards(keys)}
    return [made[key] for key in keys if key in made]


Matches = dict[int, int]  # key to score, the best first


def _matches(words: list[Word]) -> dict[str, Matches]:
    """What matches of what the public may read, by kind; pages in the language that is spoken."""
    scores = _scores(words)
    found: dict[str, Matches] = {}
    pages = {key: kind for kind in PAGE_KINDS.values() for key in scores[kind]}
    live = here(Page).filter(pk__in=pages).order_by("path")
    public = [(pages[key], key) for key in live.values_list("pk", flat=True)] if pages else []
    for kind, rows in _public_records().items():
        if scores[kind]:
            keys = rows.filter(pk__in=scores[kind]).values_list("pk", flat=True)
            public += [(kind, key) for key in keys]
    for kind, key in sorted(public, key=lambda one: -scores[one[0]][one[1]]):
        found.setdefault(kind, {})[key] = scores[kind][key]
    return found


def _scores(words: list[Word]) -> dict[str, Matches]:
    """How well each entry answers, public or not."""
    entries: Any = _entries(words).best_first(words)
    is_product = Q(kind="products")
    scores: dict[str, Matches] = defaultdict(dict)
    for some in (entries.filter(is_product), entries.exclude(is_product)):
        for kind, key, score in some.values_list("kind", "key", "score")[:MATCHES]:
            scores[kind].setdefault(key, score)
    return scores


def _entries(words: list[Word]) -> SearchEntryQuerySet:
    """What answers: pages in the language that is spoken, records in any."""
    is_page = Q(kind__in=PAGE_KINDS.values())
    entries = SearchEntry.objects.answering(words)
    return entries.filter(~is_page | Q(language=active_language()))


def _public_records() -> dict[str, QuerySet[Any]]:
    return {
        "products": Product.objects.on_sale().order_by("-is_featured", "-date_created", "pk"),
        "shelves": Category.objects.browsable().order_by("path"),
        "artisans": Partner.objects.open().order_by("name"),
        "pilots": Pilot.objects.published(),
        "calls": Call.objects.published(),
    }


def with_marks(found: Found) -> Found:
    """`found` as it is shown: what was asked is marked, and quoted where no card says it."""
    words = asked(found.instead or found.asked)[:WORDS]
    quoted = _quoted(found.groups)
    groups = [
        replace(
            group,
            cards=[
                _marked(card, quoted.get((group.kind, card.key)), words) for card in group.cards
            ],
        )
        for group in found.groups
    ]
    return replace(found, groups=groups)


def _quoted(groups: list[Group]) -> dict[tuple[str, int], str]:
    """What the entries say of what is shown, in the language that is spoken: one query."""
    shown = Q(pk__in=[])
    for group in groups:
        shown |= Q(kind=group.kind, key__in=[card.key for card in group.cards])
    entries = SearchEntry.objects.filter(shown, language=active_language())
    return {(kind, key): said for kind, key, said in entries.values_list("kind", "key", "said")}


def _marked(card: Card, said: str | None, words: list[Word]) -> Card:
    title, line = marked(card.title, words), marked(card.line, words)
    if said and MARK not in title + line:
        line = marked(quote(said, words), words) or line
    return replace(card, title=title, line=line)


def _page_cards(model: Any, card: Callable[[Any], Card], *related: str) -> Callable[..., Any]:
    def made(keys: Sequence[int]) -> Iterable[Card]:
        pages = model.objects.filter(pk__in=keys).select_related("picture", *related)
        return map(card, pages)

    return made


def _events(keys: Sequence[int]) -> Iterable[Card]:
    return map(cards.event_card, graph.with_next(EventPage.objects.filter(pk__in=keys)))


def _stories(keys: Sequence[int]) -> Iterable[Card]:
    return map(cards.story_card, graph.stories().filter(pk__in=keys))


def _artisans(keys: Sequence[int]) -> Iterable[Card]:
    found = Partner.objects.open().filter(pk__in=keys).select_related("portrait")
    return map(cards.artisan_card, found)


def _products(keys: Sequence[int]) -> Iterable[Card]:
    return cards.product_cards(Product.objects.on_sale().filter(pk__in=keys))


def _shelves(keys: Sequence[int]) -> Iterable[Card]:
    return map(cards.shelf_card, Category.objects.browsable().filter(pk__in=keys))


def _calls(keys: Sequence[int]) -> Iterable[Card]:
    found = Call.objects.published().filter(pk__in=keys).select_related("picture")
    return map(cards.call_card, found)


def _pilots(keys: Sequence[int]) -> Iterable[Card]:
    return map(cards.pilot_card, Pilot.objects.published().for_cards().filter(pk__in=keys))


KINDS = [
    Kind("stories", lambda: _("Stories"), _stories),
    Kind("places", lambda: _("Places"), _page_cards(PlacePage, cards.page_card)),
    Kind("products", lambda: _("Products"), _products),
    Kind("shelves", lambda: _("Shelves"), _shelves),
    Kind("artisans", lambda: _("Artisans"), _artisans),
    Kind("crafts", lambda: _("Crafts"), _page_cards(CraftPage, cards.page_card)),
    Kind("routes", lambda: _("Routes"), _page_cards(RoutePage, cards.route_card)),
    Kind("events", lambda: _("Events"), _events),
    Kind("pilots", lambda: _("Pilots"), _pilots),
    Kind("calls", lambda: _("Calls"), _calls),
    Kind("network", lambda: _("Destinations"), _page_cards(DestinationPage, cards.page_card)),
    Kind("themes", lambda: _("Themes"), _page_cards(ThemePage, cards.page_card)),
    Kind("pages", lambda: _("About this site"), _page_cards(PlainPage, cards.page_card)),
]
