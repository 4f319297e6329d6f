"""Places on a map, and the same places in a list."""

from typing import Any, Literal, NotRequired, TypedDict

from django.conf import settings
from django.utils.translation import gettext as _

from ..library import library

EAST_OF_EUROPE = 60.0  # degrees
# How near one starts: a lonely pin stands on a ground that can be recognised.
CLOSEST = {"region": 12, "europe": 5, "inset": 4}  # zoom levels


class Point(TypedDict):
    """Decimal degrees, WGS 84.

    `number` stands on the pin; `here`: it is what the page is about; `approximate`: it may be
    elsewhere.
    """

    lat: float
    lon: float
    title: str
    href: NotRequired[str]
    line: NotRequired[str]
    number: NotRequired[int]
    here: NotRequired[bool]
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
    `number`, `here`, `approximate`. With a list its points are numbered as they come; without one
    the page itself lists them, in cards or stops. `line`: (lat, lon) pairs of a route. On the map
    of Europe, points farther east get an inset of their own.
    `settings.MAP_REGION` names the GeoJSON of the region among the static files;
    `settings.MAP_TILE_URL` with `MAP_TILE_ATTRIBUTION` puts tiles in the place of what we draw.
    """
    placed = [
        _placed(point, number if with_list else None) for number, point in enumerate(points, 1)
    ]
    far = [point for point in placed if base == "europe" and point["lon"] > EAST_OF_EUROPE]
    near = [point for point in placed if point not in far]
    sheets = []
    if near or not far:
        sheets.append(_sheet(id, label, near, line, closest=CLOSEST[base]))
    if far:
        names = ", ".join(str(point["title"]) for point in far)
        inset = _sheet(f"{id}-inset", names, far, None, closest=CLOSEST["inset"])
        sheets.append({**inset, "is_inset": True})
    return {
        "sheets": sheets,
        "points": placed,
        "after": f"{id}-after",
        "has_here": any(point.get("here") for point in placed),
        "label": label,
        "base": "map/europe.geojson" if base == "europe" else _region(),
        "with_list": with_list,
        "height": height,
    }


def _placed(point: Point, number: int | None) -> dict[str, Any]:
    place = {**point} if number is None else {"number": number, **point}
    return {**place, "lat": float(point["lat"]), "lon": float(point["lon"])}


def _sheet(
    id: str,
    label: str,
    points: list[dict[str, Any]],
    line: list[tuple[float, float]] | None,
    *,
    closest: int,
) -> dict[str, Any]:
    """One drawing: Europe and, beside it, what lies too far away to be on it."""
    return {
        "id": id,
        "data_id": f"{id}-data",
        "label": label,
        "is_inset": False,
        "data": {
            "points": points,
            "line": line or [],
            "closest": closest,
            "tiles": getattr(settings, "MAP_TILE_URL", ""),
            "attribution": getattr(settings, "MAP_TILE_ATTRIBUTION", ""),
            "say": {
                "closer": _("Closer"),
                "farther": _("Farther away"),
                "close": _("Close"),
                "together": _("%d here:"),
            },
        },
    }


def _region() -> str:
    return getattr(settings, "MAP_REGION", "map/region.geojson")
