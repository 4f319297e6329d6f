"""The frame around every page, and the pages that say no."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

pytestmark = pytest.mark.django_db


def page(path: str = "/fr/styleguide/", **context: object) -> str:
    language = path.split("/")[1]
    with override(language):
        return render_to_string("base.html", context, request=RequestFactory().get(path))


def test_a_page_has_its_landmarks_and_a_way_past_them():
    html = page()
    assert 'class="skip" href="#main"' in html
    for landmark in ("<header", '<main id="main"', "<footer", "<nav", 'role="search"'):
        assert landmark in html


def test_a_page_names_its_language_and_the_others():
    html = page("/en/styleguide/?theme=dark")
    assert '<html lang="en">' in html
    assert 'hreflang="fr" href="http://testserver/fr/styleguide/?theme=dark"' in html


def test_a_page_may_know_its_translation_better():
    html = page("/fr/recits/noir/", alternate_urls={"en": "/en/stories/black/"})
    assert '<a href="/en/stories/black/" hreflang="en"' in html


def test_a_public_page_asks_nothing_of_the_person(django_assert_num_queries):
    page()  # who the destination is and which pages it has is remembered
    with django_assert_num_queries(0):
        html = page()
    assert "csrfmiddlewaretoken" not in html


@pytest.mark.parametrize("name", ["403", "404", "413", "429"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_refusal_has_one_heading_and_a_way_on(name, language):
    with override(language):
        html = render_to_string(f"{name}.html", request=RequestFactory().get(f"/{language}/x/"))
    assert html.count("<h1>") == 1
    assert f'href="/{language}/shop/"' in html


@pytest.mark.parametrize("name", ["400", "500"])
def test_the_page_of_last_resort_needs_nothing(name):
    html = render_to_string(f"{name}.html")
    assert html.count("<h1>") == 1
    assert 'href="/fr/"' in html


def test_a_mail_has_a_frame_in_text_and_html():
    assert "Terril" in render_to_string("emails/base.html")
    assert render_to_string("emails/base.txt").strip().startswith("--")
