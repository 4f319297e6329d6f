"""A password alone opens nothing to whoever asks for a second factor, by no door."""

import re
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.models import Group
from django.core.management import call_command
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


@pytest.mark.parametrize("path", ["/admin/login/", "/fr/_util/login/"])
def test_no_other_page_takes_a_password(client, user, path):
    words = {"username": user.email, "password": PASSWORD, "login_submit": "1"}
    client.post(path, words | {"login-username": user.email, "login-password": PASSWORD})
    assert not is_signed_in(client)


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


class TestTheBackOffice:
    """With the setting, no page of it opens to a password."""

    @pytest.fixture(autouse=True)
    def asked_for(self, settings):
        settings.STAFF_SECOND_FACTOR = True

    PAGES = ("/admin/", "/admin/pages/", "/admin/letters/letter/")

    @pytest.mark.parametrize("page", PAGES)
    def test_leads_whoever_has_none_to_where_it_is_added(self, client, page):
        sign_in(client, UserFactory.create(operator=True))
        for ask in (client.get, client.post):
            response = ask(page)
            assert (response.status_code, response.url) == (302, reverse("mfa_index"))
        there = client.get(reverse("mfa_index")).content.decode()
        assert "La gestion demande une deuxième étape" in there

    @pytest.mark.parametrize("group", ["Operators", "Editors", "Translators", "Programme managers"])
    def test_asks_every_group_for_it(self, client, group):
        call_command("make_groups", stdout=StringIO())
        somebody = UserFactory.create()
        somebody.groups.add(Group.objects.get(name=group))
        sign_in(client, somebody)
        assert client.get("/admin/").url == reverse("mfa_index")

    @pytest.mark.parametrize("page", PAGES)
    def test_opens_with_it(self, client, user, secret, page):
        sign_in(client, user)
        client.post(reverse("mfa_authenticate"), {"code": code(secret)})
        assert client.get(page, follow=True).status_code == 200

    @pytest.mark.django_db(transaction=True)  # allauth tells of it after the commit
    def test_opens_to_whoever_has_just_added_it(self, client):
        sign_in(client, UserFactory.create(operator=True))
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        client.get(reverse("mfa_activate_totp"))
        secret = client.session[totp.SECRET_SESSION_KEY]
        client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
        assert client.get("/admin/").status_code == 200

    def test_asks_a_session_that_is_older_than_the_factor(self, client, secret):
        somebody = UserFactory.create(operator=True)
        sign_in(client, somebody)
        totp.TOTP.activate(somebody, secret)
        asked = client.get("/admin/pages/?p=2")
        assert asked.url == f"{reverse('mfa_reauthenticate')}?next=%2Fadmin%2Fpages%2F%3Fp%3D2"
        answered = client.post(asked.url, {"code": code(secret)})
        assert answered.url == "/admin/pages/?p=2"
        assert client.get("/admin/").status_code == 200

    def test_closes_when_it_is_taken_away(self, client, user, secret):
        sign_in(client, user)
        client.post(reverse("mfa_authenticate"), {"code": code(secret)})
        user.authenticator_set.all().delete()
        assert client.get("/admin/").url == reverse("mfa_index")

    def test_is_not_offered_to_others(self, client):
        sign_in(client, UserFactory.create())
        assert client.get("/admin/", follow=True).status_code == 403
        assert client.get("/fr/account/").status_code == 200


def test_where_a_password_is_enough_the_first_page_says_so(client):
    sign_in(client, UserFactory.create(operator=True))
    assert "STAFF_SECOND_FACTOR" in client.get("/admin/").content.decode()
