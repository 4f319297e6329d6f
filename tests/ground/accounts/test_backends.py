"""Whoever was given every right there is stays below a superuser."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator():
    user = UserFactory.create(staff=True)
    user.user_permissions.set(Permission.objects.all())
    return user


@pytest.fixture
def superuser():
    return UserFactory.create(operator=True)


def changed(user):
    """What the Wagtail admin would send to take an account over."""
    return {
        "email": "mine@terril.example",
        "first_name": user.first_name,
        "last_name": user.last_name,
        "password1": "of-my-own-choosing-1906",
        "password2": "of-my-own-choosing-1906",
        "is_superuser": "on",
        "is_active": "on",
    }


def test_every_other_right_is_a_right(operator):
    assert operator.has_perm("order.view_order")
    assert not operator.has_perm("accounts.change_user")


@pytest.mark.parametrize(
    ("name", "wants"),
    [
        ("wagtailusers_users:add", None),
        ("wagtailusers_users:edit", "pk"),
        ("wagtailusers_users:delete", "pk"),
        ("wagtailusers_groups:add", None),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_takes_a_superusers_account(
    client, mailoutbox, operator, superuser, name, wants, method
):
    client.force_login(operator)
    path = reverse(name, kwargs={wants: superuser.pk} if wants else {})
    response = getattr(client, method)(path, changed(superuser))
    assert response.status_code in {302, 403, 404}
    before = superuser.email
    superuser.refresh_from_db()
    operator.refresh_from_db()
    assert (superuser.email, superuser.check_password(PASSWORD)) == (before, True)
    assert (operator.is_superuser, mailoutbox) == (False, [])


@pytest.mark.parametrize("action", ["set_active_state", "assign_role", "delete"])
def test_nobody_switches_a_superuser_off(client, operator, superuser, action):
    client.force_login(operator)
    path = reverse("wagtail_bulk_action", args=["accounts", "user", action])
    client.post(f"{path}?id={superuser.pk}", {"mark_as_active": "False"})
    superuser.refresh_from_db()
    assert superuser.is_active


def test_a_superuser_invites_and_changes(client, operator, superuser):
    client.force_login(superuser)
    for name, keys in (("add", []), ("edit", [operator.pk])):
        assert client.get(reverse(f"wagtailusers_users:{name}", args=keys)).status_code == 200


def test_nobody_changes_an_address_past_its_confirmation(client, operator):
    client.force_login(operator)
    path = reverse("wagtailadmin_account")
    assert "name_email-email" not in client.get(path).content.decode()
    client.post(path, {"name_email-email": "mine@terril.example"})
    operator.refresh_from_db()
    assert operator.email != "mine@terril.example"
