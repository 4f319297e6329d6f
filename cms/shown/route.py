"""A route: its line, its stops, what can be taken along."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cms import cards, graph
from cms.cards import Card
from cms.models import RoutePage, RouteStop, StoryPage
from cms.pictures import hold_renditions
from marketplace.forks.catalogue.models import Product

from .maps import stop_point


def route(page: RoutePage, request: HttpRequest) -> dict[str, Any]:
    stops = list(page.stops.select_related("place", "artwork_picture"))
    goods = _goods(stops)
    places = {stop.place.pk: stop.place for stop in stops if stop.place}
    stories = [cards.story_card(story) for story in _stories(list(places), page)]
    cards.hold_pictures(goods.values(), stories)
    hold_renditions((stop.artwork_picture for stop in stops), "half")
    return {
        "stops": [
            {
                "number": number,
                "stop": stop,
                "place_url": graph.place_url(stop.place) if stop.place else "",
                "product": goods.get(stop.product_id or 0),
            }
            for number, stop in enumerate(stops, 1)
        ],
        "points": [stop_point(stop, number) for number, stop in enumerate(stops, 1)],
        "line": [tuple(point) for point in page.geometry],
        "stories": stories,
        "gpx_url": reverse("cms:gpx", args=[page.slug]),
        "geojson_url": reverse("cms:geojson", args=[page.slug]),
    }


def _goods(stops: list[RouteStop]) -> dict[int, Card]:
    wanted = {stop.product_id for stop in stops if stop.product_id}
    goods = cards.product_cards(Product.objects.on_sale().filter(pk__in=wanted))
    return {card.key: card for card in goods}


def _stories(places: list[int], page: RoutePage) -> list[StoryPage]:
    """Stories told along the way."""
    told = graph.stories().filter(locale=page.locale_id, references__place__in=places)
    return list(told.distinct()[:3])
