"""What may be uploaded: judged by what is inside, never by the name or by what the browser says."""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

DOCUMENTS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
}
IMAGES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}
ALLOWED = DOCUMENTS | IMAGES
FORMATS = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP"}  # as Pillow calls them
SAME = {"jpeg": "jpg"}

# The part that makes an office document what it is, and the one that makes it a program.
OFFICE_PARTS = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "ppt/presentation.xml": "pptx",
}
MACROS = re.compile(r"(vbaProject\.bin|^Basic/|^Scripts/)")
MOST_PIXELS = 60_000_000
SHOWN = ("icc_profile", "transparency")  # what stands beside the pixels and is seen, all of it


class FileRefused(Exception):
    """The message says why, in words for the person who sent it."""


@dataclass(frozen=True)
class CheckedFile:
    content: ContentFile
    name: str
    extension: str
    content_type: str


def largest() -> int:
    """Bytes that one file may have."""
    return settings.INCUBATOR_LARGEST_FILE


def too_large() -> FileRefused:
    return FileRefused(
        _("This file is too large. A file may have %(size)s at most.")
        % {"size": filesizeformat(largest())}
    )


def accepted(extensions: list[str]) -> list[str]:
    """What a question takes: the extensions it names of those that we can judge, or all of them."""
    named = [SAME.get(name.lower().lstrip("."), name.lower().lstrip(".")) for name in extensions]
    return [name for name in named if name in ALLOWED] or list(ALLOWED)


def checked(upload: UploadedFile, *, extensions: list[str]) -> CheckedFile:
    """The upload as it may be kept. Raises FileRefused.

    Pictures are drawn again, so that no position, date or owner's name stays in them.
    """
    if (upload.size or 0) > largest():
        raise too_large()
    content = upload.read(largest() + 1)
    if not content:
        raise FileRefused(_("This file is empty."))
    kind = kind_of(content)
    name = clean_name(upload.name)
    if kind not in accepted(extensions):
        takes = ", ".join(name.upper() for name in accepted(extensions))
        raise FileRefused(
            _refusal(name, kind) + " " + _("Taken here: %(kinds)s.") % {"kinds": takes}
        )
    if kind in IMAGES:
        content = redrawn(content, kind)
    return CheckedFile(ContentFile(content), name, kind, ALLOWED[kind])


def _refusal(name: str, kind: str) -> str:
    extension = PurePath(name).suffix.lstrip(".").lower()
    if kind in ALLOWED:
        return _("This kind of file (%(kind)s) is not taken here.") % {"kind": kind.upper()}
    if extension in ALLOWED:
        return _("It is called “%(name)s”, but what is inside is something else.") % {"name": name}
    return _("This kind of file is not taken here.")


def kind_of(content: bytes) -> str:
    """The extension that the content deserves; "" for what we do not take."""
    if content.startswith(b"PK\x03\x04"):
        return kind_of_archive(content)
    if content.startswith(b"%PDF-"):
        return "pdf"
    return kind_of_picture(content)


def kind_of_picture(content: bytes) -> str:
    """What Pillow recognises. A phone's JPEG of several views (MPO) is a JPEG with more behind."""
    try:
        with Image.open(io.BytesIO(content), formats=list(FORMATS.values())) as image:
            called = "JPEG" if image.format == "MPO" else image.format
    except Exception:  # Pillow raises whatever it stumbles over; none of it is a picture
        return ""
    return next((kind for kind, name in FORMATS.items() if name == called), "")


def kind_of_archive(content: bytes) -> str:
    """Office documents are archives: look for the part that makes them one. No macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            declared = archive.open("mimetype").read(100).decode() if "mimetype" in names else ""
    except Exception:  # zipfile and the unpackers behind it raise whatever they stumble over
        return ""
    if any(MACROS.search(name) for name in names):
        return ""
    by_type = {media_type: extension for extension, media_type in DOCUMENTS.items()}
    parts = (kind for part, kind in OFFICE_PARTS.items() if part in names)
    return by_type.get(declared.strip()) or next(parts, "")


def redrawn(content: bytes, kind: str) -> bytes:
    """The same picture, upright, without what a camera writes beside it."""
    drawn = io.BytesIO()
    try:
        with Image.open(io.BytesIO(content), formats=[FORMATS[kind]]) as image:
            if image.width * image.height > MOST_PIXELS:
                raise FileRefused(_("This picture has too many pixels."))
            upright = ImageOps.exif_transpose(image)
            upright.info = {name: image.info[name] for name in SHOWN if name in image.info}
            upright.save(drawn, format=FORMATS[kind], exif=b"", quality=90)
    except FileRefused:
        raise
    except Exception:  # as in `kind_of_picture`
        raise FileRefused(_("This picture is damaged and cannot be opened.")) from None
    return drawn.getvalue()


def clean_name(name: str | None) -> str:
    """The name that the applicant sees again: no folders, no signs that rearrange the line."""
    stem = "".join(sign for sign in PurePath(name or "").name if sign.isprintable())
    path = PurePath(stem.strip() or "file")
    return path.stem[:120] + path.suffix[:20]
