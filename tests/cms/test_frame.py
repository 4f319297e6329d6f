"""A site that loads no demonstration begins with empty pages, in both languages."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Page

from cms.frame import LISTS
from cms.models import HomePage

pytestmark = pytest.mark.django_db

TITLES = {
    "fr": ["Récits", "Lieux", "Savoir-faire", "Parcours", "Agenda", "Réseau", "Thèmes"],
    "en": ["Stories", "Places", "Crafts", "Routes", "Events", "Network", "Themes"],
}


@pytest.mark.parametrize(("language", "titles"), TITLES.items())
def test_every_page_opens_in_both_languages_and_leads_to_the_other(client, language, titles):
    call_command("make_pages")
    other = "en" if language == "fr" else "fr"
    front = client.get(f"/{language}/")
    assert front.status_code == 200
    assert f'href="/{other}/"' in front.content.decode()
    for name, title in zip(LISTS, titles, strict=True):
        page = client.get(f"/{language}/{name}/")
        assert page.status_code == 200
        assert f"<h1>{title}</h1>" in page.content.decode()
        assert f'href="/{other}/{name}/"' in page.content.decode()
        assert f"/{language}/{name}/" in client.get("/sitemap.xml").content.decode()


def test_pages_are_made_once_and_wagtails_welcome_is_gone():
    call_command("make_pages")
    made = set(Page.objects.values_list("pk", "slug"))
    assert len(made) == 1 + 2 + 2 * len(LISTS)
    assert not Page.objects.filter(slug="home").exists()
    call_command("make_pages")
    assert set(Page.objects.values_list("pk", "slug")) == made


def test_an_editor_finds_where_to_write(client, admin_user):
    call_command("make_pages")
    client.force_login(admin_user)
    stories = LISTS["stories"].objects.get(locale__language_code="fr")
    add = reverse("wagtailadmin_pages:add", args=["cms", "storypage", stories.pk])
    assert client.get(add).status_code == 200


def test_the_demonstration_is_not_laid_over_somebodys_pages():
    call_command("make_pages")
    before = HomePage.objects.count()
    with pytest.raises(CommandError):
        call_command("load_demo")
    assert HomePage.objects.count() == before
