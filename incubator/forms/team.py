from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..models.member import Access


class InviteForm(forms.Form):
    email = forms.EmailField(label=_("Email"))
    access = forms.ChoiceField(
        label=pgettext_lazy("of a member of a team", "May"),
        choices=[(Access.EDIT, _("read and write")), (Access.READ, _("only read"))],
        initial=Access.EDIT,
        widget=forms.RadioSelect,
    )
