"""A story, and what it leads to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from cms import cards, graph
from cms.cards import Card
from cms.languages import locale_id
from cms.models import StoryPage
from incubator.models import Pilot
from marketplace.forks.catalogue.models import Product

from .edges import FOUND, Cards, Edge, cards_of, named_in

KICKERS: dict[str, Callable[[], str]] = {
    "product": lambda: _("To take home"),
    "artisan": lambda: _("Who makes"),
    "place": lambda: _("Where to go"),
    "craft": lambda: _("How it is made"),
    "route": lambda: _("A route past here"),
    "event": lambda: _("Save the date"),
    "pilot": lambda: _("Under way"),
    "call": lambda: _("Take part"),
    "story": lambda: _("Read also"),
}

INSPIRED = 8  # products shown below


@dataclass
class Part:
    """A stretch of the story: blocks to read, or cards for the margin."""

    blocks: list[Any] = field(default_factory=list)
    margin: list[Card] = field(default_factory=list)


def story(page: StoryPage, request: HttpRequest) -> dict[str, Any]:
    """`parts` in their order; below: `inspired`, `visit`, `pilots`, `more`."""
    edges = [*named_in(page), *_told_at(page)]
    goods, inspired = _goods(page, {key for kind, key in edges if kind == "product"})
    found = {**goods, **cards_of(edge for edge in edges if edge[0] != "product")}
    pilots = [card for (kind, _key), card in found.items() if kind == "pilot"]
    if not pilots:
        pilots = [cards.pilot_card(one) for one in _pilots_nearby(page)]
    more = [cards.story_card(other) for other in _more(page)]
    cards.hold_pictures(found.values(), inspired, pilots, more, also=["thumb"])
    return {
        "parts": list(_parts(page, found)),
        "told_at": found.get(("place", page.told_at_id or 0)),
        "inspired": inspired,
        "visit": [card for (kind, _key), card in found.items() if kind in {"place", "route"}][:3],
        "pilots": pilots[:3],
        "more": more,
    }


def _goods(page: StoryPage, named: set[int]) -> tuple[Cards, list[Card]]:
    """What the text names, and what the story inspired: asked together."""
    inspired = set(graph.inspired_by(page).values_list("pk", flat=True))
    products = Product.objects.on_sale().filter(pk__in=named | inspired)
    made = cards.product_cards(products.in_the_shops_order())
    goods = {("product", card.key): card for card in made if card.key in named}
    return goods, [card for card in made if card.key in inspired][:INSPIRED]


def _told_at(page: StoryPage) -> list[Edge]:
    return [("place", page.told_at_id)] if page.told_at_id else []


def _parts(page: StoryPage, found: Cards) -> Iterator[Part]:
    numbered = list(enumerate(page.body.raw_data))
    for is_edge, blocks in groupby(numbered, key=lambda one: one[1]["type"] in FOUND):
        if is_edge:
            margin = [card for _number, raw in blocks if (card := _margin_card(raw, found))]
            if margin:
                yield Part(margin=margin)
        else:
            yield Part(blocks=[page.body[number] for number, _raw in blocks])


def _margin_card(raw: dict[str, Any], found: Cards) -> Card | None:
    """The card of a block, with the sentence that the story itself leads there with."""
    kind, value = raw["type"], raw["value"]
    card = found.get((kind, value.get("target") or 0))
    if card is None:
        return None
    return replace(card, kicker=KICKERS[kind](), line=value.get("text") or card.line)


def _pilots_nearby(page: StoryPage) -> list[Pilot]:
    """Pilots where the story is told first, then any: no story is a dead end."""
    pilots = list(Pilot.objects.published().for_cards()[:12])
    return sorted(pilots, key=lambda pilot: pilot.place_id != page.told_at_id)[:2]


def _more(page: StoryPage) -> list[StoryPage]:
    """Three others, those of the same theme first."""
    others = graph.stories().filter(locale=locale_id()).exclude(pk=page.pk)[:12]
    return sorted(others, key=lambda other: other.theme_id != page.theme_id)[:3]
