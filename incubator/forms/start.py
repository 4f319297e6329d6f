"""The first and the last thing that a team says of an application: begin it, withdraw it."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _


class StartForm(forms.Form):
    """The two things needed to open a draft; the rest can wait."""

    title = forms.CharField(
        label=_("Title of the project"),
        max_length=160,
        help_text=_("You can change it later."),
    )
    organisation = forms.CharField(label=_("Name of your organisation"), max_length=160)
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Why, if you would like to say"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
