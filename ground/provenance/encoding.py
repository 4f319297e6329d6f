"""How Wagtail's image library, Willow, reads and writes pictures here.

It reads them as every form of ours does: upright, of eight bits, with nothing beside the pixels, so
that no size that is made of a picture tells where it was taken. And it writes AVIF as fast as JPEG
once was, since a page that shows a picture for the first time has to wait for it: Willow offers no
choice of libavif's speed, whose default takes 2.6 s for an 800-pixel print where 9 takes 0.2 s, for
a file of the same size.
"""

from typing import Any, BinaryIO

from willow import image as files
from willow.plugins.pillow import PillowImage
from willow.registry import registry

from ground.files import pictures

SPEED = 9  # of libavif, 0 to 10
READ = (
    files.JPEGImageFile,
    files.PNGImageFile,
    files.WebPImageFile,
    files.AvifImageFile,
    files.HeicImageFile,
    files.GIFImageFile,
)


def read(file: files.ImageFile) -> PillowImage:
    """In place of Willow's `open`."""
    image = pictures.opened(file.f, name="")
    return PillowImage(pictures.pixels(image, name="", longest=max(image.size)))


def get_size(file: files.ImageFile) -> tuple[int, int]:
    """From the head alone, where Willow's reads the whole picture."""
    return pictures.upright_size(pictures.opened(file.f, name=""))


def save_as_jpeg(
    image: PillowImage,
    file: BinaryIO,
    quality: int = 85,
    optimize: bool = False,
    progressive: bool = False,
    apply_optimizers: bool = True,
) -> files.JPEGImageFile:
    """In place of Willow's, which fails where something was cut out: that stands on white."""
    options = {"quality": quality, "optimize": optimize, "progressive": progressive}
    shown = pictures.on_white(image.image)
    shown.save(file, "JPEG", icc_profile=shown.info.get("icc_profile"), **options)
    return files.JPEGImageFile(file)


def save_as_avif(
    image: PillowImage,
    file: BinaryIO,
    quality: int = 80,
    lossless: bool = False,
    apply_optimizers: bool = True,
) -> files.AvifImageFile:
    """In place of Willow's; the signature is its own."""
    options: dict[str, Any] = (
        {"quality": 100, "subsampling": "4:4:4"} if lossless else {"quality": quality}
    )
    image.image.save(
        file, "AVIF", speed=SPEED, icc_profile=image.image.info.get("icc_profile"), **options
    )
    return files.AvifImageFile(file)


def use_ours() -> None:
    for kind in READ:
        registry.register_converter(kind, PillowImage, read)
        registry.register_operation(kind, "get_size", get_size)
    registry.register_operation(PillowImage, "save_as_jpeg", save_as_jpeg)
    registry.register_operation(PillowImage, "save_as_avif", save_as_avif)
