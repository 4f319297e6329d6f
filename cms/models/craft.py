"""The page of a craft: who practises it, where, and what they sell."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.blocks import FIGURE_BLOCKS, TEXT_BLOCKS

from .base import BasePage


class CraftIndexPage(BasePage):
    template = "cms/craft_index_page.html"
    shown = "cms.shown.lists.crafts"
    max_count_per_parent = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.CraftPage"]

    class Meta:
        verbose_name = _("list of crafts")


class CraftPage(BasePage):
    """The page of a craft in one language: how it is done, who does it, what comes of it."""

    craft = models.ForeignKey(
        "provenance.Craft", verbose_name=_("craft"), on_delete=models.PROTECT, related_name="pages"
    )
    area = models.CharField(_("where it is at home"), max_length=160, blank=True)
    places = ParentalManyToManyField(
        "provenance.Place", verbose_name=_("places"), blank=True, related_name="craft_pages"
    )
    body = StreamField(TEXT_BLOCKS, verbose_name=_("text"), blank=True)
    figures = StreamField(FIGURE_BLOCKS, verbose_name=_("key figures"), blank=True)

    template = "cms/craft_page.html"
    shown = "cms.shown.craft.craft"
    read_with = (*BasePage.read_with, "craft")
    parent_page_types = ["cms.CraftIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("craft"),
        FieldPanel("area"),
        FieldPanel("places"),
        FieldPanel("body"),
        FieldPanel("figures"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("area"),
    ]

    class Meta:
        verbose_name = _("craft's page")
        verbose_name_plural = _("crafts' pages")

    def clean(self) -> None:
        super().clean()
        # Language and craft lie in two tables: no constraint of the database can say this.
        twin = CraftPage.objects.filter(craft=self.craft_id, locale=self.locale_id)
        if self.craft_id and self.locale_id and twin.exclude(pk=self.pk).exists():
            raise ValidationError({"craft": _("This craft has a page in this language already.")})
