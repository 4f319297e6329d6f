from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from PIL import Image

from marketplace.studio import photos

ORIENTATION, GPS, MODEL = 0x0112, 0x8825, 0x0110


def photo(size=(1200, 800), format="JPEG", exif=None, name="IMG 0042.JPG", colour="red"):
    buffer = BytesIO()
    image = Image.new("RGB", size, colour)
    image.save(buffer, format, **({"exif": exif} if exif else {}))
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


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF"])
def test_it_becomes_a_jpeg_whatever_it_was(format):
    kept = photos.fit_for_the_shop(photo(format=format, name="Été à Lens.png"))
    assert (kept.name, opened(kept).format) == ("ete-a-lens.jpg", "JPEG")


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (
            SimpleUploadedFile("photo.jpg", b"MZ\x90 a program"),
            "is not a photo that we can read",
        ),
        (
            SimpleUploadedFile("logo.svg", b"<svg><script/></svg>"),
            "is not a photo that we can read",
        ),
        (SimpleUploadedFile("vide.jpg", b""), "is not a photo that we can read"),
        (photo((500, 900)), "is too small (500 × 900)"),
        (photo((12000, 11000), "PNG"), "has too many pixels"),
    ],
    ids=["program", "svg", "empty", "small", "bomb"],
)
def test_what_is_not_a_photo_is_refused_in_words(upload, words):
    with override("en"), pytest.raises(ValidationError) as refused:
        photos.fit_for_the_shop(upload)
    assert words in refused.value.messages[0]


def test_a_truncated_photo_is_refused_in_words():
    whole = photo().read()
    with pytest.raises(ValidationError):
        photos.fit_for_the_shop(SimpleUploadedFile("coupee.jpg", whole[: len(whole) // 2]))


def test_a_file_beyond_the_limit_is_refused_before_it_is_read():
    upload = photo()
    upload.size = photos.LARGEST_FILE + 1
    with override("en"), pytest.raises(ValidationError) as refused:
        photos.fit_for_the_shop(upload)
    assert "may have up to 25 MB" in refused.value.messages[0]
