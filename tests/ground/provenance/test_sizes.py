"""Sizes are made before anybody waits for them; an original that is away is not called gone."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.template import Context, Template
from django.utils import timezone
from PIL import Image

from ground.provenance import sizes
from ground.provenance.models import Picture
from tests.factories.files import exif, picture

pytestmark = pytest.mark.django_db

SMALL = "width-20|format-webp"


def kept(content: bytes = b"", name: str = "brick.jpg") -> Picture:
    return Picture.objects.create(title="Brick", file=ContentFile(content or picture(), name))


def run() -> int:
    return sizes.run(at=timezone.now())["pictures in their usual sizes"]


def test_the_usual_sizes_are_made_once():
    brick = kept()
    assert run() == 1
    assert set(brick.renditions.values_list("filter_spec", flat=True)) == set(sizes.USUAL)
    assert run() == 0


def test_a_card_then_asks_nobody_to_wait():
    kept()
    run()
    card = Template("{% load components %}{% picture image=image preset='card' %}")
    assert "/pictures/" not in card.render(Context({"image": Picture.objects.get()}))


def test_another_file_has_other_sizes():
    brick = kept()
    run()
    brick = Picture.objects.get()
    brick.file = ContentFile(picture(), "other.jpg")
    brick.save()
    assert run() == 1


def test_one_whose_original_is_away_lets_the_others_have_theirs(caplog):
    brick, away = kept(), kept(name="away.jpg")
    away.file.storage.delete(away.file.name)
    assert run() == 2
    assert (brick.renditions.count(), away.renditions.count()) == (len(sizes.USUAL), 0)
    assert "no sizes could be made" in caplog.text
    assert run() == 0


def test_an_original_of_earlier_days_is_freed_of_what_the_camera_noted():
    old = kept(picture(exif=exif(orientation=6)))
    old.get_rendition("width-10|format-jpeg")
    before = old.file.name
    run()
    new = Picture.objects.get()
    with new.file.open() as file:
        content = file.read()
    assert b"Appareil" not in content
    assert Image.open(BytesIO(content)).size == (new.width, new.height) == (30, 40)
    assert not new.file.storage.exists(before)
    assert not new.renditions.filter(filter_spec="width-10|format-jpeg").exists()


def test_a_colour_stands_until_the_picture_has_come():
    assert kept(picture("PNG"), "brick.png").colour == "#a8341a"
    page = Template("{% load components %}{% picture image=image preset='half' %}")
    assert 'fill="#a8341a"' in page.render(Context({"image": Picture.objects.get()}))


def test_one_whose_file_was_stored_before_has_its_colour_too():
    name = default_storage.save("original_images/brick.png", ContentFile(picture("PNG")))
    Picture.objects.create(title="Brick", file=name, width=40, height=30)
    assert Picture.objects.get().colour == "#a8341a"


def test_behind_what_is_cut_out_stands_no_colour():
    assert kept(picture("PNG", mode="RGBA"), "cut.png").colour == ""


def test_that_an_original_is_away_is_kept_by_nobody(client):
    brick = kept()
    address = brick.cuts(SMALL)[SMALL].url
    brick.file.storage.delete(brick.file.name)
    response = client.get(address)
    assert response.status_code == 404
    assert "public" not in response.headers.get("Cache-Control", "")
    brick.file.storage.save(brick.file.name, ContentFile(picture()))
    assert client.get(address).status_code == 302


@pytest.mark.parametrize("damage", [b"", b"no picture", picture()[:-300]])
def test_an_original_that_cannot_be_read_is_no_error_of_ours(client, damage):
    brick = kept()
    with brick.file.storage.open(brick.file.name, "wb") as file:
        file.write(damage)
    response = client.get(brick.cuts(SMALL)[SMALL].url)
    assert (response.status_code, response.headers.get("Cache-Control", "")) == (404, "")


def test_a_size_that_is_wrongly_asked_for_is_kept_by_nobody(client):
    address = kept().cuts(SMALL)[SMALL].url.replace("width-20", "width-21")
    response = client.get(address)
    assert response.status_code == 403
    assert "public" not in response.headers.get("Cache-Control", "")
