"""Redis is refused, silent, or comes back: nobody's page fails, and nothing old is believed."""

import os
import socket
from collections.abc import Iterator

import pytest
from django.core.cache import caches
from redis.exceptions import RedisError

from ground.pagecache import shared
from ground.pagecache.generation import KEY, begin_generation, present_generation
from ground.pagecache.shared import Presence, SharedCache

OWN = {
    "BACKEND": "ground.pagecache.shared.OwnCache",
    "LOCATION": "own",
}
NOTHING = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}


def redis_at(server: str, while_away: str) -> dict[str, object]:
    return {
        "BACKEND": "ground.pagecache.shared.SharedCache",
        "LOCATION": server,
        "OPTIONS": {"while_away": while_away},
    }


def both(server: str) -> dict[str, object]:
    return {
        "default": redis_at(server, "own"),
        "sessions": redis_at(server, "nothing"),
        "own": OWN,
        "nothing": NOTHING,
        "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    }


@pytest.fixture(params=["refuses", "is silent"])
def away(request, settings, monkeypatch) -> Iterator[str]:
    """The address of a Redis that answers nobody."""
    monkeypatch.setattr(Presence, "known", {})
    monkeypatch.setattr(shared, "PATIENCE", {**shared.PATIENCE, "socket_timeout": 0.05})
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        if request.param == "is silent":
            server.listen()
        settings.CACHES = both(f"redis://127.0.0.1:{server.getsockname()[1]}/0")
        yield settings.CACHES["default"]["LOCATION"]
        caches["own"].clear()


def test_each_process_helps_itself(away):
    cache = caches["default"]
    cache.set("soup", "leek", timeout=60)
    assert cache.get("soup") == "leek"
    assert cache.get_many(["soup", "bread"]) == {"soup": "leek"}
    assert (cache.add("soup", "pea"), cache.add("bread", "rye")) == (False, True)
    assert "bread" in cache
    assert cache.delete("bread")
    assert cache.get("bread", "none") == "none"
    cache.set_many({"a": 1, "b": 2})
    assert cache.incr("a") == 2
    assert cache.touch("b", 5)
    cache.delete_many(["a"])
    with pytest.raises(ValueError, match="a"):
        cache.incr("a")
    assert cache.get_or_set("c", lambda: "made", timeout=5) == "made"
    cache.clear()
    assert cache.get("soup") is None


def test_no_session_is_remembered_by_one_process_alone(away):
    sessions = caches["sessions"]
    sessions.set("who", "Ada")
    assert sessions.get("who") is None


def test_it_is_left_alone_until_it_is_asked_again(away, monkeypatch):
    caches["default"].get("anything")

    def refuse(*args):
        raise AssertionError("asked though it is known to be away")

    monkeypatch.setattr(SharedCache, "_cache", property(refuse))
    assert caches["default"].get("anything") is None


def test_asking_for_its_health_asks_it(away):
    caches["default"].get("anything")
    with pytest.raises(RedisError):
        caches["default"].ping()


def test_pages_are_forgotten_soon_since_no_other_process_can_say_what_changed(away):
    begin_generation()
    assert present_generation() == present_generation()
    own = caches["own"]
    kept_for = own._expire_info[own.make_key(KEY)]
    assert kept_for is not None


@pytest.mark.django_db
def test_a_session_is_kept_by_the_database(away, client, settings):
    settings.SESSION_CACHE_ALIAS = "sessions"
    session = client.session
    session["typed"] = "half a letter"
    session.save()
    assert client.session["typed"] == "half a letter"


@pytest.mark.redis
def test_what_it_slept_through_is_forgotten_when_it_comes_back(settings, monkeypatch):
    monkeypatch.setattr(Presence, "known", {})
    settings.CACHES = both(os.environ["REDIS_URL"])
    cache = caches["default"]
    cache.set("page", "old")
    assert cache.get("page") == "old"

    cache.presence.left(RedisError("gone"))
    cache.set("page", "new")  # heard by this process alone
    cache.presence.asked_at -= shared.SECONDS

    assert cache.get("page") is None
    cache.set("page", "newest")
    assert cache.get("page") == "newest"
