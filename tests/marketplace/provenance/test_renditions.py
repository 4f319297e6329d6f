from io import BytesIO
from unittest.mock import patch

import pytest
from django.core.files.base import ContentFile
from django.db.models import prefetch_related_objects
from django.db.models.query import Prefetch
from PIL import Image

from marketplace.provenance.models import Picture, Rendition

SMALL, SMALLER = "width-30|format-webp", "width-20|format-webp"


@pytest.mark.django_db
def test_a_size_that_was_not_fetched_ahead_is_not_encoded_again():
    buffer = BytesIO()
    Image.new("RGB", (40, 30), "#a8341a").save(buffer, "JPEG")
    made = Picture.objects.create(title="Brick", file=ContentFile(buffer.getvalue(), "brick.jpg"))
    made.get_renditions(SMALL, SMALLER)

    picture = Picture.objects.get(pk=made.pk)
    ahead = Rendition.objects.filter(filter_spec=SMALL)
    prefetch_related_objects(
        [picture], Prefetch("renditions", ahead, to_attr="prefetched_renditions")
    )
    with patch.object(Picture, "generate_rendition_file") as encode:
        found = picture.get_renditions(SMALL, SMALLER)
    assert set(found) == {SMALL, SMALLER}
    encode.assert_not_called()
