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
