"""Operators read what was sold in the Wagtail admin; Oscar's dashboard is for staff."""

import re

import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ArtisanFactory

pytestmark = pytest.mark.django_db

PAGES = [
    "dashboard:index",
    "dashboard:order-list",
    "dashboard:catalogue-product-list",
    "dashboard:users-index",
    "dashboard:partner-list",
    "dashboard:offer-list",
    "dashboard:reviews-list",
]


@pytest.mark.parametrize("name", PAGES)
def test_a_shopper_or_an_artisan_finds_no_dashboard(client, name):
    user = UserFactory.create()
    ArtisanFactory.create().users.add(user)
    client.force_login(user)
    assert client.get(reverse(name), follow=True).status_code == 404


def test_whoever_is_not_signed_in_meets_the_one_sign_in_page(client):
    for name in ("dashboard:index", "dashboard:login"):
        path = reverse("account_login")
        assert client.get(reverse(name)).headers["Location"].split("?")[0] == path


@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")  # Oscar's
@pytest.mark.parametrize("name", PAGES)
def test_staff_sees_it_and_it_calls_no_other_host(client, name):
    client.force_login(UserFactory.create(operator=True))
    page = client.get(reverse(name))
    assert page.status_code == 200
    assert re.findall(r'(?:src|href)="(?:https?:)?//[^"]+', page.content.decode()) == []


def test_staff_cannot_reset_a_superusers_password(client, mailoutbox):
    target = UserFactory.create(operator=True)
    client.force_login(UserFactory.create(staff=True))
    path = reverse("dashboard:user-password-reset", args=[target.pk])
    assert client.post(path, follow=True).status_code == 404
    assert mailoutbox == []


def test_staff_cannot_make_somebody_an_artisan_there(client):
    artisan = ArtisanFactory.create()
    client.force_login(UserFactory.create(staff=True))
    for name in ("partner-user-create", "partner-user-select"):
        path = reverse(f"dashboard:{name}", args=[artisan.pk])
        assert client.get(path, follow=True).status_code == 404
