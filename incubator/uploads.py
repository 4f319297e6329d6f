"""Stops an upload that is too large while it arrives: it is neither held in memory nor on disk."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from . import files


class CappedUpload(FileUploadHandler):
    """First of the handlers. Leaves a file out of `request.FILES` once it passes the cap.

    The rest of the form is still read, so that no answer is lost; `refused` names the fields.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.refused: set[str] = set()
        self.received = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > files.largest():
            self.refused.add(self.field_name)
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def cap(request: HttpRequest) -> None:
    """Put the cap before the other handlers. Only before anything reads `request.POST`."""
    request.upload_handlers = [CappedUpload(request), *request.upload_handlers]


def refused_fields(request: HttpRequest) -> set[str]:
    """The fields whose file was too large."""
    return {
        name
        for handler in request.upload_handlers
        if isinstance(handler, CappedUpload)
        for name in handler.refused
    }
