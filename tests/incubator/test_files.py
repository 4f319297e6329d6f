"""Files are judged by what is inside."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from ground.files.kinds import ALLOWED, clean_name
from ground.files.refusal import FileRefused
from incubator.files import checked
from tests.factories.files import (
    archive,
    damaged,
    heic,
    open_document,
    open_xml,
    pdf,
    phone_picture,
    picture,
)

PDF = pdf()
PROGRAM = b"MZ\x90\x00" + b"\x00" * 200
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PAGE = b"<!doctype html><html><script>alert(1)</script></html>"


def upload(name, content):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def declared(width, height):
    """A PNG of a few bytes that says it is huge."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(part)) + kind + part + struct.pack(">I", zlib.crc32(kind + part))
        for kind, part in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def words_that_unpack_to(length):
    words = PngInfo()
    words.add_text("comment", "x" * length, zip=True)
    return words


@pytest.mark.parametrize(
    ("name", "content", "extension"),
    [
        ("plan.pdf", PDF, "pdf"),
        ("plan", PDF, "pdf"),
        ("photo.jpeg", picture(), "jpg"),
        ("photo.png", picture("PNG"), "png"),
        ("portrait.jpg", phone_picture(), "jpg"),
        ("IMG_2041.HEIC", heic(), "jpg"),
        ("aerial.avif", picture("AVIF"), "avif"),
        ("dossier.docx", open_xml("docx"), "docx"),
        ("budget.ods", open_document("ods"), "ods"),
    ],
)
def test_what_is_taken(name, content, extension):
    assert checked(upload(name, content), extensions=[]).extension == extension


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("program.pdf", PROGRAM),
        ("drawing.svg", SVG),
        ("drawing.png", SVG),
        ("page.pdf", PAGE),
        ("archive.docx", archive({"anything.txt": "x"})),
        ("macro.docx", open_xml(parts={"word/vbaProject.bin": "x"})),
        ("broken.docx", b"PK\x03\x04 and nothing more"),
        ("hidden.pdf", PROGRAM + PDF),
        ("broken.png", picture("PNG")[:60]),
        ("large.png", declared(6_000, 5_000)),
        ("huge.png", declared(60_000, 60_000)),
        ("wordy.png", picture("PNG", pnginfo=words_that_unpack_to(10_000_000))),
        ("script.gif", b"GIF89a/*" + bytes(40) + b"*/=1;alert(1)"),
        ("empty.pdf", b""),
        ("words.txt", b"Bonjour"),
    ],
)
def test_what_is_refused_in_words(name, content):
    with pytest.raises(FileRefused) as refused:
        checked(upload(name, content), extensions=[])
    assert str(refused.value)


def test_a_program_in_disguise_is_told_apart():
    with pytest.raises(FileRefused, match=r"program\.pdf"):
        checked(upload("program.pdf", PROGRAM), extensions=[])


def test_a_photo_of_a_phone_is_called_what_it_has_become():
    assert checked(upload("IMG_2041.HEIC", heic()), extensions=["jpg"]).name == "IMG_2041.jpg"


def test_a_question_takes_only_what_it_names():
    with pytest.raises(FileRefused, match="PNG, JPG"):
        checked(upload("plan.pdf", PDF), extensions=["png", "jpeg"])


def test_too_large_is_refused(settings):
    settings.INCUBATOR_LARGEST_FILE = 10
    with pytest.raises(FileRefused, match="10"):
        checked(upload("plan.pdf", PDF), extensions=[])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_loses_what_the_camera_wrote(kind):
    exif, words = Image.Exif(), PngInfo()
    exif[0x010F] = "Appareil de Jeanne"
    words.add_text("Author", "Appareil de Jeanne")
    sent = picture(
        kind, exif=exif, pnginfo=words, comment=b"Appareil de Jeanne", xmp=b"<x>Appareil</x>"
    )
    assert b"Appareil" in sent
    kept = checked(upload("photo", sent), extensions=[]).content.read()
    assert b"Appareil" not in kept
    assert not Image.open(io.BytesIO(kept)).getexif()


def test_a_picture_taken_upright_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # the phone was held upright
    kept = checked(upload("photo.jpg", picture(exif=exif)), extensions=[]).content
    assert Image.open(kept).size == (30, 40)


@settings(max_examples=200, deadline=None, database=None, derandomize=True)
@given(damaged())
@pytest.mark.filterwarnings("ignore:::PIL")  # it wonders aloud about what is damaged
def test_whatever_is_damaged_is_taken_or_refused_in_words(content):
    with suppress(FileRefused):
        kept = checked(upload("plan.pdf", content), extensions=[])
        assert kept.extension in ALLOWED


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../etc/plan.pdf", "plan.pdf"),
        ("plan\u202egpj.pdf", "plangpj.pdf"),
        ("a" * 300 + ".pdf", "a" * 120 + ".pdf"),
        ("", "file"),
        ("🏔 terril.pdf", "🏔 terril.pdf"),
    ],
)
def test_names_are_made_harmless(name, expected):
    assert clean_name(name) == expected
