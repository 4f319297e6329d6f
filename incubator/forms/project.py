"""What every application tells, whatever the call asks besides."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ground.typed.fields import AmountField, SiretField

from ..models import Application, Organisation
from ..templatetags.money import euros
from .fields import DraftBoundField, PlacesField

PREFIX = "organisation"


class ReopenedOnly(forms.ModelForm):
    """A form whose fields can be required or not, and all but some of them locked."""

    bound_field_class = DraftBoundField
    optional: frozenset[str] = frozenset()

    def __init__(
        self,
        *args: Any,
        strict: bool = False,
        only: list[str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.needed = set(self.fields) - self.optional
        for name, field in self.fields.items():
            field.required = strict and name in self.needed
            field.disabled = only is not None and name not in only

    def valid_fields(self) -> dict[str, Any]:
        """What can be saved of it, even where another field is wrong."""
        self.full_clean()
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in self.errors and not self.fields[name].disabled
        }


class ProjectForm(ReopenedOnly):
    """The project: its name, what it is in a few lines, where, with how much support."""

    class Meta:
        model = Application
        fields = ("title", "summary", "places", "amount")
        field_classes = {"amount": AmountField, "places": PlacesField}
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 4}),
            "places": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "summary": _("What you want to try, for whom, and what would change. 600 characters."),
            "amount": _("In euros."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.call = self.instance.call
        places = cast(forms.ModelMultipleChoiceField, self.fields["places"])
        places.queryset = self.call.places.all()
        if not self.call.amount_max:
            del self.fields["amount"]

    def clean_amount(self) -> Any:
        amount = self.cleaned_data["amount"]
        if amount is not None and amount > self.call.amount_max:
            raise ValidationError(
                gettext("This call offers %(most)s at most."),
                params={"most": euros(self.call.amount_max)},
            )
        return amount


class OrganisationForm(ReopenedOnly):
    """Who applies."""

    optional = frozenset({"siret", "website"})
    prefix = PREFIX

    class Meta:
        model = Organisation
        fields = ("name", "city", "country", "siret", "website")
        field_classes = {"siret": SiretField}
        labels = {"name": _("Name of the organisation")}
        help_texts = {"siret": _("14 digits, for an organisation in France.")}
