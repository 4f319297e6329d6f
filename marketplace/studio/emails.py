"""One function per letter, each written in the language of whoever reads it."""

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.mail import EmailMultiAlternatives
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from marketplace.accounts.models import User

from .models import Listing


def send(name: str, *, to: Iterable[User], **context: object) -> None:
    """Send templates/emails/studio/<name>.{txt,html} to each.

    The first line of the text is the subject.
    """
    for user in to:
        with override(user.language):
            words = {
                **context,
                "user": user,
                "base_url": settings.WAGTAILADMIN_BASE_URL,
            }
            subject, _, text = render_to_string(f"emails/studio/{name}.txt", words).partition("\n")
            message = EmailMultiAlternatives(subject.strip(), text.strip(), to=[user.email])
            message.attach_alternative(
                render_to_string(f"emails/studio/{name}.html", words), "text/html"
            )
            message.send()


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
    send(
        "listing_submitted",
        to=operators(),
        listing=listing,
        path=reverse("studio_listing_modeladmin_index"),
    )


def listing_approved(listing: Listing) -> None:
    path = listing.product.get_absolute_url()
    send("listing_approved", to=listing.partner.users.all(), listing=listing, path=path)


def listing_sent_back(listing: Listing, reason: str) -> None:
    path = reverse("studio:listing", args=[listing.partner.code, listing.pk])
    send(
        "listing_sent_back",
        to=listing.partner.users.all(),
        listing=listing,
        reason=reason,
        path=path,
    )
