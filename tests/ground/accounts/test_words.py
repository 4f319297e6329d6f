"""What those who sign up read: one rule for passwords, one word for mail."""

import re

import pytest
from django.utils.translation import gettext, override
from django.utils.translation.trans_real import catalog

from ground.accounts import forms

RULE = "Au moins 8 caractères"


def test_signing_up_says_one_rule_after_the_field(client, db):
    page = client.get("/fr/account/signup/").content.decode()
    assert page.count(RULE) == 1
    assert page.index('name="password1"') < page.index(RULE)
    assert "<li>" not in page[page.index("<form class=") : page.index("</form>", page.index(RULE))]


def test_an_empty_sign_up_names_each_field(client, db):
    page = client.post("/fr/account/signup/", {"email": "", "password1": ""}).content.decode()
    assert "Il manque\u202f: e-mail." in page or "Il manque\u202f: adresse e-mail." in page
    assert "Il manque\u202f: mot de passe." in page
    assert "obligatoire" not in page


@pytest.mark.parametrize(
    "form", [forms.ChangePasswordForm, forms.SetPasswordForm, forms.ResetPasswordKeyForm]
)
def test_every_new_password_has_that_one_rule(form):
    with override("fr"):
        assert str(form().fields["password1"].help_text).startswith(RULE)


OTHER_WORDS = re.compile(
    r"courriel|adresses? électroniques?|\bemails?\b|(?:par|le|un|de) mail\b", re.IGNORECASE
)
# Of packages whose pages and letters nobody can open here.
NOT_SHOWN = re.compile(
    r"scope|You are receiving this email because|wish ?list|OAuth"
    r"|^Email address:$|your password|to the site administrators"  # of Django's admin
)
OSCARS = ("Email Address", "No emails found", "Send reset email", "Send password reset email")


def test_french_has_one_word_for_mail():
    with override("fr"):
        known = [key for key, _words in catalog()._catalog.items() if isinstance(key, str)]
        said = {key: gettext(key) for key in known}
    found = {
        key: words
        for key, words in said.items()
        if not NOT_SHOWN.search(key)
        and not key.startswith(OSCARS)
        and OTHER_WORDS.search(re.sub(r"%\(\w+\)s|\{\w+\}|mailto:|<[^>]*>", "", words))
    }
    assert found == {}
