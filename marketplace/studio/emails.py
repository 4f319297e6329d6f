"""One function per letter, each written in the language of whoever reads it."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q
from django.urls import reverse

from marketplace.accounts.models import User
from marketplace.letters import outbox

from .models import Listing


def tell(name: str, people: Iterable[User], **context: Any) -> None:
    for user in people:
        outbox.write(f"studio/{name}", to=user.email, language=user.language, user=user, **context)


def operators() -> Iterable[User]:
    """Those who approve listings."""
    may_approve = Permission.objects.filter(
        content_type__app_label="studio", codename="change_listing"
    )
    return (
        User.objects.filter(is_active=True)
        .filter(Q(groups__permissions__in=may_approve) | Q(user_permissions__in=may_approve))
        .distinct()
    )


def listing_submitted(listing: Listing) -> None:
    path = reverse("studio_listing_modeladmin_index")
    tell("listing_submitted", operators(), listing=listing, path=path)


def listing_approved(listing: Listing) -> None:
    path = listing.product.get_absolute_url()
    tell("listing_approved", listing.partner.users.all(), listing=listing, path=path)


def listing_sent_back(listing: Listing, reason: str) -> None:
    path = reverse("studio:listing", args=[listing.partner.code, listing.pk])
    people = listing.partner.users.all()
    tell("listing_sent_back", people, listing=listing, reason=reason, path=path)
