import pytest
from django.core import mail

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def test_a_forgotten_password_is_answered_in_the_language_of_the_page_and_in_our_dress(client):
    user = UserFactory.create()
    client.post("/fr/account/password/reset/", {"email": user.email})
    (message,) = mail.outbox
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


def test_an_account_begins_with_a_letter_to_confirm_the_address(client):
    client.post(
        "/fr/account/signup/", {"email": "lea@terril.example", "password1": "lampe-au-fond-1906"}
    )
    (message,) = mail.outbox
    assert message.to == ["lea@terril.example"]
    assert "/fr/account/confirm-email/" in message.body
