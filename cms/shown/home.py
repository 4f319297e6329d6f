"""The front page: one story, what it leads to, and then the rest."""

from dataclasses import replace
from typing import Any

from django.db.models import Case, Q, QuerySet, When
from django.http import HttpRequest
from django.utils.translation import gettext as _

from cms import cards, graph
from cms.cards import Card
from cms.destination import sections, view_url
from cms.languages import here, locale_id
from cms.models import DestinationPage, HomePage, StoryPage
from ground.provenance.models import Place
from incubator.models import Pilot
from marketplace.forks.catalogue.models import Product

from .common import list_url
from .edges import named_in

LISTS = {
    "visit": "placeindexpage",
    "routes": "routeindexpage",
    "events": "eventindexpage",
    "network": "networkpage",
}
VIEWS = {"makers": "catalogue:index", "pilots": "incubator:pilots"}
CHAIN = {"place": "visit", "product": "makers", "pilot": "pilots"}  # kind to shelf
STORIES, PLACES, PRODUCTS, PILOTS, ROUTES, EVENTS, DESTINATIONS = 5, 4, 4, 3, 3, 3, 4


def home(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """`lead` with its `chain` (a visit, a maker, a project); `stories`; the shelves of the page."""
    stories = _stories(page)
    lead = stories[0] if stories else None
    named = _named(lead) if lead else {}
    shelves = _shelves(named)
    chain = [_link(kind, shelves[shelf]) for kind, shelf in CHAIN.items() if shelves[shelf]]
    for kind, shelf in CHAIN.items():
        shelves[shelf] = _without_chained(shelves[shelf], chained=kind in named)
    others = [cards.story_card(story) for story in stories[1:]]
    lead_card = [cards.story_card(lead)] if lead else []
    cards.hold_pictures(chain, others, lead_card, *shelves.values(), also=["hero", "thumb"])
    return {
        "lead": lead,
        "picture_to_share": lead and lead.picture,
        "chain": chain,
        "stories": others,
        "stories_url": list_url("storyindexpage"),
        "shelves": [
            _shelf(section, shelves.get(section.block_type, [])) for section in page.sections
        ],
    }


def _stories(page: HomePage) -> list[StoryPage]:
    """The one that opens, then the latest."""
    latest = list(graph.stories().filter(locale=locale_id())[: STORIES + 1])
    lead = next((story for story in latest if story.pk == page.lead_story_id), None)
    if lead is None and page.lead_story_id:
        lead = graph.stories().filter(pk=page.lead_story_id).first()
    return [*([lead] if lead else []), *(story for story in latest if story != lead)][:STORIES]


def _named(lead: StoryPage) -> dict[str, int]:
    """What the story leads to: the first of each kind."""
    first: dict[str, int] = {"place": lead.told_at_id} if lead.told_at_id else {}
    for kind, key in named_in(lead):
        first.setdefault(kind, key)
    return first


def _link(kind: str, shelf: list[Card]) -> Card:
    """What the chain shows of a shelf: what the story names stands first there."""
    kickers = {"place": _("A visit"), "product": _("An object"), "pilot": _("A project")}
    return replace(shelf[0], kicker=kickers[kind])


def _without_chained(shelf: list[Card], *, chained: bool) -> list[Card]:
    """The shelf without what stands in the chain already, if enough is left."""
    return shelf[1:] if chained and len(shelf) > 1 else shelf[: len(shelf) - 1 or 1]


def _shelves(named: dict[str, int]) -> dict[str, list[Card]]:
    """The cards of each kind; one more than shown of those in the chain, the named one first."""
    visitable = Place.objects.published().filter(is_visitable=True).select_related("picture")
    places = _first(visitable, named.get("place"))
    pilots = _first(Pilot.objects.published().for_cards(), named.get("pilot"))
    routes = graph.routes().filter(locale=locale_id())
    events = graph.events_to_come().filter(locale=locale_id())
    destinations = here(DestinationPage).select_related("picture").order_by("path")
    return {
        "visit": [
            cards.place_card(place)
            for place in _first(places, named.get("place")).order_by("-is_named", "pk")[
                : PLACES + 1
            ]
        ],
        "makers": _products(named.get("product")),
        "pilots": [
            cards.pilot_card(pilot)
            for pilot in pilots.order_by("-is_named", "-starts_on", "pk")[: PILOTS + 1]
        ],
        "routes": [cards.route_card(route) for route in routes[:ROUTES]],
        "events": [cards.event_card(event) for event in events[:EVENTS]],
        "network": [cards.page_card(one) for one in destinations[:DESTINATIONS]],
    }


def _products(named: int | None) -> list[Card]:
    """The one that is named first, then as the shop shows them: what it shows first is indexed."""
    on_sale = Product.objects.on_sale().in_the_shops_order()
    first = Q(pk__in=on_sale.values("pk")[: PRODUCTS + 1])
    made = cards.product_cards(on_sale.filter(first | Q(pk=named) if named else first))
    return sorted(made, key=lambda card: card.key != named)[: PRODUCTS + 1]


def _first(records: "QuerySet[Any]", key: int | None) -> "QuerySet[Any]":
    """`records` with `is_named`: whether it is that one."""
    return records.annotate(is_named=Case(When(pk=key, then=True), default=False))


def _shelf(section: Any, shown: list[Card]) -> dict[str, Any]:
    """A section of the page as its template takes it."""
    return {
        "kind": section.block_type,
        "words": section.value,
        "cards": shown,
        "columns": 4 if section.block_type in {"visit", "makers", "network"} else 3,
        "url": _more_url(section.block_type),
    }


def _more_url(kind: str) -> str:
    """Where the whole of a section is, "" where nothing is."""
    if kind in LISTS:
        return list_url(LISTS[kind])
    if kind in VIEWS:
        return view_url(VIEWS[kind])
    return next((one.url for one in sections() if one.shelf == "about"), "")
