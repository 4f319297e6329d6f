"""A password alone opens nothing to whoever asks for a second factor, by no door."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from django.urls import reverse

from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.marketplace import ArtisanFactory
from tests.letters import posted

pytestmark = pytest.mark.django_db

ANOTHER = "chevalement-du-onze-19"


@pytest.fixture
def secret():
    return totp.generate_totp_secret()


@pytest.fixture
def user(secret):
    user = UserFactory.create(operator=True)
    totp.TOTP.activate(user, secret)
    return user


def code(secret):
    counter = next(totp.yield_hotp_counters_from_time())
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def link_in_the_letter(path):
    return re.search(rf"http://testserver(/fr/account/{path}/\S+)", posted()[0].body)[1]


def sign_in(client, user, password=PASSWORD):
    return client.post(reverse("account_login"), {"login": user.email, "password": password})


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_the_sign_in_page_asks_for_it(client, user, secret):
    assert sign_in(client, user).url == reverse("mfa_authenticate")
    assert not is_signed_in(client)
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert not is_signed_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code(secret)})
    assert is_signed_in(client)


@pytest.mark.parametrize("path", ["/admin/login/", "/dashboard/login/", "/fr/_util/login/"])
def test_no_other_page_takes_a_password(client, user, path):
    words = {"username": user.email, "password": PASSWORD, "login_submit": "1"}
    client.post(path, words | {"login-username": user.email, "login-password": PASSWORD})
    assert not is_signed_in(client)


def test_staff_cannot_become_somebody_else_in_the_dashboard(client, user):
    somebody = UserFactory.create(staff=True)
    client.force_login(somebody)
    response = client.post("/dashboard/login/", {"username": user.email, "password": PASSWORD})
    assert response.url == f"{reverse('account_login')}?next=/dashboard/"
    assert client.session["_auth_user_id"] == str(somebody.pk)


def test_a_new_password_signs_nobody_in(client, user):
    client.post(reverse("account_reset_password"), {"email": user.email})
    form = client.get(link_in_the_letter("password/reset/key")).url
    client.post(form, {"password1": ANOTHER, "password2": ANOTHER})
    assert not is_signed_in(client)
    assert sign_in(client, user, ANOTHER).url == reverse("mfa_authenticate")
    assert not is_signed_in(client)


def test_confirming_an_address_signs_nobody_in(client, user):
    EmailAddress.objects.filter(user=user).update(verified=False)
    sign_in(client, user)
    response = client.post(link_in_the_letter("confirm-email"))
    assert EmailAddress.objects.get(user=user).verified
    assert response.url == reverse("mfa_authenticate")
    assert not is_signed_in(client)


def test_an_account_begins_with_a_password():
    """A key that could sign up would be a way in for whoever holds an address only."""
    from django.conf import settings

    assert not getattr(settings, "MFA_PASSKEY_SIGNUP_ENABLED", False)


@pytest.mark.parametrize("who", ["operator", "artisan", "shopper"])
def test_whoever_is_trusted_is_asked_to_switch_it_on(client, who):
    somebody = UserFactory.create(staff=who == "operator")
    if who == "artisan":
        ArtisanFactory.create().users.add(somebody)
    client.force_login(somebody)
    assert client.get(reverse("account_home")).context["should_secure"] == (who != "shopper")


def test_signing_in_begins_another_session(client):
    client.post(reverse("basket:add", args=[1]))  # whatever begins one
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    client.cookies["sessionid"] = before = session.session_key
    sign_in(client, UserFactory.create())
    assert is_signed_in(client)
    assert client.session.session_key != before
