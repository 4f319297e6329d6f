"""Pages that have a day: scheduled, expiring, copied, translated."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page
from wagtail.signals import page_published, published
from wagtail_localize.models import Translation, TranslationSource

from cms.publishing import keep_public_versions, run
from cms.search import search
from ground.pagecache.generation import begin_generation
from tests.factories.cms import locale

SOON = timedelta(days=9)
AGO = timedelta(minutes=3)


def publish(page, **dates):
    """What the editor's form does: a new version with these dates, published."""
    page = page.specific_class.objects.get(pk=page.pk)
    for name, value in dates.items():
        setattr(page, name, value)
    revision = page.save_revision()
    revision.publish()
    return revision


def make_due(page):
    """As if the day that `page` waits for had come."""
    for revision in page.revisions.exclude(approved_go_live_at=None):
        revision.approved_go_live_at = timezone.now() - AGO
        revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
        revision.save()


def read(client, page):
    begin_generation()  # a change does so once it is committed, which no test is
    return client.get(page.url)


def is_public(client, page):
    return read(client, page).status_code == 200


def headline(client, page):
    return re.search(r"<h1[^>]*>\s*(.*?)\s*</h1>", read(client, page).content.decode())[1]


def test_a_date_for_the_next_version_leaves_the_public_one_where_it_is(tree, client):
    story = tree.story(title="Avant", slug="lampisterie")
    publish(story, title="Après", go_live_at=timezone.now() + SOON)
    assert headline(client, story) == "Avant"
    story.refresh_from_db()
    assert story.get_latest_revision_as_object().title == "Après"
    assert story.live_revision.as_object().title == "Avant"
    make_due(story)
    run(at=timezone.now())
    assert headline(client, story) == "Après"


def test_a_version_from_before_the_page_was_public_can_be_scheduled_again(tree, client):
    """The revision remembers that there was none live when it was written."""
    story = tree.story(live=False)
    first = publish(story)
    publish(story, title="Deuxième")
    first.content["go_live_at"] = (timezone.now() + SOON).isoformat()
    first.save()
    first.refresh_from_db()
    first.publish()
    assert is_public(client, story)


def test_a_page_without_a_public_version_waits_for_its_day(tree, client):
    story = tree.story(live=False)
    publish(story, go_live_at=timezone.now() + SOON)
    assert not is_public(client, story)
    make_due(story)
    call_command("run_due")
    assert is_public(client, story)


def test_a_page_goes_on_its_day_and_its_copies_with_it(tree, client):
    story = tree.story()
    publish(story)
    alias = CreatePageAliasAction(story, update_slug="copie").execute()
    assert is_public(client, alias)
    publish(story, expire_at=timezone.now() + SOON)
    assert run(at=timezone.now()) == {"pages published": 0, "pages taken down": 0}
    Page.objects.filter(pk=story.pk).update(expire_at=timezone.now() - AGO)
    assert run(at=timezone.now()) == {"pages published": 0, "pages taken down": 1}
    assert not is_public(client, story)
    assert not is_public(client, alias)


def test_a_new_version_that_stays_longer_comes_before_the_end_of_the_old_one(tree, client):
    story = tree.story()
    publish(story, go_live_at=timezone.now() + SOON, expire_at=timezone.now() + 2 * SOON)
    make_due(story)
    Page.objects.filter(pk=story.pk).update(expire_at=timezone.now() - AGO)
    run(at=timezone.now())
    assert is_public(client, story)


def test_one_page_that_cannot_be_published_stops_no_other(tree, client, caplog):
    broken, fine = tree.story(live=False), tree.story(live=False)
    for story in (broken, fine):
        publish(story, go_live_at=timezone.now() + SOON)
        make_due(story)
    revision = broken.revisions.get()
    revision.content["dated"] = "no day"
    revision.save()
    assert run(at=timezone.now())["pages published"] == 1
    assert is_public(client, fine)
    assert not is_public(client, broken)
    assert f"Revision {revision.pk}" in caplog.text


def test_nothing_of_a_page_to_come_is_public_or_announced_before_its_day(tree, client):
    story = tree.story(title="Guimbarde", slug="guimbarde", live=False)
    alias = CreatePageAliasAction(story, update_slug="guimbarde-bis").execute()
    announced = []

    def hear(sender, instance, **kwargs):
        announced.append(instance.pk)

    for signal in (page_published, published):
        signal.connect(hear)
    try:
        publish(story, go_live_at=timezone.now() + SOON)
        assert announced == []
        for page in (story, alias):
            assert not is_public(client, page)
        assert "guimbarde" not in client.get("/sitemap.xml").content.decode()
        assert "guimbarde" not in client.get("/fr/stories/").content.decode()
        assert search("guimbarde").total == 0
        make_due(story)
        run(at=timezone.now())
    finally:
        for signal in (page_published, published):
            signal.disconnect(hear)
    assert set(announced) == {story.pk, alias.pk}
    for page in (story, alias):
        assert is_public(client, page)


@pytest.mark.parametrize("date", ["go_live_at", "expire_at"])
def test_a_translation_brought_up_to_date_has_the_days_of_its_source(
    tree, date, django_capture_on_commit_callbacks
):
    story = tree.story(live=False)
    first = timezone.now().replace(microsecond=0) + SOON
    then = first + SOON
    publish(story, **{date: first})
    source, _new = TranslationSource.get_or_create_from_instance(story)
    translation = Translation.objects.create(source=source, target_locale=locale("en"))

    def english():
        with django_capture_on_commit_callbacks(execute=True):
            source.refresh_from_db()
            source.update_from_db()
            source.create_or_update_translation(locale("en"), fallback=True)
        return translation.get_target_instance().specific

    assert getattr(english(), date) == first
    publish(story, **{date: then})
    page = english()
    assert getattr(page, date) == then
    if date == "go_live_at":
        assert not page.live
        assert page.scheduled_revision.approved_go_live_at == then
    publish(story, **{date: None})
    assert getattr(english(), date) is None


def test_every_live_page_gets_the_version_that_is_public(tree):
    story, draft = tree.story(title="Lampe"), tree.story(live=False)
    assert keep_public_versions() == Page.objects.live().filter(depth__gt=1).count()
    assert keep_public_versions() == 0
    story.refresh_from_db()
    draft.refresh_from_db()
    assert story.live_revision.as_object().title == "Lampe"
    assert story.latest_revision == story.live_revision
    assert not story.has_unpublished_changes
    assert draft.live_revision is None
