"""Files that other programs read."""

import json
from datetime import UTC, datetime

import gpxpy
import icalendar
import pytest
from wagtail.models import PageViewRestriction

from cms import models
from tests.factories.cms import locale
from tests.factories.marketplace import PlaceFactory


@pytest.fixture
def route(tree):
    return tree.route(
        PlaceFactory.create(latitude="50.43", longitude="2.83"),
        slug="un",
        title="Un & deux",
        geometry=[[50.43, 2.83], [50.44, 2.78]],
    )


def test_a_route_is_gpx_with_its_stops_and_no_track_where_it_is_schematic(client, route):
    response = client.get("/fr/routes/un.gpx")
    assert response["Content-Type"] == "application/gpx+xml"
    read = gpxpy.parse(response.content.decode())
    assert (read.version, read.name) == ("1.1", "Un & deux")
    assert [(point.latitude, point.longitude) for point in read.waypoints] == [(50.43, 2.83)]
    assert (read.tracks, read.routes) == ([], [])


def test_a_route_to_follow_is_a_track(client, route):
    route.is_schematic = False
    route.save()
    read = gpxpy.parse(client.get("/fr/routes/un.gpx").content.decode())
    points = read.tracks[0].segments[0].points
    assert [(point.latitude, point.longitude) for point in points] == [(50.43, 2.83), (50.44, 2.78)]


def test_geojson_has_longitude_first(client, route):
    line, stop = json.loads(client.get("/fr/routes/un.geojson").content)["features"]
    assert line["geometry"]["coordinates"] == [[2.83, 50.43], [2.78, 50.44]]
    assert stop["geometry"]["coordinates"] == [2.83, 50.43]


def test_places_are_geojson_without_those_that_are_not_public(client, tree):
    tree.place(PlaceFactory.create(name_fr="Fosse 9"))
    PlaceFactory.create(name_fr="Cachée", is_public=False)
    features = json.loads(client.get("/fr/places.geojson").content)["features"]
    assert [feature["properties"]["name"] for feature in features] == ["Fosse 9"]


def test_a_session_is_an_entry_in_its_zone_under_a_lasting_name(client, tree):
    session = models.EventSession(
        starts_at=datetime(2026, 12, 4, 16, tzinfo=UTC),
        ends_at=datetime(2026, 12, 4, 18, tzinfo=UTC),
        label="Équipe du soir",
        locale=locale("fr"),
    )
    tree.put(models.EventPage, "events", slug="nuit", title="Nuit", sessions=[session])
    response = client.get("/fr/events/nuit.ics")
    assert b"\r\n" in response.content
    entry = icalendar.Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert entry["DTSTART"].dt.isoformat() == "2026-12-04T17:00:00+01:00"
    assert entry["SUMMARY"] == "Nuit: Équipe du soir"
    again = icalendar.Calendar.from_ical(client.get("/fr/events/nuit.ics").content)
    assert again.walk("VEVENT")[0]["UID"] == entry["UID"]


def test_what_is_not_there_is_404(client, tree):
    for path in ("routes/x.gpx", "routes/x.geojson", "events/x.ics"):
        assert client.get(f"/fr/{path}").status_code == 404


@pytest.mark.parametrize("address", ["/fr/routes/un.gpx", "/fr/routes/un.geojson"])
def test_a_route_behind_a_password_is_no_file_either(client, route, address):
    PageViewRestriction.objects.create(page=route, restriction_type="password", password="x")
    assert client.get(address).status_code == 404
