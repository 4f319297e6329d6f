"""What is kept, for whom, and until when."""

from collections.abc import Callable
from gzip import decompress as gunzip

import pytest
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from ground.pagecache import forget_all, public_page
from ground.pagecache.middleware import LONGEST_QUERY, PageCacheMiddleware
from ground.provenance.models import Place


class Counted:
    """A view that says how often it was made."""

    def __init__(self, change: Callable[[HttpResponse], object] = lambda response: None) -> None:
        self.times = 0
        self.change = change

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.times += 1
        response = HttpResponse(f"made {self.times}")
        self.change(response)
        return response


@pytest.fixture(autouse=True)
def empty_cache(settings):
    settings.PAGE_CACHE = True
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def get(rf: RequestFactory):
    def get(view, path: str = "/fr/", method: str = "get", **headers: str) -> HttpResponse:
        return PageCacheMiddleware(view)(getattr(rf, method)(path, headers=headers))

    return get


def test_a_public_page_is_made_once(get):
    view = Counted()
    page = public_page(view)
    assert [get(page).content, get(page).content] == [b"made 1", b"made 1"]
    assert view.times == 1


def test_a_page_without_the_mark_is_made_each_time(get):
    view = Counted()
    assert [get(view).content, get(view).content] == [b"made 1", b"made 2"]


@pytest.mark.parametrize(
    "change",
    [
        lambda response: response.set_cookie("seen", "1"),
        lambda response: response.headers.__setitem__("Vary", "Cookie"),
        lambda response: setattr(response, "status_code", 404),
    ],
    ids=["sets a cookie", "looked at the session", "not found"],
)
def test_a_page_that_differs_from_one_to_another_is_never_kept(get, change):
    page = public_page(Counted(change))
    get(page)
    assert get(page).content == b"made 2"


def test_another_address_is_another_page(get):
    page = public_page(Counted())
    assert [get(page, "/fr/?page=1").content, get(page, "/fr/?page=2").content] == [
        b"made 1",
        b"made 2",
    ]


def test_a_very_long_query_is_not_kept(get):
    page = public_page(Counted())
    path = "/fr/?q=" + "x" * LONGEST_QUERY
    assert [get(page, path).content, get(page, path).content] == [b"made 1", b"made 2"]


def test_a_post_is_never_answered_from_the_cache(get):
    page = public_page(Counted())
    get(page)
    assert get(page, method="post").content == b"made 2"


def test_a_head_request_does_not_leave_a_page_behind(get):
    page = public_page(Counted())
    get(page, method="head")
    assert get(page).content == b"made 2"


def test_an_unchanged_page_is_not_sent_twice(get):
    page = public_page(Counted())
    first = get(page)
    again = get(page, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Vary"] == "Accept-Encoding"


def test_a_kept_page_is_sent_small_to_whoever_can_unfold_it(get):
    page = public_page(Counted())
    first = get(page)
    small = get(page, **{"Accept-Encoding": "br, gzip"})
    assert gunzip(small.content) == first.content
    assert small.headers["Content-Encoding"] == "gzip"
    assert small.headers["Content-Length"] == str(len(small.content))
    assert "Content-Encoding" not in get(page).headers


def test_a_page_has_one_name_small_or_not_and_also_behind_a_proxy(get):
    """A proxy that compresses makes a strong name weak, and would send back another than ours."""
    page = public_page(Counted())
    names = {get(page, **{"Accept-Encoding": way}).headers["ETag"] for way in ("", "", "gzip")}
    assert len(names) == 1
    assert names.pop().startswith('W/"')


@pytest.mark.django_db(transaction=True)
def test_a_change_of_what_is_shown_is_seen_at_the_next_request(get):
    page = public_page(Counted())
    get(page)
    Place.objects.create(slug="fosse", name="Fosse", kind="mine", latitude=50, longitude=3)
    assert get(page).content == b"made 2"


def test_a_page_made_while_something_changed_is_not_kept(
    get, django_capture_on_commit_callbacks, db
):
    def change_meanwhile(response: HttpResponse) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            forget_all()

    page = public_page(Counted(change_meanwhile))
    get(page)
    assert get(page).content == b"made 2"


def test_the_switch_turns_it_off(get, settings):
    settings.PAGE_CACHE = False
    page = public_page(Counted())
    get(page)
    assert get(page).content == b"made 2"


@pytest.mark.django_db
def test_pages_of_the_shop_are_kept(client):
    """No middleware or template on their way looks at who asks."""
    for path in ("/fr/shop/", "/fr/artisans/", "/fr/incubator/"):
        response = client.get(path)
        assert "ETag" in response.headers, path
        assert not response.cookies
