"""Oscar's product, with its origin, its languages and its place in the shop."""

import nh3
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import fallbacks
from oscar.apps.catalogue.abstract_models import (
    AbstractOption,
    AbstractProduct,
    AbstractProductImage,
)
from wagtail.search import index

ALLOWED_TAGS = {
    "p",
    "br",
    "ul",
    "ol",
    "li",
    "b",
    "strong",
    "i",
    "em",
    "h3",
    "h4",
    "blockquote",
    "a",
}


def clean_html(html: str | None) -> str | None:
    """What an artisan may format: no script, no style, no class, links that vouch for nothing."""
    if not html:
        return html
    return nh3.clean(
        html,
        tags=ALLOWED_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener",
    )


class NoReturn(models.TextChoices):
    """Why something is not taken back: Directive 2011/83/EU, art. 16 (c) and (d)."""

    WORDS = "words", _("No, where it bears the buyer’s own words")
    MEASURE = "measure", _("No, it is made to the buyer’s measure")
    PERISHABLE = "perishable", _("No, it does not keep")

    @property
    def reason(self) -> str:
        """What the shopper reads where the artisan has found no better words."""
        return str(REASONS[self])


REASONS = {
    NoReturn.WORDS: _("It bears your own words: it cannot be sent back unless it is faulty."),
    NoReturn.MEASURE: _("It is made to your measure: it cannot be sent back unless it is faulty."),
    NoReturn.PERISHABLE: _("It does not keep: it cannot be sent back unless it is faulty."),
}


class Option(AbstractOption):
    """Oscar's, as words that the buyer types, no longer than what fits on the thing."""

    LONGEST = 200

    max_length = models.PositiveSmallIntegerField(
        _("characters at most"),
        default=40,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST)],
    )


class Product(index.Indexed, AbstractProduct):
    """Oscar's, with a teaser, what product safety asks for, and a place in the one search."""

    # Templates print these as HTML, whoever wrote them.
    HTML_FIELDS = tuple(
        f"description_{language}" for language in settings.MODELTRANSLATION_LANGUAGES
    )

    teaser = models.CharField(_("in one line"), max_length=200, blank=True)
    dimensions = models.CharField(_("dimensions"), max_length=120, blank=True)
    weight_g = models.PositiveIntegerField(_("weight in grams"), null=True, blank=True)
    is_made_to_order = models.BooleanField(_("made to order"), default=False)
    lead_time_days = models.PositiveSmallIntegerField(
        _("days to make"), null=True, blank=True, help_text=_("Empty: the artisan's usual time.")
    )
    choice_name = models.CharField(
        _("what one chooses"),
        max_length=60,
        blank=True,
        default="",
        db_default="",
        help_text=_("What its variants differ in: size, colour, scent."),
    )
    edition_size = models.PositiveIntegerField(
        _("pieces in the edition"), null=True, blank=True, help_text=_("Of a numbered edition.")
    )
    is_featured = models.BooleanField(_("chosen by the shop"), default=False)
    no_return = models.CharField(
        _("not taken back"), max_length=12, choices=NoReturn.choices, blank=True
    )
    no_return_reason = models.CharField(_("why it is not taken back"), max_length=240, blank=True)

    # Regulation (EU) 2023/988, art. 19: shown before a purchase, in the language of the sale.
    safety_identifier = models.CharField(_("type or batch"), max_length=80, blank=True)
    safety_warnings = models.TextField(_("warnings"), blank=True)

    search_fields = [
        # By language: without one, only the language spoken while saving would be found.
        index.SearchField("title_fr", boost=3),
        index.SearchField("title_en", boost=3),
        index.AutocompleteField("title_fr"),
        index.AutocompleteField("title_en"),
        index.SearchField("teaser_fr"),
        index.SearchField("teaser_en"),
        index.SearchField("description_fr"),
        index.SearchField("description_en"),
        index.FilterField("is_public"),
        index.FilterField("structure"),
    ]

    class Meta(AbstractProduct.Meta):
        indexes = [
            # The order of the shop's list, for what stands in it.
            models.Index(
                fields=["parent", "is_public", "-is_featured", "-date_created", "-id"],
                name="catalogue_in_the_shops_order",
            )
        ]

    @property
    def written_in(self) -> str:
        """The language that its words are in, where that is not the reader's; else ""."""
        codes = [get_language(), *(code for code, _name in settings.LANGUAGES)]
        written = next((code for code in codes if getattr(self, f"title_{code}", "")), codes[0])
        return "" if written == codes[0] else str(written)

    def get_title(self) -> str:
        """Of a variant: its parent's title, and what sets it apart."""
        if self.is_child and self.title:
            return f"{self.parent.title}, {self.title}"
        return super().get_title()

    def fact(self, name: str):
        """A field of it; a variant that says nothing of its own takes what its listing says."""
        own = getattr(self, name)
        is_silent = own is None or own == ""
        return getattr(self.parent, name) if self.is_child and is_silent else own

    def days_to_make(self, artisan) -> int:
        """Working days before it leaves the workshop: its own, its listing's, else the usual."""
        days = self.fact("lead_time_days")
        return artisan.lead_time_days if days is None else days

    @property
    def words_asked(self):
        """What the buyer types to have it put on, in the order in which it is asked."""
        return self.product_options.filter(type=Option.TEXT).order_by("order", "pk")

    def why_kept(self, *, with_words: bool) -> str:
        """Why it cannot be sent back, "" where it can; `with_words`: the buyer's own are on it."""
        listed = self.parent if self.is_child else self
        is_plain = listed.no_return == NoReturn.WORDS and not with_words
        if not listed.no_return or is_plain:
            return ""
        with fallbacks(False):  # better the usual reason than one in another language
            return listed.no_return_reason or NoReturn(listed.no_return).reason

    def save(self, *args, **kwargs) -> None:
        for name in self.HTML_FIELDS:
            setattr(self, name, clean_html(getattr(self, name)))
        super().save(*args, **kwargs)


class ProductImage(AbstractProductImage):
    """Oscar's, drawn from the picture library: sizes, focal point, alt text, credit."""

    picture = models.ForeignKey(
        "provenance.Picture",
        verbose_name=_("picture"),
        null=True,
        on_delete=models.PROTECT,
        related_name="product_images",
    )

    def save(self, *args, **kwargs) -> None:
        if self.picture and not self.original:
            self.original.name = self.picture.file.name
        super().save(*args, **kwargs)


from oscar.apps.catalogue.models import *  # noqa: E402  (Oscar fills in the rest; must stay last)
