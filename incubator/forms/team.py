from django import forms
from django.utils.translation import gettext_lazy as _

from ..models.member import Access


class InviteForm(forms.Form):
    email = forms.EmailField(label=_("Email"))
    access = forms.ChoiceField(
        label=_("May"),
        choices=[(Access.EDIT, _("read and write")), (Access.READ, _("only read"))],
        initial=Access.EDIT,
        widget=forms.RadioSelect,
    )
