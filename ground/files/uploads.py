"""Uploads that are changed in their place, for whoever reads them later.

Wagtail hands one on from a form to a row, or puts it aside below a public address while it asks for
a text or a credit.
"""

from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from . import kinds as all_kinds
from . import pictures


def launder_picture(upload: UploadedFile) -> None:
    """See pictures.laundered. Raises FileRefused."""
    kept = pictures.laundered(upload)
    _replace(upload, kept, name=kept.name or "")


def check(upload: UploadedFile, *, kinds: list[str], largest: int) -> None:
    """See kinds.checked; it is called by what is inside. Raises FileRefused."""
    kept = all_kinds.checked(upload, kinds=kinds, largest=largest)
    _replace(upload, kept.content, name=f"{PurePath(kept.name).stem}.{kept.extension}")


def _replace(upload: UploadedFile, content: ContentFile, *, name: str) -> None:
    upload.seek(0)
    upload.truncate()
    upload.write(content.read())
    upload.flush()
    upload.seek(0)
    upload.name, upload.size = name, content.size
