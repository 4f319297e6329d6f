"""`{% load provenance %}`: products of a place, a craft, an artisan; where one comes from.

{% products_of place=place limit=4 as products %}   also craft=, artisan=, inspired_by=page
{% for product in products %}<li>{% product_card card=product %}</li>{% endfor %}
"""

from typing import Any

from django import template
from django.db.models import Q
from django.utils.safestring import SafeString, mark_safe

from marketplace.forks.catalogue.models import Product
from marketplace.shop.cards import Card, cards_of, with_craft
from marketplace.shop.product import ProductPage

register = template.Library()


@register.simple_tag
def products_of(
    *,
    place: Any = None,
    craft: Any = None,
    artisan: Any = None,
    inspired_by: Any = None,
    without: Product | None = None,
    limit: int = 8,
) -> list[Card]:
    """Cards of what is on sale: of a place, a craft, an artisan, or after a page.

    `card.title`, `.href`, `.image`, `.kicker`, `.price`, `.is_from`, `.place`, `.badge` fit `{%
    card %}`.
    """
    products = Product.objects
    found = products.on_sale() if artisan is None else products.sold_by([artisan])
    if place is not None:
        found = found.filter(Q(provenance__made_at=place) | Q(provenance__inspired_by_place=place))
    if craft is not None:
        found = found.filter(provenance__craft=craft)
    if inspired_by is not None:
        key = inspired_by.translation_key  # the page in whichever language it was chosen
        found = found.filter(provenance__inspired_by__translation_key=key)
    if without is not None:
        found = found.exclude(pk=without.pk)
    found = with_craft(found).order_by("-is_featured", "-date_created", "-id")
    return cards_of(found[:limit])


@register.simple_tag
def product_card(*, card: Card) -> SafeString:
    return mark_safe(card.__html__())  # our own template, escaped when it was drawn


@register.simple_tag
def provenance_steps(
    *, page: ProductPage, place_href: str = "", craft_href: str = ""
) -> list[dict[str, str]]:
    """Steps for `{% provenance_strip %}`: place, craft, hands, product."""
    provenance, artisan = page.provenance, page.artisan
    place = provenance.made_at if provenance else None
    craft = provenance.craft if provenance else None
    steps = [
        {
            "kind": "place",
            "title": place.name if place else artisan.commune,
            "line": place.commune if place else "",
            "href": place_href or "",
        },
        {"kind": "craft", "title": craft.name if craft else "", "href": craft_href or ""},
        {
            "kind": "hands",
            "title": artisan.maker or artisan.name,
            "line": artisan.name if artisan.maker else "",
            "href": artisan.get_absolute_url(),
        },
        {"kind": "product", "title": page.product.get_title(), "line": page.product.teaser},
    ]
    return [step for step in steps if step["title"]]
