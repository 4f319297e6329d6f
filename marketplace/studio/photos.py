"""Photos as phones take them, made fit for a shop window.

Turned upright, freed of everything but the pixels (a phone writes where it stood), brought to a
size that the shop can use. What is not a photo is refused in words.
"""

from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import slugify
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
LARGEST_FILE = 25 * 1024 * 1024  # bytes
LARGEST_AREA = 120_000_000  # pixels: beyond any phone, and where a small file can hide a huge image
SMALLEST_SIDE = 600  # pixels: less looks broken on a good screen
LONGEST_SIDE = 2400  # pixels: what the largest rendition asks for
QUALITY = 86


def fit_for_the_shop(upload: UploadedFile) -> ContentFile:
    """A JPEG of at most 2400 × 2400 pixels, upright, in sRGB, without metadata.

    Raises ValidationError, in words for whoever chose the file.
    """
    if upload.size and upload.size > LARGEST_FILE:
        raise ValidationError(
            _("“%(name)s” is too large: a photo may have up to 25 MB.") % {"name": upload.name}
        )
    image = _opened(upload)
    upright = ImageOps.exif_transpose(image).convert("RGB")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return ContentFile(_pixels_alone(upright), name=_name(upload.name))


def _opened(upload: UploadedFile) -> Image.Image:
    try:
        image = Image.open(upload, formats=FORMATS)
        width, height = image.size
        if width * height > LARGEST_AREA:
            raise ValidationError(
                _("“%(name)s” has too many pixels to be a photo.") % {"name": upload.name}
            )
        image.load()
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        Image.DecompressionBombError,
    ) as error:
        raise ValidationError(
            _("“%(name)s” is not a photo that we can read. Choose a JPEG, PNG or WebP file.")
            % {"name": upload.name}
        ) from error
    if min(width, height) < SMALLEST_SIDE:
        raise ValidationError(
            _("“%(name)s” is too small (%(width)s × %(height)s): each side needs 600 pixels.")
            % {"name": upload.name, "width": width, "height": height}
        )
    return image


def _pixels_alone(image: Image.Image) -> bytes:
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    buffer = BytesIO()
    clean.save(buffer, "JPEG", quality=QUALITY, progressive=True, optimize=True)
    return buffer.getvalue()


def _name(name: str | None) -> str:
    stem = (name or "").rsplit(".", 1)[0]
    return f"{slugify(stem)[:60] or 'photo'}.jpg"
