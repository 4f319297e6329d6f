"""The network of destinations: a page for all, and one for each."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cms.blocks import FIGURE_BLOCKS, TEXT_BLOCKS

from .base import BasePage


class NetworkPage(BasePage):
    """The destinations that work together: a map, and the same as a list."""

    template = "cms/network_page.html"
    shown = "cms.shown.lists.network"
    max_count_per_parent = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.DestinationPage"]

    class Meta:
        verbose_name = _("network")


class DestinationPage(BasePage):
    """Another destination: what it is, what it offers to the others, what it looks for.

    `latitude` and `longitude` are decimal degrees, WGS 84.
    """

    country = CountryField(_("country"))
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5)
    world_heritage_year = models.PositiveSmallIntegerField(
        _("World Heritage since"), null=True, blank=True
    )
    world_heritage_property = models.CharField(_("listed property"), max_length=160, blank=True)
    offers = models.TextField(_("offers"), blank=True, help_text=_("One a line."))
    looks_for = models.TextField(_("looks for"), blank=True, help_text=_("One a line."))
    is_example = models.BooleanField(
        _("example profile"), default=False, help_text=_("Has agreed to nothing; the page says so.")
    )
    theme = models.ForeignKey(
        "cms.Theme",
        verbose_name=_("main theme"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    themes = ParentalManyToManyField(
        "cms.Theme", verbose_name=_("themes"), blank=True, related_name="destination_pages"
    )
    body = StreamField(TEXT_BLOCKS, verbose_name=_("text"), blank=True)
    figures = StreamField(FIGURE_BLOCKS, verbose_name=_("key figures"), blank=True)

    template = "cms/destination_page.html"
    shown = "cms.shown.destination.destination"
    read_with = (*BasePage.read_with, "theme")
    parent_page_types = ["cms.NetworkPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("country"), FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("body"),
        FieldPanel("offers"),
        FieldPanel("looks_for"),
        FieldPanel("figures"),
        FieldPanel("theme"),
        FieldPanel("themes"),
        FieldRowPanel([FieldPanel("world_heritage_year"), FieldPanel("world_heritage_property")]),
        FieldPanel("is_example"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("offers"),
        index.SearchField("looks_for"),
    ]

    class Meta:
        verbose_name = _("destination")
        verbose_name_plural = _("destinations")

    @property
    def offered(self) -> list[str]:
        """What it offers, one text a thing."""
        return self.offers.splitlines()

    @property
    def wanted(self) -> list[str]:
        """What it looks for, one text a thing."""
        return self.looks_for.splitlines()
