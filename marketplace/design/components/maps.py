"""Places on a map, and the same places in a list."""

from typing import Any, Literal

from django.conf import settings

from ..library import library


@library.component
def map_(
    *,
    id: str,
    points: list[dict[str, Any]],
    label: str,
    base: Literal["region", "europe"] = "region",
    line: list[tuple[float, float]] | None = None,
    with_list: bool = True,
    height: Literal["normal", "tall"] = "normal",
) -> dict[str, Any]:
    """A map drawn by us, and an equal list.

    Each point: `lat`, `lon` (decimal degrees, WGS 84), `title`, and if any `href`, `line`, `number`,
    `approximate` (bool). `line`: (lat, lon) pairs of a route.
    `settings.MAP_REGION` names the static GeoJSON of the region; `settings.MAP_TILE_URL` with `MAP_TILE_ATTRIBUTION` puts tiles in the place of the drawn layer.
    """
    return {
        "id": id,
        "points": points,
        "label": label,
        "base": "map/europe.geojson" if base == "europe" else _region(),
        "with_list": with_list,
        "height": height,
        "data": {
            "points": points,
            "line": line or [],
            "tiles": getattr(settings, "MAP_TILE_URL", ""),
            "attribution": getattr(settings, "MAP_TILE_ATTRIBUTION", ""),
        },
        "data_id": f"{id}-data",
    }


def _region() -> str:
    return getattr(settings, "MAP_REGION", "map/region.geojson")
