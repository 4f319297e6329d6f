"""The studio as an artisan uses it, and as nobody else may."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from marketplace.forks.catalogue.models import Product
from marketplace.studio.models import Listing
from marketplace.studio.states import State
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ArtisanFactory
from tests.factories.studio import a_listing, a_photo, complete_data, product_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_work(client, potter):
    client.force_login(potter)
    return client


def address(name: str, *args) -> str:
    with override("en"):  # the words of the code
        return reverse(f"studio:{name}", args=args)


def typed(listing: Listing, **changes) -> dict:
    """What the browser sends for a complete listing."""
    data = complete_data(**changes)
    data["category"] = data["category"].pk
    data["craft"] = data["craft"].pk
    data["version"] = listing.version
    if not data.pop("is_made_to_order"):
        data = {name: value for name, value in data.items() if value is not None}
    return data


def test_somebody_with_one_workshop_is_led_to_it(at_work, artisan):
    response = at_work.get(address("home"))
    assert (response.status_code, response.headers["Location"]) == (
        302,
        address("desk", artisan.code),
    )


def test_somebody_without_a_workshop_is_told_so(client):
    client.force_login(UserFactory.create())
    assert "You do not work for an artisan here yet" in client.get("/en/studio/").content.decode()


def test_a_listing_goes_from_a_name_to_the_shop_window(at_work, artisan):
    response = at_work.post(address("listing_new", artisan.code), {"title": "Bol rouge"})
    listing = Listing.objects.get()
    assert response.headers["Location"] == address("listing", artisan.code, listing.pk)
    photo = SimpleUploadedFile("IMG_1.jpg", a_photo())
    at_work.post(response.headers["Location"], {**typed(listing), "photos": photo})
    image = product_of(listing).images.get()
    listing.refresh_from_db()
    data = {**typed(listing), f"alt_{image.pk}": "Un bol rouge", "submit": "yes"}
    at_work.post(response.headers["Location"], data)
    listing.refresh_from_db()
    assert listing.state == State.SUBMITTED


def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_is_kept(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    url = address("listing", artisan.code, listing.pk)
    page = at_work.post(
        url, typed(listing, title_fr="Grand bol 🏺", price="douze")
    ).content.decode()
    assert 'value="Grand bol 🏺"' in page
    assert 'value="douze"' in page
    assert "Type the price as a number" in page or "nombre" in page
    assert product_of(listing).title_fr == "Bol rouge"


def test_a_comma_is_a_decimal_point(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    at_work.post(address("listing", artisan.code, listing.pk), typed(listing, price="12,50 €"))
    assert product_of(listing).stockrecords.get().price == Decimal("12.50")


def test_a_photo_is_kept_even_where_a_word_is_wrong(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    data = {**typed(listing, price="douze"), "photos": SimpleUploadedFile("b.jpg", a_photo())}
    at_work.post(address("listing", artisan.code, listing.pk), data)
    assert product_of(listing).images.count() == 2


def test_a_program_called_photo_is_refused_by_name_and_the_rest_is_saved(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    data = {
        **typed(listing, title_fr="Bol noir"),
        "photos": [
            SimpleUploadedFile("virus.jpg", b"MZ\x90\x00"),
            SimpleUploadedFile("bol.jpg", a_photo()),
        ],
    }
    page = at_work.post(address("listing", artisan.code, listing.pk), data).content.decode()
    assert "virus.jpg" in page
    assert (product_of(listing).title_fr, product_of(listing).images.count()) == ("Bol noir", 2)


def test_a_second_tab_does_not_undo_the_first(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    url = address("listing", artisan.code, listing.pk)
    first, second = typed(listing, title_fr="Un"), typed(listing, title_fr="Deux")
    at_work.post(url, first)
    page = at_work.post(url, second).content.decode()
    assert product_of(listing).title_fr == "Un"
    assert 'value="Deux"' in page


def test_a_removed_photo_goes_and_the_chosen_one_comes_first(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    url = address("listing", artisan.code, listing.pk)
    more = [SimpleUploadedFile(f"{n}.jpg", a_photo()) for n in range(2)]
    at_work.post(url, {**typed(listing), "photos": more})
    gone, _, first = product_of(listing).images.all()
    listing.refresh_from_db()
    at_work.post(url, {**typed(listing), f"remove_{gone.pk}": "on", "first": first.pk})
    assert product_of(listing).images.all()[0].pk == first.pk
    assert product_of(listing).images.count() == 2


def test_the_preview_shows_a_draft_to_its_artisan_and_to_nobody_else(
    at_work, artisan, potter, client
):
    listing = a_listing(artisan, potter)
    url = address("listing_preview", artisan.code, listing.pk)
    assert "Bol rouge" in at_work.get(url).content.decode()
    assert at_work.get(listing.product.get_absolute_url()).status_code == 404
    at_work.force_login(UserFactory.create())
    assert at_work.get(url).status_code == 404


def test_prices_and_stock_are_edited_in_their_row(at_work, artisan, potter):
    listing = a_listing(artisan, potter, state=State.ON_SALE)
    stock = product_of(listing).stockrecords.get()
    data = {f"stock{stock.pk}-price": "19,90", f"stock{stock.pk}-num_in_stock": "3"}
    at_work.post(address("listings", artisan.code), data)
    stock.refresh_from_db()
    assert (stock.price, stock.num_in_stock) == (Decimal("19.90"), 3)


def test_stock_never_goes_below_what_is_promised(at_work, artisan, potter):
    listing = a_listing(artisan, potter, state=State.ON_SALE)
    stock = product_of(listing).stockrecords.get()
    stock.__class__.objects.update(num_allocated=3)
    data = {f"stock{stock.pk}-price": "19,90", f"stock{stock.pk}-num_in_stock": "1"}
    assert at_work.post(address("listings", artisan.code), data).status_code == 200
    stock.refresh_from_db()
    assert stock.num_in_stock == 5


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("123", "A SIRET has 14 digits; this one has 3."),
        ("12345678901234", "One digit of this SIRET is wrong"),
        ("abcdefghijklmn", "A SIRET is made of 14 digits"),
    ],
)
def test_a_wrong_siret_is_told_why(at_work, artisan, number, words):
    page = at_work.post(f"/en/studio/{artisan.code}/shop/", {"siret": number, "lead_time_days": 3})
    assert words in page.content.decode()


def test_a_holiday_ends_in_the_future(at_work, artisan):
    data = {"away_until": "2020-01-01", "lead_time_days": 3}
    page = at_work.post(f"/en/studio/{artisan.code}/shop/", data).content.decode()
    assert "This day is past" in page


@pytest.mark.parametrize("rows", [1, 3])
def test_the_table_of_listings_asks_the_same_number_of_questions(
    at_work, artisan, potter, rows, django_assert_num_queries
):
    for _ in range(rows):
        a_listing(artisan, potter)
    with django_assert_num_queries(13):
        at_work.get(address("listings", artisan.code))


NAMES = ["desk", "shop", "listings", "listing_new", "orders"]


@pytest.mark.parametrize("name", NAMES)
def test_another_artisans_studio_is_not_there(client, artisan, name):
    rival = UserFactory.create()
    ArtisanFactory.create().users.add(rival)
    client.force_login(rival)
    assert client.get(address(name, artisan.code)).status_code == 404


@pytest.mark.parametrize("name", ["listing", "listing_preview", "listing_take_down"])
def test_another_artisans_listing_is_not_there_even_under_ones_own_name(
    at_work, artisan, potter, name
):
    other = ArtisanFactory.create()
    listing = a_listing(other, potter)
    method = at_work.post if name == "listing_take_down" else at_work.get
    assert method(address(name, artisan.code, listing.pk)).status_code == 404
    assert Product.objects.get(pk=listing.pk).title_fr == "Bol rouge"


@pytest.mark.parametrize("name", NAMES)
def test_a_stranger_is_asked_to_sign_in(client, artisan, name):
    response = client.get(address(name, artisan.code))
    assert (response.status_code, response.headers["Location"].split("?")[0]) == (
        302,
        "/en/account/login/",
    )
