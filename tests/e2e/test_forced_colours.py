"""Where the system chooses the colours, no sign is made by a fill of ours alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.site import Site

FILL = (
    "([selector, part]) => getComputedStyle(document.querySelector(selector), part).backgroundColor"
)
OUTLINE = "element => getComputedStyle(element).outlineStyle"


@pytest.fixture(scope="module")
def page(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context(
        base_url=site.url, forced_colors="active", viewport={"width": 1280, "height": 800}
    )
    yield context.new_page()
    context.close()


def fill(page: Page, selector: str, part: str) -> str:
    colour: str = page.evaluate(FILL, [selector, part])
    return colour


def test_what_is_current_has_an_edge(page: Page) -> None:
    page.goto("/fr/shop/")
    for current in (
        ".nav [aria-current]",
        ".shop-shelves [aria-current]",
        ".languages [aria-current]",
    ):
        assert page.locator(current).first.evaluate(OUTLINE) == "solid"


def test_stock_keeps_its_mark(page: Page) -> None:
    page.goto("/fr/shop/savon-gaillette_1/", wait_until="domcontentloaded")  # not for pictures
    assert fill(page, ".buy-stock-yes", "::before") != fill(page, "html", "")


def test_what_is_done_is_filled_and_what_is_left_is_not(page: Page) -> None:
    page.goto("/fr/styleguide/")
    assert fill(page, ".moment:not(.moment-todo)", "::before") != fill(page, "html", "")
    assert fill(page, ".moment-todo", "::before") == fill(page, "html", "")
