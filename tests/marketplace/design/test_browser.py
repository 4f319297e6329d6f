"""In a real browser: no barrier that axe can find, no sideways scrolling, a menu without script."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

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
