"""The records and pages that a text names, as cards, few queries for all of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from cms import cards, graph
from cms.cards import Card
from cms.languages import in_one_language
from cms.models import EventPage, RoutePage, StoryPage
from cms.restrictions import open_to_all
from ground.provenance.models import Craft, Place
from incubator.models import Call, Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner

Edge = tuple[str, int]  # kind and key
Cards = dict[Edge, Card]


def named_in(story: StoryPage) -> list[Edge]:
    """What the body leads to, read from its raw data: no record is fetched for it."""
    return [
        (block["type"], block["value"]["target"])
        for block in story.body.raw_data
        if block["type"] in FOUND and block["value"].get("target")
    ]


def cards_of(edges: Iterable[Edge]) -> Cards:
    """A card for each edge whose other end the public may see: one query a kind."""
    keys: dict[str, set[int]] = defaultdict(set)
    for kind, key in edges:
        keys[kind].add(key)
    return {(kind, key): card for kind, wanted in keys.items() for key, card in FOUND[kind](wanted)}


Found = Iterable[tuple[int, Card]]


def _keyed(made: Iterable[Card]) -> Found:
    return [(card.key, card) for card in made]


def _products(keys: set[int]) -> Found:
    return _keyed(cards.product_cards(Product.objects.on_sale().filter(pk__in=keys)))


def _artisans(keys: set[int]) -> Found:
    open_ones = Partner.objects.open().filter(pk__in=keys).select_related("portrait")
    return _keyed(map(cards.artisan_card, open_ones))


def _places(keys: set[int]) -> Found:
    public = Place.objects.published().filter(pk__in=keys).select_related("picture")
    return _keyed(map(cards.place_card, public))


def _crafts(keys: set[int]) -> Found:
    crafts = Craft.objects.filter(pk__in=keys).select_related("picture")
    return _keyed(map(cards.craft_card, crafts))


def _pilots(keys: set[int]) -> Found:
    return _keyed(map(cards.pilot_card, Pilot.objects.published().for_cards().filter(pk__in=keys)))


def _calls(keys: set[int]) -> Found:
    calls = Call.objects.published().select_related("picture").filter(pk__in=keys)
    return _keyed(map(cards.call_card, calls))


def _pages(
    model: Any, queryset: Callable[[], Any], card: Callable[[Any], Card]
) -> Callable[[set[int]], Found]:
    """Pages are named in one language and shown in another: matched by what they translate."""

    def found(keys: set[int]) -> Found:
        wanted = model.objects.filter(pk__in=keys).values("translation_key")
        same = list(queryset().filter(translation_key__in=wanted))
        shown = {page.translation_key: card(page) for page in in_one_language(same)}
        return [(page.pk, shown[page.translation_key]) for page in same if page.pk in keys]

    return found


def _events() -> Any:
    return graph.with_next(open_to_all(EventPage.objects.live()))


FOUND: dict[str, Callable[[set[int]], Found]] = {
    "product": _products,
    "artisan": _artisans,
    "place": _places,
    "craft": _crafts,
    "pilot": _pilots,
    "call": _calls,
    "route": _pages(RoutePage, graph.routes, cards.route_card),
    "event": _pages(EventPage, _events, cards.event_card),
    "story": _pages(StoryPage, graph.stories, cards.story_card),
}
