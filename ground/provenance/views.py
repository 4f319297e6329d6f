"""A size of a picture, made when a browser first asks for it, and never by all threads at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from wagtail.images.views.serve import ServeView
from willow.image import UnrecognisedImageFormatError

from ground.files.refusal import FileRefused

from .models import Picture

SECONDS_OF_PATIENCE = 8
SECONDS_LATER = 2
SOURCE_IS_AWAY = 410  # as Wagtail says it

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
    Nothing but the way to the file is kept by others: an original that is away is not gone.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = super().dispatch(request, *args, **kwargs)
        except (FileRefused, UnrecognisedImageFormatError):
            raise Http404("the original cannot be read") from None
        if response.status_code == SOURCE_IS_AWAY:
            raise Http404("the original is away")
        if response.status_code >= 400:
            response.headers["Cache-Control"] = "no-store"
        return response

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with one_of_few():
                return super().get(request, *args, **kwargs)
        except Busy:
            response = HttpResponse("busy\n", content_type="text/plain", status=503)
            response.headers["Retry-After"] = str(SECONDS_LATER)
            return response


cut = CutView.as_view(model=Picture, action="redirect")
