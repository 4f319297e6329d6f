"""The lists: what there is of a kind, with filters where there is much of it."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest

from cms import cards, graph
from cms.languages import here, locale_id
from cms.models import BasePage, CraftPage, DestinationPage, EventPage, Theme, ThemePage
from ground.provenance.models import Craft, Place
from ground.provenance.models.place import PlaceKind

from .destination import example_note
from .maps import destination_point, place_point

PER_PAGE = 24


def stories(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    """Stories, the latest first; `?theme=` narrows them."""
    found = graph.stories().filter(locale=locale_id())
    wanted = request.GET.getlist("theme")
    told = Count("story_pages", filter=Q(story_pages__live=True, story_pages__locale=locale_id()))
    themes = Theme.objects.annotate(told=told).filter(told__gt=0)
    if wanted:
        found = found.filter(themes__slug__in=wanted).distinct()
    shown = _page(request, found)
    told_cards = cards.first_at_once([cards.story_card(story) for story in shown])
    cards.hold_pictures(told_cards)
    return {
        "listed": shown,
        "cards": told_cards,
        "active": len(wanted),
        "themes": [_option(theme.slug, theme.name, theme.told, wanted) for theme in themes],
    }


def places(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    """All places on a map and as cards; `?kind=` and `?heritage=1` narrow them."""
    kinds = request.GET.getlist("kind")
    heritage = request.GET.getlist("heritage")
    all_places = list(Place.objects.published().select_related("picture").order_by("pk"))
    found = [
        place
        for place in all_places
        if (not kinds or place.kind in kinds) and (not heritage or place.is_world_heritage)
    ]
    shown = [cards.place_card(place) for place in found]
    cards.hold_pictures(shown)
    count = {kind: sum(place.kind == kind for place in all_places) for kind in PlaceKind.values}
    return {
        "cards": shown,
        "points": [place_point(place) for place in found],
        "active": len(kinds) + len(heritage),
        "kinds": [
            _option(kind, label, count[kind], kinds)
            for kind, label in PlaceKind.choices
            if count[kind]
        ],
        "heritage": [_heritage(all_places, heritage)],
    }


def _heritage(all_places: list[Place], wanted: list[str]) -> dict[str, Any]:
    listed = sum(place.is_world_heritage for place in all_places)
    label = str(Place._meta.get_field("is_world_heritage").verbose_name)
    return _option("1", label, listed, wanted)


def crafts(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    """Crafts that have a page, each with how many make and what there is of it."""
    found = here(CraftPage).select_related("picture", "craft").order_by("title")
    makers = dict(
        Craft.objects.annotate(
            makers=Count("artisans", filter=Q(artisans__state="open"), distinct=True)
        ).values_list("pk", "makers")
    )
    shown = [(cards.page_card(one), makers[one.craft_id]) for one in found]
    cards.hold_pictures(card for card, _makers in shown)
    return {"crafts": shown, "cards": [card for card, _makers in shown]}


def routes(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    found = graph.routes().filter(locale=locale_id())
    shown = cards.first_at_once([cards.route_card(one) for one in found])
    cards.hold_pictures(shown)
    return {"cards": shown}


def events(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    """What is to come, the next first; then what was."""
    coming = list(graph.events_to_come().filter(locale=locale_id()))
    past = graph.with_next(here(EventPage).exclude(pk__in=[one.pk for one in coming]))
    shown = cards.first_at_once([cards.event_card(one) for one in coming])
    over = [cards.event_card(one) for one in past]
    cards.hold_pictures(shown, over)
    return {"cards": shown, "past": over}


def network(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    """Destinations on the map of Europe; `?theme=` narrows them."""
    wanted = request.GET.getlist("theme")
    live = here(DestinationPage).select_related("picture", "theme").order_by("title")
    listed = Count("destination_pages", filter=Q(destination_pages__locale=locale_id()))
    themes = Theme.objects.annotate(listed=listed).filter(listed__gt=0)
    found = live.filter(themes__slug__in=wanted).distinct() if wanted else live
    destinations = list(found)
    shown = [cards.page_card(one) for one in destinations]
    cards.hold_pictures(shown)
    return {
        "cards": shown,
        "points": [destination_point(one) for one in destinations],
        "active": len(wanted),
        "themes": [_option(theme.slug, theme.name, theme.listed, wanted) for theme in themes],
        "example_note": example_note() if any(one.is_example for one in destinations) else "",
    }


def themes(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    found = here(ThemePage).select_related("picture").order_by("theme__position")
    shown = cards.first_at_once([cards.page_card(one) for one in found])
    cards.hold_pictures(shown)
    return {"cards": shown}


def _page(request: HttpRequest, found: Any) -> Any:
    return Paginator(found, PER_PAGE).get_page(request.GET.get("page"))


def _option(value: str, label: object, count: int, wanted: list[str]) -> dict[str, Any]:
    return {"value": value, "label": str(label), "count": count, "checked": value in wanted}
