"""Files as people send them, whole and damaged."""

import zipfile
from functools import cache
from io import BytesIO
from typing import Any

from hypothesis import strategies as st
from PIL import Image

from incubator.files import DOCUMENTS


def picture(kind: str = "JPEG", *, mode: str = "RGB", **extra: Any) -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "#a8341a").convert(mode).save(drawn, kind, **extra)
    return drawn.getvalue()


def phone_picture() -> bytes:
    """A JPEG with a second view behind the first (MPO), as phones write them."""
    return picture("MPO", save_all=True, append_images=[Image.new("RGB", (40, 30))])


def archive(*names: str, mimetype: str = "", packed: int = zipfile.ZIP_STORED) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", packed) as file:
        if mimetype:
            file.writestr("mimetype", mimetype)
        for name in names:
            file.writestr(name, "x")
    return made.getvalue()


@cache
def whole_ones() -> list[bytes]:
    """One of each kind and of each way in which it can be packed."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return [
        picture(exif=exif),
        phone_picture(),
        *(picture(kind) for kind in ("WEBP", "AVIF", "GIF")),
        *(picture("PNG", mode=mode) for mode in ("1", "L", "LA", "P", "I;16", "RGB", "RGBA")),
        picture(mode="CMYK"),
        archive("[Content_Types].xml", "word/document.xml", packed=zipfile.ZIP_DEFLATED),
        *(
            archive(mimetype=DOCUMENTS["odt"] * 3, packed=packed)
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
