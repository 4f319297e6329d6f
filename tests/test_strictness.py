"""The strict world is strict: each rule of tests/conftest.py is broken once, on purpose."""

import socket
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.template import Context, Origin, Template
from wagtail.models import Page


def render(source: str, *, origin: Path) -> str:
    return Template(source, origin=Origin(str(origin))).render(Context({"known": "here"}))


def test_a_name_that_our_template_does_not_know_fails(settings):
    ours = settings.BASE_DIR / "templates" / "page.html"
    assert render("{{ known }}", origin=ours) == "here"
    with pytest.raises(pytest.fail.Exception, match="line 1: nothing is called “unknown”"):
        render("{{ unknown }}", origin=ours)


def test_a_name_that_a_strangers_template_does_not_know_is_empty():
    theirs = Path("/site-packages/theirs.html")
    assert render("{{ unknown }}{{ unknown|default:'none' }}", origin=theirs) == "none"


def test_no_other_machine_can_be_called():
    with (
        socket.socket() as caller,
        pytest.raises(pytest.fail.Exception, match="without a network"),
    ):
        caller.connect(("192.0.2.1", 80))


@pytest.mark.django_db
def test_rows_in_no_order_come_back_in_another():
    if connection.vendor != "sqlite":
        pytest.skip("a habit of SQLite")
    ids = list(ContentType.objects.order_by().values_list("id", flat=True)[:5])
    assert ids == sorted(ids, reverse=True)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_what_is_committed_is_undone_and_what_migrations_made_stays(time):
    assert not ContentType.objects.filter(app_label="passing").exists()
    assert Page.objects.filter(depth=1).exists()
    ContentType.objects.create(app_label="passing", model="by")
