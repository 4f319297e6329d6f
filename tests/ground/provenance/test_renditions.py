"""Sizes of pictures: told before they are made, made once."""

from io import BytesIO
from unittest.mock import patch

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from ground.design.pictures import FRAMES, rendition_specs
from ground.provenance.models import Picture, Rendition, hold_cuts

pytestmark = pytest.mark.django_db

SMALL, SMALLER = "width-30|format-webp", "width-20|format-webp"
SPECS = rendition_specs(*FRAMES)


def brick(width: int = 40, height: int = 30) -> Picture:
    buffer = BytesIO()
    Image.new("RGB", (width, height), "#a8341a").save(buffer, "JPEG")
    return Picture.objects.create(title="Brick", file=ContentFile(buffer.getvalue(), "brick.jpg"))


def no_encoding():
    return patch.object(Picture, "generate_rendition_file", side_effect=AssertionError)


def test_a_page_waits_for_no_picture():
    with no_encoding():
        assert list(brick().cuts(*SPECS)) == list(SPECS)


@pytest.mark.parametrize("size", [(1300, 870), (301, 97), (40, 60)])
def test_the_size_that_is_told_is_the_size_that_is_made(size):
    picture = brick(*size)
    told = {spec: cut[1:] for spec, cut in picture.cuts(*SPECS).items()}
    made = {spec: (r.width, r.height) for spec, r in picture.get_renditions(*SPECS).items()}
    assert told == made


def test_who_asks_first_has_it_made_and_everybody_else_finds_it_there(client):
    picture = brick()
    answer = client.get(picture.cuts(SMALL)[SMALL].url)
    made = picture.renditions.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, made.url)
    assert Picture.objects.get().cuts(SMALL)[SMALL] == (made.url, 30, 22)


def test_a_size_that_no_page_shows_cannot_be_asked_for(client):
    address = brick().cuts(SMALL)[SMALL].url
    assert client.get(address.replace("width-30", "width-31")).status_code == 403
    assert Rendition.objects.count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_sizes_that_are_there_and_sizes_that_are_not_cost_one_query_for_all(
    count, django_assert_num_queries
):
    for _ in range(count):
        brick().get_renditions(SMALL)
    pictures = list(Picture.objects.all())
    with django_assert_num_queries(1):
        hold_cuts([*pictures, None], [SMALL, SMALLER])
    with django_assert_num_queries(0):
        cuts = [picture.cuts(SMALL, SMALLER) for picture in pictures]
    assert all("/pictures/" not in cut[SMALL].url for cut in cuts)
    assert all("/pictures/" in cut[SMALLER].url for cut in cuts)


def test_another_focus_is_another_cut():
    picture = brick()
    spec = "fill-20x20|format-webp"
    picture.get_renditions(spec)
    assert "/pictures/" not in Picture.objects.get().cuts(spec)[spec].url
    Picture.objects.update(
        focal_point_x=5, focal_point_y=5, focal_point_width=4, focal_point_height=4
    )
    assert "/pictures/" in Picture.objects.get().cuts(spec)[spec].url
