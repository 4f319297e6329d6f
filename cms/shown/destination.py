"""Another destination: what it offers and looks for, and what we share with it."""

from typing import Any

from django.http import HttpRequest

from cms import cards
from cms.destination import destination as our_destination
from cms.languages import active_language, here
from cms.models import DestinationPage, SiteSettings, StoryPage
from ground.pagecache.memory import remembered

from .maps import destination_point


def destination(page: DestinationPage, request: HttpRequest) -> dict[str, Any]:
    themes = list(page.themes.all())
    others = here(DestinationPage).filter(themes__in=themes).exclude(pk=page.pk).distinct()
    stories = here(StoryPage).filter(themes__in=themes).distinct().defer_streamfields()
    near = [cards.page_card(one) for one in others.select_related("picture")[:3]]
    told = [
        cards.story_card(one)
        for one in stories.select_related("picture", "theme").order_by("-dated")[:3]
    ]
    cards.hold_pictures(near, told)
    return {
        "themes": themes,
        "others": near,
        "stories": told,
        "points": [destination_point(page)],
        "us": our_destination(request),
        "example_note": example_note() if page.is_example else "",
    }


def example_note() -> str:
    """What is said with every profile that is an example."""
    return remembered(
        f"example_note:{active_language()}",
        lambda: next((who.example_note for who in SiteSettings.objects.all()[:1]), ""),
    )
