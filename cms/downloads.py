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

from marketplace.pagecache.public import public_page
from marketplace.provenance.models import Place
from marketplace.typed.signs import readable

from . import graph
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
    page = get_object_or_404(here(RoutePage), slug=slug)
    made = gpxpy.gpx.GPX()
    made.creator = "Terril"
    made.name, made.description = page.title, page.teaser
    made.link = absolute(page.url)
    for stop in page.stops.all():
        spot: Any = {"latitude": float(stop.latitude), "longitude": float(stop.longitude)}
        made.waypoints.append(gpxpy.gpx.GPXWaypoint(**spot, name=stop.title, description=stop.text))
    if page.geometry and not page.is_schematic:
        points = [
            gpxpy.gpx.GPXTrackPoint(latitude, longitude) for latitude, longitude in page.geometry
        ]
        made.tracks.append(gpxpy.gpx.GPXTrack(name=page.title))
        made.tracks[0].segments.append(gpxpy.gpx.GPXTrackSegment(points))
    return _file(made.to_xml(version="1.1"), "application/gpx+xml", f"{slug}.gpx")


@public_page
def geojson(request: HttpRequest, slug: str) -> HttpResponse:
    """GeoJSON (RFC 7946: longitude first, no crs): the line, and its stops as points."""
    page = get_object_or_404(here(RoutePage), slug=slug)
    line = {
        "type": "Feature",
        "geometry": {
            "type": "LineString",
            "coordinates": [[longitude, latitude] for latitude, longitude in page.geometry],
        },
        "properties": {
            "name": page.title,
            "schematic": page.is_schematic,
            "url": absolute(page.url),
        },
    }
    stops = [
        _point(stop.latitude, stop.longitude, name=stop.title, number=number)
        for number, stop in enumerate(page.stops.all(), 1)
    ]
    return _collection([line, *stops] if page.geometry else stops, f"{slug}.geojson")


@public_page
def places(request: HttpRequest) -> HttpResponse:
    """All public places as GeoJSON."""
    features = [
        _point(
            place.latitude,
            place.longitude,
            name=place.name,
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


def _point(latitude: Any, longitude: Any, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [float(longitude), float(latitude)]},
        "properties": properties,
    }


def _collection(features: list[dict[str, Any]], name: str) -> HttpResponse:
    collection = {"type": "FeatureCollection", "features": features}
    return _file(json.dumps(readable(collection), ensure_ascii=False), GEOJSON, name)


def _file(content: str, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(readable(content), content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Language"] = active_language()
    return response
