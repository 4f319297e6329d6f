"""While one version takes over from another, each draws for itself, and both hear of changes."""

import pickle
from itertools import count

import pytest
from django.contrib.sessions.backends.cache import SessionStore
from django.core.cache import cache
from django.http import HttpResponse

from ground.pagecache import public_page
from ground.pagecache.contents import kept_contents
from ground.pagecache.generation import begin_generation
from ground.pagecache.middleware import PageCacheMiddleware
from ground.pagecache.version import version, version_of
from marketplace.shop import browse, cards
from tests.factories.marketplace import make_product


@pytest.fixture(autouse=True)
def empty_cache(settings):
    settings.PAGE_CACHE = True
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def be(monkeypatch):
    """Go on as another version."""

    def be(name):
        for module in ("middleware", "keys"):
            monkeypatch.setattr(f"ground.pagecache.{module}.version", lambda: name)

    be("older")
    return be


@pytest.fixture
def page(rf):
    times = count(1)
    drawn = PageCacheMiddleware(public_page(lambda request: HttpResponse(f"{next(times)}")))
    return lambda: drawn(rf.get("/fr/routes/")).content


def test_a_page_is_served_by_the_version_that_drew_it(be, page):
    assert [page(), page()] == [b"1", b"1"]
    be("newer")
    assert [page(), page()] == [b"2", b"2"]
    be("older")
    assert page() == b"1"


def test_what_another_version_has_kept_is_not_even_read(be, page, monkeypatch):
    read, loads = [], pickle.loads
    monkeypatch.setattr("pickle.loads", lambda data: read.append(data) or loads(data))
    page()
    be("newer")
    page()
    assert not any(b"KeptPage" in data for data in read)
    page()
    assert any(b"KeptPage" in data for data in read)


def test_a_change_is_heard_by_both(be, page):
    page()
    be("newer")
    page()
    begin_generation()
    assert page() == b"3"
    be("older")
    assert page() == b"4"


def test_the_contents_of_a_page_are_drawn_by_each(be, rf):
    times = count(1)
    request = rf.get("/fr/shop/")
    request.session = SessionStore()

    def ask():
        return kept_contents(request, lambda: {"contents": next(times)})["contents"]

    assert [ask(), ask()] == [1, 1]
    be("newer")
    assert ask() == 2


def test_what_the_shop_counts_is_counted_by_each(be):
    times = count(1)

    def ask():
        return browse.kept("pieces", browse.Filters(), lambda: next(times))

    assert [ask(), ask()] == [1, 1]
    be("newer")
    assert ask() == 2


@pytest.mark.django_db
def test_the_card_of_a_product_is_drawn_by_each(be, monkeypatch):
    product = make_product()
    times = count(1)
    monkeypatch.setattr(cards.Card, "__html__", lambda card: f"card {next(times)}")
    assert [cards.drawn([product.pk]), cards.drawn([product.pk])] == [["card 1"], ["card 1"]]
    be("newer")
    assert cards.drawn([product.pk]) == ["card 2"]


def test_it_is_named_by_all_that_a_page_is_drawn_from(tmp_path):
    (tmp_path / "templates" / "shop").mkdir(parents=True)
    (tmp_path / "static").mkdir()
    page, style = tmp_path / "templates" / "shop" / "page.html", tmp_path / "static" / "site.css"
    page.write_text("one")
    style.write_text("ink")
    names = [version_of(tmp_path)]
    page.write_text("two")
    names.append(version_of(tmp_path))
    style.write_text("ash")
    names.append(version_of(tmp_path))
    page.rename(page.with_name("other.html"))
    names.append(version_of(tmp_path))
    assert len(set(names)) == 4
    (tmp_path / "static" / "made.pyc").write_text("made of others")
    assert version_of(tmp_path) == names[-1]


def test_it_has_one_name_as_long_as_the_process_lives():
    assert version() == version()
    assert len(version()) == 16
