"""The form of an artisan's own page."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ground.typed.fields import LineField, MailField, PostcodeField, SiretField, TelephoneField
from ground.typed.telephone import spelled
from marketplace.forks.partner.models import Partner

from ..checklist import words
from .counts import DaysField
from .words import translations_of

# Shoppers and the law ask for these before a shop can open; see `checklist.before_opening`.
ASKED_LATER = ("legal_name", "siret", "street", "postcode", "commune", "email", "phone")


class ShopForm(forms.ModelForm):
    """The shop's page, who sells, and when the workshop is closed."""

    class Meta:
        model = Partner
        fields = (
            "tagline_fr",
            "tagline_en",
            "about_fr",
            "about_en",
            "legal_name",
            "siret",
            "street",
            "postcode",
            "commune",
            "email",
            "phone",
            "lead_time_days",
            "away_until",
            "sends_in_two",
        )
        field_classes = {
            "siret": SiretField,
            "street": LineField,
            "postcode": PostcodeField,
            "commune": LineField,
            "email": MailField,
            "phone": TelephoneField,
            "lead_time_days": DaysField,
        }
        labels = {
            "tagline_fr": _("In one line"),
            "tagline_en": _("In one line"),
            "sends_in_two": _("I also send in two parcels"),
        }
        widgets = {
            "about_fr": forms.Textarea(attrs={"rows": 8, "lang": "fr"}),
            "about_en": forms.Textarea(attrs={"rows": 8, "lang": "en"}),
            "away_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {
            "siret": _("14 digits, as on the extract of your register."),
            "away_until": _(
                "Your listings stay visible, and say when you are back; nobody can order "
                "until then."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = get_language() or settings.LANGUAGE_CODE
        for code, _name in settings.LANGUAGES:
            self.fields[f"about_{code}"].label = _("Your story")
            self.fields[f"tagline_{code}"].label = _("In one line")
        self.asked_later = {*ASKED_LATER, words("tagline"), words("about")}
        for name in self.asked_later:
            # An open shop keeps what it has told; what it never told is asked by the checklist.
            self.fields[name].required = self.instance.is_open and bool(self.initial.get(name))

    def clean_phone(self) -> str:
        """As it is read on the listings, here and abroad."""
        return spelled(self.cleaned_data["phone"])

    def clean_away_until(self) -> Any:
        day = self.cleaned_data["away_until"]
        if day and "away_until" in self.changed_data and day <= timezone.localdate():
            raise forms.ValidationError(_("This day is past: choose the day when you are back."))
        return day

    def translations(self) -> list[tuple[str, list[forms.BoundField], bool]]:
        """As `translations_of`, of its line and its story."""
        return translations_of(self, ("tagline", "about"), language=self.language)

    def main_words(self) -> list[forms.BoundField]:
        return [self[f"tagline_{self.language}"], self[f"about_{self.language}"]]
