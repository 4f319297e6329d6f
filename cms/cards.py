"""Whatever can be gone to, as the design's one card shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from ground.design.dates import days, formatted
from ground.design.pictures import Preset
from ground.provenance.models import Craft, Picture, Place
from incubator.models import Call, Pilot
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner
from marketplace.shop.cards import Card as ProductCard
from marketplace.shop.cards import cards_of, with_craft

from .graph import craft_url, place_url
from .models import (
    CraftPage,
    DestinationPage,
    EventPage,
    EventSession,
    PlacePage,
    RoutePage,
    StoryPage,
    ThemePage,
)
from .pictures import hold_renditions

Category = get_model("catalogue", "Category")
ProductImage = get_model("catalogue", "ProductImage")
PRESETS: dict[str, Preset] = {"product": "card", "maker": "card"}


@dataclass(kw_only=True)
class Card:
    """The slots of `{% card %}`; see ground/design."""

    key: int  # of the record or page
    kind: str
    title: str
    href: str
    image: Picture | None = None
    kicker: str = ""
    line: str = ""
    price: Decimal | None = None
    from_price: bool = False
    place: str = ""
    badge: str = ""
    eager: bool = False


def product_cards(products: "QuerySet[Product]", *, limit: int | None = None) -> list[Card]:
    """The first `limit` of `products`, as the shop's own cards say them: three queries."""
    shown = list(with_craft(products)[:limit])
    if not shown:
        return []
    return [product_card(card) for card in cards_of(shown, pictures=_pictures(shown))]


def _pictures(products: list[Product]) -> dict[int, Picture]:
    """The first picture of each; its sizes are fetched with those of the whole page."""
    images = ProductImage.objects.filter(product__in=products).exclude(picture=None)
    first: dict[int, Picture] = {}
    for image in images.select_related("picture").order_by("display_order", "pk"):
        first.setdefault(image.product_id, image.picture)
    return first


def product_card(card: ProductCard) -> Card:
    return Card(
        key=card.product.pk,
        kind="product",
        title=card.title,
        href=card.href,
        image=card.image,
        kicker=card.artisan.name,
        price=card.price,
        from_price=card.is_from,
        badge=card.badge,
    )


def story_card(page: StoryPage) -> Card:
    return Card(
        key=page.pk,
        kind="story",
        title=page.title,
        href=page.url,
        image=page.picture,
        kicker=page.kicker,
        line=page.teaser,
    )


def place_card(place: Place) -> Card:
    return Card(
        key=place.pk,
        kind="place",
        title=place.name,
        href=place_url(place),
        image=place.picture,
        kicker=place.get_kind_display(),
        line=place.summary,
        place=place.commune,
    )


def craft_card(craft: Craft) -> Card:
    return Card(
        key=craft.pk,
        kind="place",
        title=craft.name,
        href=craft_url(craft),
        image=craft.picture,
        line=craft.summary,
    )


def shelf_card(shelf: Any) -> Card:
    return Card(
        key=shelf.pk,
        kind="place",
        title=shelf.name,
        href=shelf.get_absolute_url(),
        kicker=_("Shelf"),
        line=strip_tags(shelf.description),
    )


def artisan_card(artisan: Partner) -> Card:
    return Card(
        key=artisan.pk,
        kind="maker",
        title=artisan.name,
        href=artisan.get_absolute_url(),
        image=artisan.portrait,
        line=artisan.tagline,
        place=artisan.commune,
    )


def pilot_card(pilot: Pilot) -> Card:
    return Card(
        key=pilot.pk,
        kind="pilot",
        title=pilot.title,
        href=pilot.get_absolute_url(),
        image=pilot.picture,
        kicker=pilot.get_state_display(),
        line=pilot.summary,
        place=pilot.place.name,
    )


def call_card(call: Call) -> Card:
    closes = formatted(call.closes_at.astimezone(ZoneInfo(call.zone)), "DATETIME_FORMAT")
    return Card(
        key=call.pk,
        kind="pilot",
        title=call.title,
        href=call.get_absolute_url(),
        image=call.picture,
        kicker=_("Open until %(date)s") % {"date": closes},
        line=call.summary,
    )


def route_card(page: RoutePage) -> Card:
    distance = f"{number_format(page.distance_km)} km" if page.distance_km else ""
    return Card(
        key=page.pk,
        kind="route",
        title=page.title,
        href=page.url,
        image=page.picture,
        kicker=" ·\xa0".join(filter(None, [page.get_mode_display(), distance])),
        line=page.teaser,
    )


def event_card(page: EventPage) -> Card:
    """An event of `graph.with_next`, with the days of its next session if there is one."""
    return Card(
        key=page.pk,
        kind="event",
        title=page.title,
        href=page.url,
        image=page.picture,
        kicker=_next_days(page),
        line=page.teaser,
        place=page.place.name if page.place else "",
    )


def _next_days(page: Any) -> str:
    if not page.next_at:
        return ""
    session = EventSession(event=page, starts_at=page.next_at, ends_at=page.next_end)
    return days(session.local_start.date(), session.last_day)


def page_card(page: CraftPage | DestinationPage | PlacePage | ThemePage) -> Card:
    """The card of a page that its title, picture and teaser say enough of."""
    return Card(
        key=page.pk,
        kind="place",
        title=page.title,
        href=page.url,
        image=page.picture,
        line=page.teaser,
    )


def first_at_once(cards: list[Card]) -> list[Card]:
    """`cards`, whose first is in view as the page opens: a browser need not wait to see that."""
    for card in cards[:1]:
        card.eager = True
    return cards


def hold_pictures(*groups: Iterable[Card], also: Iterable[Preset] = ()) -> None:
    """Fetch the sizes of all pictures on these cards in one query.

    `also`: presets in which they are shown besides the card's own.
    """
    cards = [card for group in groups for card in group]
    presets = {*also, *(PRESETS.get(card.kind, "third") for card in cards)}
    hold_renditions((card.image for card in cards), *sorted(presets))
