"""A place, seen from each side: its stories, what is made there, routes, pilots, what happens."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from cms import cards, graph
from cms.models import PlacePage, StoryPage
from ground.provenance.models import Place
from incubator.models import Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner

from .maps import place_point

PRODUCTS, NEIGHBOURS, ON_MAP = 8, 3, 6


def place(page: PlacePage, request: HttpRequest) -> dict[str, Any]:
    here = page.place
    told = graph.stories_about(place=here)
    stories = [cards.story_card(story) for story in told]
    routes = [cards.route_card(route) for route in graph.routes_past(here)]
    events = [cards.event_card(event) for event in graph.events_at(here)]
    products = cards.product_cards(_products(here, told), limit=PRODUCTS)
    artisans = Partner.objects.open().filter(place=here).select_related("portrait")
    makers = [cards.artisan_card(artisan) for artisan in artisans]
    pilots = [
        cards.pilot_card(pilot)
        for pilot in Pilot.objects.published().for_cards().filter(place=here)
    ]
    nearest = _nearest(here)
    neighbours = [cards.place_card(other) for other in nearest[:NEIGHBOURS]]
    cards.hold_pictures(products, makers, pilots, neighbours)
    return {
        "stories": stories,
        "routes": routes,
        "events": events,
        "products": products,
        "makers": makers,
        "pilots": pilots,
        "neighbours": neighbours,
        "points": [
            {**place_point(here), "here": True},
            *(place_point(other) for other in nearest[:ON_MAP]),
        ],
    }


def _products(here: Place, told: Iterable[StoryPage]) -> Any:
    """Made here, inspired by here, or by a story told here."""
    stories = [story.translation_key for story in told]
    return (
        Product.objects.on_sale()
        .filter(
            Q(provenance__made_at=here)
            | Q(provenance__inspired_by_place=here)
            | Q(provenance__inspired_by__translation_key__in=stories)
        )
        .in_the_shops_order()
    )


def _nearest(here: Place) -> list[Place]:
    """The others, the nearest first, as the crow flies over a small territory."""
    others = Place.objects.published().exclude(pk=here.pk).select_related("picture")

    def far(other: Place) -> float:
        # A degree of longitude is about 0.64 of one of latitude in these parts of Europe.
        north = float(other.latitude - here.latitude)
        east = float(other.longitude - here.longitude) * 0.64
        return north**2 + east**2

    return sorted(others, key=far)
