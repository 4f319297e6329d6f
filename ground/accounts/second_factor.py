"""The back office opens to whoever has shown a second factor in this session, not to a password."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from .models import User


class SecondFactorMiddleware:
    """With `settings.STAFF_SECOND_FACTOR`: below STAFF_PREFIXES, lead there whoever lacks it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            settings.STAFF_SECOND_FACTOR
            and request.path.startswith(settings.STAFF_PREFIXES)
            and isinstance(request.user, User)
            and works_there(request.user)
            and not has_shown_it(request)
        ):
            return lead_there(request, request.user)
        return self.get_response(request)


def works_there(user: User) -> bool:
    """Others are refused by the pages themselves."""
    return user.is_staff or user.has_perm("wagtailadmin.access_admin")


def has_shown_it(request: HttpRequest) -> bool:
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records) and is_mfa_enabled(request.user)


def lead_there(request: HttpRequest, user: User) -> HttpResponse:
    if is_mfa_enabled(user):  # since another session, or before this was asked for
        back = request.get_full_path() if request.method == "GET" else "/admin/"
        return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': back})}")
    messages.warning(
        request,
        _("The back office asks for a second step at sign-in. Add one here, then go back there."),
    )
    return redirect("mfa_index")


@receiver(authenticator_added)
def note_it(request: HttpRequest, user: User, authenticator: Any, **_: Any) -> None:
    """Whoever adds a factor has just shown that they hold it."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        kind = {"id": authenticator.pk, "type": authenticator.type}
        record_authentication(request, user, "mfa", **kind)
