"""Oscar's own forms take pictures as ours do."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from oscar.core.loading import get_class

from marketplace.shop.dashboard_pictures import attribute_field
from tests.factories.files import exif, picture


def fields():
    image, category, product = (
        get_class("dashboard.catalogue.forms", f"{name}Form")
        for name in ("ProductImage", "Category", "Product")
    )
    assert product.FIELD_FACTORIES["image"] is attribute_field
    return [image.base_fields["original"], category.base_fields["image"]]


@pytest.mark.parametrize("number", [0, 1])
def test_they_keep_nothing_of_what_a_camera_noted(number):
    upload = SimpleUploadedFile("photo.jpg", picture(exif=exif()))
    assert b"Appareil" not in fields()[number].clean(upload).read()


@pytest.mark.parametrize("number", [0, 1])
def test_they_refuse_half_a_photo_in_words(number):
    with pytest.raises(ValidationError):
        fields()[number].clean(SimpleUploadedFile("photo.jpg", picture()[:-300]))
