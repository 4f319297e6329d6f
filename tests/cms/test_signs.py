"""Signs that XML forbids stand in no file for machines, even where they stand in the database."""

import json
import re

import icalendar
import pytest
from defusedxml import ElementTree
from django.core import mail
from django.urls import reverse

from ground.letters.outbox import put
from ground.provenance.models import Place
from ground.typed.signs import NO_TEXT, as_pasted, readable
from marketplace.forks.catalogue.models import Product
from tests.factories.incubator import PilotFactory
from tests.factories.letters import make_letter
from tests.factories.marketplace import ArtisanFactory, PlaceFactory, make_product

PASTED = "Fosse\x0b9\x0cbis\x1f\ufffe"
READ = "Fosse 9 bis  "


@pytest.fixture
def pasted(tree):
    """A page of each kind, and a place, whose names hold such signs."""
    place = PlaceFactory.create(name_fr="Fosse 9")
    Place.objects.update(name_fr=PASTED, name=PASTED)
    place.refresh_from_db()
    tree.route(place, title=PASTED, teaser=PASTED, slug="un", geometry=[[50.4, 2.8], [50.5, 2.9]])
    tree.event(title=PASTED, teaser=PASTED, slug="nuit", place=place)
    tree.story(title=PASTED, teaser=PASTED, slug="recit", told_at=place)
    tree.place(place, slug="fosse")
    return tree


def fetched(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_a_route_is_well_formed_gpx(client, pasted):
    read = ElementTree.fromstring(fetched(client, "/fr/routes/un.gpx"))
    names = [name.text for name in read.iter("{http://www.topografix.com/GPX/1/1}name")]
    assert names == [READ, "Autour du puits", f"Devant {READ}"]  # of the route, its author, a stop


@pytest.mark.parametrize("address", ["/fr/routes/un.geojson", "/fr/places.geojson"])
def test_geojson_names_them_without(client, pasted, address):
    features = json.loads(fetched(client, address))["features"]
    names = [feature["properties"]["name"] for feature in features]
    assert READ in " ".join(names)
    assert not NO_TEXT.search("".join(names))


def test_a_calendar_names_them_without(client, pasted):
    text = fetched(client, "/fr/events/nuit.ics")
    assert not NO_TEXT.search(text)
    entry = icalendar.Calendar.from_ical(text).walk("VEVENT")[0]
    assert entry["SUMMARY"] == f"{READ}: Veillée"
    assert entry["LOCATION"].startswith(READ)


@pytest.mark.parametrize(
    "address", ["routes/un/", "events/nuit/", "stories/recit/", "places/fosse/"]
)
def test_what_a_page_says_to_machines_is_without(client, pasted, address):
    page = fetched(client, f"/fr/{address}")
    said = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert READ in "".join(said)
    for data in said:
        assert json.loads(data) == readable(json.loads(data))


def test_the_shop_says_them_without(client, tree):
    artisan = ArtisanFactory.create(name=f"Atelier {PASTED}")
    product = make_product(artisan=artisan)
    Product.objects.update(title_fr=PASTED, teaser_fr=PASTED, description_fr=PASTED)
    for address in (product.get_absolute_url(), artisan.get_absolute_url()):
        page = fetched(client, address)
        said = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
        assert said
        for data in said:
            assert json.loads(data) == readable(json.loads(data))


def test_the_sitemap_is_well_formed(client, pasted):
    assert ElementTree.fromstring(fetched(client, "/sitemap.xml")).tag.endswith("urlset")


def test_results_name_them_without(client, db):
    PilotFactory(published=True, title_fr=PASTED)
    [pilot] = json.loads(fetched(client, reverse("results")))["pilots"]
    assert pilot == readable(pilot)
    assert READ in json.dumps(pilot)


@pytest.mark.django_db
def test_a_letter_says_them_without(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        letter = make_letter()
        letter.pk, letter.once = None, ""
        letter.subject = letter.text = letter.html = PASTED
        put(letter)
    sent = mail.outbox[-1]
    assert (sent.subject, sent.body) == (READ.strip(), READ)


def test_a_tabulator_and_line_ends_are_text():
    assert readable("un\tdeux\r\ntrois\u0085") == "un\tdeux\r\ntrois\u0085"


def test_a_form_leaves_a_nul_to_be_refused_in_words():
    assert as_pasted("a\x00b\x0bc") == "a\x00b c"
    assert as_pasted(["a\x0b", "b"]) == ["a ", "b"]
