"""allauth's forms, made to cost the same whether an address has an account or not.

Who measures how long an answer takes learns nothing then. The letters differ, but only whoever
reads that mailbox sees them, and no answer waits for one.
"""

from typing import Any
from uuid import uuid4

from allauth.account import forms
from allauth.account.internal.flows.email_verification import get_address_for_user
from allauth.account.models import EmailAddress
from allauth.account.utils import has_verified_email
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.db import transaction
from django.forms import Field
from django.http import HttpRequest
from django.utils.translation import gettext as _

from .models import User


class OneRule:
    """A form that asks for a new password and says the rule once, in a sentence of ours."""

    fields: dict[str, Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = _(
            "At least %(count)d characters; neither common, nor digits only, nor your address."
        ) % {"count": MinimumLengthValidator().min_length}


class SignUpForm(OneRule, forms.SignupForm):
    cleaned_data: dict[str, Any]

    def try_save(self, request: HttpRequest) -> Any:
        with transaction.atomic():
            if self.account_already_exists:
                self._rehearse(request)
                transaction.set_rollback(True)
            else:
                return super().try_save(request)
        return super().try_save(request)

    def _rehearse(self, request: HttpRequest) -> None:
        """What a new account costs: hashing above all. It is undone."""
        typed = self.cleaned_data
        self.account_already_exists = False
        self.cleaned_data = {**typed, "email": f"{uuid4().hex}@invalid.invalid"}
        user = self.save(request)
        has_verified_email(user)  # and what sending the letter asks
        address = get_address_for_user(user)
        User.objects.get(pk=address.user_id)
        self.account_already_exists, self.cleaned_data = True, typed


class SignInForm(forms.LoginForm):
    def clean_login(self) -> str:
        login: str = super().clean_login()
        ask_twice(login)
        return login


class ChangePasswordForm(OneRule, forms.ChangePasswordForm):
    pass


class SetPasswordForm(OneRule, forms.SetPasswordForm):
    pass


class ResetPasswordKeyForm(OneRule, forms.ResetPasswordKeyForm):
    pass


class ResetPasswordForm(forms.ResetPasswordForm):
    def clean_email(self) -> str:
        email: str = super().clean_email()
        ask_twice(email)
        return email


def ask_twice(email: str) -> None:
    """allauth looks for an account in two tables, but in one if that knows the address for sure."""
    if EmailAddress.objects.filter(email=email.lower(), verified=True).exists():
        User.objects.filter(email=email.lower()).first()
