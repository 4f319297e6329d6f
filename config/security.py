"""Headers that keep a page to itself."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Nothing here asks for a camera, a place or a payment sheet; passkeys are the exception.
PERMISSIONS_POLICY = ", ".join(
    [
        "accelerometer=()",
        "camera=()",
        "display-capture=()",
        "geolocation=()",
        "gyroscope=()",
        "magnetometer=()",
        "microphone=()",
        "midi=()",
        "payment=()",
        "publickey-credentials-create=(self)",
        "publickey-credentials-get=(self)",
        "usb=()",
    ]
)


class PolicyMiddleware:
    """Sets Permissions-Policy, and the looser Content-Security-Policy of the staff's tools.

    Wagtail's and Oscar's back offices bring inline scripts and styles of their own; they are for
    signed-in staff and stand under prefixes of their own (`settings.STAFF_PREFIXES`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if request.path.startswith(settings.STAFF_PREFIXES):
            # django-csp looks for it under this name
            setattr(response, "_csp_replace", settings.STAFF_CONTENT_SECURITY_POLICY)  # noqa: B010  (no type has it)
        return response
