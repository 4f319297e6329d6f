"""One basket, one payment, one order: whatever is pressed, mistyped, refused or sold meanwhile."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.e2e.shopper import PERSON, Shopper, pieces_left
from tests.e2e.visitor import Visitor, pages_on_paper

LAST_ONES = {390: "coussin-strates", 1280: "leporello-chevalements"}


@pytest.fixture
def shopper(visitor, site, language):
    return Shopper(visitor, site, language)


@pytest.fixture
def somebody_else(newcomer, site, language):
    return Shopper(newcomer(), site, language)


def test_three_workshops_make_one_order_and_three_parcels(shopper, site):
    visitor, page = shopper.visitor, shopper.page
    for upc in ("savon-gaillette", "carreau-jumeaux", "bol-terre-rouge"):
        shopper.put_in(upc)
    visitor.press(shopper.link("See the basket"))
    total = page.locator(".sum-total dd")
    before = total.inner_text()
    shopper.button("One more").first.click()
    expect(page.locator("[data-basket-count]")).to_have_text("4")
    expect(total).not_to_have_text(before)
    visitor.look()

    visitor.press(shopper.link("To the checkout"))
    shopper.fill_in()
    parcels = page.locator("section.parcel")
    expect(parcels).to_have_count(3)
    before = total.inner_text()
    parcels.nth(1).get_by_role("radio", name=shopper.say("Pick-up at the workshop")).check()
    expect(total).not_to_have_text(before)
    parcels.nth(2).get_by_role("checkbox").check()
    parcels.nth(2).get_by_role("textbox").fill("Bonne fête, Maman 🎂")
    expect(page.locator("[name=terms]")).to_be_checked()
    visitor.look()
    shopper.go_to_the_bank()
    visitor.press(shopper.bank)

    [number] = shopper.orders
    assert shopper.payments == ["captured"]
    query = """SELECT shipping_method = 'pickup', gift_message FROM fulfilment_consignment
               WHERE number LIKE ? ORDER BY number"""
    parcels_sent = site.ask(query, f"{number}-%")
    assert parcels_sent == [(False, ""), (True, ""), (False, "Bonne fête, Maman 🎂")]
    expect(parcels).to_have_count(3)
    assert pages_on_paper(page) == 2  # no parcel is cut, none leaves a hole
    assert len(site.mails_to(shopper.email)) == 1
    told = [mail["To"] for mail in site.mails if f"{number}-" in mail["Subject"]]
    assert len(told) == len(set(told)) == 3


def test_nothing_is_bought_twice(shopper, site):
    page = shopper.page
    shopper.put_in("crayon-etai")
    other_tab = replace(shopper, visitor=Visitor(page.context.new_page(), site.url))
    for tab in (shopper, other_tab):
        tab.go_to_checkout()
        tab.fill_in()

    shopper.button("Pay %(total)s").dblclick()
    page.wait_for_url("**/sandbox/**")
    shopper.bank.dblclick()
    expect(page.locator("h1")).to_have_text(shopper.say("Thank you"))
    page.reload()
    for _step_back in range(3):
        page.go_back()
        expect(page.locator("h1")).not_to_have_text("")
    shopper.visitor.look()  # an empty basket, or the order again
    other_tab.button("Pay %(total)s").click()
    other_tab.page.wait_for_url("**/shop/orders/**")  # each way to an order is signed anew
    expect(other_tab.page.locator("h1")).to_have_text(shopper.say("Thank you"))

    assert len(shopper.orders) == 1
    assert shopper.payments == ["captured"]
    assert shopper.charges == 1
    assert len(site.mails_to(shopper.email)) == 1


def test_a_declined_payment_loses_nothing(shopper, site):
    visitor, page = shopper.visitor, shopper.page
    shopper.put_in("toupie-etai")
    left = pieces_left(site, "toupie-etai")
    shopper.go_to_checkout()
    shopper.fill_in()
    page.locator("[name$=is_gift]").check()
    page.locator("[name$=gift_message]").fill("Pour toi")
    shopper.go_to_the_bank()
    assert pieces_left(site, "toupie-etai") == left - 1  # kept while the bank thinks
    visitor.press(page.locator("button[value=decline]"))
    expect(page.locator("h1")).to_have_text(shopper.say("The bank said no"))
    assert pieces_left(site, "toupie-etai") == left

    visitor.press(shopper.button("Try again"))
    for name, value in {"email": shopper.email, **PERSON, "gift_message": "Pour toi"}.items():
        expect(page.locator(f"[name$={name}]")).to_have_value(value)
    page.locator("[name=terms]").check()
    shopper.go_to_the_bank()
    visitor.press(page.locator("button[value=challenge]"))  # the second step
    visitor.press(shopper.button("It is me"))
    expect(page.locator("h1")).to_have_text(shopper.say("Thank you"))
    expect(page.locator("main")).to_contain_text("Pour toi")
    assert shopper.payments == ["declined", "captured"]
    assert len(shopper.orders) == shopper.charges == 1


def test_what_is_wrong_is_told_at_its_field(shopper):
    visitor, page = shopper.visitor, shopper.page
    shopper.put_in("boule-etincelle")
    shopper.go_to_checkout()
    shopper.fill_in()
    wrong = {"email": "zoe@", "last_name": "", "postcode": "6230", "phone_number": "call me"}
    for name, value in wrong.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=terms]").uncheck()
    visitor.press(shopper.button("Pay %(total)s"))

    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(5)
    for name, value in {**PERSON, **wrong}.items():
        field = page.locator(f"[name={name}]")
        expect(field).to_have_value(value)
        assert (field.get_attribute("aria-invalid") == "true") == (name in wrong)
        if name in wrong:
            expect(field).to_have_accessible_description(re.compile("."))
    summary.locator("a[href='#id_postcode']").click()
    expect(page.locator("[name=postcode]")).to_be_focused()
    page.locator("[name=phone_number]").fill("")
    shopper.fill_in()
    shopper.go_to_the_bank()
    assert shopper.payments == ["pending"]


@pytest.mark.parametrize("width", [390])
def test_everything_can_be_done_without_a_mouse(shopper):
    page = shopper.page

    def reach(what):
        """Tab until it has the focus, and can be seen."""
        for _ in range(80):
            page.keyboard.press("Tab")
            if what.evaluate("element => element === document.activeElement"):
                return expect(what).to_be_in_viewport()
        raise AssertionError(f"no way by Tab to {what}")

    page.goto(shopper.path_of("carte-anneau"))
    reach(shopper.link("Skip to content"))
    page.keyboard.press("Enter")
    reach(shopper.button("One more"))
    page.keyboard.press("Enter")
    reach(shopper.button("Put it in the basket"))
    page.keyboard.press("Enter")
    expect(page.locator("[data-basket-count]")).to_have_text("2")
    reach(shopper.link("See the basket"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/basket/")
    reach(shopper.button("One less"))
    page.keyboard.press("Enter")
    expect(page.locator("[data-basket-count]")).to_have_text("1")
    expect(shopper.button("One less")).to_be_focused()
    reach(shopper.link("To the checkout"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/checkout/")
    for name, value in {"email": shopper.email, **PERSON}.items():
        reach(page.locator(f"[name={name}]"))
        page.keyboard.type(value)
    chosen = page.locator("[name$=-option]:checked")
    reach(chosen)
    before = chosen.get_attribute("value")
    page.keyboard.press("ArrowUp")
    expect(page.locator("[data-checkout]")).not_to_have_attribute("aria-busy", "true")
    expect(chosen).not_to_have_value(before)
    expect(chosen).to_be_focused()
    reach(page.locator("[name$=is_gift]"))
    page.keyboard.press("Space")
    reach(page.locator("[name$=gift_message]"))
    page.keyboard.type("Sans souris")
    reach(page.locator("[name=terms]"))
    page.keyboard.press("Space")
    reach(shopper.button("Pay %(total)s"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/sandbox/**")
    reach(shopper.bank)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(shopper.say("Thank you"))
    assert shopper.payments == ["captured"]


def test_the_last_one_goes_to_one_and_the_other_is_told_before_paying(
    shopper, somebody_else, site, width
):
    last = LAST_ONES[width]
    for each in (shopper, somebody_else):
        each.put_in("quilles-de-cite" if each is shopper else last)
    shopper.put_in(last)
    for each in (shopper, somebody_else):
        each.go_to_checkout()
        each.fill_in()
    somebody_else.go_to_the_bank()
    assert pieces_left(site, last) == 0

    visitor, page = shopper.visitor, shopper.page
    visitor.press(shopper.button("Pay %(total)s"))
    told = shopper.say("Part of your basket can no longer be had")
    expect(page.get_by_role("alert").first).to_contain_text(told)
    expect(page.locator("[name=line1]")).to_have_value(PERSON["line1"])
    assert shopper.payments == []
    visitor.press(shopper.link("Change the basket"))
    somebody_else.bank.click()
    expect(somebody_else.page.locator("h1")).to_have_text(somebody_else.say("Thank you"))
    assert (somebody_else.charges, pieces_left(site, last)) == (1, 0)

    # What is left of the basket can still be bought, and nothing has to be typed again.
    page.locator(".line:has(.line-gone) .line-remove button").click()
    shopper.go_to_checkout()
    expect(page.locator("[name=line1]")).to_have_value(PERSON["line1"])
    page.locator("[name=terms]").check()
    shopper.go_to_the_bank()
    shopper.bank.click()
    expect(page.locator("h1")).to_have_text(shopper.say("Thank you"))
    assert shopper.charges == 1


def test_a_lost_connection_is_told_and_tried_again(shopper):
    page = shopper.page
    shopper.put_in("sac-a-pain")
    shopper.go_to_checkout()
    shopper.fill_in()
    total, country = page.locator(".sum-total dd"), page.locator("[name=country]")
    before = total.inner_text()
    told = page.get_by_role("alert").filter(has_text=shopper.say("No connection"))
    expect(told).to_be_hidden()

    page.route("**/checkout/", lambda route: route.abort("internetdisconnected"))
    country.select_option("BE")
    expect(told).to_be_visible()
    shopper.visitor.look()
    assert total.inner_text() == before
    expect(page.locator("[name=line1]")).to_have_value(PERSON["line1"])

    page.unroute("**/checkout/")
    shopper.button("Work out the delivery again").click()
    expect(total).not_to_have_text(before)
    expect(told).to_be_hidden()
    expect(page.locator("[name=terms]")).to_be_checked()


def test_a_press_on_pay_counts_while_the_delivery_is_worked_out(shopper):
    page = shopper.page
    shopper.put_in("sac-a-pain")
    shopper.go_to_checkout()
    shopper.fill_in()
    expect(page.locator("[data-checkout][aria-busy]")).to_have_count(0)
    page.locator("[name=postcode]").fill("62400")
    pay = shopper.button("Pay %(total)s")
    pay.scroll_into_view_if_needed()
    box = pay.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    # Pressing leaves the postcode, which is a change; its answer comes before the button is let go.
    with page.expect_response("**/checkout/") as answer:
        page.mouse.down()
    answer.value.finished()
    page.wait_for_timeout(200)  # for what the page does with it
    page.mouse.up()
    page.wait_for_url("**/sandbox/**")


def test_what_is_typed_while_the_delivery_is_worked_out_stays(shopper):
    page = shopper.page
    shopper.put_in("sac-a-pain")
    shopper.go_to_checkout()
    held = []
    page.route("**/checkout/", lambda route: held.append(route))
    with page.expect_request("**/checkout/"):
        page.locator("[name=postcode]").fill("62400")
        page.locator("[name=postcode]").blur()
    page.locator("[name$=is_gift]").check()
    page.locator("[name$=gift_message]").fill("Pour toi")
    held[0].continue_()
    expect(page.locator("[data-checkout][aria-busy]")).to_have_count(0)
    expect(page.locator("[name$=gift_message]")).to_be_visible()
    expect(page.locator("[name$=gift_message]")).to_have_value("Pour toi")
    expect(page.locator("[name=postcode]")).to_have_value("62400")


def test_what_is_typed_is_still_there_in_the_other_language(shopper, language):
    page = shopper.page
    shopper.put_in("sac-a-pain")
    shopper.go_to_checkout()
    shopper.fill_in()
    page.locator("[name$=is_gift]").check()
    page.locator("[name$=gift_message]").fill("Bonne fête 🎂")
    other = {"fr": "en", "en": "fr"}[language]
    if page.get_by_role("button", name=shopper.say("Menu")).is_visible():
        page.get_by_role("button", name=shopper.say("Menu")).click()
    page.locator(f".languages a[hreflang={other}]").click()
    page.wait_for_url(f"**/{other}/shop/checkout/")
    for name, value in {"email": shopper.email, **PERSON, "gift_message": "Bonne fête 🎂"}.items():
        expect(page.locator(f"[name$={name}]")).to_have_value(value)
