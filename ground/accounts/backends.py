"""Accounts and groups are superusers' business, whatever rights somebody was given."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from .models import User

# Whoever has one of these can make a superuser in the Wagtail admin: of a friend, or by sending
# the password of a superuser to an address of their own.
MAKE_SUPERUSERS = frozenset(
    f"{app}.{verb}_{model}"
    for app, model in (("accounts", "user"), ("auth", "group"), ("auth", "permission"))
    for verb in ("add", "change", "delete")
)


class SuperusersOnly:
    """First of the backends: its refusal stops the others from being asked.

    Signs nobody in. A superuser is never asked for rights at all.
    """

    def authenticate(self, *args: Any, **kwargs: Any) -> None:
        return None

    def has_perm(self, user_obj: User | AnonymousUser, perm: str, obj: Any = None) -> bool:
        if perm in MAKE_SUPERUSERS:
            raise PermissionDenied
        return False
