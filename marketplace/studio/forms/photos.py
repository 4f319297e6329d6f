"""Photos of a listing: several at once, each with its description."""

from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ground.files import pictures
from marketplace.forks.catalogue.models import Product, ProductImage

from ..checklist import Step
from ..photos import fit_for_the_shop

MOST_PHOTOS = 10


class PhotosInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Several photos; what cannot be read is refused by name, and the others are kept."""

    widget = PhotosInput(attrs={"accept": pictures.ACCEPT})

    def clean(self, data: Any, initial: Any = None) -> list[ContentFile]:
        self.refusals: list[str] = []
        kept = []
        for upload in (data or [])[:MOST_PHOTOS]:
            try:
                kept.append(fit_for_the_shop(super().clean(upload, initial)))
            except forms.ValidationError as refusal:
                self.refusals += refusal.messages
        if len(data or []) > MOST_PHOTOS:
            self.refusals.append(_("Ten photos at once are the most: the others are left out."))
        return kept


class PhotosForm(forms.Form):
    """New photos, and the description of each that is there.

    A photo that is refused makes nothing else wrong: `refused` says why, in words.
    """

    photos = PhotosField(
        label=gettext_lazy("Add photos"),
        help_text=gettext_lazy(
            "Several at once, straight from your phone. They are turned upright, and what the "
            "phone noted (place, time, model) is removed."
        ),
        required=False,
        allow_empty_file=True,
    )

    def __init__(self, *args: Any, product: Product, **kwargs: Any) -> None:
        self.refused: list[str] = []
        super().__init__(*args, **kwargs)
        self.images: list[ProductImage] = list(product.images.select_related("picture"))
        for image in self.images:
            self.fields[f"alt_{image.pk}"] = forms.CharField(
                label=_("What the photo shows"),
                help_text=_("Read aloud to those who cannot see it."),
                max_length=255,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
                initial=image.picture.alt if image.picture else "",
            )
            self.fields[f"remove_{image.pk}"] = forms.BooleanField(
                label=_("Remove this photo"), required=False
            )
        self.asked_later = {f"alt_{image.pk}" for image in self.images} | {"photos"}
        self.fields["first"] = forms.ChoiceField(
            label=_("Shown first"),
            choices=[(image.pk, _("Shown first")) for image in self.images],
            widget=forms.RadioSelect,
            initial=self.images[0].pk if self.images else None,
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.refused += self.fields["photos"].refusals
        data["photos"] = self._as_many_as_there_is_room_for(data)
        return data

    def _as_many_as_there_is_room_for(self, data: dict[str, Any]) -> list[ContentFile]:
        photos: list[ContentFile] = data.get("photos") or []
        kept = [image for image in self.images if not data.get(f"remove_{image.pk}")]
        room = max(MOST_PHOTOS - len(kept), 0)
        if len(photos) > room:
            self.refused.append(
                _("A listing shows up to 10 photos; there is room for %(room)d more.")
                % {"room": room}
            )
        return photos[:room]

    def ask_for(self, steps: list[Step]) -> None:
        """Say that the listing lacks a photo, or the words for one."""
        self.refused += [
            _("Needed before it can be sold: %(what)s.") % {"what": step.label.lower()}
            for step in steps
            if step.field == "photos"
        ]

    def existing(self) -> list[tuple[ProductImage, forms.BoundField, forms.BoundField, Any]]:
        """`[(image, its description, its removal, its choice as the first)]`"""
        return [
            (image, self[f"alt_{image.pk}"], self[f"remove_{image.pk}"], first)
            for image, first in zip(self.images, self["first"], strict=True)
        ]
