"""Addresses of the incubator, below /incubator/."""

from django.urls import path
from django.views.generic import RedirectView

from .views import applications, calls, files, pilots, team, writing

app_name = "incubator"

urlpatterns = [
    path("", calls.index, name="index"),
    path("calls/<slug:slug>/", calls.call, name="call"),
    path("calls/<slug:slug>/preview/", calls.preview, name="preview"),
    path("calls/<slug:slug>/apply/", applications.start, name="start"),
    path("applications/", applications.mine, name="applications"),
    path("applications/<slug:reference>/", applications.application, name="application"),
    path("applications/<slug:reference>/write/", writing.write, name="write"),
    path("applications/<slug:reference>/autosave/", writing.autosave, name="autosave"),
    path("applications/<slug:reference>/files/", writing.add_file, name="add_file"),
    path("applications/<slug:reference>/withdraw/", applications.withdraw, name="withdraw"),
    path("applications/<slug:reference>/team/", team.team, name="team"),
    path("join/<str:token>/", team.join, name="join"),
    path("files/<uuid:key>/", files.download, name="file"),
    path("pilots/", pilots.index, name="pilots"),
    path("pilots/<slug:slug>/", pilots.pilot, name="pilot"),
    # Where the open data was, below each language; what it says has no language.
    path("results.json", RedirectView.as_view(pattern_name="results", permanent=True)),
]
