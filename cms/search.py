"""One search over everything public: pages, artisans, products, calls and pilots.

The index is modelsearch's, so SQLite, PostgreSQL and OpenSearch answer alike. The number of queries
does not grow with what is found.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import And, Or, PlainText

from incubator.models import Call, Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner

from . import cards, graph
from .cards import Card
from .languages import here
from .models import (
    CraftPage,
    DestinationPage,
    EventPage,
    PlacePage,
    PlainPage,
    RoutePage,
    ThemePage,
)
from .wording import corrected, forms_of, plain, words_of

WORDS = 8  # of a query, at most
MATCHES = 400  # looked at in one kind
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
    meant: str = ""

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)


@dataclass(frozen=True)
class Kind:
    """Something that can be found. `cards` takes keys, the best first."""

    name: str
    label: Callable[[], str]
    cards: Callable[[Sequence[int]], Iterable[Card]]


def search(asked: str, *, kind: str = "") -> Found:
    """Find `asked`, all of its words; `kind` narrows to one kind, shown in full.

    Where nothing is found, the nearest words that titles know are tried; where something is, they
    are proposed.
    """
    words = words_of(asked)[:WORDS]
    if not words:
        return Found(asked, [])
    better = corrected(words)
    other = " ".join(better) if better != words else ""
    groups = _groups(words, kind)
    if groups or not other:
        return Found(asked, groups, meant=other)
    return Found(asked, _groups(better, kind), instead=other)


def _groups(words: list[str], only: str) -> list[Group]:
    query = And([_any_form(word) for word in words]) if len(words) > 1 else _any_form(words[0])
    keys = {**_pages(query), **_records(query)}
    made = []
    for kind in KINDS:
        found = keys.get(kind.name, [])
        best = [key for key, _title in _ranked(found, words)]
        if best:
            shown = best[: IN_FULL if only == kind.name else IN_BRIEF]
            wanted = not only or only == kind.name
            made.append(Group(kind.name, kind.label(), len(best), _cards(kind, shown, wanted)))
    cards.hold_pictures(*(group.cards for group in made))
    return made


def _cards(kind: Kind, keys: list[int], wanted: bool) -> list[Card]:
    if not wanted:
        return []
    made = {card.key: card for card in kind.cards(keys)}
    return [made[key] for key in keys if key in made]


def _any_form(word: str) -> Any:
    forms = [PlainText(form) for form in forms_of(word)]
    return Or(forms) if len(forms) > 1 else forms[0]


Matches = list[tuple[int, str]]  # key and title


def _pages(query: Any) -> dict[str, Matches]:
    """Pages by kind: two queries for all kinds of them."""
    found: dict[str, Matches] = {}
    pages = here(Page).filter(pk__in=_matching(Page, query)).order_by("path")
    for page in pages.select_related("content_type"):
        model = page.content_type.model
        if model in PAGE_KINDS:
            found.setdefault(PAGE_KINDS[model], []).append((page.pk, page.title))
    return found


def _records(query: Any) -> dict[str, Matches]:
    on_sale = Product.objects.on_sale().order_by("-is_featured", "-date_created", "pk")
    shown: dict[str, tuple[QuerySet[Any], str]] = {
        "artisans": (Partner.objects.open().order_by("name"), "name"),
        "products": (on_sale, "title"),
        "calls": (Call.objects.published(), "title"),
        "pilots": (Pilot.objects.published(), "title"),
    }
    return {
        kind: list(
            queryset.filter(pk__in=_matching(queryset.model, query)).values_list("pk", title)
        )
        for kind, (queryset, title) in shown.items()
    }


def _matching(model: Any, query: Any) -> list[int]:
    """Keys of the rows of `model` that match, in no order, shown to the public or not."""
    rows = model._default_manager.order_by().only("pk")
    # Ranked by us: SQLite would ask its index again for each row to put them in order.
    found = get_search_backend().search(query, rows, order_by_relevance=False)
    return [row.pk for row in found[:MATCHES]]


def _ranked(matches: Matches, words: list[str]) -> Matches:
    """Those whose title has the words first; otherwise the order in which they came."""
    wanted = [plain(word) for word in words]

    def rank(match: tuple[int, str]) -> int:
        title = plain(match[1].lower())
        return -sum(word in title for word in wanted)

    return sorted(matches, key=rank)


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


def _calls(keys: Sequence[int]) -> Iterable[Card]:
    found = Call.objects.published().filter(pk__in=keys).select_related("picture")
    return map(cards.call_card, found)


def _pilots(keys: Sequence[int]) -> Iterable[Card]:
    return map(cards.pilot_card, Pilot.objects.published().for_cards().filter(pk__in=keys))


KINDS = [
    Kind("stories", lambda: _("Stories"), _stories),
    Kind("places", lambda: _("Places"), _page_cards(PlacePage, cards.page_card)),
    Kind("products", lambda: _("Products"), _products),
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
PAGE_KINDS = {
    "storypage": "stories",
    "placepage": "places",
    "craftpage": "crafts",
    "routepage": "routes",
    "eventpage": "events",
    "destinationpage": "network",
    "themepage": "themes",
    "plainpage": "pages",
}
