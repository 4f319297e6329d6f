"""Pictures and their sizes: one library for shop, incubator and magazine."""

from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import urljoin

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image
from wagtail.images.utils import generate_signature

from ground.files.pictures import colour_of

SHARED = "fill-1200x630|format-jpeg"  # what social networks ask for


class Cut(NamedTuple):
    """A picture in one size: where it is, and how many pixels it has."""

    url: str
    width: int
    height: int


@cache
def _size(spec: str) -> Filter:
    """Wagtail's filter for `spec`: read once, used for every picture."""
    return Filter(spec=spec)


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
    colour = models.CharField(
        _("colour"), max_length=7, blank=True, default="", db_default="", editable=False
    )
    sizes_made_at = models.DateTimeField(
        _("usual sizes made"), null=True, editable=False, db_index=True
    )

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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new file has a colour of its own, and no sizes yet: see sizes.py."""
        if self.file and (self._state.adding or not self.file._committed):
            with self.open_file() as file:
                self.colour, self.sizes_made_at = colour_of(file), None
                file.seek(0)
        super().save(*args, **kwargs)

    def _set_image_file_metadata(self) -> None:
        """Wagtail's, which leaves a file open that is stored already."""
        super()._set_image_file_metadata()
        if self.file._committed:
            self.file.close()

    @property
    def default_alt_text(self) -> str:
        return self.alt or self.description or self.title

    def cuts(self, *specs: str) -> dict[str, Cut]:
        """The picture in these sizes, by Wagtail's filter spec; encodes none of them.

        A size that is not there yet has an address that makes it when a browser asks: encoding
        takes up to seconds, no page waits for it, and what is in view comes first.
        """
        hold_cuts([self], specs)
        return {spec: self.held_cuts[spec] or self._to_be_made(spec) for spec in specs}

    def _to_be_made(self, spec: str) -> Cut:
        width, height = _size(spec).get_transform(self).size
        name = PurePosixPath(self.file.name).name
        signature = generate_signature(self.pk, spec)
        url = reverse("picture_cut", args=[signature, self.pk, spec, name])
        return Cut(url, width, height)

    @cached_property
    def held_cuts(self) -> dict[str, Cut | None]:
        """What `hold_cuts` found, by filter spec: None for a size that is not there yet."""
        return {}


class Rendition(AbstractRendition):
    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"),
                name="provenance_rendition_is_one_for_a_filter",
            )
        ]


def share_url(picture: Picture | None) -> str:
    """The absolute address of the size that social networks show, "" where there is no picture."""
    return urljoin(settings.BASE_URL, picture.cuts(SHARED)[SHARED].url) if picture else ""


def hold_cuts(pictures: Iterable[Picture | None], specs: Iterable[str]) -> None:
    """Look up at once which of these sizes each picture has: one query, or none if all is held.

    Without it each picture costs a query of its own when it is shown.
    """
    wanted = list(specs)
    lacking: dict[int, list[Picture]] = {}
    for picture in pictures:
        if picture is not None and not picture.held_cuts.keys() >= set(wanted):
            lacking.setdefault(picture.pk, []).append(picture)
    if not lacking:
        return
    for picture in chain(*lacking.values()):
        picture.held_cuts.update(dict.fromkeys(wanted))
    there = Rendition.objects.filter(image__in=lacking, filter_spec__in=wanted)
    names = ("image", "filter_spec", "focal_point_key", "file", "width", "height")
    storage = Rendition._meta.get_field("file").storage
    for pk, spec, focus, file, width, height in there.values_list(*names):
        for picture in lacking[pk]:
            if focus == _size(spec).get_cache_key(picture):
                picture.held_cuts[spec] = Cut(storage.url(file), width, height)
