"""One function per letter, each written in the language of whoever reads it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q
from django.urls import reverse

from ground.accounts.models import User
from ground.letters import outbox

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
    path = reverse("studio_listing_modeladmin_inspect", args=[listing.pk])
    tell("listing_submitted", operators(), listing=listing, path=path)


def listing_changed(listing: Listing) -> None:
    """Once for all changes that an operator has not read yet."""
    path = reverse("studio_listing_modeladmin_inspect", args=[listing.pk])
    tell("listing_changed", operators(), listing=listing, path=path)


def listing_approved(listing: Listing) -> None:
    tell("listing_approved", makers(listing), listing=listing, path=_in_the_shop(listing))


def changes_approved(listing: Listing) -> None:
    tell("changes_approved", makers(listing), listing=listing, path=_in_the_shop(listing))


def changes_declined(listing: Listing, reason: str, *, by: User) -> None:
    _tell_why("changes_declined", listing, reason, reply_to=by.email)


def listing_sent_back(listing: Listing, reason: str) -> None:
    _tell_why("listing_sent_back", listing, reason)


def listing_suspended(listing: Listing, reason: str, *, by: User, at: datetime) -> None:
    """What happened, why, since when and how to object: Regulation (EU) 2019/1150, art. 4 and 11.

    An answer to the letter reaches whoever took the decision.
    """
    _tell_why("listing_suspended", listing, reason, at=at, reply_to=by.email)


def makers(listing: Listing) -> Iterable[User]:
    return listing.partner.users.all()


def _tell_why(name: str, listing: Listing, reason: str, **context: Any) -> None:
    path = reverse("studio:listing", args=[listing.partner.code, listing.pk])
    tell(name, makers(listing), listing=listing, reason=reason, path=path, **context)


def _in_the_shop(listing: Listing) -> str:
    return str(listing.product.get_absolute_url())
