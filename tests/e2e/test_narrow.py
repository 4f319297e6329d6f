"""Every page for the public, and every desk, on a screen of 320 px: none scrolls sideways.

That is a screen of 1280 px at 400 % (WCAG 1.4.10). Then again with lines, letters and words set as
far apart as a reader may set them (1.4.12).
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, Route

from scripts.run import demo_accounts
from tests.e2e.site import Site

SPREAD = """
    * { line-height: 1.5 !important; word-spacing: 0.16em !important; }
    * { letter-spacing: 0.12em !important; }
    p { margin-block-end: 2em !important; }
"""
TOO_WIDE = """(spread) => {
    const wide = () => document.documentElement.scrollWidth - window.innerWidth;
    const plain = wide();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(spread);
    document.adoptedStyleSheets = [sheet];
    return [plain, wide()];
}"""
DESKS = {
    "artisan1": ["/fr/studio/", "/fr/account/"],
    "startup": ["/fr/incubator/applications/"],
    "shopper": ["/fr/account/", "/fr/shop/orders/"],
}
OF_DESKS = ("/fr/studio/", "/fr/account/", "/fr/incubator/applications/", "/fr/shop/orders/")


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Page]:
    """A screen of 320 px; pictures, whose places are kept for them, are not waited for."""
    context = browser.new_context(base_url=site.url, viewport={"width": 320, "height": 640})
    context.route("**/*", without_pictures)
    yield context.new_page()
    context.close()


def without_pictures(route: Route) -> None:
    if route.request.resource_type == "image":
        route.abort()
    else:
        route.continue_()


def measure(page: Page, path: str) -> dict[str, list[int]]:
    """The page, and by how much it is too wide as it is and spread; {} if it is not."""
    page.goto(path)
    over: list[int] = page.evaluate(TOO_WIDE, SPREAD)
    return {path: over} if max(over) > 0 else {}


def public_paths(page: Page) -> list[str]:
    """All that the map of the site names, and the pages of the shop that it leaves out."""
    root = ElementTree.fromstring(page.request.get("/sitemap.xml").body())  # noqa: S314  (ours)
    named = [urlsplit(str(found.text)).path for found in root.iter() if found.tag.endswith("}loc")]
    page.goto("/fr/shop/")
    shelves = page.locator(".shop-shelves a").evaluate_all("all => all.map(one => one.pathname)")
    return [*named, *shelves, "/fr/shop/basket/", "/fr/search/?q=lampe", "/fr/account/login/"]


def test_no_public_page_scrolls_sideways(phone: Page) -> None:
    paths = public_paths(phone)
    assert len(paths) > 300
    found: dict[str, Any] = {}
    for path in dict.fromkeys(paths):
        found |= measure(phone, path)
    assert found == {}


@pytest.mark.parametrize("account", DESKS)
def test_no_desk_scrolls_sideways(phone: Page, account: str) -> None:
    sign_in(phone, account)
    ahead, seen = list(DESKS[account]), set[str]()
    found: dict[str, Any] = {}
    while ahead and len(seen) < 40:
        path = ahead.pop(0)
        if path in seen or not is_html(phone, path):
            continue
        seen.add(path)
        found |= measure(phone, path)
        links = phone.locator("a[href]").evaluate_all("all => all.map(one => one.pathname)")
        ahead += [link for link in links if link.startswith(OF_DESKS) and "logout" not in link]
    assert len(seen) > 3
    assert found == {}


def is_html(page: Page, path: str) -> bool:
    return "html" in page.request.get(path).headers["content-type"]


def sign_in(page: Page, account: str) -> None:
    demo = demo_accounts()
    person = next(person for person in demo["account"] if person["id"] == account)
    page.goto("/fr/account/login/")
    page.locator("input[name=login]").fill(person["email"])
    page.locator("input[name=password]").fill(demo["password"])
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(lambda address: "/login/" not in address)
