"""Crafts: what hands know, and what artisans are found by."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class Craft(index.Indexed, models.Model):
    """A technique that hands pass on: lace, faience, brick, glass."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    summary = models.TextField(_("summary"), blank=True)
    body = models.TextField(_("text"), blank=True)
    picture = models.ForeignKey(
        "provenance.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("summary"),
        index.FilterField("slug"),  # what was found can be ordered by it
    ]

    class Meta:
        verbose_name = _("craft")
        verbose_name_plural = _("crafts")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name
