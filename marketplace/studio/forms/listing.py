"""The form of a listing, in every language and with its variants."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.utils.text import Truncator
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model

from ground.provenance.models import Craft, Place
from ground.typed.fields import CountField
from marketplace.forks.catalogue.models import NoReturn, Option, Product

from ..checklist import Step, words
from ..models import Listing
from ..words import to_text
from .counts import DaysField, WeightField
from .stock import StockFields
from .words import translations_of

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
        "choice_name",
        _("What one chooses"),
        _("What the variants differ in: “Size”, “Colour”, “Scent”."),
        60,
        0,
    ),
    (
        "asked",
        _("What the buyer types"),
        _("For example: first name to engrave. Empty: nothing is asked."),
        60,
        0,
    ),
    (
        "no_return_reason",
        _("Why not, in your words"),
        _("Read before the purchase. Empty: the shop says it in its own."),
        240,
        2,
    ),
    (
        "safety_warnings",
        pgettext_lazy("for safety", "Warnings"),
        _("What a buyer must know to use it safely. “None” is an answer."),
        2000,
        3,
    ),
)


WORDS_OF = {name for name, *_rest in WORDS}
# The other fields of the product itself.
FACTS = ("is_made_to_order", "lead_time_days", "no_return", "weight_g", "safety_identifier")


class NewListingForm(forms.Form):
    """The one thing needed to begin."""

    title = forms.CharField(label=_("What do you call it?"), max_length=120)


# A draft may leave these empty; they are asked for before it can be sold.
ASKED_LATER = ("category", "price", "num_in_stock", "craft", "safety_identifier")
WORDS_ASKED_LATER = ("title", "teaser", "description", "materials", "safety_warnings")
# What is wrong is told in the order in which it is met.
ON_THE_PAGE = (
    *("title", "teaser", "description", "category", "price", "num_in_stock", "is_made_to_order"),
    *(
        "choice_name",
        "lead_time_days",
        "asked",
        "asked_most",
        "asked_optional",
        "no_return",
        "no_return_reason",
    ),
    *("craft", "made_at", "inspired_by", "materials", "dimensions", "weight_g"),
    *("safety_identifier", "safety_warnings"),
)
OF_SEVERAL = "choice_name"
OF_A_SINGLE_THING = ("price", "num_in_stock", "is_made_to_order")
# What a variant may say of its own; where it says nothing, the listing speaks for it.
OF_A_VARIANT = ("is_made_to_order", "lead_time_days", "weight_g", "dimensions")


class ListingForm(StockFields):
    """All of a listing but its photos. A draft may leave anything empty but the name."""

    category = forms.ModelChoiceField(
        label=_("Shelf in the shop"),
        queryset=None,
        required=False,
        empty_label=_("Choose…"),
    )
    is_made_to_order = forms.BooleanField(
        label=_("Made to order: it can be bought without stock"), required=False
    )
    lead_time_days = DaysField(
        label=_("Days to make or prepare"), help_text=_("Empty: your usual time."), required=False
    )
    asked_most = CountField(
        label=_("Characters at most"),
        help_text=_("As many as fit on it."),
        required=False,
        min_value=1,
        max_value=Option.LONGEST,
    )
    asked_optional = forms.BooleanField(
        label=_("It can be ordered without these words, too"), required=False
    )
    no_return = forms.ChoiceField(
        label=_("Can it be sent back?"),
        choices=[("", _("Yes, for 14 days")), *NoReturn.choices],
        required=False,
        widget=forms.RadioSelect,
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
        to_field_name="id",  # pk is a link to another table: a long number is too much for SQLite
        required=False,
        empty_label=pgettext_lazy("no story", "None"),
    )
    weight_g = WeightField()
    safety_identifier = forms.CharField(
        label=_("Type or batch"),
        help_text=_("What tells this product from others, on it or on its label."),
        max_length=80,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, listing: Listing, **kwargs: Any) -> None:
        self.listing = listing
        self.stock = listing.product.stockrecords.first()
        initial = initial_of(listing) | read_proposal(listing)
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["category"].queryset = get_model("catalogue", "Category").objects.browsable()
        self.fields["inspired_by"].queryset = stories()
        self.fields["price"].required = self.fields["num_in_stock"].required = False
        self.language = get_language() or settings.LANGUAGE_CODE
        for code, _name in settings.LANGUAGES:
            self._add_words(code)
        if listing.product.is_parent:
            for name in OF_A_SINGLE_THING:
                del self.fields[name]
        else:
            for code, _name in settings.LANGUAGES:
                del self.fields[f"{OF_SEVERAL}_{code}"]
        self.variants = list(listing.product.children.order_by("pk"))
        for variant in self.variants:
            self._add_variant(variant)
        self.asked_later = {*ASKED_LATER, *map(words, WORDS_ASKED_LATER)}
        self.order_fields([words(name) if name in WORDS_OF else name for name in ON_THE_PAGE])

    def _add_words(self, language: str) -> None:
        for name, label, help_text, longest, rows in WORDS:
            of_one_line = forms.TextInput(attrs={"lang": language})
            of_several = forms.Textarea(attrs={"lang": language, "rows": rows})
            self.fields[f"{name}_{language}"] = forms.CharField(
                label=label,
                help_text=help_text if language == self.language else "",
                max_length=longest,
                required=False,
                initial=self.initial.get(f"{name}_{language}"),
                widget=of_several if rows else of_one_line,
            )

    def _add_variant(self, variant: Product) -> None:
        as_listed = _("Empty: what the listing says.")
        of_its_own = {
            "is_made_to_order": forms.BooleanField(
                label=self.base_fields["is_made_to_order"].label, required=False
            ),
            "lead_time_days": DaysField(
                label=self.base_fields["lead_time_days"].label, help_text=as_listed, required=False
            ),
            "weight_g": WeightField(help_text=as_listed),
            "dimensions": forms.CharField(
                label=_("Dimensions"), help_text=as_listed, max_length=120, required=False
            ),
        }
        for name, field in of_its_own.items():
            self.fields[of_variant(variant, name)] = field

    def variant_fields(self) -> list[tuple[Product, list[forms.BoundField]]]:
        """Each variant with the fields of what it may say of its own."""
        return [
            (variant, [self[of_variant(variant, name)] for name in OF_A_VARIANT])
            for variant in self.variants
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not any(data.get(f"title_{code}") for code, _name in settings.LANGUAGES):
            self._miss(words("title"), _("Give it a name."))
        if data.get("no_return") == NoReturn.WORDS and not self._asks(data):
            self._miss("no_return", _("Say what the buyer types, or choose another answer."))
        if "version" in data and data["version"] != self.listing.version:
            self._tell_what_differs()
        return data

    def _asks(self, data: dict[str, Any]) -> bool:
        return any(data.get(f"asked_{code}") for code, _name in settings.LANGUAGES)

    def _tell_what_differs(self) -> None:
        self.add_error(
            None,
            _(
                "This listing was changed elsewhere meanwhile. Below is what you typed, and where "
                "it differs, what is saved now. Save again to put yours in its place."
            ),
        )
        for name in self.changed_data:
            if name in self.cleaned_data and name not in {"version", "price", "num_in_stock"}:
                self.add_error(name, _("Saved now: “%(words)s”.") % {"words": self._saved(name)})
        self._know_of(self.listing)

    def _know_of(self, listing: Listing) -> None:
        """The next save is made knowing of the last one."""
        self.data = self.data.copy()
        self.data["version"] = str(listing.version)

    def go_on_from(self, listing: Listing) -> None:
        """What was typed is saved: the page goes on from there."""
        self._know_of(listing)
        stock = listing.product.stockrecords.first()
        for name in ("price", "num_in_stock"):
            self.show_as_now(name, getattr(stock, name, None))

    def _saved(self, name: str) -> str:
        field: Any = self.fields[name]
        value = self[name].initial
        if hasattr(field, "queryset"):
            chosen = field.queryset.filter(pk=field.prepare_value(value)).first()
            return str(chosen or "–")
        if hasattr(field, "choices"):
            return str(dict(field.choices)[value])
        return Truncator(field.prepare_value(value) if value else "–").chars(200)

    def _miss(self, name: str, why: Any) -> None:
        if name in self.fields and name not in self.errors:
            self.add_error(name, why)

    def ask_for(self, steps: list[Step]) -> None:
        """Say at its field what the listing still lacks."""
        for step in steps:
            self._miss(step.field, _("Needed before it can be sold."))

    def left_empty(self, steps: list[Step]) -> list[Step]:
        """Those to which nothing was typed in any language, whatever is saved."""
        return [step for step in steps if self._is_left_empty(step.field)]

    def _is_left_empty(self, name: str) -> bool:
        if name == "num_in_stock" and self.cleaned_data.get("is_made_to_order"):
            return False
        stem = name.rpartition("_")[0]
        of_words = [f"{stem}_{code}" for code, _language in settings.LANGUAGES]
        names = of_words if stem in WORDS_OF else [name]
        return all(self.cleaned_data.get(each, "wrong") in {None, ""} for each in names)

    def _words(self, *names: str) -> list[forms.BoundField]:
        """The fields of these words in the language of the page."""
        return [self[f"{name}_{self.language}"] for name in names]

    def main_words(self) -> list[forms.BoundField]:
        return self._words("title", "teaser", "description")

    def origin_words(self) -> list[forms.BoundField]:
        return self._words("materials", "dimensions")

    def variant_words(self) -> list[forms.BoundField]:
        return self._words(OF_SEVERAL)

    def asked_words(self) -> list[forms.BoundField]:
        return self._words("asked")

    def no_return_words(self) -> list[forms.BoundField]:
        return self._words("no_return_reason")

    def tells_of_returns(self) -> bool:
        """Whether personalisation and returns stand open: something there is answered, or wrong."""
        names = {"asked_most", "no_return", *map(words, ("asked", "no_return_reason"))}
        return any(self[name].value() or self[name].errors for name in names)

    def safety_words(self) -> list[forms.BoundField]:
        return self._words("safety_warnings")

    def translations(self) -> list[tuple[str, list[forms.BoundField], bool]]:
        """As `translations_of`, of all its words."""
        there = [word[0] for word in WORDS if words(word[0]) in self.fields]
        return translations_of(self, there, language=self.language)


def of_variant(variant: Product, name: str) -> str:
    """What the form calls a variant's own field."""
    return f"variant{variant.pk}_{name}"


def label_of(name: str) -> str:
    """What the form calls a field; words say in which language."""
    stem, _underscore, code = name.rpartition("_")
    for word, label, *_rest in WORDS:
        if word == stem:
            return f"{label} ({dict(settings.LANGUAGES)[code]})"
    return str(_("Photos") if name == "photos" else ListingForm.base_fields[name].label)


def stories() -> Any:
    """The pages that may have inspired a product, in the language of the site."""
    model = apps.get_model(settings.PROVENANCE_STORY_MODEL)
    return (
        model.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE).order_by("title")
    )


def key_of(value: Any) -> Any:
    """A value of the form as JSON holds it."""
    return value.pk if isinstance(value, Model) else value or ""


def in_words(values: Mapping[str, Any]) -> dict[str, str]:
    """Values of the form as its reader would say them."""
    said = {name: str(value) if value else "" for name, value in values.items()}
    no_return = values.get("no_return")
    return said | {"no_return": str(NoReturn(no_return).label) if no_return else ""}


def read_proposal(listing: Listing) -> dict[str, Any]:
    """What waits for approval, as the form's initial values; what is gone meanwhile is empty."""
    models = {"category": get_model("catalogue", "Category"), "craft": Craft, "made_at": Place}
    models["inspired_by"] = apps.get_model(settings.PROVENANCE_STORY_MODEL)
    return {
        name: models[name].objects.filter(pk=value or None).first() if name in models else value
        for name, value in (listing.proposal or {}).items()
    }


def initial_of(listing: Listing) -> dict[str, Any]:
    product = listing.product
    provenance = getattr(product, "provenance", None)
    stock = product.stockrecords.first()
    option = product.words_asked.first()
    initial: dict[str, Any] = {
        "version": listing.version,
        "category": product.categories.first(),
        "price": stock.price if stock else None,
        "num_in_stock": stock.num_in_stock if stock else None,
        "craft": provenance.craft if provenance else None,
        "made_at": provenance.made_at if provenance else None,
        "inspired_by": provenance.inspired_by if provenance else None,
    }
    initial |= {
        "asked_most": option.max_length if option else None,
        "asked_optional": bool(option and not option.required),
    }
    for name in FACTS:
        initial[name] = getattr(product, name)
    for variant in product.children.all():
        initial |= {of_variant(variant, name): getattr(variant, name) for name in OF_A_VARIANT}
    for code, _language in settings.LANGUAGES:
        for name, *_rest in WORDS:
            initial[f"{name}_{code}"] = getattr(product, f"{name}_{code}", "") or ""
        initial[f"materials_{code}"] = getattr(provenance, f"materials_{code}", "") or ""
        initial[f"asked_{code}"] = getattr(option, f"name_{code}", "") or ""
        initial[f"description_{code}"] = to_text(initial[f"description_{code}"])
    return initial
