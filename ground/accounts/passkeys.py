"""allauth's forms for passkeys, to which whatever a forger sends is just a wrong key."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import forms
from django.forms import BaseForm

# What the readers of JSON and of keys raise when they stumble, besides a ValidationError.
STUMBLES = (AttributeError, LookupError, RecursionError, TypeError, ValueError)


class Wary(BaseForm):
    def full_clean(self) -> None:
        try:
            super().full_clean()
        except STUMBLES:
            self.add_error("credential", get_adapter().validation_error("incorrect_code"))
            self.data = {}  # drawing the form would read it once more


class AddForm(Wary, forms.AddWebAuthnForm):
    pass


class AuthenticateForm(Wary, forms.AuthenticateWebAuthnForm):
    pass


class LoginForm(Wary, forms.LoginWebAuthnForm):
    pass


class ReauthenticateForm(Wary, forms.ReauthenticateWebAuthnForm):
    pass
