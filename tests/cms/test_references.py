"""What a story leads to is written down when its live words are saved."""

from cms.models import StoryPage, StoryReference
from tests.factories.cms import edge
from tests.factories.marketplace import ArtisanFactory, PlaceFactory, make_product


def edges_of(story):
    rows = StoryReference.objects.filter(story=story).values(*StoryReference.KINDS)
    return [(kind, key) for row in rows for kind, key in row.items() if key]


def test_blocks_and_places_become_edges_in_their_order(tree):
    product, artisan, there, also = (
        make_product(),
        ArtisanFactory.create(),
        PlaceFactory.create(),
        PlaceFactory.create(),
    )
    story = tree.story(
        told_at=there, places=[also], body=[edge("product", product), edge("artisan", artisan)]
    )
    assert edges_of(story) == [
        ("place", there.pk),
        ("product", product.pk),
        ("artisan", artisan.pk),
        ("place", also.pk),
    ]


def test_something_named_twice_is_one_edge(tree):
    product = make_product()
    story = tree.story(body=[edge("product", product), edge("product", product)])
    assert edges_of(story) == [("product", product.pk)]


def test_a_draft_changes_no_edge_and_publishing_it_does(tree):
    first, second = make_product(), make_product()
    story = tree.story(body=[edge("product", first)])
    story.body = [edge("product", second)]
    revision = story.save_revision()
    assert edges_of(story) == [("product", first.pk)]
    revision.publish()
    assert edges_of(story) == [("product", second.pk)]


def test_a_block_whose_product_is_gone_breaks_nothing(tree, client):
    product = make_product()
    story = tree.story(body=[edge("product", product), ("heading", "Après")])
    product.delete()
    assert edges_of(story) == []
    response = client.get(story.url)
    assert response.status_code == 200
    assert "Après" in response.content.decode()


def test_an_unpublished_product_leaves_the_story_whole(tree, client):
    product = make_product(title="Lampe secrète")
    story = tree.story(body=[edge("product", product), ("heading", "Après")])
    product.is_public = False
    product.save()
    page = client.get(story.url).content.decode()
    assert "Après" in page
    assert "Lampe secrète" not in page


def test_reading_time_is_counted_in_minutes(tree):
    story = tree.story(body=[("paragraph", f"<p>{'mot ' * 700}</p>")])
    assert StoryPage.objects.get(pk=story.pk).reading_minutes == 4
