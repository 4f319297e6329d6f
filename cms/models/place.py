"""The page of a place: what is told, made and tried there."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.blocks import FIGURE_BLOCKS, TEXT_BLOCKS

from .base import BasePage


class PlaceIndexPage(BasePage):
    """All places: a map, and the same as a list."""

    template = "cms/place_index_page.html"
    shown = "cms.shown.lists.places"
    max_count_per_parent = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.PlacePage"]

    class Meta:
        verbose_name = _("list of places")


class PlacePage(BasePage):
    """The page of a place in one language. Where it is and what it was is on the `Place` itself."""

    place = models.ForeignKey(
        "provenance.Place", verbose_name=_("place"), on_delete=models.PROTECT, related_name="pages"
    )
    body = StreamField(TEXT_BLOCKS, verbose_name=_("text"), blank=True)
    figures = StreamField(FIGURE_BLOCKS, verbose_name=_("key figures"), blank=True)
    heritage_note = models.CharField(
        _("World Heritage"), max_length=255, blank=True, help_text=_("Which property, which year.")
    )
    access = models.TextField(_("how to get there"), blank=True)
    website = models.URLField(
        _("the place's own site"),
        blank=True,
        db_default="",
        help_text=_("Where visitors check the hours before they set out."),
    )
    last_checked = models.DateField(
        _("last checked on"),
        null=True,
        blank=True,
        help_text=_("When somebody last made sure that the practical information holds."),
    )

    template = "cms/place_page.html"
    shown = "cms.shown.place.place"
    read_with = (*BasePage.read_with, "place")
    parent_page_types = ["cms.PlaceIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("place"),
        FieldPanel("body"),
        FieldPanel("figures"),
        FieldPanel("heritage_note"),
        MultiFieldPanel(
            [FieldPanel("access"), FieldPanel("website"), FieldPanel("last_checked")],
            _("Practical"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.RelatedFields("place", [index.SearchField("commune", boost=1.5)]),
    ]

    class Meta:
        verbose_name = _("place's page")
        verbose_name_plural = _("places' pages")

    @property
    def website_name(self) -> str:
        """The site's host as it is read: without the protocol and the leading www."""
        return (urlsplit(self.website).hostname or "").removeprefix("www.")

    def clean(self) -> None:
        super().clean()
        # Language and place lie in two tables: no constraint of the database can say this.
        twin = PlacePage.objects.filter(place=self.place_id, locale=self.locale_id)
        if self.place_id and self.locale_id and twin.exclude(pk=self.pk).exists():
            raise ValidationError({"place": _("This place has a page in this language already.")})
