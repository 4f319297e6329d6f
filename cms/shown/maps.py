"""Points for the design's map, from what lies somewhere."""

from typing import Any

from cms import graph
from cms.models import DestinationPage, RouteStop
from ground.provenance.models import Place

Point = dict[str, Any]


def place_point(place: Place) -> Point:
    return {
        "lat": float(place.latitude),
        "lon": float(place.longitude),
        "title": place.name,
        "href": graph.place_url(place),
        "line": f"{place.get_kind_display()}, {place.commune}",
        "approximate": place.position_is_approximate,
    }


def destination_point(page: DestinationPage) -> Point:
    return {
        "lat": float(page.latitude),
        "lon": float(page.longitude),
        "title": page.title,
        "href": page.url,
        "line": str(page.country.name),
        "approximate": False,
    }


def stop_point(stop: RouteStop, number: int) -> Point:
    return {
        "lat": float(stop.latitude),
        "lon": float(stop.longitude),
        "title": stop.title,
        "href": f"#stop-{number}",
        "line": stop.place.name if stop.place else "",
        "number": number,
        "approximate": False,
    }
