"""Headers that keep a page to itself, and requests that nobody could read."""

import codecs
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
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


class SenseMiddleware:
    """Refuses what no browser sends and nothing behind here could read.

    A NUL in the address or in a cookie, which PostgreSQL takes for an error of ours (in a form it
    is answered at its field); and words in any writing but UTF-8.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        cookies = "".join(request.COOKIES.values())
        if "\x00" in request.path + cookies or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("a NUL in the address or in a cookie")
        declared = request.encoding
        request.encoding = "utf-8"  # the page that says no reads, too
        if declared and codecs.lookup(declared).name != "utf-8":
            raise BadRequest("words in another character set than UTF-8")
        return self.get_response(request)
