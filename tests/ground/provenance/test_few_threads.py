"""Pictures that are drawn never take all threads: what is too much is asked for again."""

import threading

import pytest
from django.http import HttpResponse
from wagtail.images.views.serve import ServeView

from ground.provenance import views


@pytest.fixture
def slow(monkeypatch):
    """A store that answers once it is told to; gives how many are with it, and how to go on."""
    there, go_on = threading.Semaphore(0), threading.Event()

    def get(self, request, *args, **kwargs):
        there.release()
        assert go_on.wait(60)
        return HttpResponse("drawn")

    monkeypatch.setattr(ServeView, "get", get)
    return there, go_on


def test_two_draw_two_wait_and_the_fifth_comes_again(rf, slow, settings):
    there, go_on = slow
    answers: list[int] = []

    def ask() -> None:
        answers.append(views.cut(rf.get("/pictures/")).status_code)

    threads = [threading.Thread(target=ask) for _ in range(2 * settings.PICTURE_THREADS)]
    for thread in threads:
        thread.start()
    for _ in range(settings.PICTURE_THREADS):
        assert there.acquire(timeout=60)
    while views._here._value:  # the others come to wait
        pass
    busy = views.cut(rf.get("/pictures/"))
    assert (busy.status_code, busy.headers["Retry-After"]) == (503, "2")
    assert busy.headers["Cache-Control"] == "no-store"
    assert answers == []
    go_on.set()
    for thread in threads:
        thread.join()
    assert answers == [200] * len(threads)


def test_who_waited_long_comes_again(rf, monkeypatch):
    monkeypatch.setattr(views, "SECONDS_OF_PATIENCE", 0.01)
    held = [views._drawing.acquire() for _ in range(2)]
    assert views.cut(rf.get("/pictures/")).status_code == 503
    for _ in held:
        views._drawing.release()


def test_a_failure_gives_its_place_back(rf, monkeypatch):
    def fail(self, request, *args, **kwargs):
        raise OSError("the store is gone")

    monkeypatch.setattr(ServeView, "get", fail)
    for _ in range(9):
        with pytest.raises(OSError, match="gone"):
            views.cut(rf.get("/pictures/"))
