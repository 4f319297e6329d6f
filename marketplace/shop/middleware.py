"""Oscar's dashboard is for staff, and what opens accounts there is for superusers."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.urls import reverse
from django.utils.translation import gettext as _

from .spreadsheets import harmless

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
        response = self.get_response(request)
        if request.path.startswith(DASHBOARD) and response.headers["Content-Type"] == "text/csv":
            response.content = harmless(response.content.decode()).encode()
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        if not request.path.startswith(DASHBOARD):
            return None
        name = (request.resolver_match and request.resolver_match.url_name) or ""
        if name == "login":  # Oscar's asks for no second factor
            return redirect_to_login(DASHBOARD, reverse("account_login"))
        if not request.user.is_authenticated:
            return redirect_to_login(request.path, reverse("account_login"))
        if not request.user.is_staff:
            raise Http404
        if name in FOR_SUPERUSERS and not request.user.is_superuser:
            raise Http404
        if name.startswith("order-") and not may_change_orders(request):
            raise PermissionDenied
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """What orders and payments hold on to is not deleted: said on the page that asked."""
        if not isinstance(error, ProtectedError) or not request.path.startswith(DASHBOARD):
            return None
        kept_by = {str(each._meta.verbose_name) for each in error.protected_objects}
        words = _("Not deleted, nothing is changed: it is still needed (%(by)s).")
        messages.error(request, words % {"by": ", ".join(sorted(kept_by))})
        return HttpResponseRedirect(request.path)


def may_change_orders(request: HttpRequest) -> bool:
    """Whether this changes nothing, or may: Oscar lets whoever reads an order change it too."""
    return request.method in {"GET", "HEAD"} or request.user.has_perm("order.change_order")
