"""Photos as phones take them, made fit for a shop window."""

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from ground.files import pictures
from ground.files.refusal import FileRefused

SMALLEST_SIDE = 600  # pixels: less looks broken on a good screen
LONGEST_SIDE = 2400  # pixels: what the largest rendition asks for
AS_SHOWN = pictures.JPEG._replace(options={"quality": 86, "progressive": True})


def fit_for_the_shop(upload: UploadedFile) -> ContentFile:
    """A JPEG of at most 2400 × 2400 pixels, upright, in sRGB, without metadata.

    Raises FileRefused, in words for whoever chose the file.
    """
    name = upload.name or ""
    image = pictures.opened(upload, name=name)
    width, height = image.size
    if min(width, height) < SMALLEST_SIDE:
        raise FileRefused(
            _("“%(name)s” is too small (%(width)s × %(height)s): each side needs 600 pixels.")
            % {"name": name, "width": width, "height": height}
        )
    shown = pictures.pixels(image, name=name, longest=LONGEST_SIDE, in_srgb=True)
    return pictures.written(shown, AS_SHOWN, name=name)
