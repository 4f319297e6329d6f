"""Which kinds of file are taken, judged by what is inside, and what is taken out of each."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from . import office, pdf, pictures
from .refusal import FileRefused

PICTURES = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "avif": "image/avif",
}
DOCUMENTS = {"pdf": pdf.MEDIA_TYPE, **office.MEDIA_TYPES}
ALLOWED = DOCUMENTS | PICTURES
# What else people call them; a phone's HEIC becomes a JPEG.
ALSO_CALLED = {"jpeg": "jpg", "heic": "jpg", "heif": "jpg"}
OF_FORMAT = {
    "JPEG": "jpg",
    "MPO": "jpg",  # a phone's JPEG of several views: a JPEG with more behind it
    "HEIF": "jpg",
    "PNG": "png",
    "WEBP": "webp",
    "AVIF": "avif",
}


@dataclass(frozen=True)
class CheckedFile:
    content: ContentFile
    name: str
    extension: str
    content_type: str


def checked(upload: UploadedFile, *, kinds: list[str], largest: int) -> CheckedFile:
    """The upload as it may be kept: a picture freed of notes, a PDF of what it does by itself.

    `kinds`: those of ALLOWED that are taken; `largest`: bytes. Raises FileRefused.
    """
    if (upload.size or 0) > largest:
        raise too_large(largest)
    upload.seek(0)
    content = upload.read(largest + 1)
    if not content:
        raise FileRefused(_("This file is empty."))
    kind = kind_of(content)
    name = clean_name(upload.name)
    if kind not in kinds:
        takes = ", ".join(name.upper() for name in kinds)
        raise FileRefused(
            _refusal(name, kind) + " " + _("Taken here: %(kinds)s.") % {"kinds": takes}
        )
    if kind == "pdf":
        content = pdf.at_rest(content)
    elif kind in PICTURES:
        content = pictures.laundered(upload).read()
        if PurePath(name).suffix.lower() in {".heic", ".heif"}:  # it is a JPEG now
            name = f"{PurePath(name).stem}.{kind}"
    return CheckedFile(ContentFile(content), name, kind, ALLOWED[kind])


def too_large(largest: int) -> FileRefused:
    return FileRefused(
        _("This file is too large. A file may have %(size)s at most.")
        % {"size": filesizeformat(largest)}
    )


def kind_of(content: bytes) -> str:
    """The extension that the content deserves; "" for what is not taken anywhere."""
    if content.startswith(office.ARCHIVE):
        return office.kind_of(content)
    return "pdf" if pdf.is_one(content) else _kind_of_picture(content)


def _kind_of_picture(content: bytes) -> str:
    """What Pillow recognises. One of too many pixels is refused in words of its own."""
    try:
        image = pictures.opened(BytesIO(content), name="")
    except FileRefused:
        return ""
    return OF_FORMAT.get(image.format or "", "")


def _refusal(name: str, kind: str) -> str:
    if kind:
        return _("This kind of file (%(kind)s) is not taken here.") % {"kind": kind.upper()}
    if extension_of(name) in ALLOWED:
        return _("It is called “%(name)s”, but what is inside is something else.") % {"name": name}
    return _("This kind of file is not taken here.")


def extension_of(name: str) -> str:
    """What the name says that it is."""
    said = PurePath(name).suffix.lstrip(".").lower()
    return ALSO_CALLED.get(said, said)


def endings(kinds: list[str]) -> list[str]:
    """What a file of these kinds may be called, for a browser's dialogue."""
    others = [name for name, kind in ALSO_CALLED.items() if kind in kinds]
    return [f".{name}" for name in (*kinds, *others)]


def clean_name(name: str | None) -> str:
    """The name that its sender sees again: no folders, no signs that rearrange the line."""
    stem = "".join(sign for sign in PurePath(name or "").name if sign.isprintable())
    path = PurePath(stem.strip() or "file")
    return path.stem[:120] + path.suffix[:20]


def nameless(content: bytes, kind: str) -> bytes:
    """The same file without what its properties say of who made it."""
    if kind == "pdf":
        return pdf.nameless(content)
    return office.nameless(content) if kind in office.MEDIA_TYPES else content
