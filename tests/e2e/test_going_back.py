"""Back shows the page that was left, whatever was sent from it, and never asks to send it again."""

import pytest
from playwright.sync_api import expect

from tests.e2e.shopper import PERSON, Shopper


@pytest.fixture
def shopper(visitor, site, language):
    return Shopper(visitor, site, language)


@pytest.fixture
def width():
    return 390


def test_a_form_that_was_refused_is_there_with_what_was_typed(shopper, language):
    page = shopper.page
    page.goto(f"/{language}/account/login/")
    page.locator("[name=login]").fill("nobody@example.org")
    page.locator("[name=password]").fill("not the one")
    page.locator("[name=remember]").check()
    shopper.visitor.press(page.locator("main form button[type=submit]").first)
    page.goto(f"/{language}/shop/")
    page.go_back()
    expect(page.locator("[name=login]")).to_have_value("nobody@example.org")
    expect(page.locator("[name=remember]")).to_be_checked()
    expect(page.locator("[name=password]")).to_have_value("")


def test_a_checkout_that_was_refused_is_there_with_what_was_typed(shopper):
    page = shopper.page
    shopper.put_in("boule-etincelle")
    shopper.go_to_checkout()
    shopper.fill_in()
    page.locator("[name=postcode]").fill("6230")
    page.locator("[name$=is_gift]").check()
    page.locator("[name$=gift_message]").fill("Pour toi")
    shopper.visitor.press(shopper.button("Pay %(total)s"))
    expect(page.locator("#id_postcode_error")).to_be_visible()
    page.goto(shopper.path_of("boule-etincelle"))
    page.go_back()
    typed = {"email": shopper.email, **PERSON, "postcode": "6230", "gift_message": "Pour toi"}
    for name, value in typed.items():
        expect(page.locator(f"[name$={name}]")).to_have_value(value)


def test_a_checkout_that_was_loaded_anew_or_left_to_sign_in_keeps_what_was_typed(shopper):
    page = shopper.page
    shopper.put_in("boule-etincelle")
    shopper.go_to_checkout()
    shopper.fill_in()
    with page.expect_response(lambda answer: answer.status == 204):
        page.locator("[name=line1]").press("Tab")
    page.reload()
    expect(page.locator("[name=line1]")).to_have_value(PERSON["line1"])
    page.locator("[name$=is_gift]").check()
    page.locator("[name$=gift_message]").fill("Pour toi")
    shopper.link("I have one").click()
    page.locator("[name=login]").fill("shopper@terril.example")
    page.locator("[name=password]").fill("terril-demo")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/shop/checkout/")
    for name, value in {"email": shopper.email, **PERSON, "gift_message": "Pour toi"}.items():
        expect(page.locator(f"[name$={name}]").first).to_have_value(value)


def test_the_second_step_at_the_bank_is_a_page_of_its_own(shopper):
    page = shopper.page
    shopper.put_in("boule-etincelle")
    shopper.go_to_checkout()
    shopper.fill_in()
    shopper.go_to_the_bank()
    shopper.visitor.press(page.locator("button[value=challenge]"))
    page.goto(shopper.path_of("boule-etincelle"))
    page.go_back()
    expect(shopper.button("It is me")).to_be_visible()
    page.reload()
    shopper.visitor.press(shopper.button("It is me"))
    expect(page.locator("h1")).to_have_text(shopper.say("Thank you"))
    assert shopper.charges == 1
