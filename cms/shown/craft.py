"""A craft: how it is done, who does it, what comes of it."""

from typing import Any

from django.http import HttpRequest

from cms import cards, graph
from cms.models import CraftPage
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner

from .common import list_url

PRODUCTS = 12


def craft(page: CraftPage, request: HttpRequest) -> dict[str, Any]:
    products = Product.objects.on_sale().filter(provenance__craft=page.craft)
    artisans = Partner.objects.open().filter(crafts=page.craft).select_related("portrait")
    goods = cards.product_cards(products.in_the_shops_order(), limit=PRODUCTS)
    makers = [cards.artisan_card(artisan) for artisan in artisans.order_by("name")]
    places = [cards.place_card(place) for place in page.places.select_related("picture")]
    cards.hold_pictures(goods, makers, places)
    return {
        "products": goods,
        "makers": makers,
        "places": places,
        "stories": [cards.story_card(story) for story in graph.stories_about(craft=page.craft)],
        "crafts_url": list_url("craftindexpage"),
    }
