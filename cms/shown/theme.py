"""A theme: the stories, routes and destinations that share it."""

from typing import Any

from django.http import HttpRequest

from cms import cards, graph
from cms.languages import here
from cms.models import DestinationPage, EventPage, RoutePage, StoryPage, ThemePage


def theme(page: ThemePage, request: HttpRequest) -> dict[str, Any]:
    of = {"themes": page.theme}
    stories = (
        here(StoryPage).filter(**of).defer_streamfields().select_related("picture", "theme")
    ).order_by("-dated")
    routes = here(RoutePage).filter(**of).select_related("picture").order_by("title")
    events = graph.with_next(here(EventPage).filter(**of))
    destinations = here(DestinationPage).filter(**of).select_related("picture").order_by("title")
    shown = {
        "stories": [cards.story_card(one) for one in stories],
        "routes": [cards.route_card(one) for one in routes],
        "events": [cards.event_card(one) for one in events],
        "destinations": [cards.page_card(one) for one in destinations],
    }
    cards.hold_pictures(*shown.values())
    return shown
