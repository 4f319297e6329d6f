import pytest

from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
URL = "/fr/account/me/"


def test_a_visitor_has_no_name_and_an_empty_basket(client):
    answer = client.get(URL).json()
    assert (answer["name"], answer["basket_count"]) == ("", 0)
    assert len(answer["csrf"]) == 64


def test_somebody_signed_in_is_called_by_name(client):
    client.force_login(UserFactory.create(first_name="Léa"))
    assert client.get(URL).json()["name"] == "Léa"


def test_it_is_for_nobody_else_to_keep(client):
    assert "private" in client.get(URL).headers["Cache-Control"]


def test_signing_in_leaves_a_hint_and_signing_out_takes_it_back(client):
    user = UserFactory.create()
    assert "terril_me" not in client.cookies
    client.post("/fr/account/login/", {"login": user.email, "password": PASSWORD})
    assert client.cookies["terril_me"].value == "1"
    client.post("/fr/account/logout/")
    assert client.cookies["terril_me"].value == ""
