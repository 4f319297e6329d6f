"""Routes: stops in their order, told and drawn on a map."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from .base import BasePage


class Mode(models.TextChoices):
    """How one gets along a route."""

    FOOT = "foot", _("On foot")
    BIKE = "bike", _("By bike")
    TRAIN = "train", _("By train")
    CAR = "car", _("By car")


class ArtworkState(models.TextChoices):
    VISIBLE = "visible", _("To be seen")
    PLANNED = "planned", pgettext_lazy("work of art", "Planned")
    GONE = "gone", _("Gone")


def check_line(points: object) -> None:
    """Raise ValidationError unless `points` is a list of [latitude, longitude] in degrees."""
    wrong = ValidationError(_("A list of points is expected, each [latitude, longitude]."))
    if not isinstance(points, list):
        raise wrong
    for point in points:
        if not (isinstance(point, list) and len(point) == 2):
            raise wrong
        if not all(isinstance(number, int | float) for number in point):
            raise wrong
        if abs(point[0]) > 90 or abs(point[1]) > 180:
            raise ValidationError(_("A point does not lie on Earth."))


class RouteIndexPage(BasePage):
    template = "cms/route_index_page.html"
    shown = "cms.shown.lists.routes"
    max_count_per_parent = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.RoutePage"]

    class Meta:
        verbose_name = _("list of routes")


class RoutePage(BasePage):
    """A way through several places, with what to look at on it.

    `geometry` is a list of [latitude, longitude] in decimal degrees, WGS 84, in order; where
    `is_schematic`, it joins the stops and is not a path to follow. `distance_km` is in kilometres.
    """

    theme = models.ForeignKey(
        "cms.Theme",
        verbose_name=_("main theme"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    themes = ParentalManyToManyField(
        "cms.Theme", verbose_name=_("themes"), blank=True, related_name="route_pages"
    )
    intro = RichTextField(_("introduction"), features=["bold", "italic", "link"], blank=True)
    mode = models.CharField(_("mostly"), max_length=8, choices=Mode.choices, default=Mode.FOOT)
    modes = models.JSONField(
        _("possible ways to go"), default=list, blank=True, help_text='["foot", "bike"]'
    )
    distance_km = models.DecimalField(
        _("distance in km"), max_digits=6, decimal_places=1, null=True, blank=True
    )
    distance_note = models.CharField(_("on the distance"), max_length=255, blank=True)
    geometry = models.JSONField(
        pgettext_lazy("route", "line"), default=list, blank=True, validators=[check_line]
    )
    is_schematic = models.BooleanField(
        _("drawn from stop to stop"), default=True, help_text=_("The line is not a path to follow.")
    )
    access = models.TextField(_("how to get there"), blank=True)
    practical = models.TextField(_("on the way"), blank=True, help_text=_("Surface, slope, shoes."))

    template = "cms/route_page.html"
    shown = "cms.shown.route.route"
    read_with = (*BasePage.read_with, "theme")
    parent_page_types = ["cms.RouteIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        InlinePanel("stops", heading=_("Stops"), label=_("stop")),
        MultiFieldPanel(
            [
                FieldPanel("mode"),
                FieldPanel("modes"),
                FieldPanel("access"),
                FieldPanel("practical"),
            ],
            _("Practical"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("distance_km"), FieldPanel("is_schematic")]),
                FieldPanel("distance_note"),
                FieldPanel("geometry"),
            ],
            pgettext_lazy("route", "Line"),
        ),
        FieldPanel("theme"),
        FieldPanel("themes"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.RelatedFields("stops", [index.SearchField("title"), index.SearchField("text")]),
    ]

    class Meta:
        verbose_name = _("route")
        verbose_name_plural = _("routes")

    @property
    def kicker(self) -> str:
        """What stands above the title: the main theme."""
        return self.theme.name if self.theme else ""

    @property
    def mode_labels(self) -> list[str]:
        """Ways to go along it, in words, the main one first."""
        labels = dict(Mode.choices)
        return [str(labels[mode]) for mode in self.modes or [self.mode] if mode in labels]


class RouteStop(TranslatableMixin, Orderable):
    """Where one stops: a place of the gazetteer or just a point, and perhaps a work of art."""

    route = ParentalKey(RoutePage, on_delete=models.CASCADE, related_name="stops")
    place = models.ForeignKey(
        "provenance.Place",
        verbose_name=_("place"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="route_stops",
    )
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5)
    title = models.CharField(_("title"), max_length=160)
    text = models.TextField(_("text"), help_text=_("60 to 110 words, good to read aloud."))
    listen = models.CharField(_("look at, listen for"), max_length=255, blank=True)
    product = models.ForeignKey(
        "catalogue.Product",
        verbose_name=_("product"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="route_stops",
    )
    artwork_title = models.CharField(_("title of the work"), max_length=160, blank=True)
    artwork_artist = models.CharField(_("artist"), max_length=160, blank=True)
    artwork_year = models.CharField(_("year"), max_length=20, blank=True)
    artwork_medium = models.CharField(_("medium"), max_length=160, blank=True)
    artwork_text = models.TextField(_("on the work"), blank=True)
    artwork_rights = models.CharField(_("rights in the work"), max_length=255, blank=True)
    artwork_state = models.CharField(
        _("state of the work"), max_length=8, choices=ArtworkState.choices, blank=True
    )
    artwork_is_invented = models.BooleanField(_("the work is invented"), default=False)
    artwork_picture = models.ForeignKey(
        "provenance.Picture",
        verbose_name=_("picture of the work"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("place"), FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("text"),
        FieldPanel("listen"),
        FieldPanel("product"),
        MultiFieldPanel(
            [
                FieldPanel(f"artwork_{name}")
                for name in (
                    "title",
                    "artist",
                    "year",
                    "medium",
                    "text",
                    "picture",
                    "rights",
                    "state",
                    "is_invented",
                )
            ],
            _("Work of art"),
            classname="collapsed",
        ),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("stop")
        verbose_name_plural = _("stops")

    def __str__(self) -> str:
        return self.title
