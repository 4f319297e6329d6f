"""The Wagtail admin: who comes in, by which door, and what they may do there."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.admin.menu import admin_menu
from wagtail.admin.ui.sidebar import SubMenuItem
from wagtail.models import Locale
from wagtail_localize.operations import translate_object

from cms.roles import EDITORS, OPERATORS, TRANSLATORS, make_groups
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import make_product

SIGN_IN = "/fr/account/login/?next=%2Fadmin%2F"


@pytest.fixture
def member(tree):
    """`member(EDITORS)`: somebody of that group."""

    def make(group):
        make_groups()
        user = UserFactory.create()
        user.groups.add(Group.objects.get(name=group))
        return user

    return make


def test_the_admins_own_sign_in_leads_to_the_one_sign_in_page(client, db):
    response = client.get("/admin/login/?next=/admin/")
    assert (response.status_code, response.url) == (302, SIGN_IN)


def test_somebody_who_is_no_editor_is_refused_and_not_sent_round(client, db):
    client.force_login(UserFactory.create())
    response = client.get("/admin/", follow=True)
    assert response.status_code == 403
    assert len(response.redirect_chain) == 1


def test_an_editor_comes_in_and_meets_the_destination(client, member):
    client.force_login(member(EDITORS))
    page = client.get("/admin/").content.decode()
    assert "Autour du puits" in page
    assert "css/cms-admin.css" in page
    assert client.get("/admin/login/").url == "/admin/"


@pytest.mark.parametrize(
    "path",
    ["/admin/stories/", "/admin/snippets/provenance/place/", "/admin/images/add/"]
    + [
        f"/admin/choose/{kind}/"
        for kind in ("product", "artisan", "place", "craft", "pilot", "call")
    ],
)
def test_an_editor_has_lists_and_choosers(client, member, path):
    client.force_login(member(EDITORS))
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["", "studio/listing/", "order/order/", "fulfilment/consignment/", "payments/payment/"],
)
def test_an_operator_has_the_listings_to_approve_and_what_was_sold(client, member, path):
    client.force_login(member(OPERATORS))
    assert client.get(f"/admin/{path}").status_code == 200


@pytest.mark.parametrize("path", ["stories/", "pages/", "images/", "users/", "incubator/call/"])
def test_an_operator_has_no_more_than_that(client, member, path):
    client.force_login(member(OPERATORS))
    assert client.get(f"/admin/{path}").status_code in {302, 403}


def test_an_editor_opens_every_form(client, member, tree):
    client.force_login(member(EDITORS))
    for (language, name), page in tree.lists.items():
        if language == "fr":
            kind = page.allowed_subpage_models()[0]._meta
            url = reverse("wagtailadmin_pages:add", args=[kind.app_label, kind.model_name, page.pk])
            assert (name, client.get(url).status_code) == (name, 200)


def test_an_editor_publishes_and_a_translator_does_not(member, tree):
    story = tree.story()
    editor, translator = member(EDITORS), member(TRANSLATORS)
    assert story.permissions_for_user(editor).can_publish()
    assert story.permissions_for_user(translator).can_edit()
    assert not story.permissions_for_user(translator).can_publish()
    assert not story.permissions_for_user(translator).can_delete()


def test_neither_group_touches_users_or_orders(member):
    for group in (EDITORS, TRANSLATORS):
        allowed = member(group).get_all_permissions()
        apps = {permission.partition(".")[0] for permission in allowed}
        assert apps.isdisjoint({"accounts", "auth", "order", "payments", "incubator", "partner"})


def test_a_picture_without_a_text_alternative_or_a_credit_is_sent_back(client, member):
    client.force_login(member(EDITORS))
    response = client.post("/admin/images/add/", {"title": "Lampe"})
    assert response.status_code == 200
    assert {"alt_fr", "credit_fr"} <= set(response.context["form"].errors)


def test_a_chooser_finds_by_the_beginning_of_a_word_and_tells_the_maker(client, member):
    product = make_product(title="Veilleuse de fosse")
    client.force_login(member(EDITORS))
    found = client.get("/admin/choose/product/results/?q=veill").content.decode()
    assert "Veilleuse de fosse" in found
    assert product.stockrecords.get().partner.name in found
    assert "Veilleuse" not in client.get("/admin/choose/product/results/?q=tasse").content.decode()


def test_a_translation_is_a_draft_until_it_is_published(member, tree):
    story = tree.story()
    translate_object(story, [Locale.objects.get(language_code="en")], user=member(EDITORS))
    assert story.get_translations().get().live is False


def test_what_a_translator_hands_in_is_approved_by_an_editor(member, tree):
    story = tree.story(title="Avant")
    editor, translator = member(EDITORS), member(TRANSLATORS)
    story.title = "Après"
    story.save_revision(user=translator)
    state = story.get_workflow().start(story, translator)
    assert str(state.workflow) == "la rédaction"
    assert list(state.current_task_state.task.specific.groups.all()) == list(editor.groups.all())
    state.current_task_state.approve(user=editor)
    story.refresh_from_db()
    assert story.title == "Après"


def test_only_who_writes_pages_has_them_in_the_menu(client, member):
    for group, has_them in ((EDITORS, True), (OPERATORS, False)):
        client.force_login(member(group))
        menu = client.get("/admin/").content.decode()
        assert (group, "/admin/stories/" in menu) == (group, has_them)


# wagtail-localize's own report has no order.
@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
@pytest.mark.parametrize("group", [EDITORS, TRANSLATORS, OPERATORS])
def test_each_address_in_the_menu_opens(client, member, group):
    client.force_login(member(group))
    request = client.get("/admin/").context["request"]
    found = list(entries(admin_menu.render_component(request)))
    assert len(found) > 2
    assert {url: client.get(url).status_code for url in found} == dict.fromkeys(found, 200)


def entries(items):
    """Where the items of a menu lead, and those of the menus in it."""
    for item in items:
        if isinstance(item, SubMenuItem):
            yield from entries(item.menu_items)
        elif item.url and item.url.startswith("/admin/"):
            yield item.url


def test_a_second_page_of_a_place_in_one_language_is_refused(tree):
    from django.core.exceptions import ValidationError

    page = tree.place()
    with pytest.raises(ValidationError, match="place"):
        tree.place(page.place)
    tree.place(page.place, language="en", key=page.translation_key)
