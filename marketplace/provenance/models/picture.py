from pathlib import PurePosixPath
from typing import NamedTuple, Self
from urllib.parse import urljoin

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image
from wagtail.images.utils import generate_signature

SHARED = "fill-1200x630|format-jpeg"  # what social networks ask for


class Cut(NamedTuple):
    """A picture in one size: where it is, and how many pixels it has."""

    url: str
    width: int
    height: int

    @classmethod
    def made(cls, rendition: "Rendition") -> Self:
        return cls(rendition.url, rendition.width, rendition.height)

    @classmethod
    def to_be_made(cls, picture: "Picture", size: Filter) -> Self:
        width, height = size.get_transform(picture).size
        signature = generate_signature(picture.pk, size.spec)
        name = PurePosixPath(picture.file.name).name
        url = reverse("picture_cut", args=[signature, picture.pk, size.spec, name])
        return cls(url, width, height)


class Picture(AbstractImage):
    """An image with what it is never shown without: a text for who cannot see it, a credit."""

    alt = models.CharField(
        _("text alternative"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for those who cannot see it."),
    )
    credit = models.CharField(_("credit"), max_length=120, blank=True)
    rights = models.CharField(_("rights"), max_length=120, blank=True)

    admin_form_fields = (
        # `alt` says what Wagtail's `description` would say again.
        *(name for name in Image.admin_form_fields if name != "description"),
        "alt_fr",
        "alt_en",
        "credit_fr",
        "credit_en",
        "rights",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def default_alt_text(self) -> str:
        return self.alt or self.description or self.title

    def cuts(self, *specs: str) -> dict[str, Cut]:
        """The picture in these sizes, by Wagtail's filter spec; encodes none of them.

        A size that is not there yet has an address that makes it when a browser asks: encoding
        takes up to seconds, no page waits for it, and what is in view comes first.
        """
        sizes = [Filter(spec=spec) for spec in specs]
        found = self.find_existing_renditions(*sizes)
        return {
            size.spec: Cut.made(found[size]) if size in found else Cut.to_be_made(self, size)
            for size in sizes
        }

    def share_url(self, base_url: str) -> str:
        """The absolute address of the size that social networks show; `base_url`: of the site."""
        return urljoin(base_url, self.cuts(SHARED)[SHARED].url)

    def find_existing_renditions(self, *filters: Filter) -> dict[Filter, "Rendition"]:
        """Those that exist, also where a page fetched others ahead: a query, never an encoding."""
        found: dict[Filter, Rendition] = super().find_existing_renditions(*filters)
        missing = {one.spec: one for one in filters if one not in found}
        if missing and self._get_prefetched_renditions() is not None:
            for rendition in self.renditions.filter(filter_spec__in=missing):
                filter_ = missing[rendition.filter_spec]
                if rendition.focal_point_key == filter_.get_cache_key(self):
                    found[filter_] = rendition
        return found


class Rendition(AbstractRendition):
    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"),
                name="provenance_rendition_is_one_for_a_filter",
            )
        ]
