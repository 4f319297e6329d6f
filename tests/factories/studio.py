"""Listings, as the studio makes them."""

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

from django.core.files.base import ContentFile
from oscar.core.loading import get_model
from PIL import Image

from ground.provenance.models import Craft, Picture
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner
from marketplace.studio.actions import editing, listings
from marketplace.studio.forms.listing import WORDS
from marketplace.studio.models import Listing

AT = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)


def a_photo(size: tuple[int, int] = (800, 800)) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", size, "#a8341a").save(buffer, "JPEG")
    return buffer.getvalue()


def complete_data(**changes) -> dict:
    """What a ListingForm hands over when nothing is missing."""
    category = get_model("catalogue", "Category").objects.first()
    category = category or get_model("catalogue", "Category").add_root(name="Maison", slug="maison")
    craft, _ = Craft.objects.get_or_create(slug="faience", defaults={"name": "Faïence"})
    words = {f"{name}_{code}": "" for name, *_ in WORDS for code in ("fr", "en")}
    return {
        **words,
        "title_fr": "Bol rouge",
        "teaser_fr": "Né d'un terril.",
        "description_fr": "Un bol de terre rouge.",
        "materials_fr": "schiste rouge",
        "safety_warnings_fr": "Aucun.",
        "safety_identifier": "BOL-1",
        "category": category,
        "price": Decimal("24.00"),
        "num_in_stock": 5,
        "is_made_to_order": False,
        "lead_time_days": None,
        "asked_most": None,
        "asked_optional": False,
        "no_return": "",
        "weight_g": 400,
        "craft": craft,
        "made_at": None,
        "inspired_by": None,
        **changes,
    }


def a_listing(partner: Partner, by, *, state: str = Listing.State.DRAFT, **changes) -> Listing:
    """A listing that lacks nothing, taken to `state` through its own doors."""
    listing = listings.start(partner=partner, title="Bol rouge", language="fr", by=by, at=AT)
    rewrite(listing, by, **changes)
    picture = Picture.objects.create(
        title="Bol", alt_fr="Un bol rouge", file=ContentFile(a_photo(), name="bol.jpg")
    )
    get_model("catalogue", "ProductImage")(product=listing.product, picture=picture).save()
    listing = Listing.objects.get(pk=listing.pk)
    if state in {Listing.State.SUBMITTED, Listing.State.ON_SALE}:
        listing = listings.submit(listing, by=by, at=AT)
    if state == Listing.State.ON_SALE:
        listing = listings.approve(listing, by=by, at=AT)
    return listing


def rewrite(listing: Listing, by, *, photos: dict | None = None, **changes) -> Listing:
    """What an artisan does who opens the listing, changes these fields and saves."""
    version = Listing.objects.get(pk=listing.pk).version
    data = {**complete_data(**changes), "version": version}
    return editing.save(listing, data=data, photos=photos, by=by, at=AT)


def product_of(listing: Listing) -> Product:
    return Product.objects.get(pk=listing.pk)
