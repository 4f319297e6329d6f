"""PDF as programs write it, freed of what it does by itself and of who made it."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from django.utils.translation import gettext as _
from pikepdf import Object

from .refusal import FileRefused

MEDIA_TYPE = "application/pdf"
DICTIONARIES = (pikepdf.Dictionary, pikepdf.Stream)
HEADER, HEADER_WITHIN = b"%PDF-", 1024  # bytes: readers look no further
THING, END = b" 0 obj", b"%%EOF"
BLANK = b"\xef\xbb\xbf\xfe\xff \t\r\n\x00"  # what editors and mail programs put before it
# What else could stand there, and be run or shown by a program that guesses.
OTHERS = (
    *(
        b"MZ",
        b"\x7fELF",
        b"\xca\xfe\xba\xbe",
        b"\xfe\xed\xfa",
        b"\xcf\xfa\xed\xfe",
        b"\xce\xfa\xed",
    ),
    *(b"#!", b"<", b"{\\rtf", b"@echo", b"PK", b"Rar!", b"7z", b"\x1f\x8b", b"\xd0\xcf\x11\xe0"),
    *(b"\x89PNG", b"\xff\xd8", b"GIF8", b"RIFF", b"%!PS"),
)

# What makes a document act: these entries of a dictionary, actions of these sorts wherever one
# may stand, notes of these sorts on a page.
ACTING = {
    *("/OpenAction", "/AA", "/JS", "/JavaScript", "/XFA"),
    *("/EmbeddedFiles", "/EF", "/AF", "/Collection", "/RichMediaContent"),
}
ACTIONS = {
    *("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE"),
    *("/Rendition", "/Movie", "/Sound", "/RichMediaExecute"),
}
NOTES = {"/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"}
OF_ITS_MAKER = {"/Metadata", "/PieceInfo", "/Info"}
# A page names its fonts and drawings as it likes, with those names too.
RESOURCES = {"/Font", "/XObject", "/ExtGState", "/Pattern", "/Image", "/Form"}


def is_one(content: bytes) -> bool:
    """Whether readers take it for a PDF, and nothing takes it for something else."""
    before, header, _rest = content[: HEADER_WITHIN + len(HEADER)].partition(HEADER)
    return bool(header) and not before.lstrip(BLANK).lower().startswith(
        tuple(start.lower() for start in OTHERS)
    )


def at_rest(content: bytes) -> bytes:
    """It, without what happens by itself when it is opened or read. Raises FileRefused."""
    # The reader mends what it can: of a PDF that was cut off it shows the pages that came.
    if not _has_its_end(content):
        raise FileRefused(_("The end of this PDF is missing. Send the whole file."))
    return _without(content, _acts)


def _has_its_end(content: bytes) -> bool:
    """Whether it ends after the last thing in it: every version appended has an end of its own."""
    return content.rfind(END) > content.rfind(THING)


def nameless(content: bytes) -> bytes:
    """At rest, without properties and without the names of those who wrote notes in it."""
    return _without(content, _acts_or_names_somebody)


def _without(content: bytes, is_unwanted: Callable[[Object, str, Object], bool]) -> bytes:
    """As it came where nothing in it is unwanted."""
    try:
        with pikepdf.open(BytesIO(content)) as document:
            found = [_rid(holder, is_unwanted) for holder in (document.trailer, *document.objects)]
            if not any(found):
                return content
            cleaned = BytesIO()
            document.save(cleaned)
    except pikepdf.PasswordError:
        raise FileRefused(
            _("This PDF asks for a password. Save it without one, and send it again.")
        ) from None
    except Exception:  # what is damaged makes the reader raise whatever it stumbles over
        raise FileRefused(_("This PDF is damaged and cannot be opened.")) from None
    return cleaned.getvalue()


def _rid(holder: Object, is_unwanted: Callable[[Object, str, Object], bool]) -> bool:
    """Take out of an object what is unwanted; whether there was anything."""
    found = False
    for at, value in _entries(holder):
        if is_unwanted(holder, at if isinstance(at, str) else "", value):
            del holder[at]
            found = True
        elif isinstance(value, Object) and not value.is_indirect:  # the others come by themselves
            found = _rid(value, is_unwanted) or found
    return found


def _entries(holder: Object) -> list[tuple[Any, Any]]:
    """What it holds, by key or by place; from the last, so that one may be taken out."""
    if isinstance(holder, pikepdf.Array):
        return list(enumerate(holder))[::-1]
    return list(holder.items()) if isinstance(holder, DICTIONARIES) else []


def _acts(holder: Object, key: str, value: Any) -> bool:
    if key in ACTING and not _holds_resources(holder):
        return True
    if not isinstance(value, DICTIONARIES):
        return False
    is_note = "/Rect" in value and str(value.get("/Subtype")) in NOTES
    return is_note or str(value.get("/S")) in ACTIONS


def _holds_resources(holder: Object) -> bool:
    """Whether it has nothing but fonts, drawings and the like, called as a page calls them."""
    return all(
        isinstance(value, DICTIONARIES)
        and {str(value.get("/Type")), str(value.get("/Subtype"))} & RESOURCES
        for _name, value in _entries(holder)
    )


def _acts_or_names_somebody(holder: Object, key: str, value: Any) -> bool:
    is_name = key == "/T" and "/Rect" in holder and holder.get("/Subtype") != "/Widget"
    return key in OF_ITS_MAKER or is_name or _acts(holder, key, value)
