from django import forms
from django.utils.translation import gettext_lazy as _


class SendForm(forms.Form):
    """What the shopper is told when a parcel leaves."""

    carrier = forms.CharField(label=_("Carrier"), max_length=80, required=False)
    tracking_number = forms.CharField(
        label=_("Tracking number"),
        help_text=_("The shopper receives it by mail."),
        max_length=80,
        required=False,
    )
    tracking_url = forms.URLField(
        label=_("Tracking page"), required=False, assume_scheme="https", max_length=200
    )
