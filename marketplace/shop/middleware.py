"""Oscar's dashboard is for staff, and what opens accounts there is for superusers."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse

DASHBOARD = "/dashboard/"
# Oscar checks no more than "is staff" before somebody else's password, a superuser's too, is set
# or mailed from these pages.
FOR_SUPERUSERS = frozenset(
    {
        "user-password-reset",
        "partner-user-create",
        "partner-user-select",
        "partner-user-link",
        "partner-user-update",
        "partner-user-unlink",
    }
)


class DashboardMiddleware:
    """Whoever is not signed in meets the one sign-in page; whoever is not staff, nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        if not request.path.startswith(DASHBOARD):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.path, reverse("account_login"))
        if not request.user.is_staff:
            raise Http404
        match = request.resolver_match
        if match and match.url_name in FOR_SUPERUSERS and not request.user.is_superuser:
            raise Http404
        return None
