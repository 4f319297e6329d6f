"""Pictures as cameras, phones, scanners and programs write them, made fit to be kept and shown.

What comes out stands upright, has eight bits a channel and its own colours, and carries nothing
beside its pixels: no position, no date, no name of an owner. Of several frames the first is kept.
"""

from io import BytesIO
from pathlib import PurePath
from threading import Lock
from typing import IO, Any, NamedTuple, cast

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import ExifTags, Image, ImageCms, ImageOps
from pillow_heif import register_heif_opener

from ground.typed.names import slug

from .refusal import FileRefused

register_heif_opener()

READ = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "GIF")  # as Pillow calls them
# For file dialogues: many know the name of a phone's picture only by its ending.
ACCEPT = "image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,.heic,.heif"
ORIENTATION, LYING = ExifTags.Base.Orientation, {5, 6, 7, 8}
NOTES = {"exif", "xmp", "comment", "photoshop", "XML:com.adobe.xmp", "Author", "Comment"}
SMALL = 32  # pixels
LONGEST_SIDE = 4096  # pixels: more than any screen shows of a page's width


class Format(NamedTuple):
    """How a picture is written: Pillow's name, its options, the file's extension."""

    name: str
    extension: str
    options: dict[str, Any]


JPEG = Format("JPEG", "jpg", {"quality": 90, "progressive": True})
PNG = Format("PNG", "png", {"compress_level": 3})
# What a format is kept as; all others become a JPEG.
KEPT_AS = {
    "PNG": PNG,
    "GIF": PNG,
    "WEBP": Format("WEBP", "webp", {"quality": 90, "method": 2}),
    "AVIF": Format("AVIF", "avif", {"quality": 80, "speed": 9}),
}
# How many times the memory of a JPEG it takes to read one, measured: so many times fewer pixels.
DEARER = {"PNG": 2, "GIF": 2, "WEBP": 3, "AVIF": 3}
_one_at_a_time = Lock()  # of a process: each may take hundreds of megabytes while it is read


def laundered(upload: File) -> ContentFile:
    """The picture as it may be kept, in its own format where browsers show it, else as a JPEG.

    Raises FileRefused.
    """
    image = opened(upload, name=upload.name or "")
    kept_as = KEPT_AS.get(image.format or "", JPEG)
    return written(pixels(image, name=upload.name or ""), kept_as, name=upload.name or "")


def has_notes(image: Image.Image) -> bool:
    """Whether a camera, or somebody, wrote something beside the pixels."""
    return bool(NOTES & image.info.keys())


def without_notes(content: bytes) -> bytes:
    """The same picture without what a camera wrote beside it; as it came where there is nothing."""
    try:
        image = opened(BytesIO(content), name="")
        if not has_notes(image):
            return content
        kept_as = KEPT_AS.get(image.format or "", JPEG)
        return written(pixels(image, name=""), kept_as, name="").read()
    except FileRefused:
        return content  # what nobody can read tells nothing


def opened(file: IO[bytes] | File, *, name: str) -> Image.Image:
    """The picture, of which only the head is read yet. Raises FileRefused.

    A small file can hold a picture of gigabytes: how many pixels it has is judged first.
    """
    if isinstance(file, UploadedFile) and (file.size or 0) > settings.LARGEST_PICTURE:
        megabytes = settings.LARGEST_PICTURE // 1024**2
        raise FileRefused(
            _("“%(name)s” is too large: a picture may have up to %(size)s MB.")
            % {"name": name, "size": megabytes}
        )
    try:
        file.seek(0)
        image = Image.open(file, formats=READ)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels(name, settings.MOST_PIXELS) from None
    except Exception as error:  # Pillow raises whatever it stumbles over: it is no picture
        raise unreadable(name) from error
    most = settings.MOST_PIXELS // DEARER.get(image.format or "", 1)
    if image.width * image.height > most:
        raise _too_many_pixels(name, most)
    return image


def pixels(
    image: Image.Image, *, name: str, longest: int = LONGEST_SIDE, in_srgb: bool = False
) -> Image.Image:
    """The first frame in L, RGB or RGBA, no side beyond `longest`. Raises FileRefused.

    Colours stay in the picture's own space, whose profile goes along; `in_srgb` converts them.
    """
    try:
        with _one_at_a_time:
            image.draft(None, (longest, longest))  # a JPEG is read no larger than needed
            image.load()
            plain = _of_eight_bits(image)
            plain.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=3)
        ImageOps.exif_transpose(plain, in_place=True)
        return _with_colours_alone(plain, in_srgb=in_srgb)
    except Exception as error:  # as in `opened`
        raise unreadable(name) from error


def upright_size(image: Image.Image) -> tuple[int, int]:
    """How wide and high it is when it stands upright; read from the head alone."""
    # A PNG would be read whole to look for what may stand at its end.
    turned = "exif" in image.info and image.getexif().get(ORIENTATION) in LYING
    return (image.height, image.width) if turned else image.size


def colour_of(file: IO[bytes]) -> str:
    """The colour of the whole, as "#a8341a"; "" where something is cut out. Raises FileRefused.

    It stands where the picture will be, until that has come.
    """
    image = pixels(opened(file, name=""), name="", longest=SMALL)
    if image.mode == "RGBA":
        return ""
    return "#" + image.convert("RGB").reduce(SMALL).tobytes().hex()


def written(image: Image.Image, kept_as: Format, *, name: str) -> ContentFile:
    """A file of these pixels, and of their colour profile where they have one."""
    if kept_as.name == "JPEG":
        image = on_white(image)
    buffer = BytesIO()
    profile = image.info.get("icc_profile")
    image.save(buffer, kept_as.name, icc_profile=profile, **kept_as.options)
    stem = slug(PurePath(name).stem)[:60] or "photo"
    return ContentFile(buffer.getvalue(), name=f"{stem}.{kept_as.extension}")


def on_white(image: Image.Image) -> Image.Image:
    """What was cut out stands on white: a JPEG knows no transparency."""
    if image.mode != "RGBA":
        return image
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image)
    flat = white.convert("RGB")
    flat.info = image.info
    return flat


def unreadable(name: str) -> FileRefused:
    return FileRefused(
        _(
            "“%(name)s” is no picture that we can read, or only a part of one. "
            "Choose a JPEG, PNG, WebP, AVIF or HEIC file."
        )
        % {"name": name}
    )


def _too_many_pixels(name: str, most: int) -> FileRefused:
    return FileRefused(
        _("“%(name)s” has too many pixels: one of its kind may have up to %(most)s million.")
        % {"name": name, "most": most // 1_000_000}
    )


def _of_eight_bits(image: Image.Image) -> Image.Image:
    """In a mode that can be scaled smoothly: L, RGB, RGBA or CMYK."""
    if image.mode.startswith("I") or image.mode == "F":
        return _from_deep(image)
    mode = "L" if image.mode == "1" else "RGBA" if image.has_transparency_data else image.mode
    mode = mode if mode in {"L", "RGB", "RGBA", "CMYK"} else "RGB"
    return image if image.mode == mode else image.convert(mode)


def _from_deep(image: Image.Image) -> Image.Image:
    """Grey of more than eight bits, as scanners write it: Pillow cuts off what is beyond 255."""
    brightest = 65535 if image.mode.startswith("I;16") else _white_of(image)
    scale = 255 / brightest
    return image.point(lambda value: value * scale + 0.5).convert("L")


def _white_of(image: Image.Image) -> float:
    """The value of white in whole numbers or fractions that do not say how far they go."""
    _darkest, brightest = cast(tuple[float, float], image.getextrema())  # of one band
    return next((white for white in (1, 255, 65535) if brightest <= white), brightest)


def _with_colours_alone(image: Image.Image, *, in_srgb: bool) -> Image.Image:
    """Nothing beside the pixels but a profile that says what their colours are."""
    profile = _profile_of(image)
    if profile and (in_srgb or image.mode in {"L", "CMYK"}):
        srgb = ImageCms.createProfile("sRGB")
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        shown = ImageCms.buildTransform(profile, srgb, image.mode, mode).apply(image)
        profile = None
    else:
        shown = image.convert("RGB") if image.mode == "CMYK" else image.copy()
    shown.info = {"icc_profile": profile.tobytes()} if profile else {}
    return shown


def _profile_of(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """Its colour profile, unless that is broken or one of other pixels: such a one says nothing."""
    sort = {"L": "GRAY", "CMYK": "CMYK"}.get(image.mode, "RGB")
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(image.info["icc_profile"]))
    except (KeyError, TypeError, OSError):
        return None
    return profile if profile.profile.xcolor_space.strip() == sort else None
