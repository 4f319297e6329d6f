"""What stands inside the frame of a page is drawn once; so are the parts of the frame."""

from itertools import count

import pytest
from django.conf import settings
from django.contrib.sessions.backends.cache import SessionStore
from django.core.cache import cache
from django.http import Http404
from django.middleware.csrf import get_token
from django.template import Context, Template
from django.utils import translation

from ground.pagecache.contents import kept_contents
from ground.pagecache.generation import begin_generation, one_generation, present_generation
from ground.pagecache.middleware import LONGEST_QUERY


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def ask(rf):
    """Asks for the contents of an address; they say how often contents were made."""
    times = count(1)

    def ask(path="/fr/", *, at=lambda request: None, **options):
        request = rf.get(path)
        request.session = SessionStore()

        def make():
            at(request)
            return {"contents": next(times)}

        return kept_contents(request, make, **options)["contents"]

    return ask


def test_contents_are_made_once_for_an_address(ask):
    assert [ask(), ask(), ask("/fr/?page=2"), ask("/en/"), ask()] == [1, 1, 2, 3, 1]


def test_a_change_makes_them_anew(ask):
    assert ask() == 1
    begin_generation()
    assert ask() == 2


@pytest.mark.parametrize("at", [lambda request: request.session.get("name"), get_token])
def test_what_looked_at_the_visitor_is_not_kept(ask, at):
    assert [ask(at=at), ask(at=at)] == [1, 2]


def test_what_looked_at_the_visitor_is_kept_for_whom_it_names(ask):
    def look(request):
        request.session.get("name")

    def asked_by(name, at=look):
        return ask(at=at, whose=lambda: name)

    assert [asked_by(name) for name in ("Léa", "Léa", "Noé", "Léa")] == [1, 1, 2, 1]
    assert [asked_by("Ida", at=get_token) for _ in range(2)] == [3, 4]


def test_what_changed_while_it_was_made_is_not_kept(ask):
    names = iter(["one", "other", "one", "one", "one"])  # before and after, twice; then kept
    assert [ask(whose=lambda: next(names)) for _ in range(3)] == [1, 2, 2]


def test_what_does_not_depend_on_the_query_is_made_once_for_all_of_them(ask):
    assert [ask("/fr/?x=1", by_query=False), ask("/fr/?x=2", by_query=False)] == [1, 1]


def test_who_writes_templates_sees_each_change(ask, monkeypatch):
    # Not by the fixture: Django would make its template engines anew, ours is a strict one.
    monkeypatch.setattr(settings, "DEBUG", True)
    assert [ask(), ask()] == [1, 2]
    assert [drawn(one="a", two="first"), drawn(one="a", two="second")] == ["a, first", "a, second"]


def test_an_address_that_somebody_plays_with_fills_no_cache(ask):
    long = f"/fr/?q={'x' * LONGEST_QUERY}"
    assert [ask(long), ask(long)] == [1, 2]


def test_what_is_not_there_is_asked_for_each_time(rf):
    request = rf.get("/fr/")
    request.session = SessionStore()

    def missing():
        raise Http404

    for _ in range(2):
        with pytest.raises(Http404):
            kept_contents(request, missing)


def test_a_page_is_of_one_generation_unless_it_begins_another_itself():
    with one_generation():
        first = present_generation()
        cache.clear()  # as when another process makes a change
        assert present_generation() == first
        begin_generation()
        assert present_generation() != first
    assert present_generation() != first


def drawn(**values):
    source = '{% load pagecache %}{% kept "part" one %}{{ one }}, {{ two }}{% endkept %}'
    return Template(source).render(Context(values))


def test_a_part_is_drawn_once_for_each_value_that_is_named_and_each_language():
    assert drawn(one="a", two="first") == "a, first"
    assert drawn(one="a", two="second") == "a, first"
    assert drawn(one="b", two="third") == "b, third"
    with translation.override("en"):
        assert drawn(one="a", two="fourth") == "a, fourth"


def test_a_part_that_was_drawn_stays_html_and_what_is_in_it_stays_text():
    assert [drawn(one="<b>", two="") for _ in range(2)] == ["&lt;b&gt;, "] * 2
