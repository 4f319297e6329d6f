"""What the page of a product says, and in which language."""

import json
import re

import pytest
from django.urls import reverse
from django.utils.translation import override

from marketplace.forks.catalogue.models import Product
from marketplace.studio.actions.creation import Origin
from tests.factories.marketplace import ArtisanFactory, CraftFactory, PlaceFactory, make_product

pytestmark = pytest.mark.django_db


def test_it_says_what_how_much_who_and_where(client):
    artisan = ArtisanFactory.create(name="Atelier Gaillette", commune="Loos")
    origin = Origin(
        craft=CraftFactory.create(name_fr="Savon"),
        made_at=PlaceFactory.create(name_fr="Base 11/19"),
        statements=[{"fr": "Cahier de cuvées", "en": "Batch book"}],
    )
    product = make_product(artisan=artisan, origin=origin, title="Savon noir", price="8.50")
    page = client.get(product.get_absolute_url()).content.decode()
    for words in ["Savon noir", "8,50", "Atelier Gaillette", "Base 11/19", "Cahier de cuvées"]:
        assert words in page


def test_search_engines_read_price_and_availability(client):
    product = make_product(price="8.50", stock=0)
    page = client.get(product.get_absolute_url()).content.decode()
    blocks = [json.loads(text) for text in re.findall(r'ld\+json">(.*?)</script>', page, re.S)]
    offer = next(block for block in blocks if block["@type"] == "Product")["offers"][0]
    assert (offer["price"], offer["availability"]) == ("8.50", "https://schema.org/OutOfStock")


def test_each_variant_says_how_few_are_left_of_it(client):
    product = make_product(
        variants=[("rouge", "9.00", 2), ("bleu", "9.00", 8), ("vert", "9.00", 0)]
    )
    page = client.get(product.get_absolute_url()).content.decode()
    choices = re.findall(r'buy-choice-name">(\w+)<.*?</label>', page)
    notes = re.findall(r'<label class="buy-choice">(.*?)</label>', page)
    said = [re.findall(r'buy-choice-note">(.*?)<', note) for note in notes]
    assert dict(zip(choices, said, strict=True)) == {
        "rouge": ["2 dernières pièces"],
        "bleu": [],
        "vert": ["Épuisé"],
    }
    assert "buy-stock" not in page


def test_old_addresses_lead_to_the_present_one(client):
    product = make_product(upc="lampe", variants=[("lampe-24", "9.00", 1)])
    child = Product.objects.get(upc="lampe-24")
    for pk in (product.pk, child.pk):
        response = client.get(reverse("catalogue:detail", args=["old-name", pk]))
        assert response.status_code == 301
        assert response.headers["Location"] == product.get_absolute_url()


@pytest.mark.parametrize("trait", ["hidden", "closed", "nobody"])
def test_what_is_not_public_is_not_found(client, trait):
    product = make_product(
        artisan=ArtisanFactory.create(closed=trait == "closed"), is_public=trait != "hidden"
    )
    if trait == "nobody":
        product.stockrecords.all().delete()
    assert client.get(product.get_absolute_url()).status_code == 404


def test_an_artisan_who_is_away_sells_nothing_but_shows_all(client):
    artisan = ArtisanFactory.create(away=True)
    product = make_product(artisan=artisan)
    page = client.get(product.get_absolute_url())
    assert page.status_code == 200
    assert 'type="submit"' not in page.content.decode().split("data-basket>")[1].split("</form>")[0]


def test_descriptions_are_sanitised_when_saved():
    product = make_product(texts={"description": {"fr": '<p onclick="x()">Oui<script>x</script>'}})
    product.refresh_from_db()
    assert product.description_fr == "<p>Oui</p>"


@pytest.mark.parametrize("others", [0, 9])
def test_it_costs_no_more_with_many_variants_pictures_and_neighbours(
    client, settings, others, django_assert_max_num_queries
):
    settings.PAGE_CACHE = False
    artisan = ArtisanFactory.create()
    for _ in range(others):
        make_product(artisan=artisan)
    variants = [(f"v{number}", "9.00", 1) for number in range(1 + others)]
    product = make_product(artisan=artisan, variants=variants)
    client.get(reverse("catalogue:index"))  # what every page loads once
    with django_assert_max_num_queries(12):
        assert client.get(product.get_absolute_url()).status_code == 200
    with django_assert_max_num_queries(0):
        client.get(product.get_absolute_url())


class TestWordsInAnotherLanguage:
    def shown(self, client, language, **titles):
        product = make_product()
        for code in ("fr", "en"):
            setattr(product, f"title_{code}", titles.get(code, ""))
        product.save()
        with override(language):
            return client.get(product.get_absolute_url()).content.decode()

    def test_what_is_written_in_one_language_says_so_in_the_other(self, client):
        page = self.shown(client, "en", fr="Lampe de poche")
        assert '<h1 lang="fr">Lampe de poche</h1>' in page
        assert "The artisan has written this in french only." in page

    def test_it_goes_the_other_way_round_too(self, client):
        page = self.shown(client, "fr", en="Pocket lamp")
        assert '<h1 lang="en">Pocket lamp</h1>' in page
        assert "L’artisan n’a écrit ceci qu’en anglais." in page

    def test_what_is_written_in_the_readers_language_says_nothing(self, client):
        page = self.shown(client, "en", fr="Lampe de poche", en="Pocket lamp")
        assert "<h1>Pocket lamp</h1>" in page
        assert "has written this in" not in page


@pytest.mark.parametrize(("size", "words"), [(1, "1 numbered piece<"), (12, "12 numbered pieces<")])
def test_one_numbered_piece_is_one(client, size, words):
    product = make_product(edition_size=size)
    with override("en"):
        assert words in client.get(product.get_absolute_url()).content.decode()
