"""Products as cards: what a list shows of each, in four queries for any number of them.

The drawn card is kept for as long as nothing in the shop changes (`pagecache.generation`), so a
list that has been seen before costs no query for its cards.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.cache import cache
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext

from ground.pagecache.keys import drawn_now
from ground.provenance.models import Label
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner, StockRecord
from marketplace.forks.partner.strategy import Default

from .pictures import first_pictures


@dataclass(frozen=True)
class Card:
    """What a card says. `price` includes VAT; None for what has no price any more."""

    product: Product
    artisan: Partner
    image: Any
    price: Decimal | None
    is_from: bool
    badge: str

    @property
    def title(self) -> str:
        return self.product.get_title()

    @property
    def href(self) -> str:
        return self.product.get_absolute_url()

    @property
    def kicker(self) -> str:
        provenance = getattr(self.product, "provenance", None)
        return provenance.craft.name if provenance and provenance.craft else ""

    @property
    def place(self) -> str:
        return self.artisan.commune

    def __html__(self) -> str:
        return render_to_string("marketplace/shop/card.html", {"card": self})


def drawn(ids: Sequence[int]) -> list[SafeString]:
    """The cards of these products as HTML, in this order; those not on sale are left out."""
    of = f"card:{drawn_now()}:{get_language()}"
    keys = {pk: f"{of}:{pk}" for pk in ids}
    found = cache.get_many(keys.values())
    missing = [pk for pk in ids if keys[pk] not in found]
    if missing:
        products = with_craft(Product.objects.filter(pk__in=missing))
        fresh = {keys[card.product.pk]: card.__html__() for card in cards_of(products)}
        cache.set_many(fresh, timeout=3600)
        found |= fresh
    # Our own template, escaped when it was drawn.
    return [mark_safe(found[keys[pk]]) for pk in ids if keys[pk] in found]


def cards_of(
    products: Iterable[Product],
    *,
    records: dict[int, list[StockRecord]] | None = None,
    pictures: dict[int, Any] | None = None,
) -> list[Card]:
    """The cards of these products, in this order; those that nobody sells are left out.

    `records`, `pictures`: by the product's primary key, where they have been loaded already.
    """
    products = list(products)
    ids = [product.pk for product in products]
    if records is None:
        records = records_of(ids)
    if pictures is None:
        pictures = first_pictures(ids, "card")
    return [
        _card(product, records[product.pk], pictures.get(product.pk))
        for product in products
        if product.pk in records
    ]


def with_craft(products: QuerySet[Product]) -> QuerySet[Product]:
    """Products with what their card says of where they come from."""
    return products.select_related("provenance__craft")


def records_of(products: list[int]) -> dict[int, list[StockRecord]]:
    """Stock records of each product, its variants' included, the least expensive first."""
    records: dict[int, list[StockRecord]] = {}
    found = (
        StockRecord.objects.offered()
        .of_family(*products)
        .filter(Q(product__parent=None) | Q(product__is_public=True))
        .select_related("partner", "product__parent")
        .annotate(has_labels=Exists(Label.objects.filter(partner=OuterRef("partner"))))
        .order_by("price", "pk")
    )
    for record in found:
        records.setdefault(record.product.parent_id or record.product_id, []).append(record)
    return records


def _card(product: Product, records: list[StockRecord], picture: Any) -> Card:
    strategy = Default()
    policies = [strategy.availability_policy(record.product, record) for record in records]
    pairs = list(zip(records, policies, strict=True))
    best, policy = next((pair for pair in pairs if pair[1].is_available_to_buy), pairs[0])
    return Card(
        product=product,
        artisan=best.partner,
        image=picture,
        price=best.price,
        is_from=len({record.price for record in records}) > 1,
        badge=_badge(product, policy),
    )


def _badge(product: Product, policy: Any) -> str:
    if not policy.is_available_to_buy or policy.code == "made-to-order":
        return str(policy.short_message)
    if product.edition_size:
        words = ngettext("One of a kind", "Edition of %(count)d", product.edition_size)
        return words % {"count": product.edition_size}
    return "" if policy.num_available > 3 else str(policy.short_message)
