"""The desk of who translates: names instead of keys, an address in the page's own language."""

import html
import json
import re

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.models import StoryPage
from cms.roles import make_groups
from tests.factories.accounts import UserFactory
from tests.factories.cms import edge, make_tree
from tests.factories.marketplace import PlaceFactory, make_product

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editor(client):
    make_groups()
    editor = UserFactory.create(language="fr")
    editor.groups.add(Group.objects.get(name="Editors"))
    client.force_login(editor)
    return editor


@pytest.fixture
def translation(editor):
    place = PlaceFactory.create(name_fr="Fosse 9", name_en="Pit 9")
    body = [edge("product", make_product(title="Lampe à flamme"))]
    story = make_tree().story(title="La lampe", slug="la-lampe", told_at=place, body=body)
    source, _new = TranslationSource.get_or_create_from_instance(story)
    english = Locale.objects.get(language_code="en")
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=False)
    return translation


def test_things_are_named_in_the_page_of_a_translation(client, translation):
    page = client.get(f"/admin/pages/{translation.get_target_instance().pk}/edit/").content.decode()
    told = json.loads(html.unescape(re.search(r'data-props="([^"]*)"', page)[1]))
    values = {segment.get("value") for segment in told["segments"]}
    assert {"Lampe à flamme", "Fosse 9"} <= values
    assert not [value for value in values if isinstance(value, int)]
    assert 'data-title="Traduction : {source} → {target}"' in page.replace("\xa0", " ")


def test_the_address_is_in_the_words_of_the_translation(translation, editor):
    title = translation.source.stringsegment_set.get(context__path="title")
    StringTranslation.objects.create(
        translation_of=title.string,
        locale=translation.target_locale,
        context=title.context,
        data="The lamp of the deep",
    )
    translation.save_target(user=editor, publish=True)
    page = StoryPage.objects.get(pk=translation.get_target_instance().pk)
    assert (page.slug, page.live) == ("the-lamp-of-the-deep", True)
    translation.save_target(user=editor, publish=True)  # brought up to date: it stays
    assert StoryPage.objects.get(pk=page.pk).slug == "the-lamp-of-the-deep"


def test_the_scripts_of_the_desk_speak_in_whole_sentences(client, editor):
    words = client.get("/admin/localize/jsi18n/").content.decode()
    assert '"Publish in ": "Publier\\u00a0: "' in words
