"""The basket: what goes in, what it says, what it refuses."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from oscar.core.loading import get_model

from marketplace.forks.catalogue.models import Product
from marketplace.shop.views import basket as views
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ArtisanFactory, make_product

pytestmark = pytest.mark.django_db
Basket = get_model("basket", "Basket")
Line = get_model("basket", "Line")


def add(client, product, **fields):
    headers = fields.pop("headers", {})
    return client.post(reverse("basket:add", args=[product.pk]), fields, headers=headers)


def test_adding_leads_to_the_basket_where_the_price_is_ours(client):
    product = make_product(price="24.00", stock=5)
    response = add(client, product, quantity=2, price="0.01", price_incl_tax="0.01")
    assert response.headers["Location"] == reverse("basket:summary")
    page = client.get(reverse("basket:summary")).content.decode()
    assert "48,00" in page


def test_script_is_told_how_many_there_are(client):
    answer = add(client, make_product(), headers={"Accept": "application/json"}).json()
    assert answer["basket_count"] == 1
    assert answer["url"] == reverse("basket:summary")


def test_a_variant_is_chosen_by_name(client):
    product = make_product(variants=[("s", "5.00", 1), ("l", "9.00", 1)])
    large = Product.objects.get(upc="l")
    add(client, product, variant=large.pk)
    assert [line.product for line in Line.objects.all()] == [large]


@pytest.mark.parametrize("fields", [{}, {"variant": "999999"}, {"variant": "abc"}])
def test_a_parent_alone_cannot_be_bought(client, fields):
    product = make_product(variants=[("s", "5.00", 1)])
    assert add(client, product, **fields).status_code in {200, 404}
    assert Line.objects.count() == 0


def test_a_variant_of_something_else_is_refused(client):
    other = make_product(upc="other")
    add(client, make_product(variants=[("s", "5.00", 1)]), variant=other.pk)
    assert Line.objects.count() == 0


@pytest.mark.parametrize("quantity", ["3", "99999999999999999999", "-5", "x", ""])
def test_never_more_than_there_are(client, quantity):
    add(client, make_product(stock=2), quantity=quantity)
    assert sum(line.quantity for line in Line.objects.all()) <= 2


def test_what_cannot_be_bought_is_refused_in_words(client):
    away = make_product(artisan=ArtisanFactory.create(away=True))
    answer = add(client, away, headers={"Accept": "application/json"})
    assert (answer.status_code, Line.objects.count()) == (409, 0)
    assert answer.json()["message"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 302),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://testserver"}, 302),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({}, 403),
    ],
)
def test_only_our_own_pages_may_change_a_basket(headers, status):
    client = Client(enforce_csrf_checks=True)
    ours = {"Sec-Fetch-Site": "same-origin"}
    is_done = status == 302
    assert add(client, make_product(), headers=headers).status_code == status
    assert Line.objects.count() == is_done
    add(client, make_product(), headers=ours)
    line = Line.objects.latest("pk")
    path = reverse("basket:change", args=[line.pk])
    assert client.post(path, {"quantity": 3}, headers=headers).status_code == status
    line.refresh_from_db()
    assert line.quantity == (3 if is_done else 1)
    path = reverse("basket:remove", args=[line.pk])
    assert client.post(path, headers=headers).status_code == status
    assert Line.objects.filter(pk=line.pk).exists() == (not is_done)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("quantity", ["douze", "1.5", "9" * 5000, "1e3"])
def test_a_quantity_that_is_none_is_refused_in_words(client, language, quantity):
    words = {
        "fr": "Indiquez la quantité par un nombre entier",
        "en": "Type how many as a whole number",
    }
    with override(language):
        add(client, make_product(), quantity=quantity)
        assert Line.objects.count() == 0
        add(client, make_product(), quantity=3)
        path = reverse("basket:change", args=[Line.objects.get().pk])
        page = client.post(path, {"quantity": quantity}, follow=True).content.decode()
    assert page.count(words[language]) == 2
    assert Line.objects.get().quantity == 3


def test_lines_stand_by_the_parcel_they_will_come_in(client):
    first, second = ArtisanFactory.create(), ArtisanFactory.create()
    for artisan in (first, second, first):
        add(client, make_product(artisan=artisan))
    parcels = client.get(reverse("basket:summary")).context["quote"].parcels
    assert [(parcel.partner, len(parcel.lines)) for parcel in parcels] == [(first, 2), (second, 1)]


def test_take_out_and_put_back(client):
    product = make_product()
    add(client, product, quantity=3)
    line = Line.objects.get()
    client.post(reverse("basket:remove", args=[line.pk]))
    assert Line.objects.count() == 0
    removed = client.get(reverse("basket:summary")).context["removed"]
    assert (removed["pk"], removed["quantity"]) == (product.pk, 3)
    assert client.get(reverse("basket:summary")).context["removed"] is None


@pytest.mark.parametrize(("quantity", "left"), [("4", 4), ("0", None), ("11", 1), ("x", 1)])
def test_another_quantity(client, quantity, left):
    add(client, make_product(stock=10))
    line = Line.objects.get()
    client.post(reverse("basket:change", args=[line.pk]), {"quantity": quantity})
    assert Line.objects.values_list("quantity", flat=True).first() == left


@pytest.mark.parametrize("name", ["change", "remove"])
def test_another_ones_line_is_not_found(client, name):
    stranger = Basket.objects.create()
    stranger.strategy = client.get(reverse("basket:summary")).wsgi_request.strategy
    line, _ = stranger.add_product(make_product())
    assert client.post(reverse(f"basket:{name}", args=[line.pk])).status_code == 404
    assert Line.objects.count() == 1


def test_the_same_basket_is_drawn_once(client, django_assert_max_num_queries):
    for _ in range(5):
        add(client, make_product())
    make_offers(3)
    shown = [client.get(reverse("basket:summary"))]
    with django_assert_max_num_queries(2):  # whose it is, and what is in it
        shown.append(client.get(reverse("basket:summary")))
    assert ["quote" in page.context for page in shown] == [True, False]
    first, second = (page.content.decode().partition('id="basket-refused"')[2] for page in shown)
    assert first == second
    assert "csrfmiddlewaretoken" not in second


def test_a_basket_that_was_drawn_shows_each_change_at_once(
    client, django_capture_on_commit_callbacks
):
    def seen():
        page = client.get(reverse("basket:summary")).content.decode()
        return [price for price in ("10,00", "20,00", "12,00", "24,00") if price in page]

    product = make_product(price="10.00", stock=2)
    add(client, product)
    line = Line.objects.get()
    assert seen() == ["10,00"]
    for quantity in (2, 1, 2):
        client.post(reverse("basket:change", args=[line.pk]), {"quantity": quantity})
        assert seen() == (["10,00"] if quantity == 1 else ["10,00", "20,00"])
    with django_capture_on_commit_callbacks(execute=True):
        record = product.stockrecords.get()
        record.price = Decimal("12.00")
        record.save()
    assert seen() == ["12,00", "24,00"]
    with django_capture_on_commit_callbacks(execute=True):
        record.allocate(2)
    page = client.get(reverse("basket:summary"))
    assert [refused for refused, _why in page.context["quote"].unavailable] == [line]


def test_what_another_window_changed_meanwhile_does_not_come_back(client, monkeypatch):
    add(client, make_product(title="Premier"))
    draw = views._drawn

    def meanwhile(basket):
        add(client, make_product(title="Second"))
        return draw(basket)

    with monkeypatch.context() as patch:
        patch.setattr(views, "_drawn", meanwhile)
        assert "Second" in client.get(reverse("basket:summary")).content.decode()
    client.post(reverse("basket:remove", args=[Line.objects.latest("pk").pk]))
    client.get(reverse("basket:summary"))  # says once that it is out
    page = client.get(reverse("basket:summary")).content.decode()
    assert "Premier" in page
    assert "Second" not in page


def test_whoever_signs_in_finds_what_they_had_put_in(client):
    product, user = make_product(title="Le galibot"), UserFactory.create()
    add(client, product, quantity=2)
    client.get(reverse("basket:summary"))
    client.force_login(user)
    assert client.get(reverse("account_me")).json()["basket_count"] == 2
    assert client.cookies["oscar_open_basket"].value == ""
    assert "Le galibot" in client.get(reverse("basket:summary")).content.decode()


@pytest.mark.parametrize("cookie", ["", "1", "1:nonsense", "None"])
def test_a_basket_that_is_named_wrongly_is_an_empty_one(client, cookie):
    client.cookies["oscar_open_basket"] = cookie
    assert client.get(reverse("account_me")).json()["basket_count"] == 0
    page = client.get(reverse("basket:summary")).content.decode()
    assert "Rien dedans pour l’instant" in page


def test_a_basket_that_was_drawn_is_shown_to_nobody_else(client):
    product = make_product(title="Le secret")
    add(client, product)
    assert "Le secret" in client.get(reverse("basket:summary")).content.decode()
    for other in (Client(), Client()):
        assert "Le secret" not in other.get(reverse("basket:summary")).content.decode()
        add(other, make_product())
        assert "Le secret" not in other.get(reverse("basket:summary")).content.decode()


def test_a_basket_that_was_drawn_is_in_the_language_asked_for(client):
    add(client, make_product())
    words = {"fr": "Retirer", "en": "Take out"}
    for language in ("fr", "en", "fr"):
        with override(language):
            page = client.get(reverse("basket:summary")).content.decode()
        assert words[language] in page


def test_what_is_said_once_is_not_drawn_with_the_basket(client):
    add(client, make_product(title="Le savon", stock=5))
    said = "Dans votre panier\N{NARROW NO-BREAK SPACE}: Le savon."
    pages = [client.get(reverse("basket:summary")).content.decode() for _ in range(2)]
    assert [said in page for page in pages] == [True, False]


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "Cet article n’est plus dans votre panier."), ("en", "This is no longer in your")],
)
@pytest.mark.parametrize("name", ["change", "remove"])
def test_what_another_window_took_out_is_said_to_be_gone(client, language, words, name):
    add(client, make_product(title="Premier"))
    add(client, make_product(title="Second"))
    line = Line.objects.first()
    with override(language):
        client.post(reverse("basket:remove", args=[line.pk]))
        path = reverse(f"basket:{name}", args=[line.pk])
        page = client.post(path, {"quantity": 2}, follow=True)
    assert page.status_code == 200
    assert words in page.content.decode()
    assert [line.product.title for line in Line.objects.all()] == ["Second"]


def make_offers(count):
    model = {
        name: get_model("offer", name)
        for name in ("ConditionalOffer", "Range", "Benefit", "Condition")
    }
    for number in range(count):
        whole = model["Range"].objects.create(name=f"all {number}", includes_all_products=True)
        model["ConditionalOffer"].objects.create(
            name=f"offer {number}",
            priority=number,
            exclusive=False,
            condition=model["Condition"].objects.create(range=whole, type="Count", value=1),
            benefit=model["Benefit"].objects.create(
                range=whole, type="Percentage", value=10, max_affected_items=1
            ),
        )


@pytest.mark.parametrize(("lines", "offers"), [(1, 1), (5, 3), (8, 6)])
def test_offers_cost_the_same_however_many(client, lines, offers, django_assert_max_num_queries):
    for _ in range(lines):
        add(client, make_product(price="10.00"))
    make_offers(offers)
    client.get(reverse("catalogue:index"))
    with django_assert_max_num_queries(22):
        page = client.get(reverse("basket:summary"))
    assert page.context["quote"].discounts[0].amount == Decimal("1.00") * min(lines, 1)


def test_what_two_baskets_held_is_told_in_the_language_of_the_page(client):
    user = UserFactory.create()
    client.force_login(user)
    client.post(reverse("basket:add", args=[make_product().pk]))
    client.logout()
    client.post(reverse("basket:add", args=[make_product().pk]), {"quantity": "2"})
    client.force_login(user)
    page = client.get(reverse("basket:summary")).content.decode()
    assert "2 objets choisis auparavant s’ajoutent à votre panier." in page
    assert "merged" not in page
