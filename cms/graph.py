"""The edges of the graph that pages know: which stories, routes and events touch what.

Everything here speaks the active language, and falls back to another one where a page is not
translated. Lists are ready for cards; `cms.templatetags.graph` gives them to templates.
"""

from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from wagtail.models import Page

from ground.pagecache.memory import remembered
from ground.provenance.models import Craft, Place, Provenance
from incubator.models import Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner

from .languages import active_language, in_one_language
from .models import CraftPage, EventPage, EventSession, PlacePage, RoutePage, StoryPage
from .pictures import hold_renditions
from .restrictions import open_to_all

Record = Product | Partner | Place | Craft | Pilot


def stories() -> "QuerySet[StoryPage]":
    """Stories that the public may read, with what a card shows, the latest first."""
    live: Any = open_to_all(StoryPage.objects.live())
    return (
        live.select_related("picture", "theme")
        .defer_streamfields()
        .order_by("-dated", "translation_key")
    )


def stories_about(
    *,
    product: Product | None = None,
    place: Place | None = None,
    artisan: Partner | None = None,
    craft: Craft | None = None,
    pilot: Pilot | None = None,
) -> list[StoryPage]:
    """Stories that lead to this one record.

    About a product is also the story that inspired it; about an artisan or a craft, also a story
    that leads to one of their products.
    """
    if product is not None:
        key = product.parent_id or product.pk
        inspired = Provenance.objects.filter(product=key).values("inspired_by__translation_key")
        about = Q(references__product=key) | Q(translation_key__in=inspired)
    elif artisan is not None:
        about = Q(references__artisan=artisan) | Q(
            references__product__in=_sold_by(artisan).values("pk")
        )
    elif craft is not None:
        about = Q(references__craft=craft) | Q(references__product__provenance__craft=craft)
    elif place is not None:
        about = Q(references__place=place)
    else:
        about = Q(references__pilot=pilot)
    return _ready(stories().filter(about).distinct())


def inspired_by(page: Page) -> "QuerySet[Product]":
    """Products that answer to this page, whichever language of it the artisan chose."""
    answers = Provenance.objects.filter(inspired_by__translation_key=page.translation_key)
    return Product.objects.on_sale().filter(pk__in=answers.values("product"))


def routes_past(place: Place) -> list[RoutePage]:
    """Routes with a stop at this place."""
    return _ready(routes().filter(stops__place=place).distinct())


def routes() -> "QuerySet[RoutePage]":
    return open_to_all(RoutePage.objects.live()).select_related("picture").order_by("title")


def events_at(place: Place) -> list[EventPage]:
    """Events at this place that are not over, the next first."""
    return _ready(events_to_come().filter(place=place))


def events_to_come(at: datetime | None = None) -> "QuerySet[EventPage]":
    """Events with a session that has not ended at that moment, now if not said; the next first."""
    at = at or timezone.now()
    events = with_next(open_to_all(EventPage.objects.live()), at=at)
    return events.filter(next_at__isnull=False).order_by("next_at", "pk")


def with_next(events: "QuerySet[EventPage]", at: datetime | None = None) -> "QuerySet[EventPage]":
    """With what a card shows: picture, place, and `next_at` and `next_end` of the next session."""
    coming = EventSession.objects.filter(
        event=OuterRef("pk"), ends_at__gte=at or timezone.now()
    ).order_by("starts_at", "pk")
    return events.annotate(
        next_at=Subquery(coming.values("starts_at")[:1]),
        next_end=Subquery(coming.values("ends_at")[:1]),
    ).select_related("picture", "place")


def place_url(place: Place | None) -> str:
    """The address of a place's page, "" where it has none or there is no place."""
    return remembered(f"places:{active_language()}", lambda: _addresses(PlacePage, "place")).get(
        place.pk if place else 0, ""
    )


def craft_url(craft: Craft | None) -> str:
    """The address of a craft's page, "" where it has none or there is no craft."""
    return remembered(f"crafts:{active_language()}", lambda: _addresses(CraftPage, "craft")).get(
        craft.pk if craft else 0, ""
    )


def _addresses(model: type[PlacePage] | type[CraftPage], record: str) -> dict[int, str]:
    pages = model.objects.live().annotate(record=F(record)).order_by("pk")
    return {page.record: page.url for page in in_one_language(pages)}


def _sold_by(artisan: Partner) -> "QuerySet[Product]":
    return Product.objects.on_sale().filter(
        Q(stockrecords__partner=artisan) | Q(children__stockrecords__partner=artisan)
    )


def _ready(pages: "QuerySet[Any]") -> list[Any]:
    """One translation of each, its picture's sizes at hand."""
    chosen = in_one_language(pages)
    hold_renditions((page.picture for page in chosen), "third")
    return chosen
