"""A PDF is what readers take for one; it does nothing by itself, and tells jurors of no author."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from ground.files import pdf
from ground.files.refusal import FileRefused
from tests.factories import files

SCRIPT = Dictionary(Type=Name.Action, S=Name.JavaScript, JS="app.alert('Bonjour')")
LAUNCH = Dictionary(S=Name.Launch, F="calc.exe")
LINK = Dictionary(S=Name.URI, URI="https://terril.example/")
NOTE = {"Type": Name.Annot, "Rect": Array([0, 0, 9, 9])}


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def with_notes(*notes: Dictionary) -> bytes:
    written = BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page()
        page.obj.Annots = Array([document.make_indirect(note) for note in notes])
        document.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    "before",
    [b"", b"\xef\xbb\xbf", b"\r\n\r\n", b"\x00" * 128, b"Date: today\r\n\r\n", b"x" * 1024],
    ids=["nothing", "mark", "lines", "MacBinary", "mail", "as much as may be"],
)
def test_a_header_within_the_first_1024_bytes_is_one(before):
    assert pdf.is_one(before + files.pdf())


@pytest.mark.parametrize(
    "before",
    [
        b"MZ\x90\x00" + bytes(200),
        b"\x7fELF\x02",
        b"#!/bin/sh\n",
        b"\xef\xbb\xbf<html><script>alert(1)</script>",
        b"\r\n <!DOCTYPE html>",
        b"GIF89a",
        b"x" * 1025,
    ],
)
def test_a_program_or_a_page_that_mentions_it_is_none(before):
    assert not pdf.is_one(before + files.pdf())


@pytest.mark.parametrize(
    "entries",
    [
        {"OpenAction": SCRIPT},
        {"AA": Dictionary(WC=SCRIPT)},
        {"Names": Dictionary(JavaScript=Dictionary(Names=Array(["all", SCRIPT])))},
        {"Names": Dictionary(EmbeddedFiles=Dictionary(Names=Array(["a", Dictionary()])))},
        {"AcroForm": Dictionary(Fields=Array([Dictionary(T="name", AA=Dictionary(K=SCRIPT))]))},
        {"Outlines": Dictionary(First=Dictionary(Title="One", A=LAUNCH))},
        {"Outlines": Dictionary(A=Dictionary(S=Name.GoTo, D=Array([0]), Next=Array([SCRIPT])))},
    ],
    ids=["opening", "leaving", "named", "embedded", "typing", "launch", "next"],
)
def test_what_happens_by_itself_is_taken_out(entries):
    content = files.pdf(**entries)
    calm = pdf.at_rest(content)
    document = opened(calm)  # its objects live as long as it does
    assert len(document.pages) == 1
    whole = b"".join(thing.unparse(resolved=True) for thing in document.objects)
    for act in (b"JavaScript", b"Launch", b"alert", b"EmbeddedFiles", b"OpenAction"):
        assert act not in whole
    assert pdf.at_rest(calm) == calm


@pytest.mark.parametrize("sort", ["FileAttachment", "RichMedia", "Screen", "Movie"])
def test_notes_that_carry_files_are_taken_out_and_others_stay(sort):
    link = Dictionary(**NOTE, Subtype=Name.Link, A=LINK)
    content = with_notes(Dictionary(**NOTE, Subtype=Name(f"/{sort}")), link)
    document = opened(pdf.at_rest(content))
    notes = document.pages[0].Annots
    assert [str(note.Subtype) for note in notes] == ["/Link"]
    assert str(notes[0].A.URI) == "https://terril.example/"


def test_a_button_that_starts_a_program_does_nothing():
    content = with_notes(Dictionary(**NOTE, Subtype=Name.Link, A=LAUNCH))
    document = opened(pdf.at_rest(content))
    assert "/A" not in document.pages[0].Annots[0]


def test_one_that_does_nothing_is_kept_byte_for_byte():
    content = b"\xef\xbb\xbf" + files.pdf(Lang="fr")
    assert pdf.at_rest(content) == content


def test_fonts_may_be_called_as_they_like():
    font = Dictionary(Type=Name.Font, BaseFont=Name.Helvetica)
    content = files.pdf(Fonts=Dictionary({"/AA": font, "/JS": font}))
    assert pdf.at_rest(content) == content


def test_one_that_asks_for_a_password_is_refused_in_words():
    written = BytesIO()
    opened(files.pdf()).save(written, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(FileRefused, match=r"password|mot de passe"):
        pdf.at_rest(written.getvalue())


def test_one_that_only_forbids_printing_is_taken():
    written = BytesIO()
    opened(files.pdf()).save(written, encryption=pikepdf.Encryption(owner="o", user=""))
    assert pdf.at_rest(written.getvalue()) == written.getvalue()


def test_one_that_cannot_be_opened_is_refused_in_words():
    with pytest.raises(FileRefused):
        pdf.at_rest(b"%PDF-1.7 and nothing more")


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9, 0.99])
@pytest.mark.parametrize("versions", [1, 2], ids=["written once", "written to again"])
def test_one_that_was_cut_off_is_refused_though_readers_would_mend_it(part, versions):
    whole = files.pdf(Title="x" * 400)
    appended = whole[whole.index(b"\n") :] if versions == 2 else b""
    kept = len(whole) * (versions - 1) + int(len(appended or whole) * part)
    with pytest.raises(FileRefused, match=r"end of this PDF|fin de ce PDF"):
        pdf.at_rest((whole + appended)[:kept])


@pytest.mark.parametrize("after", [b"", b"\r\n", b"\x00" * 4096, b"\n<p>One object sent</p>\n"])
def test_what_servers_add_after_the_end_is_no_harm(after):
    assert pdf.at_rest(files.pdf() + after) == files.pdf() + after


def test_one_that_is_laid_out_for_the_web_has_its_end_last():
    written = BytesIO()
    opened(files.pdf()).save(written, linearize=True)
    content = written.getvalue()
    assert pdf.at_rest(content) == content
    with pytest.raises(FileRefused, match=r"end of this PDF|fin de ce PDF"):
        pdf.at_rest(content[: len(content) * 2 // 3])


def test_its_author_is_named_nowhere():
    content = with_notes(
        Dictionary(**NOTE, Subtype=Name.Text, T="Jeanne Lefebvre", Contents="Bien"),
        Dictionary(**NOTE, Subtype=Name.Link, A=LINK),
    )
    written = BytesIO()
    with opened(content) as document:
        document.docinfo["/Author"] = "Jeanne Lefebvre"
        with document.open_metadata() as meta:
            meta["dc:creator"] = ["Jeanne Lefebvre"]
        document.save(written)
    nameless = opened(pdf.nameless(written.getvalue()))
    assert "/Info" not in nameless.trailer
    assert "/Metadata" not in nameless.Root
    notes = nameless.pages[0].Annots
    assert ["/T" in note for note in notes] == [False, False]
    assert str(notes[0].Contents) == "Bien"


@pytest.mark.parametrize("kind", ["Font", "XObject", "Pattern"])
def test_an_action_that_calls_itself_a_font_is_an_action(kind):
    disguised = Dictionary(Type=Name(f"/{kind}"), S=Name.Launch, F="calc.exe")
    kept = pdf.at_rest(files.pdf(OpenAction=disguised))
    assert b"calc.exe" not in kept
