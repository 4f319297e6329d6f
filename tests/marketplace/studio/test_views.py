"""The studio as an artisan uses it, and as nobody else may."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from ground.design.pictures import rendition_specs
from ground.provenance.models import Picture
from marketplace.forks.catalogue.models import NoReturn, Product
from marketplace.studio import checklist
from marketplace.studio.actions import editing
from marketplace.studio.forms import ListingForm
from marketplace.studio.models import Listing
from marketplace.studio.states import State
from marketplace.studio.words import to_text
from tests.factories.accounts import UserFactory
from tests.factories.marketplace import ArtisanFactory, make_product
from tests.factories.studio import AT, a_listing, a_photo, complete_data, product_of, rewrite

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
    assert "Type a number, such as 12.50." in page
    assert product_of(listing).title_fr == "Bol rouge"


def test_what_a_presentation_leaves_in_a_text_becomes_a_space(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    url = address("listing", artisan.code, listing.pk)
    at_work.post(
        url, typed(listing, title_fr="Bol\x0brouge", description_fr="Un\x1f\tdeux\r\ntrois")
    )
    product = product_of(listing)
    assert (product.title_fr, to_text(product.description_fr)) == ("Bol rouge", "Un \tdeux\ntrois")


def test_a_comma_is_a_decimal_point(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    at_work.post(address("listing", artisan.code, listing.pk), typed(listing, price="12,50 €"))
    assert product_of(listing).stockrecords.get().price == Decimal("12.50")


def test_a_photo_is_kept_even_where_a_word_is_wrong(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    data = {**typed(listing, price="douze"), "photos": SimpleUploadedFile("b.jpg", a_photo())}
    at_work.post(address("listing", artisan.code, listing.pk), data)
    assert product_of(listing).images.count() == 2


def test_an_operator_reads_of_a_photo_that_is_kept_beside_a_wrong_word(at_work, artisan, potter):
    listing = a_listing(artisan, potter, state=State.ON_SALE)
    data = {**typed(listing, price="douze"), "photos": SimpleUploadedFile("b.jpg", a_photo())}
    at_work.post(address("listing", artisan.code, listing.pk), data)
    assert product_of(listing).images.count() == 2
    assert list(Listing.objects.waiting()) == [listing]
    assert list(Listing.objects.get(pk=listing.pk).changes_to_read()) == ["photos"]


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


def test_what_the_other_tab_saved_is_said_at_the_field_that_differs(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    url = address("listing", artisan.code, listing.pk)
    at_work.post(url, typed(listing, title_fr="Un", description_fr="Rouge.\n\nRond."))
    second = typed(listing, title_fr="Deux", description_fr="Rouge.\r\n\r\nRond.")
    form = at_work.post(url, second).context["form"]
    assert set(form.errors) == {"__all__", "title_fr"}
    assert "Un" in form.errors["title_fr"][0]
    at_work.post(url, {**second, "version": form["version"].value()})
    assert product_of(listing).title_fr == "Deux"


def test_a_second_tab_does_not_undo_the_description_of_a_photo(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    url = address("listing", artisan.code, listing.pk)
    alt = f"alt_{product_of(listing).images.get().pk}"
    at_work.post(url, {**typed(listing), alt: "Un bol rouge, vu de haut"})
    page = at_work.post(url, {**typed(listing), alt: "Un bol"}).content.decode()
    assert product_of(listing).images.get().picture.alt == "Un bol rouge, vu de haut"
    assert ">\nUn bol</textarea>" in page


def test_two_who_save_at_the_same_moment_do_not_undo_each_other(artisan, potter):
    listing = a_listing(artisan, potter)
    data = {**complete_data(title_fr="Deux"), "version": listing.version - 1}
    with pytest.raises(editing.ChangedMeanwhile):
        editing.save(listing, data=data, by=potter, at=AT)
    assert product_of(listing).title_fr == "Bol rouge"


def errors_of(page) -> dict[str, int]:
    return {name: len(said) for name, said in page.context["form"].errors.items()}


def test_a_refused_photo_hides_nothing_that_is_missing(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    files = [
        SimpleUploadedFile("bol.jpg", a_photo()[:-300]),
        SimpleUploadedFile("pot.jpg", a_photo()),
    ]
    data = {**typed(listing, teaser_fr="", safety_identifier=""), "craft": ""}
    url = address("listing", artisan.code, listing.pk)
    page = at_work.post(url, {**data, "photos": files, "submit": "yes"})
    assert errors_of(page) == {"teaser_en": 1, "craft": 1, "safety_identifier": 1}
    refusal, missing = page.context["photos"].refused
    assert ("“bol.jpg”" in refusal, missing.startswith("Needed")) == (True, True)
    assert product_of(listing).images.count() == 2
    assert listing.events.filter(state=State.SUBMITTED).count() == 0


def test_a_word_that_is_wrong_hides_nothing_that_is_missing(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    data = typed(listing, price="douze", teaser_fr="", materials_fr="")
    url = address("listing", artisan.code, listing.pk)
    program = SimpleUploadedFile("virus.jpg", b"MZ")
    page = at_work.post(url, {**data, "photos": program, "submit": "yes"})
    assert errors_of(page) == {"price": 1, "teaser_en": 1, "materials_en": 1}
    assert len(page.context["photos"].refused) == 1
    assert errors_of(at_work.post(url, data)) == {"price": 1}


def test_after_a_refused_photo_the_page_goes_on(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    url = address("listing", artisan.code, listing.pk)
    program = SimpleUploadedFile("virus.jpg", b"MZ\x90\x00")
    page = at_work.post(url, {**typed(listing, title_fr="Un"), "photos": program})
    version = page.context["form"]["version"].value()
    at_work.post(url, {**typed(listing, title_fr="Deux"), "version": version})
    assert product_of(listing).title_fr == "Deux"


def test_a_description_that_is_too_long_leaves_the_one_that_was_there(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    alt = f"alt_{product_of(listing).images.get().pk}"
    url = address("listing", artisan.code, listing.pk)
    page = at_work.post(url, {**typed(listing), alt: "x" * 256}).content.decode()
    assert f'id="id_{alt}_error"' in page
    assert product_of(listing).images.get().picture.alt == "Un bol rouge"


def test_a_line_end_counts_once(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    words = "\r\n".join(["x" * 199] * 30)  # 5999 characters, as a browser counts them
    at_work.post(address("listing", artisan.code, listing.pk), typed(listing, description_fr=words))
    assert len(to_text(product_of(listing).description_fr)) == 5999


def test_what_is_missing_is_said_at_its_field_and_the_rest_is_saved(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    data = {**typed(listing, title_fr="Bol noir", teaser_fr=""), "submit": "yes", "craft": ""}
    form = at_work.post(address("listing", artisan.code, listing.pk), data).context["form"]
    assert set(form.errors) == {"teaser_en", "craft"}  # asked in the language of the page
    assert form["version"].value() == str(Listing.objects.get().version)
    assert product_of(listing).title_fr == "Bol noir"
    assert Listing.objects.get().state == State.DRAFT


@pytest.mark.parametrize(
    ("emptied", "asked"),
    [
        ("title_fr", "title_en"),
        ("price", "price"),
        ("num_in_stock", "num_in_stock"),
        ("craft", "craft"),
        ("safety_warnings_fr", "safety_warnings_en"),
    ],
)
def test_what_is_on_sale_keeps_what_a_sale_needs(at_work, artisan, potter, emptied, asked):
    listing = a_listing(artisan, potter, state=State.ON_SALE)
    data = {**typed(listing, teaser_fr="Neuf"), emptied: ""}
    form = at_work.post(address("listing", artisan.code, listing.pk), data).context["form"]
    assert set(form.errors) == {asked}
    product = product_of(listing)
    assert (product.title_fr, product.teaser_fr) == ("Bol rouge", "Né d'un terril.")
    assert product.stockrecords.get().price == Decimal("24.00")


def test_the_last_photo_of_what_is_on_sale_stays(at_work, artisan, potter):
    listing = a_listing(artisan, potter, state=State.ON_SALE)
    image = product_of(listing).images.get()
    data = {**typed(listing), f"alt_{image.pk}": "Un bol rouge", f"remove_{image.pk}": "on"}
    page = at_work.post(address("listing", artisan.code, listing.pk), data)
    [refusal] = page.context["photos"].refused
    assert refusal == "Needed before it can be sold: a photo, with its description."
    assert product_of(listing).images.get() == image


def test_what_is_being_read_is_not_changed_and_what_was_typed_is_shown(at_work, artisan, potter):
    listing = a_listing(artisan, potter, state=State.SUBMITTED)
    data = typed(listing, title_fr="Bol noir")
    page = at_work.post(address("listing", artisan.code, listing.pk), data).content.decode()
    assert "Not saved: we are reading it." in page
    assert 'value="Bol noir"' in page
    assert product_of(listing).title_fr == "Bol rouge"


def test_a_stock_below_what_is_promised_is_refused_in_the_listing_too(at_work, artisan, potter):
    listing = a_listing(artisan, potter, state=State.ON_SALE)
    product_of(listing).stockrecords.update(num_allocated=3)
    data = typed(listing, num_in_stock=2)
    form = at_work.post(address("listing", artisan.code, listing.pk), data).context["form"]
    assert set(form.errors) == {"num_in_stock"}
    assert product_of(listing).stockrecords.get().num_in_stock == 5


def test_a_stock_that_an_order_took_from_meanwhile_is_not_put_back(at_work, artisan, potter):
    listing = a_listing(artisan, potter, state=State.ON_SALE)
    product_of(listing).stockrecords.update(num_in_stock=4)  # one was sent
    data = {**typed(listing), "initial-num_in_stock": "5", "initial-price": "24,00"}
    at_work.post(address("listing", artisan.code, listing.pk), data)
    assert product_of(listing).stockrecords.get().num_in_stock == 4


def test_a_listing_of_variants_keeps_what_its_page_does_not_ask(at_work, artisan, potter):
    product = make_product(artisan=artisan, variants=[("S", "12.00", 3), ("L", "18.00", 1)])
    listing = Listing.objects.get(pk=product.pk)
    Product.objects.filter(pk=product.pk).update(lead_time_days=9)
    form = at_work.get(address("listing", artisan.code, listing.pk)).context["form"]
    assert {"price", "num_in_stock"}.isdisjoint(form.fields)
    at_work.post(address("listing", artisan.code, listing.pk), typed(listing))
    product.refresh_from_db()
    assert product.lead_time_days == 9


def test_the_form_asks_later_for_what_the_checklist_asks(artisan, potter):
    listing = a_listing(artisan, potter)
    asked = {step.field for step in checklist.before_sale(product_of(listing))}
    assert ListingForm(listing=listing).asked_later | {"photos"} == asked


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
    page = at_work.get(url).content.decode()
    assert "Bol rouge" in page
    assert "buy-stock-yes" in page
    assert "disabled>Put it in the basket</button>" in page
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


def row_of(listing: Listing, **fields: str) -> dict[str, str]:
    """What the browser sends for its row of the table; `shown_x`: what x was when it was opened."""
    prefix = f"stock{product_of(listing).stockrecords.get().pk}"
    return {
        f"initial-{prefix}-{name[6:]}" if name.startswith("shown_") else f"{prefix}-{name}": value
        for name, value in fields.items()
    }


def test_a_row_that_was_not_touched_is_left_as_it_is_now(at_work, artisan, potter):
    listing = a_listing(artisan, potter, state=State.ON_SALE)
    product_of(listing).stockrecords.update(num_in_stock=4)  # one was sent meanwhile
    data = row_of(
        listing, price="19,90", shown_price="24,00", num_in_stock="5", shown_num_in_stock="5"
    )
    at_work.post(address("listings", artisan.code), data)
    stock = product_of(listing).stockrecords.get()
    assert (stock.price, stock.num_in_stock) == (Decimal("19.90"), 4)


def test_a_number_that_two_changed_is_asked_about(at_work, artisan, potter):
    listing = a_listing(artisan, potter, state=State.ON_SALE)
    product_of(listing).stockrecords.update(num_in_stock=4)
    data = row_of(
        listing, price="24,00", shown_price="24,00", num_in_stock="8", shown_num_in_stock="5"
    )
    page = at_work.post(address("listings", artisan.code), data)
    [form] = page.context["forms"]
    assert set(form.errors) == {"num_in_stock"}
    assert product_of(listing).stockrecords.get().num_in_stock == 4
    again = {name: form.data[name] for name in data}
    at_work.post(address("listings", artisan.code), again)
    assert product_of(listing).stockrecords.get().num_in_stock == 8


def test_a_draft_without_a_price_keeps_nobody_from_saving_the_others(at_work, artisan, potter):
    listing = a_listing(artisan, potter, state=State.ON_SALE)
    draft = a_listing(artisan, potter, price=None, num_in_stock=None)
    data = row_of(listing, price="19,90", num_in_stock="5")
    data |= row_of(draft, price="", num_in_stock="")
    at_work.post(address("listings", artisan.code), data)
    assert product_of(listing).stockrecords.get().price == Decimal("19.90")
    page = at_work.post(address("listings", artisan.code), row_of(listing, price=""))
    [form] = [form for form in page.context["forms"] if form.errors]
    assert set(form.errors) == {"price", "num_in_stock"}


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
    for picture in Picture.objects.all():
        picture.get_renditions(*rendition_specs("thumb"))  # they are made once
    with django_assert_num_queries(14):
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


def test_an_artisan_asks_for_words_and_says_that_it_is_not_taken_back(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    url = address("listing", artisan.code, listing.pk)
    asked = {"asked_fr": "Prénom à graver", "asked_most": "12", "no_return": "words"}
    at_work.post(url, typed(listing, **asked, no_return_reason_fr="Gravé pour vous."))
    product = product_of(listing)
    option = product.words_asked.get()
    assert (option.name_fr, option.max_length, option.required) == ("Prénom à graver", 12, True)
    assert (product.no_return, product.no_return_reason_fr) == ("words", "Gravé pour vous.")
    listing.refresh_from_db()
    at_work.post(url, typed(listing))
    product = product_of(listing)
    assert (product.words_asked.count(), product.no_return) == (0, "")


def test_words_that_nobody_is_asked_for_are_no_reason_to_keep_it(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    url = address("listing", artisan.code, listing.pk)
    page = at_work.post(url, typed(listing, no_return="words"))
    assert set(page.context["form"].errors) == {"no_return"}
    assert product_of(listing).no_return == ""


def test_the_operator_reads_again_what_is_asked_and_taken_back(artisan, potter):
    listing = a_listing(artisan, potter, state=State.ON_SALE)
    rewrite(listing, potter, asked_fr="Prénom", asked_most=9, no_return="measure")
    changes = listing.events.latest("pk").changes
    assert changes["asked_fr"] == ["", "Prénom"]
    assert changes["asked_most"] == ["", "9"]
    assert changes["no_return"][1] == str(NoReturn.MEASURE.label)


@pytest.mark.parametrize(("typed_price", "price"), [("8€90", "8.90"), ("1 208,5", "1208.50")])
def test_a_price_is_taken_as_people_write_it(at_work, artisan, potter, typed_price, price):
    listing = a_listing(artisan, potter)
    url = address("listing", artisan.code, listing.pk)
    at_work.post(url, typed(listing, price=typed_price, weight_g="1,25 kg", lead_time_days="8 j"))
    product = product_of(listing)
    assert str(product.stockrecords.get().price) == price
    assert (product.weight_g, product.lead_time_days) == (1250, 8)


def test_a_price_with_two_meanings_is_asked_again_and_changes_nothing(at_work, artisan, potter):
    listing = a_listing(artisan, potter)
    before = product_of(listing).stockrecords.get().price
    url = address("listing", artisan.code, listing.pk)
    page = at_work.post(url, typed(listing, price="2.408")).content.decode()
    assert 'value="2.408"' in page
    assert "This can be read in two ways" in page
    assert product_of(listing).stockrecords.get().price == before


def test_a_shop_is_told_in_the_numbers_of_its_country(at_work, artisan):
    url = f"/en/studio/{artisan.code}/shop/"
    page = at_work.get(url).content.decode()
    assert 'type="tel"' in page
    data = {
        "siret": "443\u00a0061\u00a0841 00047",
        "postcode": "62 750",
        "phone": "0321704512",
        "email": " atelier@terril.example\u200b",
        "lead_time_days": "4 days",
    }
    at_work.post(url, data)
    artisan.refresh_from_db()
    assert (artisan.siret, artisan.postcode) == ("44306184100047", "62750")
    assert (artisan.phone, artisan.lead_time_days) == ("+33 3 21 70 45 12", 4)
    wrong = data | {"siret": "1", "postcode": "00100", "phone": "12", "lead_time_days": "4"}
    assert set(at_work.post(url, wrong).context["form"].errors) == {"siret", "postcode", "phone"}
