"""Routes, events and places as files that other programs read."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin

import gpxpy.gpx
import icalendar
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from ground.pagecache.public import public_page
from ground.provenance.models import Place
from ground.typed.signs import readable
from incubator.open_results import LICENCE

from . import graph
from .destination import destination
from .identities import identity
from .languages import active_language, here
from .models import EventPage, RoutePage
from .zones import vtimezone

ONE_DAY = timedelta(days=1)  # a calendar ends a whole day with the beginning of the next
GEOJSON = "application/geo+json"


@public_page
def gpx(request: HttpRequest, slug: str) -> HttpResponse:
    """GPX 1.1: the stops as waypoints, and a track only where the line can be followed.

    No route element: programs would draw straight lines between the stops, as if they were a way.
    """
    page = get_object_or_404(here(RoutePage).prefetch_related("stops"), slug=slug)
    made, author = gpxpy.gpx.GPX(), destination(request).name
    made.creator = "Terril"
    made.name, made.description = page.title, page.teaser
    made.link = absolute(page.url)
    made.author_name, made.author_link = author, settings.BASE_URL
    made.copyright_author, made.copyright_license = author, LICENCE
    if page.last_published_at:
        made.copyright_year = str(page.last_published_at.year)
    for number, stop in enumerate(page.stops.all(), 1):
        spot: Any = {"latitude": float(stop.latitude), "longitude": float(stop.longitude)}
        point: Any = gpxpy.gpx.GPXWaypoint(**spot, name=stop.title, description=stop.text)
        point.link = _stop_address(page, number)
        made.waypoints.append(point)
    if page.geometry and not page.is_schematic:
        points = [
            gpxpy.gpx.GPXTrackPoint(latitude, longitude) for latitude, longitude in page.geometry
        ]
        made.tracks.append(gpxpy.gpx.GPXTrack(name=page.title))
        made.tracks[0].segments.append(gpxpy.gpx.GPXTrackSegment(points))
    # gpxpy says in its types that there are none.
    setattr(made, "bounds", _bounds(made))  # noqa: B010
    return _file(made.to_xml(version="1.1"), "application/gpx+xml", f"{slug}.gpx")


def _bounds(made: gpxpy.gpx.GPX) -> gpxpy.gpx.GPXBounds | None:
    """What holds all of it; gpxpy's own forgets the waypoints."""
    points = [*made.waypoints, *(point for point, *_rest in made.walk())]
    if not points:
        return None
    latitudes = [point.latitude for point in points]
    longitudes = [point.longitude for point in points]
    return gpxpy.gpx.GPXBounds(min(latitudes), max(latitudes), min(longitudes), max(longitudes))


@public_page
def geojson(request: HttpRequest, slug: str) -> HttpResponse:
    """GeoJSON (RFC 7946: longitude first, no crs): the line, and its stops as points."""
    page = get_object_or_404(here(RoutePage).prefetch_related("stops"), slug=slug)
    coordinates = [[longitude, latitude] for latitude, longitude in page.geometry]
    line = _feature(
        request,
        identity("pages", page.translation_key),
        {"type": "LineString", "coordinates": coordinates},
        name=page.title,
        description=page.teaser,
        schematic=page.is_schematic,
        url=absolute(page.url),
    )
    stops = [
        _feature(
            request,
            identity("stops", stop.translation_key),
            _point(stop.latitude, stop.longitude),
            name=stop.title,
            description=stop.text,
            number=number,
            url=_stop_address(page, number),
        )
        for number, stop in enumerate(page.stops.all(), 1)
    ]
    return _collection([line, *stops] if page.geometry else stops, f"{slug}.geojson")


def _stop_address(page: RoutePage, number: int) -> str | None:
    return absolute(f"{page.url}#stop-{number}")


@public_page
def places(request: HttpRequest) -> HttpResponse:
    """All public places as GeoJSON."""
    features = [
        _feature(
            request,
            identity("places", place.pk),
            _point(place.latitude, place.longitude),
            name=place.name,
            description=place.summary,
            kind=place.kind,
            commune=place.commune,
            world_heritage=place.is_world_heritage,
            approximate=place.position_is_approximate,
            url=absolute(graph.place_url(place)),
        )
        for place in Place.objects.published()
    ]
    return _collection(features, "places.geojson")


@public_page
def ics(request: HttpRequest, slug: str) -> HttpResponse:
    """iCalendar (RFC 5545): an entry a session, in its zone, under a name that never changes."""
    page = get_object_or_404(here(EventPage).select_related("place"), slug=slug)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Terril//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    sessions = list(page.sessions.order_by("starts_at"))
    if sessions:
        years = [day.year for one in sessions for day in (one.local_start, one.local_end)]
        calendar.add_component(vtimezone(page.zone, min(years), max(years)))
    for session in sessions:
        entry = icalendar.Event()
        entry.add("uid", str(session.translation_key))  # the record's, whatever the site is called
        entry.add("sequence", page.sequence)
        entry.add("dtstamp", page.changed_at)
        entry.add("last-modified", page.changed_at)
        starts, ends = session.local_start, session.local_end
        entry.add("dtstart", starts.date() if session.is_all_day else starts)
        entry.add("dtend", session.last_day + ONE_DAY if session.is_all_day else ends)
        entry.add("summary", f"{page.title}: {session.label}" if session.label else page.title)
        entry.add("description", page.teaser)
        entry.add("url", absolute(page.url))
        entry.add("status", "CANCELLED" if page.is_cancelled else "CONFIRMED")
        if page.place:
            entry.add("location", f"{page.place.name}, {page.place.commune}")
            entry.add("geo", (float(page.place.latitude), float(page.place.longitude)))
        calendar.add_component(entry)
    return _file(calendar.to_ical().decode(), "text/calendar; charset=utf-8", f"{slug}.ics")


def absolute(path: str | None) -> str | None:
    """Where a file that has left the site finds the page; None where there is none."""
    return urljoin(settings.BASE_URL, path) if path else None


def _feature(
    request: HttpRequest, name: str, geometry: dict[str, Any], /, **properties: Any
) -> dict[str, Any]:
    """A feature that can leave the site alone: it says what it is, whose, and where it is told."""
    author = destination(request).name
    told = {**properties, "licence": LICENCE, "author": author, "language": active_language()}
    return {"type": "Feature", "id": name, "geometry": geometry, "properties": told}


def _point(latitude: Any, longitude: Any) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [float(longitude), float(latitude)]}


def _collection(features: list[dict[str, Any]], name: str) -> HttpResponse:
    collection = {"type": "FeatureCollection", "features": features}
    return _file(json.dumps(readable(collection), ensure_ascii=False), GEOJSON, name)


def _file(content: str, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(readable(content), content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Language"] = active_language()
    return response
