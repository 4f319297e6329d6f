"""The mark of a page that is the same for everybody. Without it, a page is private."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.http import HttpResponseBase

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)


def mark_public(response: R) -> R:
    """Say that `response` shows nothing about who asks."""
    setattr(response, "is_public_page", True)  # noqa: B010  (an attribute of ours, in no type)
    return response


def public_page(view: Callable[P, HttpResponseBase]) -> Callable[P, HttpResponseBase]:
    """Mark what `view` answers as the same for everybody.

    Its template must not look at the session, the user, messages, the basket or a CSRF token:
    a page that does is served, but never kept.
    """

    @wraps(view)
    def marked(*args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return mark_public(view(*args, **kwargs))

    return marked
