"""A forged answer of a key is a wrong key, and never an error of ours."""

import json

import pytest
from django.urls import reverse

from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

KEY = {"id": "aWQ", "rawId": "aWQ", "type": "public-key", "response": {}}
FORGED = {
    "deep": "[" * 100_000,
    "long number": "9" * 5_000,
    "no JSON": "{",
    "nobody": "null",
    "nothing in it": "{}",
    "no key in it": json.dumps({"id": "aWQ"}),
    "no answer in it": json.dumps(KEY),
    "words for an answer": json.dumps({**KEY, "response": "yes"}),
    "extensions that are none": json.dumps({**KEY, "clientExtensionResults": 1}),
}


@pytest.mark.parametrize("credential", FORGED.values(), ids=FORGED)
def test_somebody_signing_in(client, credential):
    response = client.post(reverse("mfa_login_webauthn"), {"credential": credential})
    assert (response.status_code, response.url) == (302, reverse("account_login"))


@pytest.mark.parametrize("credential", FORGED.values(), ids=FORGED)
def test_somebody_adding_a_key(client, credential):
    user = UserFactory.create()
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = reverse("mfa_add_webauthn")
    assert client.get(page).status_code == 200
    response = client.post(page, {"credential": credential})
    assert (response.status_code, user.authenticator_set.count()) == (200, 0)
    assert response.context["form"].errors
