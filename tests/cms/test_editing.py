"""Whoever saves a page in the editor waits for who saves it already, and sees what they wrote."""

from threading import Event, Thread

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail import hooks

from tests.factories.accounts import UserFactory

FORM = {
    "teaser": "Deux ravines.",
    "slug": "pluie",
    **dict.fromkeys(("body-count", "comments-TOTAL_FORMS", "comments-INITIAL_FORMS"), "0"),
}


@pytest.fixture
def save(tree):
    """A draft, and how to send its form from a browser of one's own."""
    page = tree.story(title="Pluie", slug="pluie", live=False)
    page.save_revision()
    editor = UserFactory.create(operator=True)

    def save(**more: str) -> None:
        client = Client()
        client.force_login(editor)
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        answer = client.post(address, {"title": "Pluie", **FORM, **more})
        codes.append(answer.status_code)
        connection.close()

    codes: list[int] = []
    return page, save, codes


def blocked() -> bool:
    """Whether somebody in the database waits for somebody else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_page_that_is_published_while_it_is_saved_stays_public(save):
    """The save has read the draft when the other begins, and writes when that has done its best."""
    page, send, codes = save
    has_read, may_write = Event(), Event()

    def hold(request, _page):
        if request.POST.get("title") == "Pluie, suite":
            has_read.set()
            may_write.wait(60)

    with hooks.register_temporarily("before_edit_page", hold):
        slow = Thread(target=send, kwargs={"title": "Pluie, suite"})
        slow.start()
        assert has_read.wait(60)
        publisher = Thread(target=send, kwargs={"action-publish": "1"})
        publisher.start()
        while publisher.is_alive() and not blocked():
            publisher.join(0.05)
        may_write.set()
        slow.join()
        publisher.join()
    page.refresh_from_db()
    assert codes == [302, 302]
    assert page.live
