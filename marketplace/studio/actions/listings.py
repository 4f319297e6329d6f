"""What happens to a listing. One door, `move`, for each change of state."""

from datetime import datetime

from django.db import transaction

from ground.accounts.models import User
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner
from marketplace.studio import checklist, emails
from marketplace.studio.actions.creation import default_product_class
from marketplace.studio.models import Listing, ListingEvent
from marketplace.studio.signals import left_the_shop
from marketplace.studio.states import MOVES, MoveRefused, State


class NotReady(Exception):
    """The listing lacks what the shop or the law asks for; `steps` says what."""

    def __init__(self, steps: list[checklist.Step]) -> None:
        super().__init__(", ".join(step.label for step in steps))
        self.steps = steps


def refuse_if_incomplete(product: Product) -> None:
    """Raises NotReady with what the product lacks for being sold."""
    if steps := checklist.missing(checklist.before_sale(product)):
        raise NotReady(steps)


@transaction.atomic
def start(*, partner: Partner, title: str, language: str, by: User, at: datetime) -> Listing:
    """A new draft of `partner`, with a name in `language` and nothing else."""
    product = Product(
        product_class=default_product_class(),
        structure=Product.STANDALONE,
        is_public=False,
    )
    setattr(product, f"title_{language}", title)
    product.save()
    listing = Listing.objects.create(product=product, partner=partner)
    record(listing, by=by, at=at)
    return listing


def record(
    listing: Listing,
    *,
    by: User | None,
    at: datetime,
    reason: str = "",
    changes: dict[str, list[str]] | None = None,
) -> ListingEvent:
    return listing.events.create(
        state=listing.state, at=at, by=by, reason=reason, changes=changes or {}
    )


@transaction.atomic
def move(listing: Listing, name: str, *, by: User, at: datetime, reason: str = "") -> Listing:
    """Take `listing` through one of MOVES, write its history, and show or hide the product.

    Raises MoveRefused where the move does not lead from the state it is in now.
    """
    listing = (
        Listing.objects.select_for_update(of=("self",))
        .select_related("product", "partner")
        .get(pk=listing.pk)
    )
    sources, target = MOVES[name]
    if listing.state not in sources:
        raise MoveRefused(listing.state, name)
    listing.state = target
    if target != State.ON_SALE:
        listing.changes_sent_at = None
    if name == "submit":
        listing.submitted_at = at
    listing.save()
    record(listing, by=by, at=at, reason=reason)
    product = listing.product
    if product.is_public and target != State.ON_SALE:
        left_the_shop.send(Listing, listing=listing)
    if product.is_public != (target == State.ON_SALE):
        product.is_public = target == State.ON_SALE
        product.save(update_fields=["is_public", "date_updated"])
    return listing


@transaction.atomic
def submit(listing: Listing, *, by: User, at: datetime) -> Listing:
    """Send for approval. Raises NotReady with what is missing."""
    refuse_if_incomplete(listing.product)
    listing = move(listing, "submit", by=by, at=at)
    emails.listing_submitted(listing)
    return listing


@transaction.atomic
def approve(listing: Listing, *, by: User, at: datetime) -> Listing:
    listing = move(listing, "approve", by=by, at=at)
    emails.listing_approved(listing)
    return listing


@transaction.atomic
def request_changes(listing: Listing, *, reason: str, by: User, at: datetime) -> Listing:
    """Send back, with what should change: always with reasons (EU 2019/1150, art. 4)."""
    listing = move(listing, "request_changes", by=by, at=at, reason=reason)
    emails.listing_sent_back(listing, reason)
    return listing


@transaction.atomic
def suspend(listing: Listing, *, reason: str, by: User, at: datetime) -> Listing:
    """Take off the shop until the reason is settled; the artisan is told it."""
    listing = move(listing, "suspend", by=by, at=at, reason=reason)
    emails.listing_suspended(listing, reason, by=by, at=at)
    return listing


def delete(listing: Listing, *, by: User, at: datetime) -> Listing:
    """Throw a draft away: nobody finds it any more."""
    return move(listing, "delete", by=by, at=at)


def take_down(listing: Listing, *, by: User, at: datetime) -> Listing:
    """Back to a draft, by the artisan's own wish."""
    return move(listing, "take_down", by=by, at=at)
