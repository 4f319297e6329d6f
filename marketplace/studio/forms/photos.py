from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from marketplace.forks.catalogue.models import Product, ProductImage

from ..photos import fit_for_the_shop

MOST_PHOTOS = 10


class PhotosInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Several photos; what cannot be read is refused by name, and the others are kept."""

    widget = PhotosInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif"})

    def clean(self, data: Any, initial: Any = None) -> list[ContentFile]:
        self.refusals: list[forms.ValidationError] = []
        kept = []
        for upload in data or []:
            try:
                kept.append(fit_for_the_shop(super().clean(upload, initial)))
            except forms.ValidationError as refusal:
                self.refusals.append(refusal)
        return kept


class PhotosForm(forms.Form):
    """New photos, and the description of each that is there; `photos` may be partly refused."""

    photos = PhotosField(
        label=_("Add photos"),
        help_text=_(
            "Several at once, straight from your phone. They are turned upright, and what the "
            "phone noted (place, time, model) is removed."
        ),
        required=False,
    )

    def __init__(self, *args: Any, product: Product, **kwargs: Any) -> None:
        self.refused: list[str] = []  # words about photos that the last save did not take
        super().__init__(*args, **kwargs)
        self.images: list[ProductImage] = list(product.images.select_related("picture"))
        for image in self.images:
            self.fields[f"alt_{image.pk}"] = forms.CharField(
                label=_("What the photo shows"),
                help_text=_("Read aloud to those who cannot see it."),
                max_length=255,
                required=False,
                initial=image.picture.alt if image.picture else "",
            )
            self.fields[f"remove_{image.pk}"] = forms.BooleanField(
                label=_("Remove this photo"), required=False
            )
        if len(self.images) > 1:
            self.fields["first"] = forms.ChoiceField(
                label=_("Shown first"),
                choices=[(image.pk, str(place)) for place, image in enumerate(self.images, 1)],
                initial=self.images[0].pk,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        refusals = self.fields["photos"].refusals
        room = MOST_PHOTOS - len(self.images)
        if len(data.get("photos") or []) > room:
            refusals.append(
                forms.ValidationError(
                    ngettext(
                        "A listing shows up to 10 photos; there is room for %(room)d more.",
                        "A listing shows up to 10 photos; there is room for %(room)d more.",
                        max(room, 0),
                    )
                    % {"room": max(room, 0)}
                )
            )
            data["photos"] = data["photos"][: max(room, 0)]
        kept = data.get("photos")
        for refusal in refusals:
            self.add_error("photos", refusal)
        data["photos"] = kept or []
        return data

    def first_field(self) -> forms.BoundField | None:
        return self["first"] if "first" in self.fields else None

    def existing(self) -> list[tuple[ProductImage, forms.BoundField, forms.BoundField]]:
        """`[(image, its description, its removal)]`"""
        return [
            (image, self[f"alt_{image.pk}"], self[f"remove_{image.pk}"]) for image in self.images
        ]
