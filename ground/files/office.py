"""Office files as programs write them: archives of parts, judged by the part that is the document.

In Microsoft's formats that part may be called anything: `_rels/.rels` says which one it is, and
`[Content_Types].xml` what it is. In OpenDocument, the first part says it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import PurePosixPath
from posixpath import normpath
from zipfile import ZipFile, ZipInfo

from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from . import pictures
from .refusal import FileRefused

ARCHIVE = b"PK\x03\x04"
OPEN_XML = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    "docx": f"{OPEN_XML}.wordprocessingml.document",
    "xlsx": f"{OPEN_XML}.spreadsheetml.sheet",
    "pptx": f"{OPEN_XML}.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
}
BY_MEDIA_TYPE = {media_type: kind for kind, media_type in MEDIA_TYPES.items()}
MACROS = re.compile(r"vbaProject|vbaData|macroEnabled|^Basic/|^Scripts/", re.IGNORECASE)
PROPERTIES = re.compile(r"(core|extended|custom)-properties\+xml$")
MOST_UNPACKED, MOST_PARTS = 200 * 1024**2, 5_000  # bytes as the archive declares them; parts
MOST_OF_A_LIST = 2 * 1024**2  # bytes of a part that says what the others are

# Who made it, wrote in it, or changed it: what stands in these places, and in parts about people.
AUTHORS = (
    re.compile(rb'(?<=\s)((?:\w+:)?(?:author|initials|displayName|userId|userName)=")[^"]*'),
    re.compile(
        rb"(<(?:dc:creator|meta:creator-initials|loext:sender-initials|text:sender-\w+|author)"
        rb"(?:\s[^>]*[^/])?>)[^<]*"
    ),
)
ABOUT_PEOPLE = re.compile(r"(people|persons?|authors|commentAuthors)\d*\.xml$")
NAMED = re.compile(rb'(?<=\s)(name=")[^"]*')
PICTURE = re.compile(r"\.(jpe?g|png|webp)$", re.IGNORECASE)
NO_PROPERTIES = {
    "meta": b'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    b' office:version="1.2"><office:meta/></office:document-meta>',
    "core": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>',
    "extended": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>',
    "custom": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'custom-properties"/>',
}


def kind_of(content: bytes) -> str:
    """The extension it deserves; "" where it is no office file, or one with a program in it.

    Raises FileRefused for one that unpacks to too much, or that asks for a password.
    """
    try:
        with _archive(content) as archive:
            names = archive.namelist()
            if any(MACROS.search(name) for name in names):
                return ""
            if "mimetype" in names:
                return _kind_of_open_document(archive)
            types = _Types(archive)
            main = _main_part(archive)
    except FileRefused:
        raise
    except Exception:  # zipfile and the unpackers behind it raise whatever they stumble over
        return ""
    is_there = main.lower() in {f"/{name}".lower() for name in names}
    is_program = any(MACROS.search(media_type) for media_type in types.all)
    if is_program or not is_there:
        return ""
    return BY_MEDIA_TYPE.get(types.of(main).removesuffix(".main+xml"), "")


def _kind_of_open_document(archive: ZipFile) -> str:
    if b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
        raise FileRefused(
            _("This file asks for a password. Save it without one, and send it again.")
        )
    return BY_MEDIA_TYPE.get(_part(archive, "mimetype").decode().strip(), "")


class _Types:
    """What each part is, by `[Content_Types].xml`."""

    def __init__(self, archive: ZipFile) -> None:
        listed = fromstring(_part(archive, "[Content_Types].xml"))
        self._named: dict[str, str] = {}
        self._by_ending: dict[str, str] = {}
        for entry in listed:
            media_type = entry.get("ContentType", "")
            if "PartName" in entry.attrib:
                self._named[entry.get("PartName", "").lower()] = media_type
            else:
                self._by_ending[entry.get("Extension", "").lower()] = media_type

    @property
    def all(self) -> list[str]:
        return [*self._named.values(), *self._by_ending.values()]

    def of(self, part: str) -> str:
        ending = part.rpartition(".")[2].lower()
        return self._named.get(part.lower()) or self._by_ending.get(ending, "")


def _main_part(archive: ZipFile) -> str:
    """The part that `_rels/.rels` calls the document, from the root; "" if there is none."""
    for relation in fromstring(_part(archive, "_rels/.rels")):
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind == "officeDocument" and relation.get("TargetMode") != "External":
            return normpath("/" + relation.get("Target", "").lstrip("/"))
    return ""


@contextmanager
def _archive(content: bytes) -> Iterator[ZipFile]:
    """Opened, if it declares to unpack to no more than we read; it cannot unpack to more."""
    with ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise FileRefused(_("What is packed in this file is too large."))
        yield archive


def _part(archive: ZipFile, name: str) -> bytes:
    """A part that says what the others are; b"" where it is missing. They are small."""
    if name not in archive.namelist():
        return b""
    with archive.open(name) as part:
        return part.read(MOST_OF_A_LIST)


def nameless(content: bytes) -> bytes:
    """It, without properties and without the names of those who wrote something in it.

    Raises FileRefused.
    """
    try:
        return _nameless(content)
    except FileRefused:
        raise
    except Exception:  # as in `kind_of`, which does not unpack all of it
        raise FileRefused(_("This file is damaged and cannot be opened.")) from None


def _nameless(content: bytes) -> bytes:
    kept = BytesIO()
    with _archive(content) as archive, ZipFile(kept, "w") as copy:
        types = _Types(archive) if "[Content_Types].xml" in archive.namelist() else None
        for part in archive.infolist():  # in their order: an OpenDocument's first says what it is
            told = ZipInfo(part.filename, part.date_time)
            told.compress_type = part.compress_type
            media_type = types.of(f"/{part.filename}") if types else ""
            copy.writestr(told, _nameless_part(part.filename, media_type, archive.read(part)))
    return kept.getvalue()


def _nameless_part(name: str, media_type: str, content: bytes) -> bytes:
    if PurePosixPath(name).name == "meta.xml":
        return NO_PROPERTIES["meta"]
    if properties := PROPERTIES.search(media_type):
        return NO_PROPERTIES[properties[1]]
    if PICTURE.search(name):
        return pictures.without_notes(content)
    if not name.endswith(".xml"):
        return content
    for pattern in (*AUTHORS, *([NAMED] if ABOUT_PEOPLE.search(name) else [])):
        content = pattern.sub(rb"\1-", content)
    return content
