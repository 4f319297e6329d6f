"""The sizes in which pictures are usually shown, made before anybody waits for them.

Others are made when a browser first asks: see urls.py.
"""

import logging
from datetime import datetime

from wagtail.images.models import SourceImageIOError
from willow.image import UnrecognisedImageFormatError

from ground.design.pictures import rendition_specs
from ground.files import pictures
from ground.files.refusal import FileRefused
from ground.pagecache.generation import forget_all

from .models import Picture
from .models.picture import SHARED

USUAL = (*rendition_specs("thumb", "card", "third", "half"), SHARED)
AT_ONCE = 3  # pictures: other work is due in the same minute

logger = logging.getLogger(__name__)


def run(*, at: datetime) -> dict[str, int]:
    """Make those of the newest pictures that have none yet. Returns how many pictures."""
    waiting = list(Picture.objects.filter(sizes_made_at=None).order_by("-pk")[:AT_ONCE])
    for picture in waiting:
        try:
            _launder(picture)
            picture.get_renditions(*USUAL)
        except (SourceImageIOError, UnrecognisedImageFormatError, FileRefused):
            # They are made, or fail, when a browser asks for them: the others have their turn.
            logger.exception("picture %s: no sizes could be made", picture.pk)
        Picture.objects.filter(pk=picture.pk).update(sizes_made_at=at, colour=picture.colour)
    if waiting:
        forget_all()  # kept pages lead to where a size is made, rather than to the size
    return {"pictures in their usual sizes": len(waiting)}


def _launder(picture: Picture) -> None:
    """One that was kept as it came, in earlier days: without a camera's notes, with its colour."""
    with picture.open_file() as file:
        if not pictures.has_notes(pictures.opened(file, name="")):
            picture.colour = picture.colour or pictures.colour_of(file)
            return
        kept = pictures.laundered(picture.file)
    storage, before = picture.file.storage, picture.file.name
    picture.file = kept
    picture._set_image_file_metadata()
    picture.save()
    storage.delete(before)
    picture.renditions.all().delete()
