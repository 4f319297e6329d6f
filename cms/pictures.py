"""Pictures of a whole page in one query each: the pictures, and the sizes they are shown in."""

from collections.abc import Iterable

from wagtail.blocks import StreamValue

from ground.design.pictures import Preset, rendition_specs
from ground.provenance.models import Picture, hold_cuts
from ground.provenance.models.picture import SHARED


def hold_renditions(
    pictures: Iterable[Picture | None], *presets: Preset, shared: bool = False
) -> None:
    """Fetch at once the sizes in which `pictures` will be shown; without it each costs a query.

    Name every preset that the page shows them in. `shared`: also the size for social networks.
    """
    hold_cuts(pictures, [*rendition_specs(*presets), *([SHARED] if shared else [])])


def pictures_in(body: StreamValue) -> list[Picture]:
    """The pictures that stand in a text; its other blocks are not looked at."""
    return [
        body[number].value["image"]
        for number, raw in enumerate(body.raw_data)
        if raw["type"] == "image"
    ]
