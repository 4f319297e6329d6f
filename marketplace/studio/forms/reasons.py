from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """Nothing is refused without saying why: the artisan reads these words."""

    reason = forms.CharField(
        label=_("What should change"),
        help_text=_("The artisan receives these words by mail and sees them above the listing."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
