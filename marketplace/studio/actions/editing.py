"""Writing down what an artisan typed: words, price, provenance, photos."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from marketplace.accounts.models import User
from marketplace.forks.catalogue.models import Product, ProductImage
from marketplace.forks.partner.models import StockRecord
from marketplace.provenance.models import Picture, Provenance

from ..forms.listing import WORDS
from ..models import Listing, PriceChange
from ..states import State
from ..words import to_html, to_text
from .listings import record

FACTS = ("is_made_to_order", "lead_time_days", "weight_g", "safety_identifier")
ORIGIN = ("craft", "made_at", "inspired_by")


@transaction.atomic
def save(listing: Listing, *, data: Mapping[str, Any], by: User, at: datetime) -> Listing:
    """Write the cleaned data of a ListingForm.

    While the listing is on sale, what a shopper would see differently is written to its history,
    for the operator to read.
    """
    listing = Listing.objects.select_for_update(of=("self",)).get(pk=listing.pk)
    product = listing.product
    before = _shown(product)
    _write_product(product, data)
    _write_origin(product, data)
    if not product.is_parent:
        set_stock(
            _stock_of(listing),
            price=data["price"],
            num_in_stock=data["num_in_stock"],
            by=by,
            at=at,
        )
    listing.version += 1
    listing.save()
    if listing.state == State.ON_SALE:
        changes = _differences(before, _shown(product))
        if changes:
            record(listing, by=by, at=at, changes=changes)
    return listing


def _write_product(product: Product, data: Mapping[str, Any]) -> None:
    for code, _language in settings.LANGUAGES:
        for name, *_rest in WORDS:
            if name == "materials":
                continue
            words = data[f"{name}_{code}"]
            setattr(
                product,
                f"{name}_{code}",
                to_html(words) if name == "description" else words,
            )
    for name in FACTS:
        setattr(product, name, data[name])
    product.save()
    product.categories.set([data["category"]] if data["category"] else [])


def _write_origin(product: Product, data: Mapping[str, Any]) -> None:
    materials = {
        f"materials_{code}": data[f"materials_{code}"] for code, _language in settings.LANGUAGES
    }
    Provenance.objects.update_or_create(
        product=product, defaults={**{name: data[name] for name in ORIGIN}, **materials}
    )


def _stock_of(listing: Listing) -> StockRecord:
    product = listing.product
    return product.stockrecords.filter(partner=listing.partner).first() or StockRecord(
        product=product,
        partner=listing.partner,
        partner_sku=f"{listing.partner.code}-{product.pk}",
    )


@transaction.atomic
def set_stock(
    stock: StockRecord,
    *,
    price: Decimal | None,
    num_in_stock: int | None,
    by: User,
    at: datetime,
) -> StockRecord:
    """Set price and stock, and log the price where it is another one."""
    before = stock.price if stock.pk else None
    stock.price = price
    stock.num_in_stock = num_in_stock
    # Only what was typed: an order placed meanwhile keeps its allocation.
    stock.save(update_fields=["price", "num_in_stock", "date_updated"] if stock.pk else None)
    if price is not None and price != before:
        PriceChange.objects.create(stockrecord=stock, price=price, at=at, by=by)
    return stock


def _shown(product: Product) -> dict[str, str]:
    """What a shopper reads, by field."""
    shown = {}
    for code, _language in settings.LANGUAGES:
        for name in ("title", "teaser", "description", "safety_warnings"):
            shown[f"{name}_{code}"] = to_text(getattr(product, f"{name}_{code}") or "")
    return shown


def _differences(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, list[str]]:
    return {name: [before[name], after[name]] for name in before if before[name] != after[name]}


@transaction.atomic
def save_photos(listing: Listing, *, data: Mapping[str, Any], by: User) -> None:
    """Write the cleaned data of a PhotosForm: descriptions, removals, new photos, the first."""
    images = list(listing.product.images.select_related("picture"))
    kept = [image for image in images if not data.get(f"remove_{image.pk}")]
    for image in images:
        if image not in kept:
            ProductImage.objects.filter(pk=image.pk).delete()
    for image in kept:
        _describe(image, data.get(f"alt_{image.pk}", ""))
    kept += [_add(listing, photo, by=by) for photo in data.get("photos", [])]
    _arrange(kept, first=data.get("first") or "")


def _describe(image: ProductImage, alt: str) -> None:
    if image.picture and image.picture.alt != alt:
        image.picture.alt = alt
        image.picture.save()


def _add(listing: Listing, photo: ContentFile, *, by: User) -> ProductImage:
    picture = Picture(
        title=str(listing.product)[:255],
        file=photo,
        credit=listing.partner.display_name,
        uploaded_by_user=by,
    )
    picture.save()
    image = ProductImage(product=listing.product, picture=picture, display_order=9999)
    image.save()
    return image


def _arrange(images: list[ProductImage], *, first: str) -> None:
    ordered = sorted(images, key=lambda image: str(image.pk) != first)
    for place, image in enumerate(ordered):
        ProductImage.objects.filter(pk=image.pk).update(display_order=place)
