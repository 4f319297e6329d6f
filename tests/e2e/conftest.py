"""A browser at 390 and at 1280 px, and a platform of its own for every module of tests."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.e2e.site import Site, running
from tests.e2e.visitor import Visitor
from tests.services import chromium

WIDTHS = {390: 844, 1280: 800}
LANGUAGES = {390: "fr", 1280: "en"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests beside this file need a browser."""
    for item in items:
        if "tests/e2e/" in item.nodeid:
            item.add_marker("browser")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The machine’s Chromium, given the time that a busy machine needs.

    Closed after each module: while it runs, Django takes the process for an asynchronous one.
    """
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=chromium.find(), args=chromium.ARGUMENTS, headless=True
        )


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """A running platform with the demonstration; what a module's tests do there stays there."""
    with running() as site:
        yield site


@pytest.fixture(params=WIDTHS, ids="{} px".format)
def width(request: pytest.FixtureRequest) -> int:
    """The widths that every page is made for."""
    width: int = request.param
    return width


@pytest.fixture
def language(width: int) -> str:
    """What the browser asks for: French on the small screen, English on the wide one."""
    return LANGUAGES[width]


@pytest.fixture
def newcomer(
    browser: Browser, site: Site, width: int, language: str
) -> Iterator[Callable[..., Visitor]]:
    """Call it for a visitor with no cookie yet; at the end each must have met no fault."""
    visitors: list[Visitor] = []

    def make(language: str = language) -> Visitor:
        context = browser.new_context(
            base_url=site.url,
            viewport={"width": width, "height": WIDTHS[width]},
            locale={"fr": "fr-FR", "en": "en-GB"}[language],
            reduced_motion="reduce",
            has_touch=width < 600,
        )
        visitors.append(Visitor(context.new_page(), site.url))
        return visitors[-1]

    yield make
    for visitor in visitors:
        visitor.page.context.close()
    faults = [fault for visitor in visitors for fault in visitor.faults]
    assert faults == [], "what the browser complained of, or where it called"


@pytest.fixture
def visitor(newcomer: Callable[..., Visitor]) -> Visitor:
    """One visitor."""
    return newcomer()


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """The visitor's page, for tests that need no more."""
    return visitor.page
