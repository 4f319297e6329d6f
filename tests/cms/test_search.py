"""One box over everything public."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from cms import vocabulary
from cms.search import search
from ground.pagecache.generation import begin_generation
from tests.factories.accounts import UserFactory
from tests.factories.incubator import CallFactory, PilotFactory
from tests.factories.marketplace import ArtisanFactory, PlaceFactory, make_product


def kinds(found):
    return {group.kind: [card.title for card in group.cards] for group in found.groups}


def test_results_come_grouped_by_kind(tree):
    tree.story(title="La lampe de Saint-Auguste")
    tree.route(title="De lampe en lampe")
    product = make_product(title="Lampe à huile", artisan=ArtisanFactory.create(name="Aux lampes"))
    pilot = PilotFactory.create(title_fr="Une lampe qui compte", title_en="A lamp that counts")
    assert kinds(search("lampe")) == {
        "stories": ["La lampe de Saint-Auguste"],
        "products": [product.title],
        "artisans": ["Aux lampes"],
        "routes": ["De lampe en lampe"],
        "pilots": [pilot.title],
    }


def test_only_what_is_public_is_found(tree):
    tree.story(title="Lampe en brouillon", live=False)
    make_product(title="Lampe cachée", is_public=False)
    make_product(title="Lampe close", artisan=ArtisanFactory.create(closed=True))
    CallFactory.create(title_fr="Lampe à venir", title_en="Lamp to come", hidden=True)
    PilotFactory.create(title_fr="Lampe secrète", title_en="Secret lamp", state="preparing")
    assert kinds(search("lampe")) == {}


def test_all_words_are_wanted(tree):
    tree.story(title="La lampe et la dentelle")
    tree.story(title="La lampe seule")
    assert kinds(search("lampe dentelle")) == {"stories": ["La lampe et la dentelle"]}


def test_pages_are_found_in_the_language_that_is_spoken(tree):
    french = tree.story(title="Lampes")
    tree.story(title="Lamps", language="en", key=french.translation_key)
    with translation.override("en"):
        assert kinds(search("lamp")) == {"stories": ["Lamps"]}
        assert kinds(search("lampes")) == {"stories": ["Lamps"]} or search("lampes").instead


def test_words_on_either_side_of_a_paragraphs_end_are_two(tree):
    product = make_product()
    product.description_fr = "<p>Une lampe de fosse</p><p>Cuivre martelé</p><ul><li>Mèche</li></ul>"
    product.save()
    for word in ("fosse", "cuivre", "martelé", "mèche"):
        assert kinds(search(word)) == {"products": [product.title]}, word


def test_products_are_found_by_either_language(tree):
    product = make_product()
    product.title_fr, product.title_en = "Savon noir", "Black soap"
    product.save()
    with translation.override("en"):
        assert kinds(search("soap")) == {"products": ["Black soap"]}
    assert kinds(search("savon")) == {"products": ["Savon noir"]}


@pytest.mark.parametrize("asked", ["terril", "TERRILS", "terrils"])
def test_plural_and_capitals_do_not_matter(tree, asked):
    tree.story(title="Un terril")
    tree.story(title="Deux terrils")
    assert len(kinds(search(asked))["stories"]) == 2


def test_accents_do_not_matter(tree):
    tree.story(title="La faïence bleue")
    assert kinds(search("faience")) == {"stories": ["La faïence bleue"]}


@pytest.mark.parametrize(("slip", "meant"), [("dentele", "dentelle"), ("fayence", "faïence")])
def test_a_slip_is_forgiven(tree, slip, meant):
    tree.story(title="La dentelle et la faïence")
    found = search(slip)
    assert found.instead == meant
    assert kinds(found) == {"stories": ["La dentelle et la faïence"]}


def test_a_kind_alone_is_shown_and_the_others_are_counted(tree):
    tree.story(title="La lampe")
    make_product(title="Lampe")
    found = search("lampe", kind="products")
    assert [(group.kind, group.total, len(group.cards)) for group in found.groups] == [
        ("stories", 1, 0),
        ("products", 1, 1),
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "",
        " ",
        '"',
        "foo* AND (",
        "'; DROP TABLE",
        "😀",
        "ا" * 200,
        "x" * 100_000,
        "-",
        "a" * 3,
    ],
)
def test_whatever_is_asked_is_answered(tree, client, asked):
    assert client.get("/fr/search/", {"q": asked, "kind": "nonsense"}).status_code == 200


def test_the_page_shows_results_and_what_was_meant(tree, client):
    tree.story(title="La dentelle")
    page = client.get("/fr/search/", {"q": "dentele"})
    assert page.context["found"].instead == "dentelle"
    assert "La <mark>dentelle</mark>" in page.content.decode()
    assert dict(page.cookies) == {}


def test_what_was_just_asked_is_not_looked_for_again(tree, client, settings):
    settings.PAGE_CACHE = False
    settings.LIMITS = {"search": {"address": (2, 300)}}
    tree.story(title="La dentelle")
    client.force_login(UserFactory.create())

    def ask(asked):
        return client.get("/fr/search/", {"q": asked})

    pages = [ask("dentelle"), ask("dentelle"), ask("lampe"), ask("dentelle")]
    assert ["found" in page.context for page in pages] == [True, False, True, False]
    assert pages[0].content == pages[1].content
    assert ask("brique").status_code == 429  # only what was looked for has counted
    begin_generation()
    assert ask("dentelle").status_code == 429


def test_one_result_of_each_kind_costs_what_three_cost(tree):
    def cost(times):
        for _ in range(times):
            tree.story(title="Lampe")
            tree.place(PlaceFactory.create(), title="Lampe")
            make_product(title="Lampe")
        search("lampe")
        with CaptureQueriesContext(connection) as captured:
            search("lampe")
        return len(captured)

    assert cost(1) == cost(2) <= 20


def test_a_new_title_is_known_at_once_and_a_sale_costs_no_look_at_titles(tree):
    product = make_product(title="Savon noir")
    assert search("savno").instead == "savon"
    looks = vocabulary._vocabulary.cache_info().misses
    product.stockrecords.get().save()
    begin_generation()
    assert search("savno").instead == "savon"
    assert vocabulary._vocabulary.cache_info().misses == looks
    product.title = "Cuivre noir"
    product.save()
    begin_generation()
    assert search("cuvire").instead == "cuivre"
