"""What Django refuses before a view sees it is said on pages of ours, in the reader's language."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from oscar.core.loading import get_model

from tests.factories.marketplace import make_product

pytestmark = pytest.mark.django_db

SIGN_IN = "/{}/account/login/"
TOO_LARGE = {"login": "x" * 6 * 1024 * 1024}
TOO_MANY = {f"field-{number}": "" for number in range(1001)}
SAID = {
    "fr": {
        400: "Nous n’avons pas compris cette demande",
        403: "Cette page est restée ouverte trop longtemps",
        413: "C’était trop d’un coup",
    },
    "en": {
        400: "We could not make sense of that request",
        403: "This page had been open for too long",
        413: "That was too much at once",
    },
}


def is_said(response, language: str, code: int) -> bool:
    page = response.content.decode()
    return response.status_code == code and f"<h1>{SAID[language][code]}</h1>" in page


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("fields", [TOO_LARGE, TOO_MANY], ids=["large", "many"])
def test_what_is_too_much(client, language, fields):
    assert is_said(client.post(SIGN_IN.format(language), fields), language, 413)


@pytest.mark.parametrize("language", SAID)
def test_a_form_without_its_token(language):
    client = Client(enforce_csrf_checks=True)
    assert is_said(client.post(SIGN_IN.format(language)), language, 403)


@pytest.mark.parametrize("language", SAID)
def test_a_form_without_its_boundary(client, language):
    response = client.post(SIGN_IN.format(language), "x", content_type="multipart/form-data")
    assert is_said(response, language, 400)


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("path", ["shop/%00/", "shop/?craft=%00", "artisans/?craft=a%00b"])
def test_an_address_that_no_database_could_hear(client, language, path):
    assert is_said(client.get(f"/{language}/{path}"), language, 400)


def test_a_cookie_that_no_database_could_hear(client):
    cookies = 'sessionid="' + r"\000" * 12 + '"'
    assert client.get("/fr/account/", headers={"Cookie": cookies}).status_code == 400


def test_another_host(client):
    assert client.get("/fr/shop/", headers={"Host": "elsewhere.example"}).status_code == 400


FROM_ELSEWHERE = [
    {"Origin": "null"},
    {"Origin": "https://evil.example"},
    {"Origin": "http://testserver.evil.example"},
    {"Origin": "http://testserver:1337"},
    {"Origin": "https://testserver"},
    {"Origin": "file://"},
    {"Origin": "http://testserver, https://evil.example"},
]
OPEN_TO_ALL = ["/fr/account/login/", "/fr/account/signup/", "/fr/account/password/reset/"]


@pytest.fixture
def browser():
    """One that brings cookie and token as it should."""
    return Client(enforce_csrf_checks=True)


def token_of(browser, page):
    html = browser.get(page).content.decode()
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)[1]


@pytest.mark.parametrize("headers", FROM_ELSEWHERE, ids=lambda headers: headers["Origin"])
@pytest.mark.parametrize("page", OPEN_TO_ALL)
def test_a_form_sent_from_elsewhere_even_with_its_token(browser, page, headers):
    form = {"csrfmiddlewaretoken": token_of(browser, page), "login": "x", "email": "a@b.example"}
    assert is_said(browser.post(page, form, headers=headers), "fr", 403)
    assert browser.post(page, form, headers={"Origin": "http://testserver"}).status_code != 403


@pytest.mark.parametrize(
    "headers",
    [
        *FROM_ELSEWHERE,
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {},
    ],
    ids=lambda headers: " ".join(headers.values()),
)
def test_nothing_is_put_into_a_basket_from_elsewhere(browser, headers):
    add = reverse("basket:add", args=[make_product().pk])
    refused = browser.post(add, headers=headers)
    assert refused.status_code == 403
    assert refused.content.decode().count("<h1>") == 1
    assert get_model("basket", "Line").objects.count() == 0
    assert browser.post(add, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 302
    assert get_model("basket", "Line").objects.count() == 1
