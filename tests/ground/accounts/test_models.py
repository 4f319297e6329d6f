"""One address is one account, however it is typed."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import override

from ground.accounts.models import User

pytestmark = pytest.mark.django_db


def test_an_address_is_one_account_whatever_its_case():
    User.objects.create_user("lea@terril.example", "x")
    with pytest.raises(IntegrityError):
        User.objects.create_user("Lea@terril.example", "x")


def test_the_second_account_is_refused_in_words():
    User.objects.create_user("lea@terril.example", "x")
    with override("en"), pytest.raises(ValidationError) as refused:
        User(email="LEA@terril.example", password="x").full_clean()
    assert "There is already an account with this address." in refused.value.messages


def test_signing_in_finds_the_account_whatever_the_case():
    user = User.objects.create_user("lea@terril.example", "x")
    assert User.objects.get_by_natural_key("LEA@Terril.example") == user
