"""A size of a picture, made when a browser first asks for it, and never by all threads at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from wagtail.images.views.serve import ServeView

from .models import Picture

SECONDS_OF_PATIENCE = 8
SECONDS_LATER = 2

_drawing = BoundedSemaphore(settings.PICTURE_THREADS)
_here = BoundedSemaphore(2 * settings.PICTURE_THREADS)  # drawing, or waiting to


class Busy(Exception):
    """No thread is free for pictures: the others are for pages."""


@contextmanager
def one_of_few() -> Iterator[None]:
    """Draw inside. Raises Busy: at once where others wait already, else after some patience."""
    if not _here.acquire(blocking=False):
        raise Busy
    try:
        if not _drawing.acquire(timeout=SECONDS_OF_PATIENCE):
            raise Busy
        try:
            yield
        finally:
            _drawing.release()
    finally:
        _here.release()


class CutView(ServeView):
    """Wagtail's, which leads to the file where it is kept; 503 while too many are being made.

    Drawing takes a processor, and the store may be slow or silent. `static/js/site.js` asks again.
    """

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with one_of_few():
                return super().get(request, *args, **kwargs)
        except Busy:
            response = HttpResponse("busy\n", content_type="text/plain", status=503)
            response.headers["Retry-After"] = str(SECONDS_LATER)
            response.headers["Cache-Control"] = "no-store"
            return response


cut = CutView.as_view(model=Picture, action="redirect")
