"""The operator reads what artisans want to sell, and decides."""

import pytest
from django.contrib.auth.models import Group
from django.utils.translation import override

from cms.roles import OPERATORS, make_groups
from marketplace.studio.actions import listings
from marketplace.studio.differences import marked, merged
from marketplace.studio.models import Listing
from marketplace.studio.states import State
from marketplace.studio.templatetags.studio import readable
from tests.factories.accounts import UserFactory
from tests.factories.studio import AT, a_listing, rewrite

pytestmark = pytest.mark.django_db

LIST = "/admin/studio/listing/"


@pytest.fixture
def operator():
    make_groups()
    operator = UserFactory.create()
    operator.groups.add(Group.objects.get(name=OPERATORS))
    return operator


@pytest.fixture
def at_the_desk(client, operator):
    client.force_login(operator)
    return client


def page_of(listing: Listing) -> str:
    return f"{LIST}inspect/{listing.pk}/"


def test_what_waits_longest_is_read_first(at_the_desk, artisan, potter):
    a_listing(artisan, potter, state=State.ON_SALE, title_fr="En vente")
    later = a_listing(artisan, potter, state=State.SUBMITTED, title_fr="Plus tard")
    first = a_listing(artisan, potter, state=State.SUBMITTED, title_fr="D'abord")
    a_listing(artisan, potter, title_fr="Brouillon")
    Listing.objects.filter(pk=later.pk).update(submitted_at=AT.replace(hour=22))
    rows = at_the_desk.get(LIST).context_data["object_list"]
    assert [row.pk for row in rows] == [first.pk, later.pk]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_questions(
    at_the_desk, artisan, potter, rows, django_assert_num_queries
):
    for _ in range(rows):
        a_listing(artisan, potter, state=State.SUBMITTED)
    at_the_desk.get(LIST)
    with django_assert_num_queries(13):
        at_the_desk.get(LIST)


def test_it_is_sent_back_with_a_reason_and_with_none_nothing_happens(
    at_the_desk, artisan, potter, operator
):
    listing = a_listing(artisan, potter, state=State.SUBMITTED)
    page = at_the_desk.post(page_of(listing), {"move": "request_changes", "reason": " "})
    assert 'id="id_reason_error"' in page.content.decode()
    assert Listing.objects.get().state == State.SUBMITTED
    at_the_desk.post(page_of(listing), {"move": "request_changes", "reason": "Plus clair."})
    listing = Listing.objects.get()
    assert (listing.state, listing.last_reason) == (State.CHANGES_REQUESTED, "Plus clair.")


def test_what_changed_since_it_was_sent_back_is_marked(at_the_desk, artisan, potter):
    listing = a_listing(artisan, potter, state=State.SUBMITTED)
    listings.request_changes(listing, reason="Plus clair.", by=potter, at=AT)
    rewrite(listing, potter, teaser_fr="Né d'un grand terril.", title_fr="Bol")
    rewrite(listing, potter, teaser_fr="Né d'un grand terril.")
    listing = listings.submit(Listing.objects.get(), by=potter, at=AT)
    assert listing.changes_to_read() == {"teaser_fr": ["Né d'un terril.", "Né d'un grand terril."]}
    page = at_the_desk.get(page_of(listing)).content.decode()
    assert "Né d&#x27;un <ins>grand </ins>terril." in page


def test_a_first_reading_has_nothing_to_compare(artisan, potter):
    listing = a_listing(artisan, potter)
    rewrite(listing, potter, teaser_fr="Autrement.")
    assert listings.submit(listing, by=potter, at=AT).changes_to_read() == {}


def test_a_suspended_listing_is_put_right_and_sent_again(artisan, potter):
    listing = a_listing(artisan, potter, state=State.ON_SALE)
    listing = listings.suspend(listing, reason="Mise en garde fausse.", by=potter, at=AT)
    assert listing.may_be_changed
    rewrite(listing, potter, safety_warnings_fr="Ne pas chauffer.")
    listing = listings.submit(Listing.objects.get(), by=potter, at=AT)
    assert listing.changes_to_read() == {"safety_warnings_fr": ["Aucun.", "Ne pas chauffer."]}


def test_of_several_changes_the_first_and_the_last_words_count():
    changes = [{"a": ["1", "2"], "b": ["x", "y"]}, {"a": ["2", "3"]}, {"b": ["y", "x"]}]
    assert merged(changes) == {"a": ["1", "3"]}


def test_two_texts_are_read_as_one():
    assert list(marked("un bol rouge", "un grand bol")) == [
        ("same", "un "),
        ("new", "grand "),
        ("same", "bol"),
        ("gone", " rouge"),
    ]


def test_fields_are_named_as_in_the_form():
    names = ["title_en", "price", "made_at", "safety_identifier", "photos"]
    with override("en"):
        assert [label for label, _marks in readable({name: ["", "x"] for name in names})] == [
            "Name (English)",
            "Price for the buyer (€)",
            "Made at or near",
            "Type or batch",
            "Photos",
        ]
