"""The map of the site, however large it is."""

from xml.etree import ElementTree

import pytest

from cms.sitemaps import OurSitemap
from tests.factories.marketplace import make_product

XMLNS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read(client, address):
    response = client.get(address)
    assert response.headers["Content-Type"] == "application/xml"
    root = ElementTree.fromstring(response.content)  # noqa: S314  (what we wrote)
    return root.tag.removeprefix(XMLNS), [found.text for found in root.iter(f"{XMLNS}loc")]


def test_what_fits_into_one_file_is_one(tree, client):
    product = make_product()
    kind, addresses = read(client, "/sitemap.xml")
    assert kind == "urlset"
    assert f"http://testserver{product.get_absolute_url()}" in addresses


def test_what_does_not_is_parts_that_hold_all_of_it_in_every_language(tree, client, monkeypatch):
    for _number in range(4):
        make_product()
    whole = read(client, "/sitemap.xml")[1]
    monkeypatch.setattr(OurSitemap, "limit", 5)
    kind, parts = read(client, "/sitemap.xml?again")
    assert kind == "sitemapindex"
    assert [part for part in parts if "products" in part] == [
        "http://testserver/sitemap-products-1.xml",
        "http://testserver/sitemap-products-2.xml",
    ]
    held = [read(client, part) for part in parts]
    assert {kind for kind, _addresses in held} == {"urlset"}
    assert all(len(addresses) <= 5 for _kind, addresses in held)
    assert sorted(one for _kind, addresses in held for one in addresses) == sorted(whole)


@pytest.mark.parametrize("part", ["products-0", "products-9", "nonsense-1"])
def test_a_part_that_is_none_is_404(tree, client, part):
    assert client.get(f"/sitemap-{part}.xml").status_code == 404


def test_the_limit_is_the_protocols():
    assert OurSitemap.limit == 50_000
