"""The editors' documents: of allowed kinds only, handed out as what they are and never run."""

from importlib import import_module
from io import BytesIO

import pikepdf
import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents.models import Document as WagtailDocument
from wagtail.models import CollectionViewRestriction, UploadedFile

from cms.models import EditorDocument
from cms.roles import EDITORS, make_groups
from tests.factories.accounts import UserFactory
from tests.factories.files import exif, heic, open_document, open_xml, pdf, picture

PAGE = b"<!doctype html><script>alert(1)</script>"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


@pytest.fixture
def editor(client, tree):
    make_groups()
    user = UserFactory.create()
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    return client


def add_one_of_many(client, name, content):
    data = {"title": name, "files[]": SimpleUploadedFile(name, content)}
    return client.post(reverse("wagtaildocs:add_multiple"), data).json()


def document(name="plan.pdf", content=None) -> EditorDocument:
    return EditorDocument.objects.create(title="Plan", file=ContentFile(content or pdf(), name))


def test_all_their_pages_open_once_there_is_one(editor):
    assert add_one_of_many(editor, "plan.pdf", pdf())["success"] is True
    kept = EditorDocument.objects.get()
    for name, args in {
        "wagtaildocs:index": [],
        "wagtaildocs:add": [],
        "wagtaildocs:add_multiple": [],
        "wagtaildocs:edit": [kept.pk],
        "wagtaildocs:document_usage": [kept.pk],
        "wagtaildocs_chooser:choose": [],
        "wagtailadmin_api:documents:listing": [],
        "wagtailadmin_api:documents:detail": [kept.pk],
    }.items():
        assert editor.get(reverse(name, args=args)).status_code == 200, name
    chosen = editor.get(reverse("wagtaildocs_chooser:chosen", args=[kept.pk])).json()
    assert chosen["result"]["url"] == kept.url


@pytest.mark.parametrize(
    ("name", "content", "kept_as", "media_type", "shown"),
    [
        ("carte.pdf", pdf(), "carte.pdf", "application/pdf", True),
        ("coupe.txt", pdf(), "coupe.pdf", "application/pdf", True),
        ("photo.JPEG", picture(exif=exif()), "photo.jpg", "image/jpeg", True),
        ("IMG_7.HEIC", heic(exif=exif()), "IMG_7.jpg", "image/jpeg", True),
        ("aerial.avif", picture("AVIF"), "aerial.avif", "image/avif", True),
        ("budget.ods", open_document("ods"), "budget.ods", "application/vnd.oasis", False),
        ("note.docx", open_xml(), "note.docx", "application/vnd.openxml", False),
    ],
)
def test_one_is_handed_out_as_what_it_is(editor, name, content, kept_as, media_type, shown):
    assert add_one_of_many(editor, name, content)["success"] is True
    kept = EditorDocument.objects.get()
    assert kept.filename == kept_as
    editor.logout()
    response = editor.get(kept.url)
    assert b"Appareil" not in b"".join(response.streaming_content)
    assert response.headers["Content-Type"].startswith(media_type)
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers.get("Content-Disposition", "inline").startswith("attachment") != shown


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("note.html", PAGE),
        ("note.pdf", PAGE),
        ("drawing.svg", DRAWING),
        ("drawing.png", DRAWING),
        ("words.txt", b"Bonjour"),
        ("data.csv", b"a;b\r\n1;2"),
        ("macro.docx", open_xml(parts={"word/vbaProject.bin": "x"})),
        ("photo.jpg", picture()[:-300]),
        ("empty.pdf", b""),
    ],
)
def test_others_are_refused_in_words(editor, name, content):
    answer = add_one_of_many(editor, name, content)
    assert (answer["success"], bool(answer["error_message"])) == (False, True)
    file = SimpleUploadedFile(name, content)
    page = editor.post(reverse("wagtaildocs:add"), {"title": "Le plan du 11/19", "file": file})
    assert list(page.context["form"].errors) == ["file"]
    assert "Le plan du 11/19" in page.content.decode()
    assert (EditorDocument.objects.count(), UploadedFile.objects.count()) == (0, 0)


def test_a_pdf_that_does_something_is_freed_of_it(editor):
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    add_one_of_many(editor, "plan.pdf", pdf(OpenAction=script))
    with EditorDocument.objects.get().file.open() as file, pikepdf.open(file) as calm:
        assert "/OpenAction" not in calm.Root


def test_one_lies_below_no_address(client, db):
    kept = document()
    assert not default_storage.exists(kept.file.name)
    assert client.get(f"/media/{kept.file.name}").status_code == 404


def test_one_that_an_old_system_took_is_saved_and_not_shown(client, db):
    response = client.get(document("note.html", PAGE).url)
    response.close()
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment")


def test_one_whose_file_is_away_is_not_found(client, db):
    kept = document()
    kept.file.storage.delete(kept.file.name)
    response = client.get(kept.url)
    assert (response.status_code, response.headers.get("Cache-Control", "")) == (404, "")


def test_one_in_a_closed_collection_is_for_those_who_may(client, db):
    kept = document()
    restriction = CollectionViewRestriction.objects.create(
        collection=kept.collection, restriction_type="password", password="terril"
    )
    assert b"".join(client.get(kept.url)).find(b"%PDF") == -1
    address = reverse("wagtaildocs_authenticate_with_password", args=[restriction.pk])
    answer = client.post(address, {"password": "terril", "return_url": kept.url})
    assert (answer.status_code, answer.url) == (302, kept.url)
    assert b"".join(client.get(kept.url).streaming_content).startswith(b"%PDF")


def test_what_was_uploaded_before_moves_away_from_its_address(db):
    name = default_storage.save("documents/note.pdf", BytesIO(pdf()))
    WagtailDocument.objects.create(title="Note", file=name)
    import_module("cms.migrations.0006_documents_below_no_address").move(apps, None)
    moved = EditorDocument.objects.get()
    assert (moved.title, moved.filename, moved.file.storage.exists(moved.file.name)) == (
        "Note",
        "note.pdf",
        True,
    )
    assert not default_storage.exists(name)
    assert WagtailDocument.objects.count() == 0
