"""Pictures come in the sizes of where they stand, and a list of them costs no more than one."""

import re
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.template import Context, Template
from django.utils import translation
from PIL import Image

from ground.design.pictures import FRAMES, rendition_specs
from ground.provenance.models import Picture, hold_cuts

pytestmark = pytest.mark.django_db
CARDS = Template(
    "{% load components %}{% for i in images %}{% picture image=i preset='card' %}{% endfor %}"
)


def picture(**fields):
    file = BytesIO()
    Image.new("RGB", (900, 700), "#a8341a").save(file, "JPEG")
    fields = {"title": "Heap", "credit": "Terril", **fields}
    return Picture.objects.create(file=ContentFile(file.getvalue(), "heap.jpg"), **fields)


def draw(source: str, **context: object) -> str:
    return Template("{% load components %}" + source).render(Context(context))


def test_a_picture_has_its_sizes_its_text_and_its_credit():
    html = draw("{% picture image=image preset='card' %}", image=picture(alt="A black heap"))
    assert html.count("format-avif") == len(FRAMES["card"].widths)
    assert 'alt="A black heap"' in html
    assert 'width="' in html
    assert 'height="' in html
    assert 'loading="lazy"' in html
    assert "Terril" in html


def test_the_credit_speaks_the_readers_language():
    image = picture(credit_fr="Photo : Terril", credit_en="Photo: Terril")
    for language, words in (("fr", "Photo : Terril"), ("en", "Photo: Terril")):
        with translation.override(language):
            assert words in draw("{% picture image=image preset='card' %}", image=image)


def test_the_first_picture_is_fetched_first():
    html = draw("{% picture image=image preset='thumb' eager=True %}", image=picture())
    assert 'fetchpriority="high"' in html
    assert "loading" not in html


def test_a_picture_over_the_whole_screen_has_an_upright_cut_for_phones():
    html = draw("{% picture image=image preset='hero' %}", image=picture())
    assert re.search(r'media="\(max-width: 40rem\)" srcset="[^"]*fill-720x900', html)
    assert 'media="' not in draw("{% picture image=image preset='half' %}", image=picture())


def test_a_card_among_four_on_a_phone_asks_for_half_the_width():
    card = "{% card kind='story' title='Heap' href='/' image=image columns=columns %}"
    assert re.findall('sizes="(.*?)"', draw(card, image=picture(), columns=4))[0].endswith("46vw")
    assert re.findall('sizes="(.*?)"', draw(card, image=picture(), columns=3))[0].endswith("92vw")


def test_a_picture_beside_its_words_may_stay_silent():
    assert 'alt=""' in draw("{% picture image=image preset='thumb' alt='' %}", image=picture())


def test_no_picture_is_a_drawn_blank():
    assert "picture-none-portrait" in draw("{% picture image=None preset='card' %}")


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_of_pictures_costs_two_queries(count, django_assert_num_queries):
    for _ in range(count):
        picture().get_renditions(*rendition_specs("card"))
    with django_assert_num_queries(2):  # the pictures, and all their renditions
        images = list(Picture.objects.order_by("pk"))
        hold_cuts(images, rendition_specs("card"))
        CARDS.render(Context({"images": images}))
