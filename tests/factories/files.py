"""Files as people send them, whole and damaged."""

import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from hypothesis import strategies as st
from PIL import ExifTags, Image

from ground.files.office import MEDIA_TYPES


def picture(kind: str = "JPEG", *, mode: str = "RGB", **extra: Any) -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "#a8341a").convert(mode).save(drawn, kind, **extra)
    return drawn.getvalue()


def phone_picture() -> bytes:
    """A JPEG with a second view behind the first (MPO), as phones write them."""
    return picture("MPO", save_all=True, append_images=[Image.new("RGB", (40, 30))])


def heic(size: tuple[int, int] = (40, 30), **extra: Any) -> bytes:
    """As phones keep their photos."""
    drawn = BytesIO()
    Image.new("RGB", size, "#a8341a").save(drawn, "HEIF", **extra)
    return drawn.getvalue()


def exif(*, orientation: int = 1, camera: str = "Appareil de Jeanne") -> Image.Exif:
    """What a phone writes beside a photo: where it stood, whose it is, how it was held."""
    noted = Image.Exif()
    noted[ExifTags.Base.Orientation], noted[ExifTags.Base.Model] = orientation, camera
    noted.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    return noted


def archive(parts: Mapping[str, str | bytes], *, packed: int = zipfile.ZIP_STORED) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", packed) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return made.getvalue()


def open_xml(
    kind: str = "docx",
    *,
    main: str = "word/document.xml",
    media_type: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    overrides: str = "",
    packed: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A file in a format of Microsoft's, its main part called `main`."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" '
        f'ContentType="{media_type or MEDIA_TYPES[kind] + ".main+xml"}"/>{overrides}</Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/officeDocument" Target="{main}"/></Relationships>'
    )
    return archive(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": relations,
            main: "<document>Bonjour</document>",
            **(parts or {}),
        },
        packed=packed,
    )


def open_document(
    kind: str = "odt",
    parts: Mapping[str, str | bytes] | None = None,
    packed: int = zipfile.ZIP_STORED,
) -> bytes:
    content = {"mimetype": MEDIA_TYPES[kind], "content.xml": "<content/>", **(parts or {})}
    return archive(content, packed=packed)


def pdf(**entries: Any) -> bytes:
    """A PDF of one page, with these entries in its catalogue."""
    written = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        for key, value in entries.items():
            document.Root[f"/{key}"] = value
        document.save(written)
    return written.getvalue()


@cache
def whole_ones() -> list[bytes]:
    """One of each kind and of each way in which it can be packed."""
    return [
        picture(exif=exif(orientation=6)),
        phone_picture(),
        *(picture(kind) for kind in ("WEBP", "AVIF", "GIF")),
        *(picture("PNG", mode=mode) for mode in ("1", "L", "LA", "P", "I;16", "RGB", "RGBA")),
        picture(mode="CMYK"),
        heic(exif=exif(orientation=6)),
        pdf(OpenAction=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")),
        open_xml(),
        *(
            open_document(packed=packed)
            for packed in (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
        ),
    ]


@st.composite
def damaged(draw: Any) -> bytes:
    """A file in which some bytes are others, and which may end early."""
    content = bytearray(draw(st.sampled_from(whole_ones())))
    last = len(content) - 1
    places = st.integers(0, last) | st.integers(0, min(90, last))  # heads break most
    for place, byte in draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=8)):
        content[place] = byte
    return bytes(content[: draw(st.just(len(content)) | st.integers(1, len(content)))])
