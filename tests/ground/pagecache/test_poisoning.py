"""What one visitor sends changes no page that another one gets."""

import re

import pytest
from django.core.cache import cache

from ground.pagecache.middleware import key_of
from tests.factories.marketplace import make_product

pytestmark = pytest.mark.django_db

EVIL = "evil.example"
PAGES = ["/fr/shop/", "/en/shop/", "/fr/artisans/", "/fr/incubator/", "/fr/search/?q=lampe"]
HEADERS = {
    "X-Forwarded-Host": EVIL,
    "X-Host": EVIL,
    "X-Forwarded-Server": EVIL,
    "Forwarded": f"host={EVIL};proto=gopher",
    "X-Forwarded-Proto": "gopher",
    "X-Forwarded-Scheme": "gopher",
    "X-Forwarded-Port": "1337",
    "X-Forwarded-Prefix": f"/{EVIL}",
    "X-Original-URL": f"/{EVIL}",
    "X-Rewrite-URL": f"/{EVIL}",
    "X-HTTP-Method-Override": "POST",
    "Accept-Language": "en-GB, en;q=0.9",
    "Referer": f"https://{EVIL}/",
    "Origin": f"https://{EVIL}",
    "Cookie": f"sessionid={'e' * 32}; csrftoken={'e' * 32}; django_language=en",
    "User-Agent": f"<script src=//{EVIL}>",
}


@pytest.fixture(autouse=True)
def cached(settings):
    settings.PAGE_CACHE = True
    make_product()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("header", HEADERS)
def test_no_header_is_kept_in_a_page(client, page, header):
    as_it_is = client.get(page)
    cache.clear()
    client.cookies.clear()
    first = client.get(page, headers={header: HEADERS[header]})
    assert "ETag" in first.headers
    kept = client.get(page)
    assert first.content == kept.content == as_it_is.content


@pytest.mark.parametrize("host", [EVIL, f"testserver@{EVIL}", f"testserver.{EVIL}"])
def test_a_host_that_is_not_ours_is_refused_and_keeps_nothing(client, host):
    refused = client.get("/fr/shop/", headers={"Host": host})
    assert refused.status_code == 400
    assert EVIL not in client.get("/fr/shop/").content.decode()


@pytest.mark.parametrize("host", ["testserver:1337", "TESTSERVER", "testserver."])
def test_another_spelling_of_our_host_is_another_page(client, host):
    client.get("/fr/shop/", headers={"Host": host})
    page = client.get("/fr/shop/").content.decode()
    assert 'rel="canonical" href="http://testserver/fr/shop/"' in page
    assert host not in page.replace("testserver/", "")


def test_the_front_door_leads_each_reader_by_their_own_language(client):
    for language in ("fr", "en", "fr"):
        led = client.get("/", headers={"Accept-Language": language})
        assert led.headers["Location"] == f"/{language}/"
        assert "Accept-Language" in led.headers["Vary"]
        assert "ETag" not in led.headers


CAMPAIGNS = ["utm_source=lettre&utm_medium=mail", "fbclid=IwAR0x", "gclid=1&mc_eid=2", "utm_id"]


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_a_campaign_has_no_pages_of_its_own_and_is_in_no_link(client, rf, campaign):
    plain = client.get("/fr/shop/")
    with_it = client.get(f"/fr/shop/?{campaign}")
    assert with_it.content == plain.content
    asked = client.get(f"/fr/shop/?{campaign}&with_all=1&{campaign}").content.decode()
    assert asked == client.get("/fr/shop/?with_all=1").content.decode()
    assert not re.search(r"utm_|fbclid|gclid|mc_eid", asked)


def test_what_a_page_reads_stays_in_its_address(client):
    page = client.get("/fr/search/?q=utm_source%3Dlampe&utm_source=lettre")
    assert page.context["asked"] == "utm_source=lampe"
    assert page.wsgi_request.get_full_path() == "/fr/search/?q=utm_source%3Dlampe"


def test_pages_of_different_addresses_are_kept_apart(rf):
    paths = ("/fr/shop/", "/en/shop/", "/fr/shop/?page=2", "/fr/shop//", "/fr/shop/%3Fpage=2")
    keys = {key_of(rf.get(path, secure=secure)) for path in paths for secure in (False, True)}
    assert len(keys) == 10
