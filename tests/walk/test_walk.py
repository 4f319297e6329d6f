"""A walk through every address as everybody: nobody meets an error, nobody meets another's things.

The addresses come from the URL configuration, so a new page is walked the day it is added; one with
arguments that `world.py` does not know fails with a word on what to add.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.markup import faults
from tests.walk import world

pytestmark = pytest.mark.django_db(transaction=True)

# The back office is walked by test_doors.py.
NOT_WALKED = ("admin/", "^media/")
# Addresses whose arguments lead to nobody's things, and why.
ELSEWHERE = {
    "payment_webhook": "signed by the provider: tests/marketplace/payments",
    "basket:add": "the product's page posts to it: tests/marketplace/shop",
    "basket:apart": "changes the asker's own basket only: tests/marketplace/shop",
    "basket:change": "looked up in the asker's own basket: tests/marketplace/shop",
    "basket:remove": "looked up in the asker's own basket: tests/marketplace/shop",
    "offer:detail": "leads to the shop",
    "catalogue:range": "leads to the shop",
    "payments:sandbox": "the play provider's own page, by a key: tests/marketplace/shop",
    "checkout:payment": "its session, its account, or a key: tests/marketplace/shop",
    "checkout:payment-status": "as checkout:payment",
    "checkout:go-on": "as checkout:payment",
    "checkout:take-back": "as checkout:payment; gives back only into the asker's own basket",
    "order_by_link": "the link is the key: tests/marketplace/shop",
    "order_take_back": "as order_by_link",
    "incubator:join": "the letter is the key: tests/incubator/actions/test_team.py",
    "mfa_remove_webauthn": "allauth's, for one's own keys",
    "mfa_edit_webauthn": "allauth's, for one's own keys",
    "account_confirm_email": "the link is the key: allauth's",
    "account_reset_password_from_key": "the link is the key: allauth's",
    "wagtailcore_authenticate_with_password": "Wagtail's own",
    "picture_cut": "signed for who was shown the page: tests/ground/provenance",
    "wagtail_serve": "pages: tests/cms",
    "cms:gpx": "pages: tests/cms",
    "cms:geojson": "pages: tests/cms",
    "cms:ics": "pages: tests/cms",
    "identity": "leads to a public record's page: tests/cms/test_open_data.py",
    "sitemap_part": "public: tests/cms/test_sitemaps.py",
    "wagtaildocs_serve": "the editors' documents: tests/cms/test_documents.py",
    "wagtaildocs_authenticate_with_password": "Wagtail's own",
    "studio:listing_delete": "its own listings: tests/marketplace/studio/test_changes.py",
    "incubator:preview": "of who may edit the call: tests/incubator/test_managing_together.py",
    "incubator:start": "begins one's own application: tests/incubator",
}


READERS = {"manager", "juror"}

# Their file is not on disk here: tests/incubator opens a real one.
WITHOUT_A_FILE = {"incubator:file"}


class Address(NamedTuple):
    name: str
    arguments: tuple[str, ...]


def addresses() -> Iterator[Address]:
    """Every address of ours, by name."""
    return (each for route, each in everything_routed() if not route.startswith(NOT_WALKED))


def everything_routed(
    patterns: Any = None, path: str = "", known: tuple[str, ...] = (), space: str = ""
) -> Iterator[tuple[str, Address]]:
    """The route and the address of every view that has a name."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = path + str(pattern.pattern)
        arguments = (*known, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from everything_routed(pattern.url_patterns, route, arguments, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield route, Address(f"{space}{pattern.name}", arguments)


def walked(things: dict[str, Any]) -> list[str]:
    """The names of all addresses that can be asked for with these arguments."""
    return [
        each.name
        for each in addresses()
        if each.name in things or not (each.arguments or each.name in ELSEWHERE)
    ]


def ask(user: Any, path: str, method: str = "get", **said: Any) -> Any:
    client = Client(raise_request_exception=False)
    if user:
        client.force_login(user)
    return getattr(client, method)(path, said)


def visit(user: Any, name: str, arguments: dict[str, Any], method: str = "get") -> Any:
    return ask(user, reverse(name, kwargs=arguments), method)


def refuses(response: Any) -> bool:
    """Not there, or for a stranger: sign in first; 401 where a page says so in place."""
    to_sign_in = response.status_code == 302 and "/account/login/" in response.headers["Location"]
    return response.status_code in {401, 404} or to_sign_in


def test_every_address_with_arguments_is_walked_or_has_its_reason():
    known = {*world.build().arguments, *world.public_things(), *ELSEWHERE}
    unknown = {each.name for each in addresses() if each.arguments} - known
    assert unknown == set(), (
        "tests/walk/world.py does not know these addresses: add their arguments and owners, "
        "or say in ELSEWHERE why they are nobody's"
    )


def test_nobody_opens_what_is_another_s():
    all_of_it = world.build()
    opened = [
        (role, method, name, response.status_code)
        for name, arguments in all_of_it.arguments.items()
        for role, user in all_of_it.people.items()
        if role not in all_of_it.owners[name]
        for method in ("get", "post")
        if not refuses(response := visit(user, name, arguments, method))
        and response.status_code != 405
        and not (role in READERS and response.status_code == 403)  # no more than that
    ]
    assert opened == []


def test_owners_open_what_is_theirs():
    all_of_it = world.build()
    refused = [
        (role, name, response.status_code)
        for name, arguments in all_of_it.arguments.items()
        for role in all_of_it.owners[name]
        if refuses(response := visit(all_of_it.people[role], name, arguments))
        and name
        not in {
            "checkout:payment",
            "checkout:payment-status",
            "checkout:take-back",
            "incubator:file",
        }
    ]
    assert refused == []


def test_no_address_answers_anybody_with_an_error():
    all_of_it = world.build()
    things = {**all_of_it.arguments, **world.public_things()}
    broken = [
        (role, method, name, response.status_code)
        for name in walked(things)
        for role in ("stranger", "shopper", "artisan", "founder", "juror", "manager")
        for method in ("get", "post")
        if (
            response := visit(all_of_it.people[role], name, things.get(name, {}), method)
        ).status_code
        >= 500
    ]
    assert broken == []


def test_every_page_follows_the_rules_of_html():
    all_of_it = world.build()
    things = {**all_of_it.arguments, **world.public_things()}
    readers = [
        (role, name)
        for name in walked(things)
        for role in all_of_it.owners.get(name, ("stranger", "shopper"))
    ]
    wrong = [
        (role, name, fault)
        for role, name in readers
        for response in [visit(all_of_it.people[role], name, things.get(name, {}))]
        if response.headers.get("Content-Type", "").startswith("text/html")
        and not response.streaming
        and response.content
        for fault in faults(response.content.decode())
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "name",
    sorted(
        [
            "artisans:shop",
            "catalogue:detail",
            "catalogue:category",
            "incubator:call",
            "incubator:pilot",
        ]
    ),
)
def test_public_pages_are_open_to_a_stranger_and_leave_no_cookie(name):
    response = visit(None, name, world.public_things()[name])
    assert (response.status_code, dict(response.cookies)) == (200, {})
    assert "Cookie" not in response.headers.get("Vary", "")


def test_every_list_of_the_wagtail_admin_is_somebodys_work():
    """Of those that we have put there; Wagtail's own are tried by the ones that matter most."""
    names = {name for name in get_resolver().reverse_dict if "_modeladmin_" in str(name)}
    kept = {office.name for office in world.build().offices}
    lists = {name for name in names if name.endswith("_index")}
    assert lists - kept == set(), "tests/walk/world.py does not say whose work these are"


def test_nobody_does_another_s_work_in_the_wagtail_admin():
    everything = world.build()
    wrong = [
        (role, office.name, response.status_code)
        for role, user in everything.people.items()
        for office in everything.offices
        if (response := open_office(user, office)).status_code >= 500
        or (response.status_code == 200) != (role in office.roles)
    ]
    assert wrong == []


def open_office(user: Any, office: world.Office) -> Any:
    return ask(user, reverse(office.name, args=office.arguments))
