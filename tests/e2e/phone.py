"""What an artisan's phone sends: photos as it takes them, and what is only called one."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import FilePayload

ORIENTATION, GPS, MODEL = 0x0112, 0x8825, 0x0110
SKY, CLAY = (40, 90, 200), (170, 50, 30)


def photo_held_upright(size: tuple[int, int] = (4000, 3000)) -> FilePayload:
    """As a phone held upright writes it: lying on its side, with a note to turn it.

    Turned as noted, the sky is on top of the clay. It notes where it was taken, too.
    """
    width, height = size
    image = Image.new("RGB", size, CLAY)
    image.paste(SKY, (0, 0, width // 2, height))  # what lies left stands on top, once turned
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[MODEL] = "Téléphone 12"
    exif.get_ifd(GPS).update({1: "N", 2: (50.0, 25.0, 48.0), 3: "E", 4: (2.0, 48.0, 36.0)})
    return jpeg("IMG_2041.JPG", image, exif=exif)


def photo(name: str, size: tuple[int, int] = (800, 800)) -> FilePayload:
    return jpeg(name, Image.new("RGB", size, CLAY))


def jpeg(name: str, image: Image.Image, **noted: object) -> FilePayload:
    buffer = BytesIO()
    image.save(buffer, "JPEG", **noted)
    return {"name": name, "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


def half_of(photo: FilePayload) -> FilePayload:
    """A photo whose sending broke off."""
    return {**photo, "buffer": photo["buffer"][: len(photo["buffer"]) // 2]}


PROGRAM: FilePayload = {
    "name": "photo.jpg",
    "mimeType": "image/jpeg",
    "buffer": b"MZ\x90\x00" + bytes(2000),
}
SVG: FilePayload = {
    "name": "logo.svg",
    "mimeType": "image/svg+xml",
    "buffer": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
}


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image
