"""In a real browser: no barrier that axe can find, no sideways scrolling, a menu without script."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.visitor import UNSEEN
from tests.factories.marketplace import ArtisanFactory, make_product
from tests.services import chromium

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# Playwright's event loop runs in this thread, where Django would refuse the database.
ALLOW = "DJANGO_ALLOW_ASYNC_UNSAFE"


@pytest.fixture(scope="module")
def browser():
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv(ALLOW, os.environ.get(ALLOW, "true"))
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=chromium.ARGUMENTS
        )
        yield browser
        browser.close()


@pytest.fixture
def gallery(live_server, settings):
    settings.SHOW_STYLEGUIDE = True
    return f"{live_server.url}/fr/styleguide/"


@pytest.mark.parametrize(("width", "theme"), [(390, "light"), (1280, "dark")])
def test_the_gallery_is_accessible(browser: Browser, gallery, width, theme):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=theme)
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(gallery)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert problems == []
    assert page.evaluate(UNSEEN) == []
    results = Axe().run(page, options={"preload": False})  # else it fetches every stylesheet again
    assert results.violations_count == 0, results.generate_report()
    page.close()


def test_the_menu_opens_without_script(browser: Browser, gallery):
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(gallery)
    page.click(".menu-button")
    assert page.is_visible("#panel nav a")
    context.close()


def middle(box) -> tuple[float, float]:
    return box["x"] + box["width"] / 2, box["y"] + box["height"]


class TestMap:
    """Three places, two of them near each other, on the map of the gallery."""

    @pytest.fixture
    def page(self, browser: Browser, gallery):
        page = browser.new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
        page.goto(gallery)
        page.locator("#sample-map").scroll_into_view_if_needed()
        page.wait_for_selector("#sample-map .map-land", state="attached")
        yield page
        page.close()

    def pins(self, page) -> list[str]:
        signs = page.locator("#sample-map .map-pin").all()
        return sorted(sign.get_attribute("aria-label") for sign in signs)

    def open_signs(self, page) -> None:
        """Until each place has a pin of its own."""
        while page.locator("#sample-map .map-pin").count() < 3:
            page.locator("#sample-map .map-pin-many").first.click()
            page.wait_for_timeout(100)

    def zoom_out(self, page) -> None:
        page.get_by_role("button", name="Plus loin").first.click()
        page.wait_for_timeout(100)

    def test_near_places_are_one_sign_with_their_number_which_opens(self, page):
        sign = page.locator("#sample-map .map-pin-many")
        assert sign.inner_text() == "2"
        assert self.pins(page) == ["2 ici\u202f: Louvre-Lens, Base 11/19", "3. Arenberg"]
        self.open_signs(page)
        assert self.pins(page) == ["1. Louvre-Lens", "2. Base 11/19", "3. Arenberg"]

    def test_a_pin_stands_where_its_place_is_at_every_zoom(self, page):
        """Two pins keep their distance on the ground: on the screen it is halved with the map."""
        near = page.locator("#sample-map .map-pin-many")
        far = page.locator("#sample-map .map-pin[aria-label^='3.']")

        def apart() -> list[float]:
            spots = [middle(pin.bounding_box()) for pin in (near, far)]
            return [abs(spots[0][axis] - spots[1][axis]) for axis in (0, 1)]

        closest = apart()
        self.zoom_out(page)
        assert apart() == pytest.approx([length / 2 for length in closest], abs=3)

    def test_the_keyboard_may_skip_it_and_finds_zoom_before_the_pins(self, page):
        page.locator(".map:has(#sample-map) .map-skip").focus()
        names = []
        for _ in range(3):
            page.keyboard.press("Tab")
            names.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        assert names[:2] == ["Trois lieux du bassin minier", "Plus près"]  # the map takes arrows
        assert names[2] == "Plus loin"
        page.locator(".map:has(#sample-map) .map-skip").press("Enter")
        assert page.evaluate("document.activeElement.id") == "sample-map-after"

    def test_a_popup_speaks_the_language_of_the_page_and_leaves_the_pin_to_be_seen(self, page):
        pin = page.locator("#sample-map .map-pin[aria-label='3. Arenberg']")
        pin.click()
        popup = page.locator("#sample-map .leaflet-popup")
        assert popup.get_by_role("button").get_attribute("aria-label") == "Fermer"
        page.wait_for_timeout(400)
        box, spot = popup.bounding_box(), pin.bounding_box()
        assert box["y"] + box["height"] <= spot["y"] + 3


TOO_WIDE = """[...document.querySelectorAll("main :not(svg *)")]
    .filter((one) => !one.children.length && one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => one.outerHTML.slice(0, 200))"""
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"


def test_no_word_that_somebody_typed_widens_a_page(browser: Browser, live_server):
    product = make_product(
        title=f"{LONG} de terril", artisan=ArtisanFactory.create(name=f"Atelier {LONG}")
    )
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(live_server.url + product.get_absolute_url())
    page.get_by_role("button", name="Mettre au panier").click()
    paths = ["catalogue:index", "artisans:index", "basket:summary", "checkout:index"]
    for path in [product.get_absolute_url(), *map(reverse, paths)]:
        page.goto(live_server.url + path)
        too_wide = page.evaluate(TOO_WIDE)
        assert (path, too_wide) == (path, [])
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path
    page.close()


def test_the_keyboard_stays_in_the_open_menu(browser: Browser, gallery):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(gallery)
    page.locator(".menu-button").click()
    for _ in range(30):
        page.keyboard.press("Tab")
        inside = (
            "document.activeElement === document.body || !!document.activeElement.closest('#panel')"
        )
        assert page.evaluate(inside), page.evaluate("document.activeElement.outerHTML")
    page.keyboard.press("Escape")
    expect(page.locator(".menu-button")).to_be_focused()
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_masthead_is_read_by_keyboard_as_it_is_seen(browser: Browser, gallery, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(gallery)
    seen = """() => [...document.querySelectorAll(".masthead :is(a, button, input)")]
        .map((part) => part.getBoundingClientRect()).filter((box) => box.width && box.height)
        .map((box) => [Math.round((box.top + box.height / 2) / 40), box.left])"""
    spots = page.evaluate(seen)
    assert spots == sorted(spots)
    page.close()


def test_a_page_opens_at_its_top(browser: Browser, gallery):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(gallery)
    page.wait_for_timeout(500)
    assert page.evaluate("[scrollY, document.activeElement === document.body]") == [0, True]
    page.close()


class TestBack:
    """What is personal on a page is asked again when the page comes out of the browser's memory."""

    def test_the_basket_says_how_much_is_in_it_after_going_back(
        self, browser: Browser, live_server
    ):
        product = make_product()
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.goto(live_server.url + reverse("catalogue:index"))
        page.goto(live_server.url + product.get_absolute_url())
        page.get_by_role("button", name="Mettre au panier").click()
        badge = page.locator("[data-basket-count]")
        expect(badge).to_have_text("1")
        page.go_back()
        expect(badge).to_have_text("1")
        page.close()
