"""What a question of a call takes: see ground/files for how a file is judged."""

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from ground.files import kinds
from ground.files.refusal import FileRefused


def largest() -> int:
    """Bytes that one file may have."""
    return settings.INCUBATOR_LARGEST_FILE


def too_large() -> FileRefused:
    return kinds.too_large(largest())


def accepted(extensions: list[str]) -> list[str]:
    """What a question takes: the extensions it names of those that we can judge, or all of them."""
    named = [kinds.extension_of(f"file.{name.lstrip('.')}") for name in extensions]
    return [name for name in named if name in kinds.ALLOWED] or list(kinds.ALLOWED)


def checked(upload: UploadedFile, *, extensions: list[str]) -> kinds.CheckedFile:
    """The upload as it may be kept. Raises FileRefused."""
    return kinds.checked(upload, kinds=accepted(extensions), largest=largest())
