from typing import Any

from django import forms
from django.apps import apps
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model

from marketplace.provenance.models import Craft, Place

from ..models import Listing
from ..words import to_text
from .money import PriceField

# The words of a listing, once a language: name, label, help, longest, rows (0: one line).
WORDS: tuple[tuple[str, Any, Any, int, int], ...] = (
    ("title", _("Name"), _("What people will ask for: “Shale pendant”."), 120, 0),
    ("teaser", _("In one line"), _("Read below the name, on the card."), 200, 0),
    (
        "description",
        _("Description"),
        _("What it is, how it is made, how it is used. An empty line starts a paragraph."),
        6000,
        9,
    ),
    (
        "materials",
        _("Materials"),
        _("For example: red shale of Lens, tin glaze."),
        400,
        2,
    ),
    ("dimensions", _("Dimensions"), _("For example: 12 × 8 × 4 cm."), 120, 0),
    (
        "safety_warnings",
        _("Warnings"),
        _("What a buyer must know to use it safely. “None” is an answer."),
        2000,
        3,
    ),
)


class NewListingForm(forms.Form):
    """The one thing needed to begin."""

    title = forms.CharField(label=_("What do you call it?"), max_length=120)


class ListingForm(forms.Form):
    """All of a listing but its photos. A draft may leave anything empty but the name."""

    category = forms.ModelChoiceField(
        label=_("Shelf in the shop"),
        queryset=None,
        required=False,
        empty_label=_("Choose…"),
    )
    price = PriceField(required=False)
    num_in_stock = forms.IntegerField(
        label=_("In stock"), required=False, min_value=0, max_value=100_000
    )
    is_made_to_order = forms.BooleanField(
        label=_("Made to order: it can be bought without stock"), required=False
    )
    lead_time_days = forms.IntegerField(
        label=_("Days to make or prepare"),
        help_text=_("Empty: your usual time."),
        required=False,
        min_value=0,
        max_value=365,
    )
    craft = forms.ModelChoiceField(
        label=_("Craft"),
        queryset=Craft.objects.all(),
        required=False,
        empty_label=_("Choose…"),
    )
    made_at = forms.ModelChoiceField(
        label=_("Made at or near"),
        queryset=Place.objects.published(),
        required=False,
        empty_label=_("Choose…"),
    )
    inspired_by = forms.ModelChoiceField(
        label=_("Story that inspired it"),
        help_text=_("The two pages will lead to each other."),
        queryset=None,
        required=False,
        empty_label=_("None"),
    )
    weight_g = forms.IntegerField(
        label=_("Weight, packed (g)"), required=False, min_value=1, max_value=50_000
    )
    safety_identifier = forms.CharField(
        label=_("Type or batch"),
        help_text=_("What tells this product from others, on it or on its label."),
        max_length=80,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, listing: Listing, **kwargs: Any) -> None:
        self.listing = listing
        super().__init__(*args, initial=initial_of(listing), **kwargs)
        self.fields["category"].queryset = get_model("catalogue", "Category").objects.browsable()
        self.fields["inspired_by"].queryset = stories()
        self.language = get_language() or settings.LANGUAGE_CODE
        for code, _name in settings.LANGUAGES:
            self._add_words(code)
        self.fields[f"title_{self.language}"].required = not listing.product.title

    def _add_words(self, language: str) -> None:
        for name, label, help_text, longest, rows in WORDS:
            widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
            widget.attrs["lang"] = language
            self.fields[f"{name}_{language}"] = forms.CharField(
                label=label,
                help_text=help_text if language == self.language else "",
                max_length=longest,
                required=False,
                widget=widget,
                initial=self.initial.get(f"{name}_{language}"),
            )

    def clean_version(self) -> int:
        version = self.cleaned_data["version"]
        if version != self.listing.version:
            self.add_error(
                None,
                _(
                    "This listing was changed elsewhere meanwhile. What you typed is below; "
                    "look at the listing in another tab, then save again to put yours in its place."
                ),
            )
            # The next save is made knowing of the other change.
            self.data = self.data.copy()
            self.data[self.add_prefix("version")] = str(self.listing.version)
        return version

    def _words(self, *names: str) -> list[forms.BoundField]:
        """The fields of these words in the language of the page."""
        return [self[f"{name}_{self.language}"] for name in names]

    def main_words(self) -> list[forms.BoundField]:
        return self._words("title", "teaser", "description")

    def origin_words(self) -> list[forms.BoundField]:
        return self._words("materials", "dimensions")

    def safety_words(self) -> list[forms.BoundField]:
        return self._words("safety_warnings")

    def translations(self) -> list[tuple[str, list[forms.BoundField]]]:
        """`[(language, its fields)]` of the other languages."""
        return [
            (name, [self[f"{word[0]}_{code}"] for word in WORDS])
            for code, name in settings.LANGUAGES
            if code != self.language
        ]


def stories() -> Any:
    """The pages that may have inspired a product, in the language of the site."""
    model = apps.get_model(settings.PROVENANCE_STORY_MODEL)
    return (
        model.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE).order_by("title")
    )


def initial_of(listing: Listing) -> dict[str, Any]:
    product = listing.product
    provenance = getattr(product, "provenance", None)
    stock = product.stockrecords.first()
    initial: dict[str, Any] = {
        "version": listing.version,
        "category": product.categories.first(),
        "price": stock.price if stock else None,
        "num_in_stock": stock.num_in_stock if stock else None,
        "craft": provenance.craft_id if provenance else None,
        "made_at": provenance.made_at_id if provenance else None,
        "inspired_by": provenance.inspired_by_id if provenance else None,
    }
    for name in ("is_made_to_order", "lead_time_days", "weight_g", "safety_identifier"):
        initial[name] = getattr(product, name)
    for code, _language in settings.LANGUAGES:
        for name, *_rest in WORDS:
            source = provenance if name == "materials" else product
            initial[f"{name}_{code}"] = (
                (getattr(source, f"{name}_{code}", "") or "") if source else ""
            )
        initial[f"description_{code}"] = to_text(initial[f"description_{code}"])
    return initial
