"""From a story to what it inspired, to who makes it and where, and home with it."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.e2e.shopper import Shopper, pieces_left

STORY = {"fr": "Deux tas devenus balcon", "en": "Two piles that became a balcony"}
SOAP = {"fr": "Savon Gaillette", "en": "Gaillette soap"}
PLACE = {"fr": "Base 11/19 et terrils jumeaux", "en": "Base 11/19 and the twin spoil heaps"}
WORKSHOP, ITS_MAKER = "Atelier Gaillette", "artisan1@terril.example"
PASSWORD = "terril-demo"
NUMBER = {"fr": "Le numéro à peindre", "en": "Number to paint"}
KEPT = {"fr": "ne peut être ni reprise ni échangée", "en": "cannot be returned or exchanged"}
ASKED = "Type what should be put on it."


@pytest.fixture
def shopper(visitor, site, language):
    return Shopper(visitor, site, language)


def path_in(mail):
    """Where the one link of a letter leads."""
    [link] = re.findall(r"http\S+", mail.get_body(("plain",)).get_content())
    return urlsplit(link).path


def test_a_story_leads_to_a_parcel_on_its_way(shopper, site, newcomer, language):
    visitor, page = shopper.visitor, shopper.page
    in_the_workshop = pieces_left(site, "savon-gaillette")

    # Along the links of the pages, and around to where it began.
    visitor.go("/")
    assert page.url == f"{site.url}/{language}/"
    visitor.press(shopper.link(STORY[language]))
    visitor.press(shopper.link(SOAP[language]))
    visitor.press(shopper.link(WORKSHOP))
    visitor.press(shopper.link(PLACE[language]))
    shopper.link(STORY[language]).click()
    expect(page.locator("h1")).to_have_text(STORY[language])
    shopper.link(SOAP[language]).click()

    # Two of it.
    shopper.button("One more").click()
    shopper.button("Put it in the basket").click()
    expect(page.locator("[data-basket-count]")).to_have_text("2")
    visitor.press(shopper.link("See the basket"))
    visitor.press(shopper.link("To the checkout"))
    shopper.fill_in()
    visitor.press(shopper.button("Pay %(total)s"))
    visitor.press(shopper.bank)
    expect(page.locator("h1")).to_have_text(shopper.say("Thank you"))

    [number] = shopper.orders
    assert pieces_left(site, "savon-gaillette") == in_the_workshop - 2
    assert shopper.charges == 1
    [letter] = site.mails_to(shopper.email)
    assert letter["Subject"] == shopper.say("Your order %(number)s") % {"number": number}
    page.goto(path_in(letter))
    expect(page.locator("main")).to_contain_text(number)

    # The maker is told, and sends it.
    maker = newcomer()
    maker.sign_in(ITS_MAKER, PASSWORD)
    letter = site.mails_to(ITS_MAKER)[-1]
    assert number in letter["Subject"]
    maker.go(path_in(letter))
    # Each reads what was bought in the language of their own letter.
    expect(maker.page.get_by_role("table")).to_contain_text(SOAP["fr"])
    maker.page.locator("[name=carrier]").fill("Colissimo")
    maker.page.locator("[name=tracking_number]").fill("6A00000000001")
    maker.press(maker.page.locator("form:has([name=carrier]) button[type=submit]"))

    # The shopper sees where the parcel is, and the operator what was sold.
    assert len(site.mails_to(shopper.email)) == 2
    page.reload()
    expect(page.locator("main")).to_contain_text("Colissimo 6A00000000001")
    visitor.look()
    operator = newcomer()
    operator.sign_in("operator@terril.example", PASSWORD)
    operator.page.goto("/admin/order/order/")
    expect(operator.page.get_by_role("row").filter(has_text=number)).to_contain_text(shopper.email)


def test_a_thing_bears_ones_own_words_from_its_page_to_the_workshop(shopper, site, language):
    visitor, page = shopper.visitor, shopper.page
    visitor.go(shopper.path_of("numero-de-maison"))
    expect(page.locator(".product-promises")).to_contain_text(KEPT[language])
    visitor.press(shopper.button("Put it in the basket"))
    typed = page.get_by_label(NUMBER[language])
    expect(typed).to_have_accessible_description(re.compile(shopper.say(ASKED)))
    typed.fill("<b>12345")  # nothing is cut off: it is counted, then refused
    expect(page.locator(".counter-over")).to_have_text("8 / 4")
    visitor.press(shopper.button("Put it in the basket"))
    expect(page.locator(".field-error")).to_contain_text("8")
    expect(typed).to_have_value("<b>12345")
    typed.fill("<b>1")
    expect(page.locator(".counter-over")).to_have_count(0)
    visitor.press(shopper.button("Put it in the basket"))
    expect(page.locator(".own-words bdi")).to_have_text("<b>1")

    shopper.page.goto(shopper.path_of("numero-de-maison"))
    typed.fill("14 B")
    shopper.button("Put it in the basket").click()
    expect(page.locator("[data-basket-count]")).to_have_text("2")
    visitor.press(shopper.link("See the basket"))
    expect(page.locator(".own-words bdi")).to_have_text(["<b>1", "14 B"])
    visitor.press(shopper.link("To the checkout"))
    expect(page.locator(".kept")).to_have_text([re.compile(KEPT[language])] * 2)
    shopper.fill_in()
    visitor.press(shopper.button("Pay %(total)s"))
    visitor.press(shopper.bank)
    expect(page.locator(".own-words bdi")).to_have_text(["<b>1", "14 B"])
    [letter] = site.mails_to(shopper.email)
    assert f"{NUMBER[language]}" in letter.get_body(("plain",)).get_content()
    letter = site.mails_to("solene@trois-puits.example.org")[-1]
    assert "14 B" in letter.get_body(("plain",)).get_content()


def test_a_narrowed_list_can_be_sent_to_a_friend(shopper, newcomer, language, width):
    page = shopper.page
    shopper.visitor.go(f"/{language}/shop/")
    everything = page.locator("main article").count()
    if width < 600:
        page.locator("main summary").first.click()
    page.locator("[name=craft][value=savon]").check()
    page.locator("[name=price_to]").fill("20")
    shopper.visitor.press(shopper.button("Show"))
    cards = page.locator("main article").all_inner_texts()
    assert 0 < len(cards) < everything
    friend = newcomer()
    friend.page.goto(page.url)
    assert friend.page.locator("main article").all_inner_texts() == cards
