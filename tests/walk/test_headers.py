"""Every answer of ours tells the browser to keep the page to itself, and needs no exception."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.cms import make_tree
from tests.walk import world
from tests.walk.test_walk import ELSEWHERE, addresses, ask

pytestmark = pytest.mark.django_db(transaction=True)

POLICY = {
    "default-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
}
SAID = {
    "X-Frame-Options": "SAMEORIGIN",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# What the policy would stop: scripts and styles that stand in the page itself.
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(ld\+)?json\")|<style|\sstyle=\"|\son[a-z]+=\"",
    re.IGNORECASE,
)
REFUSALS = ["/fr/nothing/", "/en/shop/?craft=%00", "/fr/studio/", "/en/account/"]


ALLOWED_TO_STAFF = {"'unsafe-inline'", "'unsafe-eval'", "blob:"}


def answers() -> Iterator[tuple[str, Any]]:
    """Of each address, to somebody who may open it."""
    tree = make_tree()
    everything = world.build()
    everybodys = world.public_things()
    shopper = everything.people["shopper"]
    for name, arguments in addresses():
        if name in everything.arguments:
            user = everything.people[min(everything.owners[name])]
            yield name, ask(user, reverse(name, kwargs=everything.arguments[name]))
        elif name in everybodys or not (arguments or name in ELSEWHERE):
            yield name, ask(shopper, reverse(name, kwargs=everybodys.get(name)))
    paths = [page.url for page in tree.lists.values()] + REFUSALS
    yield from ((path, ask(None, path)) for path in ["/fr/", "/en/search/?q=lampe", *paths])


def test_every_page_stands_under_the_strict_policy():
    loose, inline = [], []
    for name, response in answers():
        policy = set(response.headers.get("Content-Security-Policy", "").split("; "))
        loose += [name] if policy != POLICY else []
        loose += [(name, each) for each in SAID if response.headers.get(each) != SAID[each]]
        loose += [] if "camera=()" in response.headers.get("Permissions-Policy", "") else [name]
        if "html" in response.headers.get("Content-Type", ""):
            inline += [(name, found[0]) for found in INLINE.finditer(response.content.decode())]
    assert (loose, inline) == ([], [])


def test_the_tools_of_the_staff_may_have_scripts_in_their_pages_and_no_other_host():
    response = ask(UserFactory.create(operator=True), "/admin/")
    policy = dict(
        each.partition(" ")[::2] for each in response.headers["Content-Security-Policy"].split("; ")
    )
    sources = {source for name in policy for source in policy[name].split()}
    assert sources - ALLOWED_TO_STAFF <= {"'self'", "'none'", "data:"}
    assert policy["object-src"] == policy["base-uri"] == "'none'"
    assert {name: response.headers[name] for name in SAID} == SAID


@pytest.mark.parametrize("path", ["/fr/shop/", "/fr/account/login/", "/fr/nothing/", "/admin/"])
def test_browsers_are_told_to_come_by_https_only(settings, path):
    settings.SECURE_HSTS_SECONDS = 365 * 24 * 3600
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    kept = "max-age=31536000; includeSubDomains; preload"
    for _ in range(2):  # made, then kept
        response = Client().get(path, secure=True)
        assert response.headers["Strict-Transport-Security"] == kept
