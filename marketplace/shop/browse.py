"""Filters that stand in the address, results that can be bought, counts that add up."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db.models import CharField, Count, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model

from ground.pagecache.keys import digest, drawn_now
from ground.typed.amounts import read_amount
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import StockRecord

Category = get_model("catalogue", "Category")

SORTS = {
    "": _("The shop's choice"),
    "new": _("Newest first"),
    "price": _("Price, low to high"),
    "-price": _("Price, high to low"),
}
LARGEST = Decimal("100000")
FALLBACKS = settings.MODELTRANSLATION_FALLBACK_LANGUAGES


@dataclass(frozen=True)
class Filters:
    """What was asked for. `category`: a path; `with_all`: also what cannot be bought.

    `wrong_from`, `wrong_to`: what stands in the place of a price and is none.
    """

    craft: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    artisan: tuple[str, ...] = ()
    category: str = ""
    price_from: Decimal | None = None
    price_to: Decimal | None = None
    wrong_from: str = ""
    wrong_to: str = ""
    with_all: bool = False
    sort: str = ""

    @property
    def active(self) -> int:
        """How many are set, apart from the category and the order."""
        prices = self.price_from is not None or self.price_to is not None or self.has_wrong_price
        return len(self.craft + self.place + self.artisan) + prices + self.with_all

    @property
    def has_wrong_price(self) -> bool:
        return bool(self.wrong_from or self.wrong_to)

    @property
    def key(self) -> str:
        values = repr([getattr(self, each.name) for each in fields(self)])
        return digest(values)


def filters_in(query: QueryDict, *, category: str = "") -> Filters:
    """The filters of an address. What makes no sense there asks for nothing."""
    sort = query.get("sort", "")
    price_from, wrong_from = _price(query.get("price_from", ""))
    price_to, wrong_to = _price(query.get("price_to", ""))
    return Filters(
        craft=_slugs(query, "craft"),
        place=_slugs(query, "place"),
        artisan=_slugs(query, "artisan"),
        category=category,
        price_from=price_from,
        price_to=price_to,
        wrong_from=wrong_from,
        wrong_to=wrong_to,
        with_all=query.get("all") == "1",
        sort=sort if sort in SORTS else "",
    )


def _slugs(query: QueryDict, name: str) -> tuple[str, ...]:
    # isprintable: PostgreSQL refuses a NUL, and no slug has control characters.
    slugs = {slug for slug in query.getlist(name) if 0 < len(slug) <= 128 and slug.isprintable()}
    return tuple(sorted(slugs)[:20])


def _price(typed: str) -> tuple[Decimal | None, str]:
    """The price that was typed, or else the beginning of what was."""
    typed = typed.strip()
    amount = _amount(typed)
    return amount, typed[:40] if amount is None else ""


def _amount(text: str) -> Decimal | None:
    try:
        amount = read_amount(text)
    except ValidationError:
        return None
    if amount is None or not 0 <= amount <= LARGEST:
        return None
    return amount.quantize(Decimal("0.01"))


def results(filters: Filters, *, today: date) -> QuerySet[Product]:
    """The products asked for, in no order yet."""
    offers = _offers(filters, today)
    products = Product.objects.on_sale(offers)
    if filters.craft:
        products = products.filter(provenance__craft__slug__in=filters.craft)
    if filters.place:
        products = products.filter(provenance__made_at__slug__in=filters.place)
    if filters.category:
        inside = Product.categories.through.objects.filter(
            category__path__startswith=filters.category
        )
        products = products.filter(pk__in=inside.values("product"))
    return products


def _offers(filters: Filters, today: date) -> QuerySet[StockRecord]:
    """What sells it: one and the same variant has the price and the stock asked for."""
    everything = StockRecord.objects.all()
    offers = everything.offered() if filters.with_all else everything.buyable(today)
    if filters.artisan:
        offers = offers.filter(partner__code__in=filters.artisan)
    if filters.price_from is not None:
        offers = offers.filter(price__gte=filters.price_from)
    if filters.price_to is not None:
        offers = offers.filter(price__lte=filters.price_to)
    return offers


def in_order(products: QuerySet[Product], filters: Filters, *, today: date) -> QuerySet[Product]:
    """The order of the page; the last term makes it the same each time."""
    if filters.sort in {"price", "-price"}:
        products = products.annotate(least=_least_price(_offers(filters, today)))
        least_first = F("least").asc() if filters.sort == "price" else F("least").desc()
        return products.order_by(least_first, "-id")
    if filters.sort == "new":
        return products.order_by("-date_created", "-id")
    return products.order_by("-is_featured", "-date_created", "-id")


def _least_price(offers: QuerySet[StockRecord]) -> Any:
    cheapest = offers.order_by("price").values("price")
    return Coalesce(
        Subquery(cheapest.filter(product=OuterRef("pk"))[:1]),
        Subquery(cheapest.filter(product__parent=OuterRef("pk"))[:1]),
    )


def kept(name: str, filters: Filters, make: Callable[[], Any]) -> Any:
    """What `make` counts, counted once for as long as nothing in the shop changes."""
    day = timezone.localdate()  # who was away yesterday may be back
    key = f"browse:{drawn_now()}:{get_language()}:{day}:{filters.key}:{name}"
    return cache.get_or_set(key, make, timeout=600)


def facets(filters: Filters, *, today: date) -> dict[str, Any]:
    """How many results there are, and for each choice how many it would leave.

    Keys: `count`, and `craft`, `place`, `artisan`: lists for `{% filter_group %}`.
    """
    return kept("facets", filters, lambda: _count(filters, today))


def _count(filters: Filters, today: date) -> dict[str, Any]:
    groups: dict[str, list[Any]] = {"craft": [], "place": [], "artisan": []}
    rows = _of_group("craft", "provenance__craft", filters, today).union(
        _of_group("place", "provenance__made_at", filters, today),
        _of_artisans(filters, today),
        all=True,
    )
    for group, value, label, count in rows:
        groups[group].append((value, label, count))
    return {
        "count": results(filters, today=today).count(),
        **{group: _listed(found, getattr(filters, group)) for group, found in groups.items()},
    }


def _of_group(group: str, relation: str, filters: Filters, today: date) -> QuerySet[Any, Any]:
    """(group, slug, name, count) of what could be chosen, with the other groups as they are."""
    names = [f"{relation}__name_{code}" for code in (get_language(), *FALLBACKS)]
    name = Coalesce(*names, output_field=CharField())
    others: Any = {group: ()}
    found = results(replace(filters, **others), today=today).values("pk")
    return (
        # Django's own queryset: modeltranslation's gives the columns in no fixed order.
        QuerySet(Product)
        .filter(pk__in=found, **{f"{relation}__isnull": False})
        .order_by()
        .annotate(group=Value(group), value=F(f"{relation}__slug"), label=name)
        .values_list("group", "value", "label")
        .annotate(count=Count("pk"))
    )


def _of_artisans(filters: Filters, today: date) -> QuerySet[Any, Any]:
    """The same for artisans, who are known by what they offer."""
    others = replace(filters, artisan=())
    return (
        _offers(others, today)
        .annotate(root=Coalesce("product__parent", "product"))
        .filter(root__in=results(others, today=today).values("pk"))
        .order_by()
        .annotate(group=Value("artisan"), value=F("partner__code"), label=F("partner__name"))
        .values_list("group", "value", "label")
        .annotate(count=Count("root", distinct=True))
    )


def _listed(found: Any, chosen: tuple[str, ...]) -> list[dict[str, Any]]:
    options = [
        {"value": value, "label": label, "count": count, "checked": value in chosen}
        for value, label, count in found
    ]
    return sorted(options, key=lambda option: str(option["label"]).casefold())


def categories() -> list[dict[str, Any]]:
    """The upper categories, as `{pk, name, url, path}`."""
    return kept("categories", Filters(), _load_categories)


def _load_categories() -> list[dict[str, Any]]:
    found = Category.objects.browsable().filter(depth=1).order_by("path")
    return [
        {"pk": each.pk, "name": each.name, "url": each.get_absolute_url(), "path": each.path}
        for each in found
    ]
