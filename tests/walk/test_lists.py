"""Every list of the back office honours what it offers; its records ask what it asks.

The lists come from the URL configuration: a new one is tried the day it is added.
"""

import pytest
from django.urls import get_resolver, reverse
from django.utils import timezone

from marketplace.studio.actions import listings
from marketplace.studio.models import Listing
from marketplace.studio.states import State
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ArtisanFactory
from tests.factories.studio import a_listing
from tests.walk import world
from tests.walk.test_walk import ask

pytestmark = pytest.mark.django_db(transaction=True)

NOT_OFFERED = [
    "foo=bar",
    "pk=0",
    "id__in=1,2",
    "partner__users__email__startswith=a",  # a key of another model
    "user__password__contains=a",
    "state__in=no-such-state",
    "state__regex=(",
    "version=x",
    "export=csv",
    "export=xlsx",
    "e=1",
    "p=zzz",
    "p=-4",
    "p=" + "9" * 40,
    "o=99.-x.-77",
    "ot=desc",
    "partner__id__exact=nobody",
    "date_placed__gte=yesterday",
    "is_public__exact=perhaps",
    "is_public__exact=%F0%9F%8F%94",
    "%5B%5D=1&=2&__=3&a__b__c=4",
]


def lists() -> list[str]:
    return sorted(
        str(name) for name in get_resolver().reverse_dict if str(name).endswith("_modeladmin_index")
    )


def rows(response):
    assert response.status_code == 200
    return [row.pk for row in response.context_data["object_list"]]


@pytest.fixture
def superuser():
    world.build()
    return UserFactory.create(operator=True)


def test_what_a_list_does_not_offer_is_ignored(superuser):
    wrong = []
    for name in lists():
        path = reverse(name)
        plain = rows(ask(superuser, path))
        assert plain, f"tests/walk/world.py makes no row of {name}"
        for words in NOT_OFFERED:
            response = ask(superuser, f"{path}?{words}")
            if response.status_code != 200 or rows(response) != plain:
                wrong.append((name, words, response.status_code))
    assert wrong == []


def test_any_search_is_answered(superuser):
    odd = ["x" * 60_000, "a " * 5_000, "%", "'", "🏔️", "\\", '"']
    codes = {
        (name, words): ask(superuser, reverse(name), q=words).status_code
        for name in lists()
        for words in odd
    }
    assert codes == dict.fromkeys(codes, 200)


def test_filters_order_and_pages_that_it_offers_are_honoured(client):
    artisan, potter = ArtisanFactory.create(), UserFactory.create()
    on_sale = a_listing(artisan, potter, state=State.ON_SALE)
    suspended = listings.suspend(
        a_listing(artisan, potter, state=State.ON_SALE),
        reason="Peinture au plomb.",
        by=potter,
        at=timezone.now(),
    )
    client.force_login(UserFactory.create(operator=True))
    path = reverse("studio_listing_modeladmin_index")
    assert rows(client.get(path, {"state__exact": State.SUSPENDED})) == [suspended.pk]
    assert rows(client.get(path, {"state__exact": State.ON_SALE, "foo": "x"})) == [on_sale.pk]
    up = rows(client.get(path, {"show": "all", "o": "4"}))
    assert up == rows(client.get(path, {"show": "all", "o": "-4"}))[::-1]


def test_a_record_that_the_list_has_not_is_not_there(client):
    draft = a_listing(ArtisanFactory.create(), UserFactory.create())
    client.force_login(UserFactory.create(operator=True))
    for view in ("inspect", "history", "edit", "delete"):
        path = reverse(f"studio_listing_modeladmin_{view}", args=[draft.pk])
        assert client.get(path).status_code == 404
    assert Listing.objects.filter(pk=draft.pk).exists()


def test_a_key_that_is_none_is_not_there(superuser):
    names = {str(name) for name in get_resolver().reverse_dict if "_modeladmin_" in str(name)}
    of_a_record = {name for name in names if not name.endswith(("_index", "_create"))}
    none = ["0", "-1", "none", "9" * 30, "9" * 4_000, "_2D", "1_2F", "é"]
    codes = {
        (name, key[:9]): ask(superuser, reverse(name, args=[key])).status_code
        for name in of_a_record
        for key in none
    }
    assert codes == dict.fromkeys(codes, 404)
