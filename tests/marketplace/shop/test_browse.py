"""Finding something: only what can be had, counted truly, at a fixed number of queries."""

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from marketplace.forks.partner.models import StockRecord
from marketplace.shop import browse
from marketplace.studio.actions.creation import Origin
from tests.factories.marketplace import ArtisanFactory, CraftFactory, PlaceFactory, make_product

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def found(**asked):
    return {product.upc for product in browse.results(browse.Filters(**asked), today=TODAY)}


def test_what_is_sold_out_away_closed_or_hidden_is_not_found():
    make_product(upc="here")
    make_product(upc="sold-out", stock=0)
    make_product(upc="away", artisan=ArtisanFactory.create(away=True))
    make_product(upc="closed", artisan=ArtisanFactory.create(closed=True))
    make_product(upc="hidden", is_public=False)
    assert found() == {"here"}
    assert found(with_all=True) == {"here", "sold-out", "away"}


def test_made_to_order_needs_no_stock():
    make_product(upc="to-order", stock=None)
    assert found() == {"to-order"}


def test_a_product_is_found_by_any_of_its_variants():
    make_product(upc="set", variants=[("small", "5.00", 0), ("large", "50.00", 2)])
    assert found() == {"set"}
    assert found(price_to=10) == set()  # the small one costs that, but is sold out
    assert found(price_from=40) == {"set"}


def test_filters_narrow_down_and_join():
    lace, glass = CraftFactory.create(slug="lace"), CraftFactory.create(slug="glass")
    pit = PlaceFactory.create(slug="pit")
    make_product(upc="a", origin=Origin(craft=lace, made_at=pit))
    make_product(upc="b", origin=Origin(craft=glass, made_at=pit))
    make_product(upc="c", origin=Origin(craft=glass))
    assert found(craft=("lace", "glass")) == {"a", "b", "c"}
    assert found(craft=("glass",), place=("pit",)) == {"b"}


def test_counts_say_what_each_choice_would_leave():
    lace, glass = CraftFactory.create(slug="lace"), CraftFactory.create(slug="glass")
    artisan = ArtisanFactory.create(code="x")
    make_product(origin=Origin(craft=lace), artisan=artisan)
    make_product(origin=Origin(craft=glass), artisan=artisan)
    make_product(origin=Origin(craft=glass))
    facets = browse.facets(browse.Filters(craft=("lace",)), today=TODAY)
    assert facets["count"] == 1
    assert {each["value"]: each["count"] for each in facets["craft"]} == {"lace": 1, "glass": 2}
    assert [(each["value"], each["count"]) for each in facets["artisan"]] == [("x", 1)]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("price", ["cheap", "middle", "dear"]),
        ("-price", ["dear", "middle", "cheap"]),
        ("new", ["dear", "middle", "cheap"]),
    ],
)
def test_the_order_asked_for(sort, expected):
    for upc, price in [("cheap", "5.00"), ("middle", "15.00"), ("dear", "90.00")]:
        make_product(upc=upc, price=price)
    filters = browse.Filters(sort=sort)
    products = browse.in_order(browse.results(filters, today=TODAY), filters, today=TODAY)
    assert [product.upc for product in products] == expected


@pytest.mark.parametrize(
    "query",
    [
        "craft=%01&place=&page=-3",
        "price_from=abc&price_to=1e999999&sort=nonsense",
        "page=999999999999999999999&all=2",
        "artisan=" + "x" * 3000,
    ],
)
def test_garbage_in_the_address_is_answered_calmly(client, query):
    make_product()
    assert client.get(reverse("catalogue:index") + "?" + query).status_code == 200


def queries_of(client, path, counter):
    client.get(reverse("basket:summary"))  # what every page loads once
    with counter as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_costs_no_more_for_many(client, settings, count, django_assert_max_num_queries):
    settings.PAGE_CACHE = False
    for _ in range(count):
        make_product(variants=[("v1" + str(_), "5.00", 1), ("v2" + str(_), "6.00", 3)])
    path = reverse("catalogue:index")
    assert queries_of(client, path, django_assert_max_num_queries(12)) >= 1
    assert queries_of(client, path, django_assert_max_num_queries(1)) <= 1


def test_a_sale_shows_at_the_next_request(client, django_capture_on_commit_callbacks):
    product = make_product(upc="last", stock=1, title="La dernière")
    path = reverse("catalogue:index")
    assert "La dernière" in client.get(path).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        StockRecord.objects.get(product=product).allocate(1)
    assert "La dernière" not in client.get(path).content.decode()


def test_a_category_has_its_own_list_and_one_address(client):
    from oscar.core.loading import get_model

    category = get_model("catalogue", "Category").add_root(name="Maison")
    make_product(upc="inside", title="Dedans", categories=[category])
    make_product(upc="outside", title="Dehors")
    page = client.get(category.get_absolute_url())
    assert "Dedans" in page.content.decode()
    assert "Dehors" not in page.content.decode()
    old = reverse("catalogue:category", args=["anything", category.pk])
    assert client.get(old).headers["Location"] == category.get_absolute_url()


def test_pages_of_the_shop_are_the_same_for_everybody(client):
    product = make_product()
    artisan = product.stockrecords.get().partner
    for path in (
        reverse("catalogue:index"),
        product.get_absolute_url(),
        reverse("artisans:index"),
        artisan.get_absolute_url(),
    ):
        assert client.get(path).headers.get("ETag"), f"{path} is not kept"


@pytest.mark.parametrize("price", ["NaN", "sNaN", "Infinity", "-1", "1e999999", "9" * 5000, "dix"])
def test_a_price_that_is_none_asks_for_nothing(price):
    asked = browse.filters_in(QueryDict(f"price_from={price}&price_to={price}"))
    assert (asked.price_from, asked.price_to) == (None, None)
    assert (asked.wrong_from, asked.wrong_to) == (price[:40], price[:40])


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "Tapez le prix en chiffres"), ("en", "Type the price as a number")],
)
def test_a_wrong_price_is_answered_at_its_field(client, language, words):
    page = client.get(f"/{language}/shop/?price_from=dix&price_to=20").content.decode()
    assert '<p class="field-error" id="prices_error">' in page
    assert words in page
    assert 'value="dix" aria-invalid="true" aria-describedby="prices_error"' in page
    assert page.count("aria-invalid") == 1
