"""Serve public pages from the cache, to everybody alike.

A page is kept when its view says that it is public (`public_page`), it answered 200 to a plain
GET, and making it looked at no session and set no cookie. The last condition is observed, not
trusted: Django adds `Vary: Cookie` as soon as anything reads the session.
"""

import time
from collections.abc import Callable
from gzip import compress
from hashlib import blake2b
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import has_vary_header, patch_vary_headers
from django.utils.http import parse_etags

from ground.pagecache.hint import personal_cookies

from . import turns
from .campaigns import forget_campaign
from .generation import KEY as GENERATION_KEY
from .generation import one_generation, present_generation
from .keys import digest
from .version import version

LONGEST_QUERY = 200  # characters; longer ones are somebody playing, and would fill the cache
# Bounds what time alone changes: a deadline that passes, a shop that reopens. Contents that are as
# old may stand in a page: twice this.
SECONDS_KEPT = 150
# Browsers may keep a page but ask each time whether it is still true: an edit shows at once.
CACHE_CONTROL = "public, max-age=0, must-revalidate"


# While one visitor has a page drawn anew, others get one that is so many seconds old at most.
SECONDS_OF_A_MOMENT = 5


class KeptPage(NamedTuple):
    """`compressed`: the same content, made small once for all who ask."""

    generation: str
    drawn_at: float
    headers: dict[str, str]
    content: bytes
    compressed: bytes


class PageCacheMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        forget_campaign(request)
        if not (settings.PAGE_CACHE and may_be_kept(request)):
            with one_generation():
                return self.get_response(request)
        key = key_of(request)
        page, generation = look_up(key)
        if page and page.generation == generation:
            return served(request, page)
        if turns.is_first(key):
            try:
                return self.drawn(request, key, generation)
            finally:
                turns.ended(key)
        if page and is_of_a_moment_ago(page) and may_be_of_a_moment_ago(request):
            return served(request, page)
        # Of a page that nobody keeps it is known only once it is drawn: one turn is waited for.
        if page or not has_a_session(request):
            page = turns.wait_for(key, lambda: present(key))
            if page:
                return served(request, page)
        return self.drawn(request, key, generation)

    def drawn(self, request: HttpRequest, key: str, generation: str | None) -> HttpResponse:
        # Named before the page is made: a change meanwhile leaves this page in a past generation.
        generation = generation or present_generation()
        with one_generation(generation):
            response = self.get_response(request)
        if request.method == "GET" and is_the_same_for_everybody(response):
            keep(key, generation, response)
        return response


def look_up(key: str) -> tuple[KeptPage | None, str | None]:
    """The page that is kept, true or not, and the present generation."""
    found = cache.get_many([GENERATION_KEY, key])
    return found.get(key), found.get(GENERATION_KEY)


def present(key: str) -> KeptPage | None:
    page, generation = look_up(key)
    return page if page and page.generation == generation else None


def is_of_a_moment_ago(page: KeptPage) -> bool:
    return time.time() - page.drawn_at <= SECONDS_OF_A_MOMENT


def may_be_of_a_moment_ago(request: HttpRequest) -> bool:
    """Who has changed something, which takes a session or a basket, sees it at once."""
    return not any(name in request.COOKIES for name in personal_cookies())


def has_a_session(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def may_be_kept(request: HttpRequest) -> bool:
    return (
        request.method in {"GET", "HEAD"}
        and not getattr(request, "is_dummy", False)  # an editor's preview comes by the same address
        and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY
        and "HX-Request" not in request.headers
    )


def key_of(request: HttpRequest) -> str:
    address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
    return f"pagecache:page:{version()}:{digest(address)}"


def is_the_same_for_everybody(response: HttpResponse) -> bool:
    return (
        getattr(response, "is_public_page", False)
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not has_vary_header(response, "Cookie")
    )


def keep(key: str, generation: str, response: HttpResponse) -> None:
    name = blake2b(response.content, digest_size=12).hexdigest()
    # Weak: it names the page, whichever way it is compressed, here or by the proxy in front.
    response.headers["ETag"] = f'W/"{name}"'
    response.headers["Cache-Control"] = CACHE_CONTROL
    patch_vary_headers(response, ["Accept-Encoding"])
    small = compress(response.content, mtime=0)
    page = KeptPage(generation, time.time(), dict(response.headers), response.content, small)
    cache.set(key, page, timeout=SECONDS_KEPT)


def served(request: HttpRequest, page: KeptPage) -> HttpResponse:
    asked = request.headers.get("If-None-Match")
    if asked and page.headers["ETag"] in parse_etags(asked):
        said = {name: page.headers[name] for name in ("ETag", "Cache-Control", "Vary")}
        return HttpResponseNotModified(headers=said)
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        length = str(len(page.compressed))
        headers = {**page.headers, "Content-Encoding": "gzip", "Content-Length": length}
        return HttpResponse(page.compressed, headers=headers)
    return HttpResponse(page.content, headers=page.headers)
