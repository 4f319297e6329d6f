"""The demonstration for whom every request is the first after a change: nothing is kept for it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from config.settings.demo import *  # noqa: F403  (settings modules are layered by import)
from config.settings.demo import MIDDLEWARE


def after_a_change(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """As a middleware: what earlier requests left is out of date."""
    from ground.pagecache.generation import begin_generation

    def middleware(request: HttpRequest) -> HttpResponse:
        begin_generation()
        return get_response(request)

    return middleware


PAGE_CACHE = False
MIDDLEWARE = ["scripts.bench.anew.after_a_change", *MIDDLEWARE]
