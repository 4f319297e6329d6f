"""What pages offer besides themselves: things to take along."""

from django.urls import path

from . import downloads

app_name = "cms"

urlpatterns = [
    path("routes/<slug:slug>.gpx", downloads.gpx, name="gpx"),
    path("routes/<slug:slug>.geojson", downloads.geojson, name="geojson"),
    path("events/<slug:slug>.ics", downloads.ics, name="ics"),
    path("places.geojson", downloads.places, name="places"),
]
