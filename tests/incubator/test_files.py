"""Files are judged by what is inside."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from incubator import files
from incubator.files import FileRefused, checked, clean_name

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PROGRAM = b"MZ\x90\x00" + b"\x00" * 200
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PAGE = b"<!doctype html><html><script>alert(1)</script></html>"


def upload(name, content):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def picture(kind="JPEG", **extra):
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "#a8341a").save(drawn, kind, **extra)
    return drawn.getvalue()


def archive(*names, mimetype=None):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        if mimetype:
            file.writestr("mimetype", mimetype)
        for name in names:
            file.writestr(name, "x")
    return made.getvalue()


DOCX = archive("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("name", "content", "extension"),
    [
        ("plan.pdf", PDF, "pdf"),
        ("plan", PDF, "pdf"),
        ("photo.jpeg", picture(), "jpg"),
        ("photo.png", picture("PNG"), "png"),
        ("dossier.docx", DOCX, "docx"),
        ("budget.ods", archive(mimetype=files.DOCUMENTS["ods"]), "ods"),
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
        ("archive.docx", archive("anything.txt")),
        ("macro.docx", archive("word/document.xml", "word/vbaProject.bin")),
        ("broken.docx", b"PK\x03\x04 and nothing more"),
        ("hidden.pdf", PROGRAM + PDF),
        ("broken.png", picture("PNG")[:60]),
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


def test_a_question_takes_only_what_it_names():
    with pytest.raises(FileRefused, match="PNG, JPG"):
        checked(upload("plan.pdf", PDF), extensions=["png", "jpeg"])


def test_too_large_is_refused(settings):
    settings.INCUBATOR_LARGEST_FILE = 10
    with pytest.raises(FileRefused, match="10"):
        checked(upload("plan.pdf", PDF), extensions=[])


def test_a_picture_loses_what_the_camera_wrote():
    exif = Image.Exif()
    exif[0x010F] = "Appareil de Léa"
    assert b"Appareil" in picture(exif=exif)
    kept = checked(upload("photo.jpg", picture(exif=exif)), extensions=[]).content.read()
    assert not Image.open(io.BytesIO(kept)).getexif()


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
