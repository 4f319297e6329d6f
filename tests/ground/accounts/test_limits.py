"""How often one may ask: who is counted together, and what is said to who asks too often."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory
from django.urls import reverse

from ground.accounts.limits import TooOften, count
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

SAID = {"fr": "Trop d’essais en peu de temps", "en": "Too many tries in a short time"}


@pytest.fixture(autouse=True)
def limits(settings):
    settings.LIMITS = {"knock": {"visitor": (2, 60), "address": (4, 600), "neighbour": (3, 60)}}


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """`clock(9)`: nine seconds into a minute."""

    def at(second):
        monkeypatch.setattr("time.time", lambda: 1_800_000_000 + second)

    at(0)
    return at


def knock(user=None, address="192.0.2.1", session="", neighbour=""):
    request = RequestFactory().get("/", REMOTE_ADDR=address)
    request.user = user or AnonymousUser()
    request.session = SessionStore(session_key=session or None)
    count("knock", request, neighbour=neighbour)


def seconds_to_wait(**who):
    with pytest.raises(TooOften) as refused:
        knock(**who)
    return refused.value.seconds


def test_one_time_too_many_is_refused_until_the_minute_is_over(clock):
    somebody = UserFactory.create()
    knock(somebody)
    knock(somebody)
    clock(42)
    assert seconds_to_wait(user=somebody) == 18
    clock(60)
    knock(somebody)


def test_visitors_are_counted_by_account_or_session():
    somebody, another = UserFactory.create_batch(2)
    for who in ({"user": somebody}, {"user": another}, {"session": "s" * 32}):
        knock(**who, address="192.0.2.1")
        knock(**who, address="192.0.2.2")
        assert seconds_to_wait(**who, address="192.0.2.3") == 60


def test_an_address_is_counted_whoever_asks_from_there():
    for person in UserFactory.create_batch(4):
        knock(person)
    assert seconds_to_wait(user=UserFactory.create()) == 600
    knock(UserFactory.create(), address="192.0.2.2")


def test_who_is_refused_uses_up_nothing_of_the_others_behind_the_address():
    restless = UserFactory.create()
    knock(restless)
    knock(restless)
    for _ in range(9):
        seconds_to_wait(user=restless)
    knock(UserFactory.create())
    knock(UserFactory.create())


def test_a_household_with_many_addresses_is_one():
    for number in range(4):
        knock(address=f"2001:db8:1:1::{number}")
    assert seconds_to_wait(address="2001:db8:1:1:ffff::1") == 600
    knock(address="2001:db8:1:2::1")


def test_addresses_of_the_old_kind_are_told_apart_also_where_a_proxy_writes_them_anew():
    for _ in range(4):
        knock(address="::ffff:192.0.2.1")
    assert seconds_to_wait(address="::ffff:192.0.2.1") == 600
    knock(address="::ffff:192.0.2.2")


def test_somebody_who_does_not_ask_is_counted_wherever_it_comes_from():
    for number in range(3):
        knock(address=f"192.0.2.{number}", neighbour="a@b.example")
    assert seconds_to_wait(address="192.0.2.9", neighbour="a@b.example") == 60
    knock(address="192.0.2.9", neighbour="c@d.example")


@pytest.fixture(params=["memory", pytest.param("redis", marks=pytest.mark.redis)])
def kept_in(request, settings):
    """The cache of the demonstration, and the one that several processes have in common."""
    if request.param == "redis":
        backend = "django.core.cache.backends.redis.RedisCache"
        settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": os.environ["REDIS_URL"]}}


def test_all_who_ask_at_the_same_moment_are_counted(kept_in):
    def refused(_number):
        try:
            knock()
        except TooOften:
            return True
        return False

    with ThreadPoolExecutor(max_workers=8) as crowd:
        assert sum(crowd.map(refused, range(40))) == 36


def test_a_counter_thrown_out_of_the_cache_stops_nobody(monkeypatch):
    def gone(key):
        raise ValueError(key)

    monkeypatch.setattr("django.core.cache.cache.incr", gone)
    for _ in range(9):
        knock(session="s" * 32)


@pytest.mark.parametrize("language", SAID)
def test_who_searches_too_often_reads_so_and_when_to_come_back(client, settings, clock, language):
    settings.LIMITS = {"search": {"address": (2, 300)}}
    clock(0)
    page = f"/{language}/search/"
    for asked in ("lampe", "terril"):
        assert client.get(page, {"q": asked}).status_code == 200
    clock(100)
    refused = client.get(page, {"q": "brique"})
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "200")
    assert f"<h1>{SAID[language]}</h1>" in refused.content.decode()
    assert "Vary" not in refused.headers or "Cookie" not in refused.headers["Vary"]
    assert client.get(page, {"q": "lampe"}).status_code == 200  # kept: it costs nothing
    assert client.get(page).status_code == 200
    clock(300)
    assert client.get(page, {"q": "brique"}).status_code == 200


@pytest.mark.parametrize("language", SAID)
def test_who_tries_to_sign_in_too_often_reads_the_same_page(client, settings, language):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    page = f"/{language}/account/login/"
    form = {"login": "lea@terril.example", "password": "guess"}
    client.post(page, form)
    refused = client.post(page, form)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "300")
    assert f"<h1>{SAID[language]}</h1>" in refused.content.decode()


def test_in_production_the_address_is_what_the_proxy_says(client, settings):
    settings.ALLAUTH_TRUSTED_CLIENT_IP_HEADER = "X-Real-IP"
    settings.LIMITS = {"search": {"address": (1, 300)}}

    def search(asked, **headers):
        page = reverse("search")
        return client.get(page, {"q": asked}, headers=headers).status_code

    assert search("a", x_real_ip="192.0.2.1") == 200
    assert search("b", x_real_ip="192.0.2.2") == 200
    assert search("c", x_real_ip="192.0.2.1", x_forwarded_for="192.0.2.3") == 429
