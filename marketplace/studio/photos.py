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
from PIL import Image, ImageCms, ImageOps

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
    upright = _opened(upload)
    if upright.mode == "P":  # a palette cannot be scaled smoothly
        upright = upright.convert("RGBA")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    shown = _in_srgb(_on_white(upright), profile=upright.info.get("icc_profile"))
    return ContentFile(_pixels_alone(shown), name=_name(upload.name))


def _opened(upload: UploadedFile) -> Image.Image:
    """Its pixels, upright. Raises ValidationError."""
    try:
        image = Image.open(upload, formats=FORMATS)
        width, height = image.size
        if width * height > LARGEST_AREA:
            raise ValidationError(
                _("“%(name)s” has too many pixels to be a photo.") % {"name": upload.name}
            )
        image.draft(None, (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is read no larger than needed
        upright = ImageOps.exif_transpose(image)
    except ValidationError:
        raise
    except Exception as error:  # Pillow raises whatever it stumbles over: it is no photo
        raise ValidationError(
            _("“%(name)s” is not a photo that we can read. Choose a JPEG, PNG or WebP file.")
            % {"name": upload.name}
        ) from error
    if min(width, height) < SMALLEST_SIDE:
        raise ValidationError(
            _("“%(name)s” is too small (%(width)s × %(height)s): each side needs 600 pixels.")
            % {"name": upload.name, "width": width, "height": height}
        )
    return upright


def _on_white(image: Image.Image) -> Image.Image:
    """What was cut out stands on white: a JPEG knows no transparency."""
    if not image.has_transparency_data:
        return image
    cut_out = image.convert("RGBA")
    white = Image.new("RGBA", cut_out.size, "white")
    return Image.alpha_composite(white, cut_out).convert("RGB")


def _in_srgb(image: Image.Image, *, profile: bytes | None) -> Image.Image:
    """The colours as the phone meant them: many write a wider space than the web assumes."""
    if profile:
        try:
            meant = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, meant, srgb, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that is broken, or of other pixels, says nothing
        else:
            return converted or image
    return image.convert("RGB")


def _pixels_alone(image: Image.Image) -> bytes:
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    buffer = BytesIO()
    clean.save(buffer, "JPEG", quality=QUALITY, progressive=True, optimize=True)
    return buffer.getvalue()


def _name(name: str | None) -> str:
    stem = (name or "").rsplit(".", 1)[0]
    return f"{slugify(stem)[:60] or 'photo'}.jpg"
