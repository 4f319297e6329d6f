"""Many ask for a page at once after a change: it is drawn once."""

import threading
import time
from collections.abc import Callable

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.http import HttpResponse

from ground.pagecache import public_page, turns
from ground.pagecache.generation import begin_generation
from ground.pagecache.middleware import PageCacheMiddleware, key_of


class Slow:
    """A view that begins, says so, and ends when it is told to."""

    def __init__(self, mark: Callable = public_page) -> None:
        self.times = 0
        self.begun, self.go_on = threading.Semaphore(0), threading.Event()
        self.go_on.set()
        self.page = PageCacheMiddleware(mark(self.draw))

    def draw(self, request) -> HttpResponse:
        self.times += 1
        said = f"drawn {self.times}"
        self.begun.release()
        assert self.go_on.wait(60)
        return HttpResponse(said)


@pytest.fixture(autouse=True)
def kept(settings):
    settings.PAGE_CACHE = True


@pytest.fixture
def ask(rf):
    def ask(view: Slow, **cookies: str) -> bytes:
        request = rf.get("/fr/shop/")
        request.COOKIES = cookies
        return view.page(request).content

    return ask


def at_once(view: Slow, ask: Callable[[], bytes], times: int) -> list[bytes]:
    """What `times` visitors get who come while the first one's page is drawn."""
    answers: list[bytes] = []
    view.go_on.clear()
    first = threading.Thread(target=lambda: answers.append(ask()))
    first.start()
    assert view.begun.acquire(timeout=60)
    others = [threading.Thread(target=lambda: answers.append(ask())) for _ in range(times - 1)]
    for other in others:
        other.start()
    view.go_on.set()
    for thread in (first, *others):
        thread.join(60)
    return answers


def test_a_page_is_drawn_once_for_all_who_come_meanwhile(ask):
    view = Slow()
    assert at_once(view, lambda: ask(view), 6) == [b"drawn 1"] * 6
    assert view.times == 1


def test_after_a_change_too_and_for_those_with_a_session(ask):
    view = Slow()
    ask(view)
    view.begun.acquire()
    begin_generation()
    session = {django_settings.SESSION_COOKIE_NAME: "s"}
    assert at_once(view, lambda: ask(view, **session), 6) == [b"drawn 2"] * 6
    assert view.times == 2


@pytest.fixture
def being_drawn(rf):
    """Somebody has the page drawn anew, and is not done."""
    assert turns.is_first(key_of(rf.get("/fr/shop/")))


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(turns, "SECONDS_OF_PATIENCE", 0)


def changed_after_it_was_drawn(ask, seconds: float, monkeypatch) -> Slow:
    view = Slow()
    ask(view)
    begin_generation()
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + seconds)
    return view


def test_a_stranger_gets_the_page_of_a_moment_ago(ask, rf, monkeypatch):
    view = changed_after_it_was_drawn(ask, 4, monkeypatch)
    assert turns.is_first(key_of(rf.get("/fr/shop/")))
    assert ask(view) == b"drawn 1"


def test_nobody_gets_one_that_is_older(ask, rf, monkeypatch, impatient):
    view = changed_after_it_was_drawn(ask, 6, monkeypatch)
    assert turns.is_first(key_of(rf.get("/fr/shop/")))
    assert ask(view) == b"drawn 2"


@pytest.mark.parametrize("cookie", ["SESSION_COOKIE_NAME", "OSCAR_BASKET_COOKIE_OPEN"])
def test_who_may_have_changed_it_sees_the_change(ask, rf, monkeypatch, impatient, cookie):
    view = changed_after_it_was_drawn(ask, 1, monkeypatch)
    assert turns.is_first(key_of(rf.get("/fr/shop/")))
    assert ask(view, **{getattr(django_settings, cookie): "x"}) == b"drawn 2"


def test_nobody_waits_for_ever(ask, being_drawn, impatient):
    assert ask(Slow()) == b"drawn 1"


def test_a_page_that_is_not_kept_is_drawn_for_each(ask):
    view = Slow(mark=lambda draw: draw)
    assert sorted(at_once(view, lambda: ask(view), 3)) == [b"drawn 1", b"drawn 2", b"drawn 3"]


def test_nobody_waits_for_anothers_private_page(ask, being_drawn):
    view = Slow(mark=lambda draw: draw)
    assert ask(view, **{django_settings.SESSION_COOKIE_NAME: "s"}) == b"drawn 1"


def test_the_turn_ends_where_drawing_fails(ask, rf):
    view = Slow()

    def fail(request):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        PageCacheMiddleware(public_page(fail))(rf.get("/fr/shop/"))
    assert f"{key_of(rf.get('/fr/shop/'))}:turn" not in cache
    assert ask(view) == b"drawn 1"
