"""Nobody is led away to another host, however its address is spelled."""

from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

ELSEWHERE = [
    "https://evil.example/",
    "http://evil.example",
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "HtTpS://evil.example",
    "http:\\\\evil.example",
    " https://evil.example",
    "\thttps://evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "https://testserver@evil.example/",
    "https://testserver.evil.example/",
    "https://evil.example\\@testserver/",
    "//evil.example:443/%2f..",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "ftp://evil.example/",
    "//[::1",
]


def leads_home(response) -> bool:
    """A page of ours, or a way to one: by the rules of browsers, which take \\ for /."""
    if response.status_code not in {301, 302, 303, 307, 308}:
        return response.status_code < 500
    location = response.headers["Location"].replace("\\", "/")
    parts = urlsplit(location)
    return location.startswith("/") and not location.startswith("//") and not parts.netloc


@pytest.fixture
def somebody():
    return UserFactory.create()


@pytest.mark.parametrize("address", ELSEWHERE)
def test_signing_in(client, somebody, address):
    page = reverse("account_login")
    form = {"login": somebody.email, "password": PASSWORD}
    for way in ({**form, "next": address}, form):
        client.logout()
        response = client.post(page, way, query_params={"next": address})
        assert response.wsgi_request.user.is_authenticated
        assert leads_home(response)
    assert leads_home(client.get(page, {"next": address}))  # signed in already


@pytest.mark.parametrize("address", ELSEWHERE)
def test_the_page_of_signing_in_links_nowhere_else(client, address):
    page = client.get(reverse("account_login"), {"next": address}).content.decode()
    assert f'href="{address}' not in page
    assert f'action="{address}' not in page


@pytest.mark.parametrize("address", ELSEWHERE)
def test_signing_out(client, somebody, address):
    client.force_login(somebody)
    response = client.post(reverse("account_logout"), {"next": address})
    assert response.status_code == 302
    assert leads_home(response)


@pytest.mark.parametrize("address", ELSEWHERE)
def test_signing_up(client, address):
    form = {"email": "new@terril.example", "password1": "Gaillette-1906", "next": address}
    response = client.post(reverse("account_signup"), form)
    assert response.status_code == 302
    assert leads_home(response)


@pytest.mark.parametrize("address", ELSEWHERE)
@pytest.mark.parametrize("where", ["next", "referer"])
def test_another_language(client, where, address):
    given = {"language": "en"} | ({"next": address} if where == "next" else {})
    headers = {"Referer": address} if where == "referer" and address.isprintable() else {}
    response = client.post(reverse("set_language"), given, headers=headers)
    assert response.status_code == 302
    assert leads_home(response)


@pytest.mark.parametrize("address", ELSEWHERE)
def test_the_admins_door(client, somebody, address):
    response = client.get("/admin/login/", {"next": address})
    assert leads_home(response)
    client.post(response.headers["Location"], {"login": somebody.email, "password": PASSWORD})
    assert leads_home(client.get(response.headers["Location"]))


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "//evil.example/",
        "//evil.example/..",
        "/\\evil.example",
        "/\\evil.example/..",
        "/%5Cevil.example",
        "/%2F%2Fevil.example",
        "/%09/evil.example",
        "/fr//evil.example",
        "/fr/shop//evil.example/%2e%2e",
        "/admin//evil.example",
    ],
)
@pytest.mark.parametrize("query", ["", "?next=//evil.example"])
def test_a_missing_slash_is_added_to_addresses_of_ours(client, path, query):
    assert leads_home(client.get(f"{path}{query}"))


def test_what_is_ours_is_still_gone_to(client, somebody):
    page = reverse("checkout:index")
    form = {"login": somebody.email, "password": PASSWORD, "next": page}
    assert client.post(reverse("account_login"), form).headers["Location"] == page
    assert client.post(reverse("account_logout"), {"next": page}).status_code == 302
