"""Writing down what an artisan typed: words, price, provenance, photos."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from itertools import count
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max

from ground.accounts.models import User
from ground.provenance.models import Picture, Provenance
from marketplace.forks.catalogue.models import Option, Product, ProductImage
from marketplace.forks.partner.models import StockRecord
from marketplace.studio.actions.creation import Words, ask_for_words

from .. import differences, emails
from ..differences import Changes
from ..forms.listing import (
    FACTS,
    OF_A_VARIANT,
    WORDS,
    in_words,
    initial_of,
    key_of,
    of_variant,
    read_proposal,
)
from ..models import Listing
from ..states import State
from ..words import to_html
from .listings import move, record, refuse_if_incomplete

# What is changed on sale at once, as are facts of variants; all else tells what a thing is, and
# waits for an operator.
AT_ONCE = {"price", "num_in_stock", "is_made_to_order", "lead_time_days", "weight_g", "version"}
ELSEWHERE = {"materials", "asked"}  # words that are no field of the product
ORIGIN = ("craft", "made_at", "inspired_by")


class ChangedMeanwhile(Exception):
    """Somebody saved the listing after this page of it was opened."""


@transaction.atomic
def save(
    listing: Listing,
    *,
    data: Mapping[str, Any],
    photos: Mapping[str, Any] | None = None,
    by: User,
    at: datetime,
) -> Listing:
    """Write the cleaned data of a ListingForm and of a PhotosForm.

    From the day that it was first sent, what a shopper would see differently is written to its
    history, for the operator to read. Of a listing on sale, words wait as its `proposal` until they
    are approved. Raises ChangedMeanwhile, or NotReady where a listing on sale would lack something;
    nothing is written then.
    """
    listing = Listing.objects.select_for_update(of=("self",)).get(pk=listing.pk)
    if listing.version != data["version"]:
        raise ChangedMeanwhile
    before = differences.shown(listing.product)
    proposed: Changes = {}
    if listing.state == State.ON_SALE:
        _refuse_if_incomplete_with(listing, data)
        data, proposed = _keep_back(listing, data)
    else:
        listing.proposal = None
    _write_product(listing.product, data)
    _write_variants(listing.product, data)
    _write_origin(listing.product, data)
    if "price" in data:
        stock = _stock_of(listing)
        set_stock(stock, price=data["price"], num_in_stock=data["num_in_stock"], by=by, at=at)
    if photos:
        _write_photos(listing, photos)
    if listing.state == State.ON_SALE:
        refuse_if_incomplete(Product.objects.get(pk=listing.pk))
    if photos:
        add_photos(listing, photos["photos"], by=by)
        _arrange(listing, first=photos.get("first") or "")
    listing.version += 1
    after = differences.shown(Product.objects.get(pk=listing.pk))
    _write_down(listing, differences.between(before, after) | proposed, by=by, at=at)
    return listing


@transaction.atomic
def keep_photos(listing: Listing, photos: Iterable[ContentFile], *, by: User, at: datetime) -> None:
    """New photos by themselves, as beside a word that is wrong: an operator reads of them, too."""
    listing = Listing.objects.select_for_update(of=("self",)).get(pk=listing.pk)
    before = differences.shown(listing.product)
    add_photos(listing, photos, by=by)
    after = differences.shown(Product.objects.get(pk=listing.pk))
    _write_down(listing, differences.between(before, after), by=by, at=at)


def _write_down(listing: Listing, changes: Changes, *, by: User, at: datetime) -> None:
    """Into the history once it was first sent, and into the queue where it is on sale."""
    if changes and (listing.submitted_at or listing.state == State.ON_SALE):
        record(listing, by=by, at=at, changes=changes)
    if listing.state == State.ON_SALE:
        _send_to_the_operator(listing, at=at)
    listing.save()


def _send_to_the_operator(listing: Listing, *, at: datetime) -> None:
    """Put the changes in the queue, and write of the first of them; what is changed back is none.

    A price is the artisan's own business.
    """
    is_waiting = listing.changes_sent_at is not None
    if listing.changes_to_read().keys() - {"price"}:
        listing.changes_sent_at = listing.changes_sent_at or at
        if not is_waiting:
            emails.listing_changed(listing)
    else:
        listing.changes_sent_at = None


@transaction.atomic
def approve_changes(listing: Listing, *, by: User, at: datetime) -> Listing:
    """Show in the shop what the artisan has changed. Raises NotReady where it would lack something.

    It is what the operator has read: a later save waits anew.
    """
    listing = move(listing, "approve_changes", by=by, at=at)
    data = initial_of(listing) | read_proposal(listing)
    _write_product(listing.product, data)
    _write_origin(listing.product, data)
    refuse_if_incomplete(Product.objects.get(pk=listing.pk))
    listing.proposal = listing.changes_sent_at = None
    listing.version += 1
    listing.save()
    emails.changes_approved(listing)
    return listing


@transaction.atomic
def decline_changes(listing: Listing, *, reason: str, by: User, at: datetime) -> Listing:
    """Leave the shop as it is; the artisan finds the words in the editor, and reads why."""
    listing = move(listing, "decline_changes", by=by, at=at, reason=reason)
    listing.changes_sent_at = None
    listing.save()
    emails.changes_declined(listing, reason, by=by)
    return listing


def _keep_back(listing: Listing, data: Mapping[str, Any]) -> tuple[dict[str, Any], Changes]:
    """The data with what waits replaced by what is approved; and what now waits otherwise."""
    approved = initial_of(listing)
    before = in_words(approved | read_proposal(listing))
    waits = {
        name: data[name]
        for name in data.keys() & approved.keys() - AT_ONCE
        if not name.startswith("variant") and key_of(data[name]) != key_of(approved[name])
    }
    listing.proposal = {name: key_of(value) for name, value in waits.items()} or None
    after = in_words(approved | waits)
    return {**data, **{name: approved[name] for name in waits}}, differences.between(before, after)


def _refuse_if_incomplete_with(listing: Listing, data: Mapping[str, Any]) -> None:
    """Raises NotReady if this listing would lack something with all of this; writes nothing."""
    with transaction.atomic():
        product = Product.objects.get(pk=listing.pk)
        _write_product(product, data)
        _write_origin(product, data)
        try:
            refuse_if_incomplete(Product.objects.get(pk=listing.pk))
        finally:
            transaction.set_rollback(True)


def _write_product(product: Product, data: Mapping[str, Any]) -> None:
    for code, _language in settings.LANGUAGES:
        for name, *_rest in WORDS:
            words = data.get(f"{name}_{code}")
            if name in ELSEWHERE or words is None:  # a single thing has no variants to choose from
                continue
            setattr(
                product,
                f"{name}_{code}",
                to_html(words) if name == "description" else words,
            )
    for name in FACTS:
        if name in data:
            setattr(product, name, data[name])
    product.save()
    _write_shelf(product, data["category"])
    ask_for_words(product, _words_in(data))


def _write_variants(product: Product, data: Mapping[str, Any]) -> None:
    for variant in product.children.all():
        own = [name for name in OF_A_VARIANT if of_variant(variant, name) in data]
        for name in own:
            setattr(variant, name, data[of_variant(variant, name)])
        if own:
            variant.save()


def _words_in(data: Mapping[str, Any]) -> Words | None:
    """What the buyer is asked to type, if anything."""
    label = {code: data[f"asked_{code}"] for code, _language in settings.LANGUAGES}
    if not any(label.values()):
        return None
    longest = data["asked_most"] or Option._meta.get_field("max_length").default
    return Words(label=label, max_length=longest, is_required=not data["asked_optional"])


def _write_shelf(product: Product, shelf: Any) -> None:
    """The one that the form shows; on others ("presents") the shop has put it."""
    shown = product.categories.first()
    if shown and shown != shelf:
        product.categories.remove(shown)
    if shelf:
        product.categories.add(shelf)


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
    """Set price and stock; the record logs its prices."""
    wanted = {"price": price, "num_in_stock": num_in_stock}
    changed = [name for name, value in wanted.items() if getattr(stock, name) != value]
    for name in changed:
        setattr(stock, name, wanted[name])
    if changed or not stock.pk:
        # Only what is another: an order placed or sent meanwhile keeps what it took.
        stock.save(update_fields=[*changed, "date_updated"] if stock.pk else None, by=by, at=at)
    return stock


def _write_photos(listing: Listing, data: Mapping[str, Any]) -> None:
    """Descriptions and removals of the photos that are there."""
    for image in listing.product.images.select_related("picture"):
        if data.get(f"remove_{image.pk}"):
            ProductImage.objects.filter(pk=image.pk).delete()
        elif image.picture and image.picture.alt != data[f"alt_{image.pk}"]:
            image.picture.alt = data[f"alt_{image.pk}"]
            image.picture.save()


@transaction.atomic
def add_photos(listing: Listing, photos: Iterable[ContentFile], *, by: User) -> None:
    """New photos, after those that are there."""
    images = listing.product.images
    places = count((images.aggregate(last=Max("display_order"))["last"] or 0) + 1)
    for photo, place in zip(photos, places, strict=False):
        picture = Picture(
            title=str(listing.product)[:255],
            file=photo,
            credit=listing.partner.display_name,
            uploaded_by_user=by,
        )
        picture.save()
        ProductImage(product=listing.product, picture=picture, display_order=place).save()


def _arrange(listing: Listing, *, first: str) -> None:
    images = sorted(listing.product.images.all(), key=lambda image: str(image.pk) != first)
    for place, image in enumerate(images):
        image.display_order = place
        image.save(update_fields=["display_order"])
