"""Who the destination is: where one writes to it, and whether it may sell."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from oscar.core.loading import get_model
from wagtail.rich_text import RichText

from cms.models import PlainPage, SiteSettings, StoryPage
from cms.models.plain import Subject
from cms.roles import EDITORS, make_groups
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ArtisanFactory, make_product
from tests.marketplace.shop.test_checkout import form_of

ADDRESS = "salut@autour.example"


@pytest.fixture
def contact(tree):
    SiteSettings.objects.update(contact_email=ADDRESS)
    return f'<a href="mailto:{ADDRESS}">'


def test_every_page_says_where_to_write(client, contact):
    assert contact in client.get("/fr/stories/").content.decode()


def test_no_page_asks_to_write_where_there_is_no_address(client, tree):
    assert "mailto:" not in client.get("/fr/stories/").content.decode()


def test_a_text_shows_the_address_of_the_settings(client, tree, contact):
    body = [("paragraph", RichText("<p>Écrivez-nous.</p>")), ("contact", None)]
    page = tree.put(PlainPage, "home", body=body, slug="acces")
    assert f"{ADDRESS}</a>" in client.get(page.url).content.decode()


def test_a_shopper_without_a_workshop_reads_where_to_ask_for_one(client, contact):
    client.force_login(UserFactory.create())
    text = client.get(reverse("studio:home")).content.decode()
    assert f'href="mailto:{ADDRESS}"' in text


@pytest.fixture
def basket(client, tree):
    client.post(reverse("basket:add", args=[make_product().pk]))


def test_nothing_can_be_ordered_before_the_terms_of_sale_are_public(client, tree, basket):
    client.post(reverse("checkout:index"), form := form_of(client))
    page = client.get(reverse("checkout:index"))
    assert "conditions de vente ne sont pas encore publiées" in page.content.decode()
    assert form["email"] in page.content.decode()  # what was typed is kept
    assert "payment" not in client.session


def test_the_checkout_leads_to_the_terms_in_its_own_language(client, tree, basket):
    fr = tree.put(PlainPage, "home", subject=Subject.TERMS, slug="cgv")
    tree.put(
        PlainPage, "home", language="en", key=fr.translation_key, subject=Subject.TERMS, slug="sale"
    )
    assert '<a href="/fr/cgv/">' in client.get("/fr/shop/checkout/").content.decode()
    assert '<a href="/en/sale/">' in client.get("/en/shop/checkout/").content.decode()


def test_the_destination_is_named_once_in_each_language(client, tree):
    client.force_login(UserFactory.create(operator=True))
    page = client.get(reverse("wagtailsettings:edit", args=["cms", "sitesettings"]), follow=True)
    form = page.context["form"]
    assert {"name", "strapline"} & set(form.fields) == set()
    assert form.fields["name_fr"].required
    assert not form.fields["name_en"].required


def test_an_empty_front_page_says_so_and_where_those_who_run_it_begin(client, tree):
    text = client.get("/fr/").content.decode()
    assert "Rien n’est encore raconté ici" in text
    assert 'href="/admin/"' in text


class TestFirstSteps:
    def left(self, client) -> list[str]:
        page = client.get(reverse("wagtailadmin_home"))
        panels = [panel for panel in page.context["panels"] if hasattr(panel, "request")]
        steps = next(
            context["steps"]
            for panel in panels
            if "steps" in (context := panel.get_context_data(page.context))
        )
        return [step.label for step in steps if not step.is_done]

    def test_whoever_begins_is_told_what_is_to_be_done(self, client, tree):
        client.force_login(UserFactory.create(operator=True))
        page = client.get(reverse("wagtailadmin_home")).content.decode()
        assert "Avant l’ouverture de la destination" in page
        assert len(self.left(client)) == 6

    def test_what_is_done_is_seen(self, client, tree, contact):
        client.force_login(UserFactory.create(operator=True))
        tree.put(PlainPage, "home", subject=Subject.TERMS)
        tree.put(PlainPage, "home", subject=Subject.PRIVACY)
        tree.story()
        get_model("catalogue", "Category").add_root(name="Maison", slug="maison")
        ArtisanFactory.create()
        assert self.left(client) == []
        assert "Avant l’ouverture" not in client.get(reverse("wagtailadmin_home")).content.decode()

    def test_a_draft_is_not_done(self, client, tree):
        client.force_login(UserFactory.create(operator=True))
        tree.story()
        StoryPage.objects.update(live=False)
        assert "Racontez un premier récit" in self.left(client)

    def test_an_editor_is_not_bothered(self, client, tree):
        make_groups()
        editor = UserFactory.create()
        editor.groups.add(Group.objects.get(name=EDITORS))
        client.force_login(editor)
        assert "Avant l’ouverture" not in client.get(reverse("wagtailadmin_home")).content.decode()
