"""Questions of whoever runs the platform, answered before anything else is asked.

`/healthz`: is the process alive? `/readyz`: can it serve? `/readyz?full=1`: does something wait too
long? `/metrics`: the figures. Health asks nobody, so that a part that is gone never makes a
supervisor end processes that are well.
"""

import hmac
import logging
from collections.abc import Callable
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.utils.cache import add_never_cache_headers

from config import metrics
from marketplace.operations import waiting

logger = logging.getLogger(__name__)


class ProbeMiddleware:
    """Needs neither host, language, session nor cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = PROBES.get(request.path)
        if answer is None:
            return self.get_response(request)
        response = answer(request)
        add_never_cache_headers(response)
        return response


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:
    """200 with each part's state, or 503; with `full=1` also what waits, 503 where too long."""
    parts = {"database": _works(_ask_database), "cache": _works(_ask_cache)}
    well, said = all(parts.values()), dict[str, object](parts)
    if "full=1" in request.META.get("QUERY_STRING", "").split("&"):
        if not may_watch(request):
            return HttpResponseForbidden("not for you\n", content_type="text/plain")
        lines = waiting.all_lines() if parts["database"] else []
        said["waiting"] = {line.what: line.as_dict() for line in lines}
        well = well and not any(line.is_late for line in lines)
    return JsonResponse(said, status=200 if well else 503)


def figures(request: HttpRequest) -> HttpResponse:
    if not settings.METRICS:
        return HttpResponse("not kept\n", status=404, content_type="text/plain")
    if not may_watch(request):
        return HttpResponseForbidden("not for you\n", content_type="text/plain")
    return metrics.page()


PROBES: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "/healthz": healthz,
    "/readyz": readyz,
    "/metrics": figures,
}


def may_watch(request: HttpRequest) -> bool:
    """Who brings the token, or asks from a network that is named in the settings."""
    token = settings.METRICS_TOKEN
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token and hmac.compare_digest(given.encode(), token.encode()):
        return True
    # The proxy says who asks; who asks past it, through the socket, is on this machine.
    who = request.headers.get("X-Real-IP") or request.META.get("REMOTE_ADDR") or "127.0.0.1"
    try:
        address = ip_address(who)
    except ValueError:
        return False
    return any(address in ip_network(name) for name in settings.METRICS_NETWORKS)


def _works(ask: Callable[[], None]) -> bool:
    try:
        ask()
    except Exception as error:  # whatever keeps it from answering is the answer
        logger.warning("Not ready: %s", error)
        return False
    return True


def _ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _ask_cache() -> None:
    """Redis itself: the cache would answer without it."""
    if hasattr(cache, "ping"):
        cache.ping()
