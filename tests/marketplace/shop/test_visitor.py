"""What a kept page asks about its visitor."""

import pytest
from django.urls import reverse

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.marketplace import make_product

pytestmark = pytest.mark.django_db
URL = "/fr/account/me/"


def test_a_visitor_has_no_name_and_an_empty_basket(client):
    answer = client.get(URL).json()
    assert (answer["name"], answer["basket_count"]) == ("", 0)
    assert len(answer["csrf"]) == 64


def test_somebody_signed_in_is_called_by_name(client):
    client.force_login(UserFactory.create(first_name="Léa"))
    assert client.get(URL).json()["name"] == "Léa"


def test_the_count_of_a_basket_costs_the_same_however_full(client, django_assert_max_num_queries):
    for _ in range(3):
        path = reverse("basket:add", args=[make_product(stock=9).pk])
        client.post(path, {"quantity": 2}, headers={"Sec-Fetch-Site": "same-origin"})
    with django_assert_max_num_queries(2):  # whose it is, and how many
        assert client.get(URL).json()["basket_count"] == 6


def test_it_is_for_nobody_else_to_keep(client):
    assert "private" in client.get(URL).headers["Cache-Control"]


def test_signing_in_leaves_a_hint_and_signing_out_takes_it_back(client):
    user = UserFactory.create()
    assert "terril_me" not in client.cookies
    client.post("/fr/account/login/", {"login": user.email, "password": PASSWORD})
    assert client.cookies["terril_me"].value == "1"
    client.post("/fr/account/logout/")
    assert client.cookies["terril_me"].value == ""
