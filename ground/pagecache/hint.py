"""A hint for the page: there may be something personal to fetch."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

HINT = "terril_me"


class HintCookieMiddleware:
    """Keeps a cookie that scripts can read, and that says nothing, beside those they cannot read.

    Public pages are the same for everybody; their script asks for a name and a basket count only
    where this hint is present, so an anonymous reader costs no second request.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if any(name in response.cookies for name in personal_cookies()):
            keep_in_step(request, response)
        return response


def personal_cookies() -> tuple[str, str]:
    return settings.SESSION_COOKIE_NAME, str(getattr(settings, "OSCAR_BASKET_COOKIE_OPEN"))  # noqa: B009  (mypy knows no setting of Oscar's)


def keep_in_step(request: HttpRequest, response: HttpResponse) -> None:
    if any(remains(name, request, response) for name in personal_cookies()):
        response.set_cookie(
            HINT,
            "1",
            max_age=settings.SESSION_COOKIE_AGE,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    else:
        response.delete_cookie(HINT, samesite="Lax")


def remains(name: str, request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the browser holds the cookie once it has this response."""
    if name in response.cookies:
        return response.cookies[name]["max-age"] != 0
    return name in request.COOKIES
