"""Places: one record of each, for products, pilots, events and stories."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class PlaceKind(models.TextChoices):
    MINE = "mine", _("Mine")
    MUSEUM = "museum", _("Museum")
    HOUSING = "housing", _("Miners' housing")
    MEMORIAL = "memorial", _("Memorial")
    BELFRY = "belfry", _("Belfry")
    STATION = "station", _("Station")
    STADIUM = "stadium", _("Stadium")
    PARK = "park", _("Park")
    WORKSHOP = "workshop", _("Workshop")
    INCUBATOR = "incubator", _("Incubator")
    CONSERVATION = "conservation", _("Conservation centre")
    MEMORY = "memory", _("Place of memory")
    VINEYARD = "vineyard", _("Vineyard")


class PlaceQuerySet(models.QuerySet["Place"]):
    def published(self) -> "PlaceQuerySet":
        """Places that the public may see."""
        return self.filter(is_public=True)


class Place(index.Indexed, models.Model):
    """A point of the territory, the one record of it that all apps use.

    `latitude` and `longitude` are decimal degrees, WGS 84.
    """

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=20, choices=PlaceKind.choices)
    commune = models.CharField(_("commune"), max_length=120)
    department = models.CharField(_("department"), max_length=80, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5)
    position_is_approximate = models.BooleanField(_("position is approximate"), default=False)
    summary = models.TextField(_("summary"), blank=True)
    former_use = models.CharField(_("former use"), max_length=255, blank=True)
    is_world_heritage = models.BooleanField(_("World Heritage"), default=False)
    is_visitable = models.BooleanField(_("can be visited"), default=True)
    is_public = models.BooleanField(_("public"), default=True)
    picture = models.ForeignKey(
        "provenance.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = PlaceQuerySet.as_manager()

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("commune"),
        index.SearchField("summary"),
        index.FilterField("slug"),  # what was found can be ordered by it
        index.FilterField("is_public"),
    ]

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="provenance_place_lies_on_earth",
            )
        ]

    def __str__(self) -> str:
        return self.name
