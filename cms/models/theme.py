"""Themes that cross destinations, and the pages that gather what belongs to one."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.blocks import TEXT_BLOCKS

from .base import BasePage


class Theme(models.Model):
    """What crosses destinations: coal, textile, memory. It has a page in each language."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    panels = [
        FieldPanel("name_fr"),
        FieldPanel("name_en"),
        FieldPanel("slug"),
        FieldPanel("position"),
    ]

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name


class ThemeIndexPage(BasePage):
    template = "cms/theme_index_page.html"
    shown = "cms.shown.lists.themes"
    max_count_per_parent = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.ThemePage"]

    class Meta:
        verbose_name = _("list of themes")


class ThemePage(BasePage):
    """A theme's stories, routes and destinations, gathered."""

    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.PROTECT, related_name="pages"
    )
    body = StreamField(TEXT_BLOCKS, verbose_name=_("text"), blank=True)

    template = "cms/theme_page.html"
    shown = "cms.shown.theme.theme"
    read_with = (*BasePage.read_with, "theme")
    parent_page_types = ["cms.ThemeIndexPage"]
    subpage_types: list[str] = []
    content_panels = [*BasePage.content_panels, FieldPanel("theme"), FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("theme's page")
        verbose_name_plural = _("themes' pages")
