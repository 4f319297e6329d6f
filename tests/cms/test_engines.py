"""What search engines and social networks are told."""

import json
import re

from cms import models
from tests.factories.marketplace import PlaceFactory, make_product


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
