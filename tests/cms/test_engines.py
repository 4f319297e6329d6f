"""What search engines and social networks are told."""

import json
import re
from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from cms import models
from ground.provenance.models import Picture
from tests.factories.files import picture as drawn
from tests.factories.incubator import CallFactory, PilotFactory
from tests.factories.marketplace import ArtisanFactory, PlaceFactory, make_product


def described(page):
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return {
        data["@type"] if isinstance(data["@type"], str) else data["@type"][0]: data
        for data in map(json.loads, found)
    }


def test_the_map_of_the_site_names_pages_with_their_translations_and_products(tree, client):
    story = tree.story(slug="la-lampe")
    tree.story(slug="the-lamp", language="en", key=story.translation_key)
    product = make_product()
    tree.story(slug="brouillon", live=False)
    text = client.get("/sitemap.xml").content.decode()
    assert "<loc>http://testserver/fr/stories/la-lampe/</loc>" in text
    assert 'hreflang="en" href="http://testserver/en/stories/the-lamp/"' in text
    assert f"<loc>http://testserver{product.get_absolute_url()}</loc>" in text
    assert "brouillon" not in text


def test_the_map_of_the_site_names_the_front_pages_of_shop_and_incubator(tree, client):
    text = client.get("/sitemap.xml").content.decode()
    for path in (
        "/fr/shop/",
        "/en/shop/",
        "/fr/artisans/",
        "/fr/incubator/",
        "/en/incubator/pilots/",
    ):
        assert f"<loc>http://testserver{path}</loc>" in text


def test_old_browsers_find_the_sign_of_the_site(client):
    response = client.get("/favicon.ico")
    assert (response.status_code, response.headers["Location"]) == (302, "/static/img/mark.png")


def test_robots_are_kept_out_of_what_is_private(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_a_story_is_an_article_told_at_a_place(tree, client):
    place = PlaceFactory.create()
    story = tree.story(title="La lampe </script>", told_at=place, byline="La rédaction")
    page = client.get(story.url).content.decode()
    article = described(page)["Article"]
    assert article["headline"] == "La lampe </script>"
    assert article["author"]["name"] == "La rédaction"
    assert article["contentLocation"]["geo"]["latitude"] == 50.43
    assert described(page)["BreadcrumbList"]["itemListElement"][-1]["name"] == story.title


def test_products_and_artisans_say_what_they_are_with_whole_addresses(client, db):
    product = make_product()
    artisan = product.stockrecords.get().partner
    page = described(client.get(product.get_absolute_url()).content.decode())
    assert page["Product"]["offers"][0]["seller"]["name"] == artisan.name
    assert page["BreadcrumbList"]["itemListElement"][0]["item"] == "http://testserver/fr/shop/"
    shop = described(client.get(artisan.get_absolute_url()).content.decode())
    assert shop["LocalBusiness"]["url"] == f"http://testserver{artisan.get_absolute_url()}"


def shared(client, url):
    """The address of the picture that social networks show with the page."""
    found = re.findall(r'property="og:image" content="(.*?)"', client.get(url).content.decode())
    return found[0] if found else ""


def test_what_has_a_picture_is_shared_with_it(tree, client):
    place = PlaceFactory.create()
    image = ContentFile(drawn(), "heap.jpg")
    picture = Picture.objects.create(title="Heap", width=40, height=30, file=image)
    story = tree.story(told_at=place, picture=picture)
    call = CallFactory.create(picture=picture)
    pilot = PilotFactory.create(picture=picture)
    artisan = ArtisanFactory.create(portrait=picture)
    for page in (story.url, "/fr/", *(one.get_absolute_url() for one in (call, pilot, artisan))):
        assert re.match(r"http://testserver/.*fill-1200x630", shared(client, page)), page
    assert shared(client, "/fr/places/").endswith("/img/share.png")  # which has none to show


def test_places_routes_events_and_destinations_say_what_they_are(tree, client):
    place = PlaceFactory.create(kind="museum")
    pages = {
        "Museum": tree.place(place),
        "TouristTrip": tree.route(place),
        "Event": tree.event(place=place),
        "TouristDestination": tree.put(
            models.DestinationPage, "network", country="DE", latitude="51", longitude="7"
        ),
        "Organization": tree.home["fr"],
    }
    for kind, page in pages.items():
        assert kind in described(client.get(page.url).content.decode()), page


def test_the_dates_of_an_event_belong_to_it_and_each_thing_has_one_name(tree, client):
    start = timezone.now() + timedelta(days=9)
    sessions = [
        models.EventSession(
            starts_at=start + timedelta(days=day),
            ends_at=start + timedelta(days=day, hours=3),
            locale=tree.home["fr"].locale,
        )
        for day in (2, 0, 1)
    ]
    page = tree.put(models.EventPage, "events", sessions=sessions, place=PlaceFactory.create())
    event = described(client.get(page.url).content.decode())["Event"]
    parts = event["subEvent"]
    assert [part["superEvent"] for part in parts] == [{"@id": event["@id"]}] * 3
    assert len({event["@id"], *(part["@id"] for part in parts)}) == 4
    assert [parts[0]["startDate"], parts[-1]["endDate"]] == [event["startDate"], event["endDate"]]
    assert client.get(event["@id"], headers={"accept-language": "fr"}).url == page.url
    alone = tree.event()
    assert "subEvent" not in described(client.get(alone.url).content.decode())["Event"]


def test_a_thing_has_the_same_name_in_every_language_and_wherever_it_is_told(tree, client):
    place = PlaceFactory.create(kind="museum")
    french = tree.place(place)
    english = tree.place(place, language="en", key=french.translation_key)
    names = {
        described(client.get(page.url).content.decode())["Museum"]["@id"]
        for page in (french, english)
    }
    story = described(client.get(tree.story(told_at=place).url).content.decode())["Article"]
    assert names == {story["contentLocation"]["@id"]}


def test_nothing_is_said_to_machines_of_what_is_invented(tree, client):
    artisan = ArtisanFactory.create(is_invented=True)
    pages = [
        tree.event(is_invented=True).url,
        tree.put(
            models.DestinationPage,
            "network",
            country="DE",
            latitude="51",
            longitude="7",
            is_example=True,
        ).url,
        artisan.get_absolute_url(),
        make_product(artisan=artisan).get_absolute_url(),
    ]
    for page in pages:
        kinds = set(described(client.get(page).content.decode()))
        assert (page, kinds - {"BreadcrumbList"}) == (page, set())
