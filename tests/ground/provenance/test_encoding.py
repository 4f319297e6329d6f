"""Pictures are written by the encoder that we have chosen."""

from io import BytesIO

import pytest
from PIL import Image
from willow.image import Image as WillowImage
from willow.plugins.pillow import PillowImage
from willow.registry import registry

from ground.provenance.encoding import save_as_avif


@pytest.fixture
def willow():
    buffer = BytesIO()
    Image.new("RGB", (40, 30), "#a8341a").save(buffer, "JPEG")
    return WillowImage.open(buffer)


def test_willow_uses_our_encoder():
    operation = registry.find_operation(PillowImage, "save_as_avif")[0]
    assert operation is save_as_avif


@pytest.mark.parametrize("lossless", [True, False])
def test_it_writes_an_avif_of_the_same_size(willow, lossless):
    file = BytesIO()
    willow.save_as_avif(file, quality=46, lossless=lossless)
    assert (Image.open(file).format, Image.open(file).size) == ("AVIF", (40, 30))
