"""The back office as everybody: who may open what, what is shown, and that reading changes nothing.

The addresses come from the URL configuration: a new one is walked the day it is added.
"""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail_modeladmin.options import ModelAdmin

from config.doors import DOORS, door_of, nobody
from ground.backoffice.lists import ListAdmin
from tests.factories.accounts import UserFactory
from tests.walk import desk
from tests.walk.test_walk import ask

pytestmark = [
    pytest.mark.django_db(transaction=True),
    # Wagtail's own lists and those of its packages, of rows in no order.
    pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning"),
]

AT_THE_DESK = ("operator", "manager", "editor", "translator")
ELSEWHERE = ("stranger", "shopper", "artisan", "founder", "juror")


@pytest.fixture
def the_desk():
    return desk.build()


def asked(user: Any, paths: list[tuple[str, str]]) -> list[tuple[str, str, Any]]:
    client = Client(raise_request_exception=False)
    if user:
        client.force_login(user)
    return [(name, path, client.get(path)) for name, path in paths]


def test_every_address_has_a_door_and_every_door_an_address():
    names = {name for name, _wanted in desk.addresses()}
    assert {name for name in names if door_of(name) is None} == set(), (
        "config/doors.py: say who may open these, or that nobody needs them"
    )
    used = {door_of.__wrapped__(name) for name in names}
    assert {pattern for pattern, door in DOORS.items() if door not in used} == set()


def test_every_list_of_ours_keeps_the_promises_of_lists():
    ours = [
        each for each in ModelAdmin.__subclasses__() if each.__module__ != ModelAdmin.__module__
    ]
    assert ours == [ListAdmin]


def test_a_page_whose_door_is_shut_is_not_there(the_desk):
    shut = [(name, path) for name, path in the_desk.paths() if door_of(name) is nobody]
    answers = asked(UserFactory.create(operator=True), shut)
    assert {response.status_code for _name, _path, response in answers} == {404}


def test_whoever_has_no_desk_opens_nothing(the_desk):
    opened = [
        (role, name)
        for role in ELSEWHERE
        for name, _path, response in asked(the_desk.world.people[role], the_desk.paths())
        if response.status_code not in {302, 403, 404, 405}
        and name not in {"wagtailadmin_sprite", "wagtailadmin_javascript_catalog"}
    ]
    assert opened == []


# Whose titles they are to know, by the mark in them; superusers' aside.
READERS = {
    desk.DRAFT_PAGE: {"editor", "translator"},
    desk.DRAFT_LISTING: set(),
    desk.DRAFT_APPLICATION: set(),
    desk.DRAFT_CALL: {"manager"},
    desk.HIDDEN_PLACE: {"editor", "translator"},
    desk.HIDDEN_PILOT: {"manager"},
}


def test_nobody_reads_the_title_of_what_is_not_theirs_to_read(the_desk):
    told = [
        (role, name, title)
        for role in AT_THE_DESK
        for name, _path, response in asked(the_desk.world.people[role], the_desk.paths())
        if not response.streaming
        for title in READERS
        if role not in READERS[title] and title in response.content.decode(errors="replace")
    ]
    assert told == []


def test_who_writes_in_one_part_of_the_tree_reads_no_drafts_of_another(the_desk):
    writer = desk.writer_below(the_desk.tree.lists["fr", "events"])
    told = [
        name
        for name, _path, response in asked(writer, the_desk.paths())
        if not response.streaming and desk.DRAFT_PAGE in response.content.decode(errors="replace")
    ]
    assert told == []


# The list of each kind of record, by the beginning of the names of its views.
LISTS = {
    "wagtailadmin_pages:": "wagtailadmin_explore_root",
    "wagtailsnippets_provenance_place:": "wagtailsnippets_provenance_place:list",
    "wagtailsnippets_provenance_craft:": "wagtailsnippets_provenance_craft:list",
    "wagtailsnippets_cms_theme:": "wagtailsnippets_cms_theme:list",
    "wagtailimages:": "wagtailimages:index",
    "wagtaildocs:": "wagtaildocs:index",
    "wagtailadmin_api:images:": "wagtailimages:index",
    "wagtailadmin_api:documents:": "wagtaildocs:index",
    "wagtailadmin_api:pages:": "wagtailadmin_explore_root",
    "wagtailredirects:": "wagtailredirects:index",
    "wagtailadmin_collections:": "wagtailadmin_collections:index",
    "wagtailadmin_workflows:": "wagtailadmin_workflows:index",
    "wagtailusers_users:": "wagtailusers_users:index",
    "wagtailusers_groups:": "wagtailusers_groups:index",
    "wagtailsites:": "wagtailsites:index",
    "wagtaillocales:": "wagtaillocales:index",
    "wagtail_localize:": "wagtail_localize:translations_report",
    **{
        f"{model}_modeladmin_": f"{model}_modeladmin_index"
        for model in (
            "studio_listing",
            "order_order",
            "fulfilment_consignment",
            "payments_payment",
            "letters_letter",
            "partner_partner",
            "incubator_application",
            "incubator_call",
            "incubator_pilot",
        )
    },
}


def test_who_has_no_list_opens_no_view_of_its_records(the_desk):
    known = tuple(LISTS)
    paths = [(name, path) for name, path in the_desk.paths() if name.startswith(known)]
    lists = {prefix: reverse(name) for prefix, name in LISTS.items()}
    wrong = []
    for role in AT_THE_DESK:
        user = the_desk.world.people[role]
        has = {prefix: ask(user, path).status_code == 200 for prefix, path in lists.items()}
        wrong += [
            (role, name)
            for name, _path, response in asked(user, paths)
            if response.status_code == 200
            and not has[next(prefix for prefix in known if name.startswith(prefix))]
            and "javascript_catalog" not in name
        ]
    assert wrong == []


# Who is at a page, and pictures cut when they are first shown: kept like sessions and caches.
KEPT = {
    "django_session",
    "wagtailadmin_editingsession",
    "provenance_rendition",
    "provenance_cut",
    "django_migrations",
}


def whole_database() -> dict[str, list[str]]:
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor)) - KEPT
        contents = {}
        for table in sorted(tables):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  (its own name)
            contents[table] = sorted(map(repr, cursor.fetchall()))
    return contents


def test_reading_changes_nothing(the_desk):
    superuser = UserFactory.create(operator=True)
    client = Client(raise_request_exception=False)
    client.force_login(superuser)
    before = whole_database()
    changed = []
    for name, path in the_desk.paths():
        assert client.get(path).status_code < 500, name
        after = whole_database()
        changed += [(name, table) for table in before if before[table] != after[table]]
        before = after
    assert changed == []


def test_nothing_that_is_asked_or_sent_is_an_error(the_desk):
    """A superuser opens and posts to everything, with nothing in it, and with what is none."""
    client = Client(raise_request_exception=False)
    client.force_login(UserFactory.create(operator=True))
    broken = []
    for name, path in the_desk.paths():
        for method, said in WRONG:
            response = getattr(client, method)(path, said)
            if response.status_code >= 500:
                broken.append((name, method, said))
        client.force_login(UserFactory.create(operator=True))  # one of them was the way out
    assert broken == []


LONG = "9" * 30
WRONG: list[tuple[str, dict[str, Any]]] = [
    ("get", {"p": "x", "ordering": "x", "q": "a" * 60_000, "id": "x", "target_pages[]": "x"}),
    ("get", {"id": LONG, "page": LONG, "locale": "xx", "user": LONG, "page_type": "x.y"}),
    ("post", {}),
    ("post", {"id": "x", "next": "//elsewhere.example", "csrfmiddlewaretoken": "x"}),
]


@pytest.mark.parametrize("number", [2**63, 10**40])
def test_a_number_that_no_record_can_have_is_not_there(the_desk, number):
    client = Client(raise_request_exception=False)
    client.force_login(UserFactory.create(operator=True))
    wrong = []
    for name, wanted in desk.addresses():
        for kwargs in the_desk.arguments(name, wanted):
            for key, value in kwargs.items():
                if str(value).isdecimal():
                    path = reverse(name, kwargs=kwargs | {key: number})
                    for method in ("get", "post"):
                        code = getattr(client, method)(path).status_code
                        wrong += [(name, key, method, code)] if code not in {404, 405} else []
    assert wrong == []
