"""How often one may ask for what costs others something: the figures are `settings.LIMITS`.

allauth counts the tries to sign in. Its counter is not meant for others (`allauth.core.internal`),
and cannot say when to come back. This one counts in windows of fixed length, by one step of the
cache that no two processes can take at once.
"""

import time
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ground.pagecache.keys import digest


class TooOften(Exception):
    """One time too many: ask again in so many `seconds`."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds

    def answer(self, response: HttpResponse) -> HttpResponse:
        """`response`, as one that says no for now."""
        response.status_code = 429
        response.headers["Retry-After"] = str(self.seconds)
        return response


def count(action: str, request: HttpRequest, **others: str) -> None:
    """Count one more time that somebody does `action`. Raises TooOften.

    `others` are people who are not asking, by their name in the limits of the action. Who is
    refused by one limit is not counted by the next: nobody uses up what others behind the same
    address need.
    """
    for name, (times, seconds) in settings.LIMITS[action].items():
        who = others[name] if name in others else WHO[name](request)
        if who:
            _count(f"{action}:{name}:{who}", times, seconds)


def _count(what: str, times: int, seconds: int) -> None:
    window, gone = divmod(int(time.time()), seconds)
    key = f"limit:{digest(what)}:{window}"
    cache.add(key, 0, timeout=seconds)
    try:
        if cache.incr(key) > times:
            raise TooOften(seconds - gone)
    except ValueError:  # thrown out of a full cache just now
        return


def visitor(request: HttpRequest) -> str:
    """The account, else the session; nothing of somebody who comes for the first time."""
    if request.user.is_authenticated:
        return f"user {request.user.pk}"
    return request.session.session_key or ""


def address(request: HttpRequest) -> str:
    """Where they ask from, as allauth knows it: in production the proxy says it.

    Of IPv6 the half that a provider gives to one household: the other is anybody's to change.
    """
    found = ip_address(get_adapter().get_client_ip(request))
    if found.version == 4 or found.ipv4_mapped:
        return str(found)
    return str(IPv6Address(int(found) >> 64 << 64))


WHO: dict[str, Callable[[HttpRequest], str]] = {"visitor": visitor, "address": address}


def refusal(request: HttpRequest, too_often: TooOften) -> HttpResponse:
    """The page that says so, in the reader's language."""
    return too_often.answer(render(request, "429.html"))
