"""Office files as programs write them, whatever they call their parts; no programs in them."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from PIL import Image

from ground.files import office
from ground.files.refusal import FileRefused
from tests.factories.files import archive, exif, open_document, open_xml, picture

MICROSOFT = "application/vnd.ms-word.document.macroEnabled.main+xml"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (open_xml("docx"), "docx"),
        (open_xml("docx", main="word/document7.xml"), "docx"),
        (open_xml("docx", main="Inhalt/text.xml"), "docx"),
        (open_xml("xlsx", main="xl/workbook22.xml"), "xlsx"),
        (open_xml("pptx", main="ppt/deck.xml"), "pptx"),
        *((open_document(kind), kind) for kind in ("odt", "ods", "odp")),
    ],
)
def test_the_main_part_says_what_it_is(content, kind):
    assert office.kind_of(content) == kind


def test_a_target_from_the_root_and_in_other_letters_is_found():
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
        f'PartName="/WORD/Document.xml" ContentType="{office.MEDIA_TYPES["docx"]}.main+xml"/>'
        "</Types>"
    )
    relations = (
        '<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<r:Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/'
        'officeDocument" Target="/word/./document.xml"/></r:Relationships>'
    )
    parts = {"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": "x"}
    assert office.kind_of(archive(parts)) == "docx"


@pytest.mark.parametrize(
    "content",
    [
        archive({"word/document.xml": "<x/>"}),
        archive({"[Content_Types].xml": "<x", "_rels/.rels": "<x/>"}),
        archive({"mimetype": "application/zip"}),
        open_xml("docx", media_type="text/html"),
        open_xml("docx", media_type=MICROSOFT),
        open_xml("docx", parts={"word/vbaProject.bin": "x"}),
        open_xml("docx", parts={"other/VBAPROJECT.BIN": "x"}),
        open_xml(
            "docx",
            parts={"word/other.bin": "x"},
            overrides='<Override PartName="/word/other.bin" '
            'ContentType="application/vnd.ms-office.vbaProject"/>',
        ),
        open_document("odt", {"Basic/Standard/Module1.xml": "x"}),
        open_document("ods", {"Scripts/python/a.py": "x"}),
        open_xml()[:-40],
    ],
)
def test_what_is_none_or_has_a_program_in_it(content):
    assert office.kind_of(content) == ""


def test_one_without_its_main_part_is_none():
    content = BytesIO()
    with ZipFile(BytesIO(open_xml())) as whole, ZipFile(content, "w") as part:
        for name in ("[Content_Types].xml", "_rels/.rels"):
            part.writestr(name, whole.read(name))
    assert office.kind_of(content.getvalue()) == ""


def test_what_it_declares_to_unpack_to_is_judged_first(monkeypatch):
    monkeypatch.setattr(office, "MOST_UNPACKED", 5_000)
    assert office.kind_of(open_xml()) == "docx"
    with pytest.raises(FileRefused):
        office.kind_of(open_xml(parts={"word/long.xml": "x" * 5_000}))


def test_one_of_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(office, "MOST_PARTS", 3)
    with pytest.raises(FileRefused):
        office.kind_of(open_xml(parts={"word/more.xml": "x"}))


def test_one_that_asks_for_a_password_is_refused_in_words():
    manifest = "<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>"
    with pytest.raises(FileRefused, match=r"password|mot de passe"):
        office.kind_of(open_document("odt", {"META-INF/manifest.xml": manifest}))


JEANNE = "Jeanne Lefebvre"
OVERRIDES = "".join(
    f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-{sort}+xml"/>'
    for part, sort in {
        "docProps/core7.xml": "package.core-properties",
        "docProps/app.xml": "officedocument.extended-properties",
        "docProps/custom.xml": "officedocument.custom-properties",
    }.items()
)
NAMED_PARTS = {
    "docProps/core7.xml": f"<c xmlns:dc='d'><dc:creator>{JEANNE}</dc:creator></c>",
    "docProps/app.xml": f"<Properties><Company>{JEANNE} SARL</Company></Properties>",
    "docProps/custom.xml": f"<Properties><p>{JEANNE}</p></Properties>",
    "word/comments.xml": f'<w:c><w:comment w:id="1" w:author="{JEANNE}" w:initials="JL"/></w:c>',
    "word/people.xml": f'<w15:person w15:author="{JEANNE}"/>',
    "xl/comments1.xml": f"<comments><authors><author>{JEANNE}</author></authors></comments>",
    "xl/persons/person.xml": f'<p><person displayName="{JEANNE}" userId="{JEANNE}"/></p>',
    "ppt/commentAuthors.xml": f'<p:cmAuthor id="0" name="{JEANNE}" initials="JL"/>',
}


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pptx"])
def test_who_made_it_is_named_nowhere(kind):
    content = open_xml(kind, parts=NAMED_PARTS, overrides=OVERRIDES)
    nameless = office.nameless(content)
    with ZipFile(BytesIO(nameless)) as parts:
        assert b"Jeanne" not in b"".join(parts.read(name) for name in parts.namelist())
        assert parts.read("word/document.xml").decode() == "<document>Bonjour</document>"
    assert office.kind_of(nameless) == kind


def test_who_made_an_open_document_is_named_nowhere():
    said = f"<x xmlns:dc='d'><dc:creator>{JEANNE}</dc:creator><p>Bonjour</p></x>"
    content = open_document("odt", {"meta.xml": said, "content.xml": said})
    nameless = office.nameless(content)
    assert nameless[30:38] == b"mimetype"
    with ZipFile(BytesIO(nameless)) as parts:
        assert b"Jeanne" not in parts.read("meta.xml") + parts.read("content.xml")
        assert b"<p>Bonjour</p>" in parts.read("content.xml")
    assert office.kind_of(nameless) == "odt"


def test_a_picture_in_it_loses_what_the_camera_wrote():
    content = open_xml(parts={"word/media/image1.jpeg": picture(exif=exif())})
    with ZipFile(BytesIO(office.nameless(content))) as parts:
        image = parts.read("word/media/image1.jpeg")
    assert b"Appareil" not in image
    assert Image.open(BytesIO(image)).size == (40, 30)


def test_one_with_a_part_that_cannot_be_unpacked_is_refused_in_words():
    content = open_xml(parts={"word/media/sound.bin": b"la" * 40}, packed=ZIP_STORED)
    with pytest.raises(FileRefused, match="abîmé"):
        office.nameless(content.replace(b"la" * 40, b"lu" * 40))
