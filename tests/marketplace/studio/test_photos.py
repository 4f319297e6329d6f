"""Photos as phones send them come out upright, in their colours and without their notes."""

from contextlib import suppress
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from hypothesis import given, settings
from PIL import Image, ImageCms

from marketplace.studio import photos
from tests.factories.files import damaged

ORIENTATION, GPS, MODEL = 0x0112, 0x8825, 0x0110


def photo(
    size=(1200, 800), format="JPEG", exif=None, name="IMG 0042.JPG", colour="red", profile=None
):
    buffer = BytesIO()
    noted = {"exif": exif, "icc_profile": profile}
    image = Image.new("RGB", size, colour)
    image.save(buffer, format, **{name: what for name, what in noted.items() if what})
    return SimpleUploadedFile(name, buffer.getvalue())


def opened(content) -> Image.Image:
    return Image.open(BytesIO(content.read()))


def test_a_photo_taken_upright_stands_upright():
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # the phone was held upright
    assert opened(photos.fit_for_the_shop(photo((1200, 800), exif=exif))).size == (
        800,
        1200,
    )


def test_what_the_phone_noted_is_gone():
    exif = Image.Exif()
    exif[MODEL] = "Téléphone"
    exif.get_ifd(GPS)[1] = "N"
    kept = opened(photos.fit_for_the_shop(photo(exif=exif)))
    assert (
        dict(kept.getexif()),
        kept.info.get("exif"),
        kept.info.get("icc_profile"),
    ) == (
        {},
        None,
        None,
    )


def test_a_large_photo_is_brought_to_size():
    assert opened(photos.fit_for_the_shop(photo((4800, 3600)))).size == (2400, 1800)


def with_red_and_green_swapped() -> bytes:
    """A colour profile in which the first channel is green: far from what the web assumes."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for name, other in [(b"rXYZ", b"swap"), (b"gXYZ", b"rXYZ"), (b"swap", b"gXYZ")]:
        srgb = srgb.replace(name, other)
    return srgb


def test_colours_are_shown_as_the_phone_meant_them():
    kept = opened(
        photos.fit_for_the_shop(photo(colour="red", profile=with_red_and_green_swapped()))
    )
    red, green, blue = kept.getpixel((400, 400))
    assert green > 240
    assert max(red, blue) < 20


def test_a_broken_colour_profile_is_passed_over():
    kept = opened(photos.fit_for_the_shop(photo(colour="red", profile=b"no profile")))
    red, green, blue = kept.getpixel((400, 400))
    assert red > 240
    assert max(green, blue) < 20


@pytest.mark.parametrize("mode", ["RGBA", "P"])
def test_what_was_cut_out_stands_on_white(mode):
    buffer = BytesIO()
    Image.new("RGBA", (800, 800), (0, 0, 0, 0)).convert(mode).save(buffer, "PNG")
    kept = opened(photos.fit_for_the_shop(SimpleUploadedFile("bol.png", buffer.getvalue())))
    assert kept.getpixel((400, 400)) == (255, 255, 255)


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF", "HEIF", "GIF"])
def test_it_becomes_a_jpeg_whatever_it_was(format):
    kept = photos.fit_for_the_shop(photo(format=format, name="Été à Lens.png"))
    assert (kept.name, opened(kept).format) == ("ete-a-lens.jpg", "JPEG")


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (
            SimpleUploadedFile("photo.jpg", b"MZ\x90 a program"),
            "is no picture that we can read",
        ),
        (
            SimpleUploadedFile("logo.svg", b"<svg><script/></svg>"),
            "is no picture that we can read",
        ),
        (SimpleUploadedFile("vide.jpg", b""), "is no picture that we can read"),
        (photo((500, 900)), "is too small (500 × 900)"),
        (photo((6000, 5000), "PNG"), "has too many pixels"),
    ],
    ids=["program", "svg", "empty", "small", "large"],
)
def test_what_is_not_a_photo_is_refused_in_words(upload, words):
    with override("en"), pytest.raises(ValidationError) as refused:
        photos.fit_for_the_shop(upload)
    assert words in refused.value.messages[0]


def test_a_truncated_photo_is_refused_in_words():
    whole = photo().read()
    with pytest.raises(ValidationError):
        photos.fit_for_the_shop(SimpleUploadedFile("coupee.jpg", whole[: len(whole) // 2]))


@settings(max_examples=200, deadline=None, database=None, derandomize=True)
@given(damaged())
@pytest.mark.filterwarnings("ignore:::PIL")  # it wonders aloud about what is damaged
def test_whatever_is_damaged_is_refused_in_words(content):
    with suppress(ValidationError):
        kept = photos.fit_for_the_shop(SimpleUploadedFile("photo.jpg", content))
        assert opened(kept).format == "JPEG"
