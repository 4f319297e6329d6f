"""Who leads to whom, in the language of the reader."""

import pytest
from django.utils import translation

from cms import graph
from marketplace.studio.actions.creation import Origin
from tests.factories.cms import edge
from tests.factories.incubator import PilotFactory
from tests.factories.marketplace import (
    ArtisanFactory,
    CraftFactory,
    PlaceFactory,
    make_product,
)


def in_both(tree, **values):
    """A story and its English translation."""
    french = tree.story(title="La lampe", **values)
    english = tree.story(title="The lamp", language="en", key=french.translation_key, **values)
    return french, english


def test_stories_about_a_product_come_in_the_readers_language(tree):
    product = make_product()
    french, english = in_both(tree, body=[edge("product", product)])
    with translation.override("fr"):
        assert graph.stories_about(product=product) == [french]
    with translation.override("en"):
        assert graph.stories_about(product=product) == [english]


def test_a_story_that_is_not_translated_is_shown_as_it_is(tree):
    product = make_product()
    story = tree.story(body=[edge("product", product)])
    with translation.override("en"):
        assert graph.stories_about(product=product) == [story]


def test_the_story_that_inspired_a_product_is_about_it(tree):
    french, english = in_both(tree)
    product = make_product(origin=Origin(inspired_by=french))
    with translation.override("en"):
        assert graph.stories_about(product=product) == [english]
        assert list(graph.inspired_by(english)) == [product]


def test_a_variant_has_the_stories_of_its_parent(tree):
    product = make_product(variants=[("petite", "10.00", 3)])
    story = tree.story(body=[edge("product", product)])
    assert graph.stories_about(product=product.children.get()) == [story]


def test_an_artisan_and_a_craft_have_the_stories_of_their_products(tree):
    artisan, craft = ArtisanFactory.create(), CraftFactory.create()
    product = make_product(artisan=artisan, origin=Origin(craft=craft))
    story = tree.story(body=[edge("product", product)])
    assert graph.stories_about(artisan=artisan) == [story]
    assert graph.stories_about(craft=craft) == [story]


def test_stories_about_a_place_and_a_pilot(tree):
    place, pilot = PlaceFactory.create(), PilotFactory.create()
    told = tree.story(told_at=place)
    tried = tree.story(body=[edge("pilot", pilot)])
    assert graph.stories_about(place=place) == [told]
    assert graph.stories_about(pilot=pilot) == [tried]


def test_an_unpublished_story_is_about_nothing(tree):
    place = PlaceFactory.create()
    story = tree.story(told_at=place)
    story.unpublish()
    assert graph.stories_about(place=place) == []


def test_routes_past_a_place(tree):
    here, elsewhere = PlaceFactory.create(), PlaceFactory.create()
    route = tree.route(here, elsewhere)
    tree.route(elsewhere)
    assert graph.routes_past(here) == [route]


def test_events_at_a_place_are_those_to_come_the_next_first(tree):
    place = PlaceFactory.create()
    later = tree.event(place=place, days=20)
    sooner = tree.event(place=place, days=2)
    tree.event(place=place, days=-3)
    assert graph.events_at(place) == [sooner, later]


def test_the_address_of_a_place_falls_back_to_another_language(tree):
    both, french_only = PlaceFactory.create(), PlaceFactory.create()
    page = tree.place(both)
    english = tree.place(both, language="en", key=page.translation_key)
    only = tree.place(french_only)
    with translation.override("en"):
        assert graph.place_url(both) == english.url
        assert graph.place_url(french_only) == only.url
        assert graph.place_url(PlaceFactory.create()) == ""


@pytest.mark.parametrize("count", [1, 3])
def test_stories_with_pictures_cost_the_same_for_one_and_many(
    tree, count, django_assert_num_queries
):
    place = PlaceFactory.create()
    for _ in range(count):
        tree.story(told_at=place)
    graph.stories_about(place=place)
    with django_assert_num_queries(1):
        graph.stories_about(place=place)
