"""Forms on cached pages carry no token: the browser says where they came from."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt, csrf_protect

P = ParamSpec("P")
R = TypeVar("R", bound=HttpRequest)
View = Callable[Concatenate[R, P], HttpResponseBase]


def same_origin(view: View[R, P]) -> View[R, P]:
    """Let a POST through only from a page of our own.

    Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`; whatever sends neither has to
    bring the CSRF token.
    """
    with_token = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def checked(request: R, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        is_ours = comes_from_us(request)
        if is_ours is False:
            raise PermissionDenied("sent from another site")
        return (with_token if is_ours is None else view)(request, *args, **kwargs)

    return cast(View[R, P], checked)


def comes_from_us(request: HttpRequest) -> bool | None:
    """Whether the browser vouches for it; None where it says nothing."""
    if fetched_from := request.headers.get("Sec-Fetch-Site"):
        return fetched_from == "same-origin"
    if origin := request.headers.get("Origin"):
        own = f"{request.scheme}://{request.get_host()}"
        return origin == own or origin in settings.CSRF_TRUSTED_ORIGINS
    return None
