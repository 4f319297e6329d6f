"""Any change forgets the kept pages, unless it is known to show on none of them."""

from typing import Any

from django.db.models import Model

from .generation import forget_all

# What people do without a public page changing. Whatever is missing here costs speed, never truth.
SHOWN_NOWHERE = frozenset(
    {
        "account",
        "accounts",
        "admin",
        "analytics",
        "auth",
        "basket",
        "communication",
        "contenttypes",
        "customer",
        "django_tasks_database",
        "fulfilment",
        "letters",
        "mfa",
        "migrations",
        "order",
        "payments",
        "sessions",
        "settlement",
        "wagtailadmin",  # who is editing where, every few seconds
        "wagtailsearch",
        "wagtailusers",
    }
)


def forget_pages(sender: type[Model], **_: Any) -> None:
    """A model shows nowhere when its app does, or when it says so: `shown_nowhere = True`."""
    if sender._meta.app_label not in SHOWN_NOWHERE and not getattr(sender, "shown_nowhere", False):
        forget_all()
