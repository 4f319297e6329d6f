"""The gallery shows every component; a new one without an example fails here."""

import re

import pytest
from django.conf import settings

from ground.design.library import library
from ground.styleguide.gallery import has_example
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
URL = "/fr/styleguide/"


@pytest.mark.parametrize("component", library.components.values(), ids=str)
def test_every_component_has_an_example_that_calls_it(component):
    assert has_example(component), f"write templates/styleguide/examples/{component.name}.html"
    path = settings.BASE_DIR / "templates/styleguide/examples" / f"{component.name}.html"
    if component.name != "toast":  # once a page, in base.html
        assert f"{{% {component.name} " in path.read_text()


def test_the_gallery_shows_every_component(client, settings):
    settings.SHOW_STYLEGUIDE = True
    html = client.get(URL).content.decode()
    assert sorted(re.findall(r'data-exhibit="(\w+)"', html)) == sorted(library.components)


def test_the_gallery_is_drawn_in_english_too(client, settings):
    settings.SHOW_STYLEGUIDE = True
    assert client.get("/en/styleguide/?theme=dark").status_code == 200


def test_the_public_does_not_see_the_gallery(client):
    assert client.get(URL).status_code == 404


def test_staff_see_the_gallery(client):
    client.force_login(UserFactory(staff=True))
    assert client.get(URL).status_code == 200


def test_the_documentation_names_every_component():
    text = (settings.BASE_DIR / "ground/design/README.md").read_text()
    assert [name for name in library.components if f"| `{name}`" not in text] == []
