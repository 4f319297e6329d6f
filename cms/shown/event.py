"""An event: when in its zone, where, who is there."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cms import cards, graph
from cms.models import EventPage

from .maps import place_point


def event(page: EventPage, request: HttpRequest) -> dict[str, Any]:
    artisans = [
        cards.artisan_card(artisan)
        for artisan in page.artisans.filter(state="open").select_related("portrait")
    ]
    cards.hold_pictures(artisans)
    shown = page.next_session
    return {
        "when": capfirst(shown.when) if shown else _("Event"),
        "sessions": sorted(page.sessions.all(), key=lambda session: session.starts_at),
        "artisans": artisans,
        "routes": [cards.route_card(one) for one in graph.routes_past(page.place)]
        if page.place
        else [],
        "stories": [cards.story_card(one) for one in graph.stories_about(place=page.place)][:3]
        if page.place
        else [],
        "place_url": graph.place_url(page.place) if page.place else "",
        "points": [place_point(page.place)] if page.place else [],
        "ics_url": reverse("cms:ics", args=[page.slug]),
    }
