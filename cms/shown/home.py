"""The front page: one story, what it leads to, and then the rest."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from cms import cards, graph
from cms.cards import Card
from cms.destination import sections, view_url
from cms.languages import here, locale_id
from cms.models import DestinationPage, HomePage, StoryPage, StoryReference
from cms.pictures import hold_renditions
from incubator.models import Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.provenance.models import Place

from .common import list_url
from .edges import Edge, cards_of

LISTS = {
    "visit": "placeindexpage",
    "routes": "routeindexpage",
    "events": "eventindexpage",
    "network": "networkpage",
}
VIEWS = {"makers": "catalogue:index", "pilots": "incubator:pilots"}
STORIES, PLACES, PRODUCTS, PILOTS, ROUTES, EVENTS = 5, 4, 4, 3, 3, 3


def home(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """`lead` with its `chain` (a visit, a maker, a project); `stories`; the shelves of the page."""
    stories = _stories(page)
    lead = stories[0] if stories else None
    edges = _edges(lead) if lead else []
    found = cards_of(edges)
    shelves = _shelves()
    chain = _chain(edges, found, shelves)
    others = [cards.story_card(story) for story in stories[1:]]
    hold_renditions((card.image for card in chain), "thumb", "third", "card")  # on shelves too
    hold_renditions([lead.picture if lead else None], "full")
    cards.hold_pictures(others, *shelves.values())
    return {
        "lead": lead,
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


def _edges(lead: StoryPage) -> list[Edge]:
    """What the story leads to, in its order; the first of each kind will do."""
    first: dict[str, int] = {}
    for reference in StoryReference.objects.filter(story=lead):
        kind, key = reference.edge
        first.setdefault(kind, key)
    return [(kind, first[kind]) for kind in ("place", "product", "pilot") if kind in first]


def _chain(
    edges: list[Edge], found: dict[Edge, Card], shelves: dict[str, list[Card]]
) -> list[Card]:
    """A visit, a maker and a project; from the shelves where the story names none."""
    kickers = {"place": _("A visit"), "product": _("A maker"), "pilot": _("A project")}
    named = {kind: found[kind, key] for kind, key in edges if (kind, key) in found}
    spare = {"place": shelves["visit"], "product": shelves["makers"], "pilot": shelves["pilots"]}
    return [
        replace(named.get(kind) or shelf[0], kicker=kickers[kind])
        for kind, shelf in spare.items()
        if kind in named or shelf
    ]


def _shelves() -> dict[str, list[Card]]:
    places = Place.objects.published().filter(is_visitable=True).select_related("picture")
    featured = Product.objects.on_sale().order_by("-is_featured", "-date_created", "pk")
    destinations = here(DestinationPage).select_related("picture").order_by("path")
    return {
        "visit": [cards.place_card(place) for place in places.order_by("pk")[:PLACES]],
        "makers": cards.product_cards(featured, limit=PRODUCTS),
        "pilots": [cards.pilot_card(one) for one in Pilot.objects.published().for_cards()[:PILOTS]],
        "routes": [
            cards.route_card(route) for route in graph.routes().filter(locale=locale_id())[:ROUTES]
        ],
        "events": [
            cards.event_card(event)
            for event in graph.events_to_come().filter(locale=locale_id())[:EVENTS]
        ],
        "network": [cards.page_card(one) for one in destinations[:4]],
    }


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
