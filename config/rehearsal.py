"""A rehearsal: everything as in production, nothing for sale, and every page says so."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.template import loader


class RehearsalMiddleware:
    """Puts the notice at the top of each page: ours, Wagtail's, Oscar's, and those of errors."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.REHEARSAL:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.streaming or not response.headers["Content-Type"].startswith("text/html"):
            return response
        before, body, after = response.content.partition(b"<body")
        if body:
            attributes, end, rest = after.partition(b">")
            notice = loader.render_to_string("rehearsal.html").encode()
            response.content = before + body + attributes + end + notice + rest
            if "Content-Length" in response.headers:
                response.headers["Content-Length"] = str(len(response.content))
        return response
