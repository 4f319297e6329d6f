"""Pictures come out upright, of eight bits, in their colours, and tell nothing of their makers."""

from contextlib import suppress
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.utils.translation import override
from hypothesis import given, settings
from PIL import Image, ImageCms

from ground.files import pictures, uploads
from ground.files.refusal import FileRefused
from tests.factories.files import damaged, exif, heic, phone_picture, picture

XMP = b"<x:xmpmeta>Appareil de Jeanne</x:xmpmeta>"


def sent(content: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def kept(content: bytes) -> Image.Image:
    return Image.open(pictures.laundered(sent(content)))


def drawn(image: Image.Image, format: str = "PNG", **extra) -> bytes:
    buffer = BytesIO()
    image.save(buffer, format, **extra)
    return buffer.getvalue()


def grey_of_16_bits(*values: int) -> Image.Image:
    image = Image.new("I;16", (len(values), 1))
    for x, value in enumerate(values):
        image.putpixel((x, 0), value)
    return image


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_what_a_camera_notes_is_gone_and_the_format_stays(format):
    content = picture(format, exif=exif(), xmp=XMP)
    assert b"Appareil" in content
    launder = pictures.laundered(sent(content))
    assert b"Appareil" not in launder.read()
    image = Image.open(launder)
    assert (image.format, dict(image.getexif()), image.info.get("xmp")) == (format, {}, None)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_is_turned_upright_once(format):
    image = kept(picture(format, exif=exif(orientation=6)))
    assert image.size == (30, 40)
    assert image.getexif().get(0x0112, 1) == 1


def test_the_photo_of_a_phone_becomes_a_jpeg():
    launder = pictures.laundered(sent(heic(), "IMG_2041.HEIC"))
    assert (launder.name, Image.open(launder).format) == ("img-2041.jpg", "JPEG")


def test_of_several_frames_the_first_is_kept():
    red, blue = Image.new("RGB", (40, 30), "red"), Image.new("RGB", (40, 30), "blue")
    moving = drawn(red.convert("P"), "GIF", save_all=True, append_images=[blue.convert("P")])
    image = kept(moving)
    assert (image.format, image.convert("RGB").getpixel((5, 5))) == ("PNG", (255, 0, 0))
    assert getattr(image, "n_frames", 1) == 1
    views = kept(phone_picture())
    assert (views.format, getattr(views, "n_frames", 1)) == ("JPEG", 1)


def test_a_scan_of_16_bits_is_scaled_and_not_cut_off():
    image = kept(drawn(grey_of_16_bits(0, 250, 20_000, 45_000, 65_535)))
    assert image.mode == "L"
    assert [image.getpixel((x, 0)) for x in range(5)] == [0, 1, 78, 175, 255]


@pytest.mark.parametrize(
    ("mode", "values", "shown"),
    [
        ("I", (0, 30_000, 65_535), [0, 117, 255]),
        ("I", (0, 100, 200), [0, 100, 200]),
        ("I", (0, 500_000, 1_000_000), [0, 128, 255]),
        ("F", (0.0, 0.5, 1.0), [0, 128, 255]),
        ("F", (0.0, 128.0, 255.0), [0, 128, 255]),
    ],
)
def test_other_deep_modes_are_scaled_to_what_their_values_say(mode, values, shown):
    image = Image.new(mode, (3, 1))
    for x, value in enumerate(values):
        image.putpixel((x, 0), value)
    flat = pictures.pixels(image, name="")
    assert [flat.getpixel((x, 0)) for x in range(3)] == shown


@pytest.mark.parametrize(
    ("mode", "out"),
    [
        ("1", "L"),
        ("L", "L"),
        ("LA", "RGBA"),
        ("P", "RGB"),
        ("PA", "RGBA"),
        ("RGBA", "RGBA"),
        ("RGBa", "RGBA"),
        ("CMYK", "RGB"),
        ("YCbCr", "RGB"),
        ("HSV", "RGB"),
    ],
)
def test_every_mode_becomes_one_that_is_shown_everywhere(mode, out):
    image = {
        "PA": lambda: Image.new("PA", (4, 3)),
        "RGBa": lambda: Image.new("RGBA", (4, 3)).convert("RGBa"),
    }.get(mode, lambda: Image.new(mode, (4, 3)))()
    assert pictures.pixels(image, name="").mode == out


def test_what_is_cut_out_of_a_palette_stays_cut_out():
    image = Image.new("P", (4, 3))
    assert kept(drawn(image, transparency=0)).getpixel((1, 1))[3] == 0


def profile(model: str = "RGB") -> bytes:
    """A colour profile in which red and green are swapped, or one of grey."""
    if model == "GRAY":
        return ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for name, other in [(b"rXYZ", b"swap"), (b"gXYZ", b"rXYZ"), (b"swap", b"gXYZ")]:
        srgb = srgb.replace(name, other)
    return srgb


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_colours_keep_the_profile_that_says_what_they_are(format):
    assert kept(picture(format, icc_profile=profile())).info["icc_profile"] == profile()


@pytest.mark.parametrize("broken", [b"no profile", profile("GRAY")])
def test_a_profile_that_is_broken_or_of_other_pixels_goes(broken):
    assert "icc_profile" not in kept(picture(icc_profile=broken)).info


def test_inks_become_colours_of_a_screen():
    inks = Image.new("CMYK", (40, 30), (0, 255, 255, 0))
    image = kept(drawn(inks, "JPEG"))
    assert image.mode == "RGB"
    red, green, blue = image.getpixel((5, 5))
    assert red > 240
    assert max(green, blue) < 20


@pytest.mark.parametrize(
    "content",
    [
        picture("JPEG")[:-200],
        picture("PNG")[:70],
        picture("WEBP")[:-30],
        picture("AVIF")[:-30],
        heic((400, 300))[:-60],
        b"MZ\x90 a program",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"",
    ],
    ids=["jpeg", "png", "webp", "avif", "heic", "program", "svg", "empty"],
)
def test_what_is_cut_off_or_no_picture_is_refused_by_name(content):
    with override("en"), pytest.raises(FileRefused, match="is no picture"):
        pictures.laundered(sent(content))


@pytest.mark.parametrize(
    ("format", "most"), [("JPEG", 1200), ("HEIF", 1200), ("PNG", 2400), ("WEBP", 3600)]
)
def test_pixels_are_counted_before_any_is_read(settings, monkeypatch, format, most):
    content = picture(format)
    settings.MOST_PIXELS = most
    assert pictures.opened(sent(content), name="").size == (40, 30)
    settings.MOST_PIXELS = most - 1
    monkeypatch.setattr(Image.Image, "load", None)
    with override("en"), pytest.raises(FileRefused, match="has too many pixels"):
        pictures.laundered(sent(content))


def test_a_picture_beyond_the_limit_is_opened_nowhere_else_either(settings):
    assert settings.MOST_PIXELS == Image.MAX_IMAGE_PIXELS


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(settings):
    settings.LARGEST_PICTURE = 100
    with override("en"), pytest.raises(FileRefused, match="is too large"):
        pictures.laundered(sent(picture()))


def test_one_that_is_kept_may_have_become_larger_than_what_is_sent(settings):
    """A photo that was packed more tightly than we pack it."""
    settings.LARGEST_PICTURE = 100
    assert pictures.opened(ContentFile(picture()), name="").size == (40, 30)


def test_a_large_picture_is_brought_to_size():
    small = pictures.pixels(Image.new("RGB", (500, 200)), name="", longest=100)
    assert small.size == (100, 40)


@pytest.mark.parametrize("on_disk", [False, True])
def test_an_upload_is_laundered_in_its_place(on_disk):
    content = heic(exif=exif())
    upload = sent(content, "IMG.HEIC")
    if on_disk:
        upload = TemporaryUploadedFile("IMG.HEIC", "image/heic", len(content), None)
        upload.write(content)
    uploads.launder_picture(upload)
    assert upload.name == "img.jpg"
    assert len(upload.read()) == upload.size
    if on_disk:
        with open(upload.temporary_file_path(), "rb") as file:
            assert b"Appareil" not in file.read()


@settings(max_examples=150, deadline=None, database=None, derandomize=True)
@given(damaged())
@pytest.mark.filterwarnings("ignore:::PIL")  # it wonders aloud about what is damaged
def test_whatever_is_damaged_is_read_or_refused_in_words(content):
    with suppress(FileRefused):
        assert kept(content).mode in {"L", "RGB", "RGBA"}
