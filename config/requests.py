"""Each request has a number, and leaves one line in the log and a mark in the metrics."""

import logging
import re
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any
from uuid import uuid4

from django.db import connections
from django.http import HttpRequest, HttpResponse

from config import metrics
from config.logs import request_number

HEADER = "X-Request-ID"
SENSIBLE = re.compile(r"[A-Za-z0-9-]{8,64}")

logger = logging.getLogger(__name__)


class DatabaseClock:
    """What the questions of one request to the database cost."""

    def __init__(self) -> None:
        self.seconds, self.times = 0.0, 0

    def __call__(self, execute: Callable[..., Any], *question: Any) -> Any:
        start = time.perf_counter()
        try:
            return execute(*question)
        finally:
            self.seconds += time.perf_counter() - start
            self.times += 1


class RequestMiddleware:
    """Outside of all others. What it tells names no person but the account's key, and no address:
    the route is told instead, since some addresses are as good as a password.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get(HEADER, "")
        number = given if SENSIBLE.fullmatch(given) else uuid4().hex
        token = request_number.set(number)
        start, clock = time.perf_counter(), DatabaseClock()
        try:
            with ExitStack() as stack:
                for connection in connections.all():
                    stack.enter_context(connection.execute_wrapper(clock))
                response = self.get_response(request)
            response.headers[HEADER] = number
            tell(request, response, time.perf_counter() - start, clock)
        finally:
            request_number.reset(token)
        return response


def tell(
    request: HttpRequest, response: HttpResponse, seconds: float, database: DatabaseClock
) -> None:
    match = request.resolver_match
    view = match.view_name or match._func_path if match else ""
    metrics.count(request.method or "", view, response.status_code, seconds, database.seconds)
    # Looked at only where somebody has looked before: asking would fetch it, for each picture too.
    user = getattr(request, "_cached_user", None)
    fields = {
        "method": request.method,
        "route": match.route if match else None,
        "view": view or None,
        "status": response.status_code,
        "milliseconds": round(seconds * 1000, 1),
        "database_milliseconds": round(database.seconds * 1000, 1),
        "queries": database.times,
        "user": user.pk if user else None,
    }
    message = f"{request.method} {response.status_code} {view or '-'}"
    logger.info(message, extra={"fields": fields})
