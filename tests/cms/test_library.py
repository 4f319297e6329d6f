"""The editors' picture library: what is uploaded is laundered before it is kept anywhere."""

from io import BytesIO

import pytest
from django.contrib.auth.models import Group
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile
from wagtail.users.models import UserProfile

from cms.roles import EDITORS, make_groups
from ground.provenance.models import Picture
from tests.factories.accounts import UserFactory
from tests.factories.files import exif, heic, picture

WORDS = {"title": "Le terril", "alt_fr": "Un terril noir", "credit_fr": "Terril"}


@pytest.fixture
def editor(client, tree):
    make_groups()
    user = UserFactory.create()
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    return client


def add(client, name, content, **words):
    file = SimpleUploadedFile(name, content)
    return client.post("/admin/images/add/", {**WORDS, **words, "file": file})


def add_one_of_many(client, name, content):
    data = {"title": name, "files[]": SimpleUploadedFile(name, content)}
    return client.post(reverse("wagtailimages:add_multiple"), data).json()


@pytest.mark.parametrize(
    ("name", "content", "format"),
    [
        ("IMG_7.HEIC", heic(exif=exif()), "JPEG"),
        ("photo.jpg", picture(exif=exif(orientation=6)), "JPEG"),
        ("photo.png", picture("PNG", exif=exif()), "PNG"),
        ("photo.webp", picture("WEBP", exif=exif()), "WEBP"),
        ("photo.avif", picture("AVIF", exif=exif()), "AVIF"),
        ("scan.png", picture("PNG", mode="I;16"), "PNG"),
    ],
)
def test_a_picture_is_kept_without_what_the_camera_noted(editor, name, content, format):
    assert add(editor, name, content).status_code == 302
    kept = Picture.objects.get()
    with kept.file.open() as file:
        written = file.read()
    image = Image.open(BytesIO(written))
    assert b"Appareil" not in written
    assert (image.format, image.size) == (format, (kept.width, kept.height))
    assert kept.file_size == len(written)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.jpg", picture()[:-300]),
        ("photo.jpg", b"\xff\xd8\xff nothing more"),
        ("photo.png", picture("PNG")[:80]),
        ("IMG_7.heic", heic((400, 300))[:-60]),
        ("photo.avif", picture("AVIF")[:-40]),
        ("photo.jpg", b""),
        ("photo.jpg", b"MZ a program"),
    ],
)
class TestWhatIsCutOffOrNoPicture:
    def test_is_refused_at_its_field_and_what_was_typed_stays(self, editor, name, content):
        response = add(editor, name, content, title="Le terril du 11/19")
        form = response.context["form"]
        assert (response.status_code, list(form.errors)) == (200, ["file"])
        assert "Le terril du 11/19" in response.content.decode()
        assert Picture.objects.count() == 0

    def test_is_refused_among_several(self, editor, name, content):
        answer = add_one_of_many(editor, name, content)
        assert (answer["success"], bool(answer["error_message"])) == (False, True)
        assert UploadedFile.objects.count() == 0


def test_what_has_too_many_pixels_is_refused_at_its_field(editor, settings):
    settings.MOST_PIXELS = 1199
    assert list(add(editor, "photo.jpg", picture()).context["form"].errors) == ["file"]


def test_one_of_several_is_laundered_before_it_is_put_aside(editor):
    answer = add_one_of_many(editor, "IMG_7.HEIC", heic(exif=exif()))
    aside = UploadedFile.objects.get()
    with default_storage.open(aside.file.name) as file:
        assert b"Appareil" not in file.read()
    assert aside.file.name.endswith(".jpg")
    prefix = f"uploaded-image-{aside.pk}"
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[aside.pk])
    words = {f"{prefix}-{name}": value for name, value in WORDS.items()}
    assert editor.post(address, words).json()["success"] is True, answer
    assert Picture.objects.get().width == 40


def test_editing_the_words_leaves_the_file_alone(editor):
    add(editor, "photo.jpg", picture())
    before = Picture.objects.get()
    address = reverse("wagtailimages:edit", args=[before.pk])
    assert editor.post(address, {**WORDS, "title": "Autre"}).status_code == 302
    after = Picture.objects.get()
    assert (after.title, after.file.name) == ("Autre", before.file.name)


def test_the_photo_of_a_phone_may_be_chosen(editor):
    assert "image/heic" in editor.get("/admin/images/add/").content.decode()


def test_no_size_of_an_original_of_earlier_days_tells_where_it_was_taken(db):
    old = Picture.objects.create(
        title="Old", file=SimpleUploadedFile("old.jpg", picture(exif=exif(orientation=6)))
    )
    assert (old.width, old.height) == (30, 40)
    for spec in ("width-20|format-jpeg", "width-20|format-png", "original"):
        with old.get_rendition(spec).file.open() as file:
            image = Image.open(file)
            assert image.width < image.height
            assert dict(image.getexif()) == {}


def send_portrait(client, name, content):
    """What the page of one's own account sends; the form of the portrait as it comes back."""
    page = client.get("/admin/account/")
    data = {
        f"{panel.name}-{name}": value
        for panels in page.context["panels_by_tab"].values()
        for panel in panels
        for name, value in panel.get_form().initial.items()
        if isinstance(value, str)
    }
    return client.post("/admin/account/", {**data, f"avatar-{name}": content})


@pytest.mark.parametrize("content", [heic(exif=exif()), picture(exif=exif(orientation=6))])
def test_a_portrait_is_kept_without_what_the_camera_noted(editor, content):
    send_portrait(editor, "avatar", SimpleUploadedFile("IMG_7.heic", content))
    with UserProfile.objects.get(user_id=editor.session["_auth_user_id"]).avatar.open() as file:
        assert b"Appareil" not in file.read()


def test_half_a_portrait_is_refused_in_words(editor):
    page = send_portrait(editor, "avatar", SimpleUploadedFile("moi.jpg", picture()[:-300]))
    assert page.status_code == 200
    assert 'id="id_avatar-avatar_error"' in page.content.decode()


def test_ones_account_offers_zones_that_browsers_know(editor):
    page = editor.get("/admin/account/").content.decode()
    assert 'value="Europe/Paris"' in page
    assert 'value="localtime"' not in page
