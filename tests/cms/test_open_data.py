"""Open data that can be used away from the site: what it is about, whose, and under which name."""

import json

import gpxpy
import pytest
from django.urls import reverse
from django.utils.translation import override

from ground.pagecache.generation import begin_generation
from tests.factories.incubator import PilotFactory
from tests.factories.marketplace import PlaceFactory

CC_BY = "https://creativecommons.org/licenses/by/4.0/"


@pytest.fixture
def route(tree):
    places = [
        PlaceFactory.create(latitude=latitude, longitude=longitude)
        for latitude, longitude in [("50.41", "2.79"), ("50.47", "2.91")]
    ]
    return tree.route(
        *places,
        slug="boucle",
        title="La boucle",
        teaser="Deux heures.",
        geometry=[[50.42, 2.75], [50.44, 2.78]],
        is_schematic=False,
    )


def read(client, path):
    return json.loads(client.get(path).content)


def test_each_feature_says_what_it_is_whose_and_where_it_is_told(client, route, tree):
    tree.place(PlaceFactory.create(name_fr="Fosse 7", summary_fr="Un chevalement."))
    features = [
        *read(client, "/fr/routes/boucle.geojson")["features"],
        *read(client, "/fr/places.geojson")["features"],
    ]
    assert len({feature["id"] for feature in features}) == len(features) == 6
    for feature in features:
        told = feature["properties"]
        assert (told["licence"], told["author"]) == (CC_BY, "Autour du puits")
        assert told["name"]
        assert feature["id"].startswith("http://testserver/id/")
    line, first, *_rest = features
    assert line["properties"]["description"] == "Deux heures."
    assert first["properties"]["description"] == "Regardez."
    assert first["properties"]["url"] == "http://testserver/fr/routes/boucle/#stop-1"


def test_the_name_of_a_thing_leads_to_its_page_in_the_readers_language(client, tree):
    place = PlaceFactory.create()
    french = tree.place(place)
    english = tree.place(place, language="en", key=french.translation_key)
    pages = {"fr": french, "en": english}
    (feature,) = read(client, "/fr/places.geojson")["features"]
    for language, page in pages.items():
        led = client.get(feature["id"], headers={"accept-language": language})
        assert (led.status_code, led.url) == (302, page.url)
    place.name_fr = "Autre nom"
    place.slug = "autre-nom"
    place.save()
    begin_generation()
    (again,) = read(client, "/fr/places.geojson")["features"]
    assert again["id"] == feature["id"]


def test_each_name_leads_somewhere(client, route):
    for feature in read(client, "/fr/routes/boucle.geojson")["features"]:
        assert client.get(feature["id"], headers={"accept-language": "fr"}).url == route.url


@pytest.mark.parametrize(
    "name", ["places/0", "places/x", "pages/x", "stops/7", "pilots/999999999999999999999", "x/1"]
)
def test_a_name_of_nothing_is_404(client, tree, name):
    assert client.get(f"/id/{name}/").status_code == 404


def test_a_gpx_says_whose_it_is_and_how_far_it_reaches(client, route):
    made = gpxpy.parse(client.get("/fr/routes/boucle.gpx").content.decode())
    assert (made.author_name, made.author_link) == ("Autour du puits", "http://testserver")
    assert (made.copyright_author, made.copyright_license) == ("Autour du puits", CC_BY)
    bounds = made.bounds
    assert (bounds.min_latitude, bounds.max_latitude) == (50.41, 50.47)
    assert (bounds.min_longitude, bounds.max_longitude) == (2.75, 2.91)
    assert made.waypoints[1].link == "http://testserver/fr/routes/boucle/#stop-2"


def test_results_have_one_address_and_names_that_stay(client, tree):
    pilot = PilotFactory.create(state="published", verdict="scale")
    assert reverse("results") == "/incubator/results.json"
    document = read(client, "/incubator/results.json")
    for language in ("fr", "en"):
        old = client.get(f"/{language}/incubator/results.json")
        assert (old.status_code, old.url) == (301, "/incubator/results.json")
        with override(language):
            begin_generation()
            assert read(client, "/incubator/results.json") == document
    (result,) = document["pilots"]
    assert result["id"] == f"http://testserver/id/pilots/{pilot.pk}/"
    assert client.get(result["id"], headers={"accept-language": "en"}).url == (
        f"/en/incubator/pilots/{pilot.slug}/"
    )
    assert set(result["url"]) == {"fr", "en"}
    pilot.slug = "autre"
    pilot.save()
    begin_generation()
    assert read(client, "/incubator/results.json")["pilots"][0]["id"] == result["id"]
