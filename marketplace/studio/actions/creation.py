"""A listing in one call: product, variants, price, stock, pictures and provenance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import transaction
from oscar.core.loading import get_model

from ground.provenance.models import Craft, Evidence, Picture, Place, Provenance
from marketplace.forks.catalogue.models import Option, Product
from marketplace.forks.partner.models import Partner, StockRecord
from marketplace.studio.models import Listing
from marketplace.studio.states import State

ProductClass = get_model("catalogue", "ProductClass")
ProductImage = get_model("catalogue", "ProductImage")

Translated = Mapping[str, str]  # {"fr": "…", "en": "…"}


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One of several: `title` says what differs ("24 cm"). `stock` None: made to order."""

    sku: str
    title: Translated
    price: Decimal
    stock: int | None = None


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a product comes from; `statements` are read by everybody as its evidence."""

    craft: Craft | None = None
    made_at: Place | None = None
    inspired_by_place: Place | None = None
    inspired_by: Any = None
    materials: Translated = field(default_factory=dict)
    statements: Sequence[Translated] = ()


@dataclass(frozen=True, kw_only=True)
class Words:
    """What the buyer types to have it put on the thing."""

    label: Translated
    max_length: int
    is_required: bool = True


@transaction.atomic
def create_listing(
    *,
    artisan: Partner,
    upc: str,
    title: Translated,
    price: Decimal,
    stock: int | None = None,
    origin: Origin,
    texts: Mapping[str, Translated] | None = None,
    categories: Sequence[Any] = (),
    pictures: Sequence[Picture] = (),
    variants: Sequence[Variant] = (),
    words: Words | None = None,
    is_public: bool = True,
    **facts: Any,
) -> Product:
    """Create the listing known by `upc`, or bring it up to date.

    `price` includes VAT. `stock` None: made to order. `texts`: teaser, description, dimensions,
    safety_warnings, no_return_reason by language. `facts`: other fields of the product (weight_g,
    edition_size, lead_time_days, safety_identifier, no_return, is_featured). With variants, price
    and stock are theirs.
    """
    product = _save_product(
        upc=upc,
        structure=Product.PARENT if variants else Product.STANDALONE,
        product_class=default_product_class(),
        is_public=is_public,
        is_made_to_order=stock is None and not variants,
        **_spread({"title": title, **(texts or {})}),
        **facts,
    )
    Listing.objects.update_or_create(
        product=product,
        defaults={"partner": artisan, "state": State.ON_SALE if is_public else State.DRAFT},
    )
    product.categories.set(categories)
    _place_pictures(product, pictures)
    _tell_origin(product, origin)
    ask_for_words(product, words)
    if variants:
        for variant in variants:
            _save_variant(product, artisan, variant)
    else:
        _price(product, artisan, sku=upc, price=price, stock=stock)
    state = Listing.State.ON_SALE if is_public else Listing.State.DRAFT
    Listing.objects.update_or_create(product=product, defaults={"partner": artisan, "state": state})
    return product


def ask_for_words(product: Product, words: Words | None) -> None:
    """Have the buyer asked for these words to put on it; None: for none."""
    options = []
    if words:
        option, _ = Option.objects.update_or_create(
            code=f"words-{product.pk}",
            defaults={"max_length": words.max_length, "required": words.is_required}
            | _spread({"name": words.label}),
        )
        options.append(option)
    product.product_options.set(options)


def _save_product(*, upc: str, **fields: Any) -> Product:
    product = Product.objects.filter(upc=upc).first() or Product(upc=upc)
    for name, value in fields.items():
        setattr(product, name, value)
    product.slug = upc if fields["structure"] != Product.CHILD else product.slug
    product.save()
    return product


def _save_variant(parent: Product, artisan: Partner, variant: Variant) -> None:
    child = _save_product(
        upc=variant.sku,
        structure=Product.CHILD,
        parent=parent,
        is_public=parent.is_public,
        is_made_to_order=variant.stock is None,
        **_spread({"title": variant.title}),
    )
    _price(child, artisan, sku=variant.sku, price=variant.price, stock=variant.stock)


def _price(
    product: Product, artisan: Partner, *, sku: str, price: Decimal, stock: int | None
) -> None:
    StockRecord.objects.update_or_create(
        partner=artisan,
        partner_sku=sku,
        defaults={"product": product, "price": price, "num_in_stock": stock},
    )


def _place_pictures(product: Product, pictures: Sequence[Picture]) -> None:
    product.images.all().delete()
    for order, picture in enumerate(pictures):
        ProductImage(product=product, picture=picture, display_order=order).save()


def _tell_origin(product: Product, origin: Origin) -> None:
    provenance, _ = Provenance.objects.update_or_create(
        product=product,
        defaults={
            "craft": origin.craft,
            "made_at": origin.made_at,
            "inspired_by_place": origin.inspired_by_place,
            "inspired_by": origin.inspired_by,
            **_spread({"materials": origin.materials}),
        },
    )
    provenance.evidence.all().delete()
    Evidence.objects.bulk_create(
        Evidence(provenance=provenance, **_spread({"statement": words}))
        for words in origin.statements
    )


def default_product_class() -> Any:
    """The one class of things that are sent: Oscar asks for one."""
    return ProductClass.objects.get_or_create(slug="object", defaults={"name": "Object"})[0]


def _spread(texts: Mapping[str, Translated]) -> dict[str, str]:
    """{"title": {"fr": "…"}} as {"title_fr": "…"}, the way modeltranslation keeps them."""
    return {
        f"{name}_{language}": text
        for name, by_language in texts.items()
        for language, text in by_language.items()
    }
