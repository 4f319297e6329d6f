"""Places on a map, and the same places in a list."""

from typing import Any, Literal, NotRequired, TypedDict

from django.conf import settings

from ..library import library


class Point(TypedDict):
    """Decimal degrees, WGS 84. `number` stands on the pin; `approximate`: it may be elsewhere."""

    lat: float
    lon: float
    title: str
    href: NotRequired[str]
    line: NotRequired[str]
    number: NotRequired[int]
    approximate: NotRequired[bool]


@library.component
def map_(
    *,
    id: str,
    points: list[Point],
    label: str,
    base: Literal["region", "europe"] = "region",
    line: list[tuple[float, float]] | None = None,
    with_list: bool = True,
    height: Literal["normal", "tall"] = "normal",
) -> dict[str, Any]:
    """A map drawn by us, and an equal list.

    Each point: `lat`, `lon` (decimal degrees, WGS 84), `title`, and if any `href`, `line`,
    `number`, `approximate`. `line`: (lat, lon) pairs of a route.
    `settings.MAP_REGION` names the GeoJSON of the region among the static files;
    `settings.MAP_TILE_URL` with `MAP_TILE_ATTRIBUTION` puts tiles in the place of what we draw.
    """
    numbered = [{"number": number, **point} for number, point in enumerate(points, 1)]
    return {
        "id": id,
        "points": numbered,
        "label": label,
        "base": "map/europe.geojson" if base == "europe" else _region(),
        "with_list": with_list,
        "height": height,
        "data": {
            "points": numbered,
            "line": line or [],
            "tiles": getattr(settings, "MAP_TILE_URL", ""),
            "attribution": getattr(settings, "MAP_TILE_ATTRIBUTION", ""),
        },
        "data_id": f"{id}-data",
    }


def _region() -> str:
    return getattr(settings, "MAP_REGION", "map/region.geojson")
