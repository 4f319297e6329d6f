import nh3
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.abstract_models import AbstractProduct, AbstractProductImage
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
    edition_size = models.PositiveIntegerField(
        _("pieces in the edition"), null=True, blank=True, help_text=_("Of a numbered edition.")
    )
    is_featured = models.BooleanField(_("chosen by the shop"), default=False)

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

    def get_title(self) -> str:
        """Of a variant: its parent's title, and what sets it apart."""
        if self.is_child and self.title:
            return f"{self.parent.title}, {self.title}"
        return super().get_title()

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
