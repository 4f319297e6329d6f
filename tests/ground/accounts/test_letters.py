"""Letters about an account say enough to go on, and give nobody away."""

import re

import pytest
from django.test import Client

from ground.letters.outbox import one_line
from tests.factories.accounts import UserFactory
from tests.letters import posted

pytestmark = pytest.mark.django_db


def test_a_forgotten_password_is_answered_in_the_language_of_the_page_and_in_our_dress(client):
    user = UserFactory.create()
    client.post("/fr/account/password/reset/", {"email": user.email})
    (message,) = posted()
    html, kind = message.alternatives[0]
    assert (message.to, kind) == ([user.email], "text/html")
    assert 'lang="fr"' in html
    assert "/fr/account/password/reset/key/" in message.body
    assert "/fr/account/password/reset/key/" in html


def test_an_address_without_an_account_is_not_given_away_on_the_page(client):
    known = client.post("/fr/account/password/reset/", {"email": UserFactory.create().email})
    unknown = client.post("/fr/account/password/reset/", {"email": "personne@terril.example"})
    assert (known.status_code, known.headers["Location"]) == (
        unknown.status_code,
        unknown.headers["Location"],
    )


def test_who_has_no_account_is_not_told_that_they_have_one(client):
    client.post("/fr/account/password/reset/", {"email": "personne@terril.example"})
    client.post("/fr/account/password/reset/", {"email": UserFactory.create().email})
    unknown, known = (letter.alternatives[0].content for letter in posted())
    assert "parce que quelqu’un a saisi votre adresse ici" in unknown
    assert "vous avez un compte ici" not in unknown
    assert "vous avez un compte ici" in known


SIGNED_UP = {"email": "lea@terril.example", "password1": "lampe-au-fond-1906"}


def sign_up(client, **more):
    """Give an address and a password; gives the link that comes by mail."""
    client.post("/fr/account/signup/", {**SIGNED_UP, **more})
    (message,) = posted()
    assert message.to == [SIGNED_UP["email"]]
    assert message.subject == "Confirmez votre adresse e-mail"
    assert "example.com" not in message.body
    (link,) = re.findall(r"http://testserver(/fr/account/confirm-email/\S+/)", message.body)
    return link


def test_confirming_the_address_signs_in_and_goes_on_to_where_one_was_going(client):
    link = sign_up(client, next="/fr/incubator/applications/")
    assert SIGNED_UP["email"] in client.get(link).content.decode()
    assert client.post(link).headers["Location"] == "/fr/incubator/applications/"
    assert client.get("/fr/account/").status_code == 200


def test_an_address_confirmed_in_another_browser_signs_nobody_in(client):
    link, elsewhere = sign_up(client), Client()
    assert elsewhere.post(link).headers["Location"] == "/fr/account/login/"
    assert elsewhere.get("/fr/account/").status_code == 302


def test_a_link_that_is_cut_off_says_how_to_get_another(client):
    link = sign_up(client)
    page = client.get(f"{link[:-9]}/").content.decode()
    assert 'href="/fr/account/login/">' in page


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Lampe\r\nBcc: everybody@terril.example", "Lampe Bcc: everybody@terril.example"),
        ("Lampe\rdu\u2028fond", "Lampe du fond"),
        ("fond\u202egpj.lampe\u202c", "fondgpj.lampe"),
        ("مصباح 🏔 עברית", "مصباح 🏔 עברית"),
    ],
)
def test_what_people_type_is_one_line(typed, written):
    assert one_line(typed) == written
