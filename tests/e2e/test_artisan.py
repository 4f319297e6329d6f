"""An artisan writes a listing, sees it sold, and sends what was bought."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from email.message import EmailMessage

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import phone
from tests.e2e.site import Site
from tests.e2e.visitor import Visitor, pages_on_paper

Newcomer = Callable[..., Visitor]

ARTISAN, OPERATOR = "artisan1@terril.example", "operator@terril.example"
PASSWORD = "terril-demo"
WORKSHOP, NEIGHBOUR = "atelier-gaillette", "verre-de-fosse"
SOAP = "/shop/savon-gaillette_1/"
ADDRESS = {
    "email": "jeanne@terril.example",
    "first_name": "Jeanne",
    "last_name": "Delattre",
    "line1": "3 rue de la Fosse",
    "postcode": "62300",
    "line4": "Lens",
}
STORY, PLACE = "Deux tas devenus balcon", "Base 11/19"

WORDS = {
    "fr": {
        "studio": "Espace artisan",
        "write": "Rédiger une fiche",
        "shows": "Ce que montre la photo",
        "preview": "Aperçu",
        "back": "Retour à la fiche",
        "send": "Envoyer pour validation",
        "waits": "En attente de validation",
        "see it": "Voir dans la boutique",
        "save": "Enregistrer",
        "saved": "Enregistré.",
        "needed": "Nécessaire avant la mise en vente.",
        "no number": "Tapez un nombre, comme 12,50.",
        "too low": "Le prix doit être d’au moins 50 centimes.",
        "too high": "Ce prix est trop élevé.",
        "no photo": "n’est pas une image que nous savons lire",
        "room": "il reste de la place pour",
        "changed": "Cette fiche a été modifiée ailleurs entre-temps.",
        "became": "Entre-temps, c’est devenu",
        "accept": "Accepter la commande",
        "slip": "Imprimer le bordereau",
        "sent": "Noter comme envoyé",
        "told": "Une lettre part vers le client.",
        "basket": "Mettre au panier",
    },
    "en": {
        "studio": "Studio",
        "write": "Write a listing",
        "shows": "What the photo shows",
        "preview": "Preview",
        "back": "Back to the listing",
        "send": "Send for approval",
        "waits": "Waiting for approval",
        "see it": "See it in the shop",
        "save": "Save",
        "saved": "Saved.",
        "needed": "Needed before it can be sold.",
        "no number": "Type a number, such as 12.50.",
        "too low": "The price has to be at least 50 cents.",
        "too high": "The price is too high.",
        "no photo": "is no picture that we can read",
        "room": "there is room for",
        "changed": "This listing was changed elsewhere meanwhile.",
        "became": "Meanwhile it became",
        "accept": "Accept the order",
        "slip": "Print the slip",
        "sent": "Mark as sent",
        "told": "A letter to the shopper is on its way.",
        "basket": "Put it in the basket",
    },
}


@pytest.fixture
def words(language: str) -> dict[str, str]:
    return WORDS[language]


@pytest.fixture
def studio(language: str) -> str:
    return f"/{language}/studio/{WORKSHOP}/"


@pytest.fixture
def artisan(newcomer: Newcomer) -> Visitor:
    """Signed in, without a look at what the first journey looks at."""
    artisan = newcomer()
    sign_in(artisan.page, ARTISAN)
    return artisan


def sign_in(page: Page, address: str) -> None:
    page.goto("/fr/account/login/")
    page.locator("[name=login]").fill(address)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(lambda url: "/login/" not in url)


def press(page: Page, name: str) -> None:
    """Press the button of the page's form, and wait for what it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def begin(page: Page, studio: str, title: str) -> None:
    """A draft with a name, opened."""
    page.goto(f"{studio}listings/new/")
    page.locator("[name=title]").fill(title)
    with page.expect_navigation():
        page.locator("main form button[type=submit]").click()


def write(page: Page, language: str, **facts: str) -> None:
    """All that a sale needs but a photo, in the language of the page."""
    words = {
        "teaser": "Un bol né d’un terril.",
        "description": "Tourné à la main.\n\n- va au four\n- ne craint pas l’eau",
        "materials": "Schiste rouge",
        "safety_warnings": "Aucune.",
    }
    facts = {"price": "24,50", "num_in_stock": "7", "safety_identifier": "BOL-1", **facts}
    fields = {f"{name}_{language}": text for name, text in words.items()} | facts
    for name, text in fields.items():
        page.locator(f"[name={name}]").fill(text)
    for name in ("category", "craft"):
        page.locator(f"[name={name}]").select_option(index=1)


def test_a_listing_goes_from_the_bench_to_the_shop_window(
    newcomer: Newcomer, site: Site, language: str, words: dict[str, str], width: int
) -> None:
    title = f"Bol du bassin {width}"
    artisan = newcomer()
    page = artisan.page
    artisan.sign_in(ARTISAN, PASSWORD)
    artisan.go(f"/{language}/account/")
    artisan.press(page.get_by_role("link", name=words["studio"]))
    artisan.press(page.get_by_role("link", name=words["write"]))
    page.locator("[name=title]").fill(title)
    artisan.press(page.locator("main form button[type=submit]"))

    write(page, language)
    page.locator("[name=made_at]").select_option(label=option(page, "made_at", PLACE))
    page.locator("[name=inspired_by]").select_option(label=STORY)
    page.locator("[name=photos]").set_input_files([phone.photo_held_upright()])
    expect(page.locator(".file-thumb")).to_be_visible()
    press(page, words["save"])
    page.get_by_label(words["shows"]).fill("Un bol rouge sous un grand ciel")
    press(page, words["save"])
    listing = page.url
    artisan.press(page.get_by_role("link", name=words["preview"]))
    expect(page.get_by_role("button", name=words["basket"])).to_be_disabled()
    page.get_by_role("link", name=words["back"]).click()
    artisan.press(page.get_by_role("button", name=words["send"]))
    expect(page.locator("main")).to_contain_text(words["waits"])

    approve(newcomer(), title)
    mail = site.mails_to(ARTISAN)[-1]
    assert title in str(mail["Subject"])
    assert "est en vente" in str(mail["Subject"])  # in her language, whatever that of the page
    page.goto(listing)
    artisan.press(page.get_by_role("link", name=words["see it"]))
    the_photo_is_upright_scaled_and_says_nothing(page)
    is_found_everywhere(newcomer(), language, title, product=page.url)


def option(page: Page, name: str, words: str) -> str:
    """The choice of a select that begins with these words, as it stands there."""
    [found] = [
        label
        for label in page.locator(f"[name={name}] option").all_inner_texts()
        if label.startswith(words)
    ]
    return found


def approve(operator: Visitor, title: str) -> None:
    """In the Wagtail admin, come in by the one sign-in page."""
    page = operator.page
    page.goto("/admin/studio/listing/")
    expect(page).to_have_url(re.compile("/account/login/"))
    page.locator("[name=login]").fill(OPERATOR)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/admin/studio/listing/")
    row = page.get_by_role("row").filter(has_text=title)
    with page.expect_navigation():
        row.get_by_role("link", name="Inspec").first.click()
    expect(page.locator("main")).to_contain_text("Schiste rouge")
    with page.expect_navigation():
        page.locator("button[value=approve]").click()
    expect(page.locator(".messages")).to_be_visible()


def the_photo_is_upright_scaled_and_says_nothing(page: Page) -> None:
    picture = page.locator(".product-pictures img").first
    shown: str = picture.evaluate("image => image.currentSrc")
    plain: str = picture.evaluate("image => image.src")
    for address in (plain, shown):
        image = phone.opened(page.request.get(address).body())
        assert max(image.size) <= 2400
        assert image.width < image.height
        assert dict(image.getexif()) == {}
        assert "exif" not in image.info
        red, _green, blue = image.convert("RGB").getpixel((image.width // 2, image.height // 10))
        assert blue > red, "the sky is on top"
    assert b"phone 12" not in page.request.get(plain).body()


def is_found_everywhere(shopper: Visitor, language: str, title: str, product: str) -> None:
    """In the shop, by the search, on the pages of its story and of its place."""
    page = shopper.page
    page.goto(f"/{language}/search/?q={title.replace(' ', '+')}")
    page.get_by_role("link", name=title).first.click()
    expect(page).to_have_url(product)
    for kind in ("stories", "places"):
        page.goto(product)
        shopper.press(page.locator(f"main a[href^='/{language}/{kind}/']").first)
        expect(page.get_by_role("link", name=title).first).to_be_visible()
    page.goto(f"/{language}/artisans/{WORKSHOP}/")
    expect(page.get_by_role("link", name=title).first).to_be_visible()


def buy(shopper: Visitor, language: str, product: str) -> None:
    """As quickly as a shopper can: what they see on the way is looked at by test_shopper.py."""
    page = shopper.page
    page.goto(f"/{language}{product}")
    with page.expect_response(lambda answer: "/basket/add/" in answer.url):
        page.locator("form.buy button[type=submit]").click()
    page.goto(f"/{language}/shop/checkout/")
    for name, value in ADDRESS.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=terms]").check()
    page.locator("form[data-checkout] button.button-lamp").click()
    page.locator("button[name=play]").first.click()
    page.wait_for_url("**/shop/orders/**")


def test_an_order_is_accepted_slipped_and_sent(
    newcomer: Newcomer,
    artisan: Visitor,
    site: Site,
    language: str,
    words: dict[str, str],
    studio: str,
    width: int,
) -> None:
    shopper, page, number = newcomer(), artisan.page, f"6A{width}42"
    buy(shopper, language, SOAP)
    assert consignment_of(site) in str(site.mails_to(ARTISAN)[-1]["Subject"])
    page.goto(studio)
    artisan.press(page.get_by_role("link", name=consignment_of(site)))
    artisan.press(page.get_by_role("button", name=words["accept"]))
    artisan.press(page.get_by_role("link", name=words["slip"]))
    expect(page.locator(".slip")).to_contain_text("Jeanne Delattre")
    expect(page.locator(".slip")).not_to_contain_text("€")
    page.emulate_media(media="print")
    expect(page.locator(".masthead")).to_be_hidden()
    page.emulate_media(media="screen")
    assert pages_on_paper(page) == 1
    page.go_back()
    page.locator("[name=carrier]").fill("La Poste")
    page.locator("[name=tracking_number]").fill(number)
    artisan.press(page.get_by_role("button", name=words["sent"]))
    expect(page.locator("main")).to_contain_text(words["told"])
    expect(page.locator("main")).to_contain_text(f"La Poste {number}")

    assert f"La Poste {number}" in text_of(site.mails_to(ADDRESS["email"])[-1])
    shopper.page.reload()
    expect(shopper.page.locator("main")).to_contain_text(number)


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def consignment_of(site: Site) -> str:
    """The number of the parcel that was ordered last."""
    query = "select number from fulfilment_consignment order by id desc limit 1"
    [(number,)] = site.ask(query)
    return str(number)


def test_what_is_typed_wrongly_is_answered_at_its_field_and_kept(
    artisan: Visitor, language: str, words: dict[str, str], studio: str
) -> None:
    page = artisan.page
    begin(page, studio, "Bol à corriger")
    write(page, language)
    title = f"title_{language}"
    for name, typed, answer in [
        ("price", "abc", words["no number"]),
        ("price", "-3", words["too low"]),
        ("price", "1000000000", words["too high"]),
        ("price", "12,345", ""),
        ("num_in_stock", "-1", ""),
        ("num_in_stock", "1.5", ""),
        ("lead_time_days", "4000", ""),
        (title, "x" * 6000, ""),
    ]:
        field = page.locator(f"[name={name}]")
        right = field.input_value()
        field.fill(typed)
        press(page, words["save"])
        expect(page.locator(f"#id_{name}_error")).to_contain_text(answer)
        expect(page.locator(".form-errors li")).to_have_count(1)
        expect(field).to_have_value(typed)
        field.fill(right)
    artisan.look()

    page.locator("[name=price]").fill("12,5")
    page.locator(f"[name={title}]").fill("Bol 🏺 de שלום")
    press(page, words["save"])
    expect(page.locator("main")).to_contain_text(words["saved"])
    expect(page.locator("h1")).to_have_text("Bol 🏺 de שלום")
    assert page.locator("[name=price]").input_value() == {"fr": "12,50", "en": "12.50"}[language]


def test_what_is_missing_is_asked_at_its_field_before_it_is_sent(
    artisan: Visitor, language: str, words: dict[str, str], studio: str
) -> None:
    page = artisan.page
    begin(page, studio, "Bol à finir")
    page.locator("[name=price]").fill("24")
    artisan.press(page.get_by_role("button", name=words["send"]))
    missing = [f"teaser_{language}", "category", "num_in_stock", "craft", "safety_identifier"]
    for name in missing:
        expect(page.locator(f"#id_{name}_error")).to_have_text(words["needed"])
    page.locator(".form-errors a").nth(1).click()
    expect(page.locator(f"#id_description_{language}")).to_be_focused()
    expect(page.locator("#id_price_error")).to_have_count(0)


def test_photos_that_are_none_are_refused_by_name_and_the_others_stay(
    artisan: Visitor, words: dict[str, str], studio: str
) -> None:
    page = artisan.page
    begin(page, studio, "Bol en images")
    page.locator("[name=price]").fill("douze")
    page.locator("[name=photos]").set_input_files(
        [
            phone.photo("bol.jpg"),
            phone.PROGRAM,
            phone.SVG,
            phone.half_of(phone.photo_held_upright((2000, 1500))),
            phone.photo("geante.jpg", (8000, 5000)),
        ]
    )
    press(page, words["save"])
    refusals = page.locator(".form-part > .notice-error")
    expect(refusals).to_have_count(3)
    for place, name in enumerate(["photo.jpg", "logo.svg", "IMG_2041.JPG"]):
        expect(refusals.nth(place)).to_contain_text(f"{name}")
        expect(refusals.nth(place)).to_contain_text(words["no photo"])
    expect(page.locator("[name=price]")).to_have_value("douze")
    expect(page.locator(".photo-row")).to_have_count(2)
    artisan.look()

    page.locator("[name=price]").fill("12")
    page.locator("[name=photos]").set_input_files(
        [phone.photo(f"{number}.jpg") for number in range(9)]
    )
    press(page, words["save"])
    expect(refusals).to_have_count(1)
    expect(refusals).to_contain_text(words["room"])
    expect(page.locator(".photo-row")).to_have_count(10)
    page.locator("[name^=remove_]").first.check()
    press(page, words["save"])
    expect(page.locator(".photo-row")).to_have_count(9)


def test_two_tabs_do_not_undo_each_other(
    artisan: Visitor, language: str, words: dict[str, str], studio: str
) -> None:
    first = artisan.page
    begin(first, studio, "Bol à quatre mains")
    second = first.context.new_page()
    second.goto(first.url)
    teaser = f"[name=teaser_{language}]"
    first.locator(teaser).fill("Rouge comme le schiste.")
    press(first, words["save"])
    second.locator(teaser).fill("Noir comme la houille.")
    press(second, words["save"])
    expect(second.locator(".form-errors")).to_contain_text(words["changed"])
    expect(second.locator(f"#id_teaser_{language}_error")).to_contain_text(
        "Rouge comme le schiste."
    )
    expect(second.locator(teaser)).to_have_value("Noir comme la houille.")
    first.reload()
    expect(first.locator(teaser)).to_have_value("Rouge comme le schiste.")
    press(second, words["save"])
    first.reload()
    expect(first.locator(teaser)).to_have_value("Noir comme la houille.")


def test_stock_is_edited_in_its_row(
    artisan: Visitor, words: dict[str, str], studio: str, width: int
) -> None:
    page, wanted = artisan.page, str(width)
    artisan.go(f"{studio}listings/")
    other = page.context.new_page()
    other.goto(page.url)
    name = page.locator("input[name$=num_in_stock]:visible").first.get_attribute("name")
    for tab, number in ((page, "31"), (other, wanted)):
        tab.locator(f"[name={name}]").fill(number)
        with tab.expect_navigation():
            tab.locator(".form-bar button").click()
    expect(page.locator(".notice-success")).to_be_visible()
    expect(other.locator(f"#id_{name}_error")).to_contain_text(f"{words['became']} 31")
    expect(other.locator(f"[name={name}]")).to_have_value(wanted)
    other.locator(".form-bar button").click()
    expect(other.locator(".notice-success")).to_be_visible()
    page.reload()
    expect(page.locator(f"[name={name}]")).to_have_value(wanted)
    page.locator(f"[name={name}]").fill("-1")
    artisan.press(page.locator(".form-bar button"))
    expect(page.locator(".form-errors a")).to_have_attribute("href", f"#id_{name}")


def test_what_is_another_artisans_is_not_there(
    artisan: Visitor, site: Site, language: str, studio: str
) -> None:
    [(listing,)] = site.ask(
        "select product_id from studio_listing join partner_partner p on p.id = partner_id"
        " where p.code = ? limit 1",
        NEIGHBOUR,
    )
    [(order,)] = site.ask(
        "select number from fulfilment_consignment join partner_partner p on p.id = partner_id"
        " where p.code = ? limit 1",
        NEIGHBOUR,
    )
    theirs = f"/{language}/studio/{NEIGHBOUR}/"
    artisan.go(theirs, status=404)
    for page in ("", "preview/"):
        for root in (theirs, studio):
            assert artisan.page.request.get(f"{root}listings/{listing}/{page}").status == 404
    for page in ("", "slip/"):
        for root in (theirs, studio):
            assert artisan.page.request.get(f"{root}orders/{order}/{page}").status == 404


def test_a_workshop_on_holiday_shows_its_things_and_sells_none(
    artisan: Visitor, newcomer: Newcomer, language: str, words: dict[str, str], studio: str
) -> None:
    page, shopper = artisan.page, newcomer()
    artisan.go(f"{studio}shop/")
    back = date.today() + timedelta(days=9)
    page.locator("[name=away_until]").fill(back.isoformat())
    artisan.press(page.locator(".form-bar button"))
    shopper.go(f"/{language}{SOAP}")
    expect(shopper.page.locator(".buy")).to_contain_text(str(back.day))
    expect(shopper.page.get_by_role("button", name=words["basket"])).to_have_count(0)
    page.locator("[name=away_until]").fill("")
    page.locator(".form-bar button").click()
    expect(page.locator(".notice-success")).to_be_visible()
    shopper.page.reload()
    expect(shopper.page.get_by_role("button", name=words["basket"])).to_be_visible()
