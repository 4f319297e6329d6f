"""`make shots`: pictures of the main pages, in French and English, at 390 and 1280 px.

They land in `var/shots/`, named LANGUAGE-WIDTH-PAGE.png. Names on the command line choose pages;
URL=http://… takes them of a server that runs already.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.console import VAR, Stop, run
from scripts.run import demo_accounts
from tests.e2e.site import running
from tests.services import chromium

SHOTS = VAR / "shots"
LANGUAGES = ("fr", "en")
WIDTHS = {390: 844, 1280: 900}


class Shot(NamedTuple):
    """Where a page is: an address, perhaps a link in it to follow, perhaps who has to sign in."""

    address: str
    link: str = ""
    account: str = ""


def first(folder: str) -> str:
    """The first link on a page to something inside a folder, and not to the folder itself."""
    return f"main a[href*='{folder}']:not([href$='{folder}']):not([href*='?'])"


PAGES = {
    "home": Shot("/{language}/"),
    "stories": Shot("/{language}/stories/"),
    "story": Shot("/{language}/stories/", first("/stories/")),
    "places": Shot("/{language}/places/"),
    "place": Shot("/{language}/places/", first("/places/")),
    "routes": Shot("/{language}/routes/"),
    "route": Shot("/{language}/routes/", first("/routes/")),
    "events": Shot("/{language}/events/"),
    "network": Shot("/{language}/network/"),
    "shop": Shot("/{language}/shop/"),
    "product": Shot("/{language}/shop/", "main .product-grid a, main article a"),
    "artisans": Shot("/{language}/artisans/"),
    "artisan": Shot("/{language}/artisans/", first("/artisans/")),
    "basket": Shot("/{language}/shop/basket/"),
    "calls": Shot("/{language}/incubator/"),
    "call": Shot("/{language}/incubator/", first("/incubator/calls/")),
    "pilots": Shot("/{language}/incubator/pilots/"),
    "pilot": Shot("/{language}/incubator/pilots/", first("/incubator/pilots/")),
    "search": Shot("/{language}/search/?q=lampe"),
    "sign-in": Shot("/{language}/account/login/"),
    "sign-up": Shot("/{language}/account/signup/"),
    "not-found": Shot("/{language}/no-such-page/"),
    "styleguide": Shot("/{language}/styleguide/"),
    "account": Shot("/{language}/account/", account="shopper"),
    "studio": Shot("/{language}/studio/", account="artisan1"),
    "studio-listing": Shot("/{language}/studio/", "main a[href*='/listings/']", "artisan1"),
    "applications": Shot("/{language}/incubator/applications/", account="startup"),
    "admin": Shot("/admin/", account="editor"),
}


def main() -> None:
    if not chromium.find():
        raise Stop("Pictures of pages need Chromium: install it (on Debian: apt install chromium).")
    unknown = set(sys.argv[1:]) - set(PAGES)
    if unknown:
        raise Stop(f"No page is called {', '.join(unknown)}; there are {', '.join(PAGES)}.")
    SHOTS.mkdir(parents=True, exist_ok=True)
    with address() as url, browser() as chrome:
        for width, height in WIDTHS.items():
            for language in LANGUAGES:
                take(chrome, url, language, (width, height), sys.argv[1:] or list(PAGES))
    print(f"They are in {SHOTS}")


@contextmanager
def address() -> Iterator[str]:
    """The server named by URL, or one of our own with the demonstration in it."""
    if url := os.environ.get("URL"):
        yield url.rstrip("/")
    else:
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
        with running() as site:
            yield site.url


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium.find(), args=chromium.ARGUMENTS)


def take(chrome: Browser, url: str, language: str, size: tuple[int, int], names: list[str]) -> None:
    """Take all pages in one language and size; who is signed in has a browser of their own."""
    width, height = size
    pages: dict[str, Page] = {}
    for name in names:
        shot = PAGES[name]
        if shot.account not in pages:
            context = chrome.new_context(
                base_url=url,
                viewport={"width": width, "height": height},
                locale={"fr": "fr-FR", "en": "en-GB"}[language],
                reduced_motion="reduce",
            )
            pages[shot.account] = context.new_page()
            sign_in(pages[shot.account], shot.account, language)
        picture(pages[shot.account], shot, language, f"{language}-{width}-{name}.png")
    for page in pages.values():
        page.context.close()


def sign_in(page: Page, account: str, language: str) -> None:
    """As one of the demonstration's people; "" is nobody."""
    if account:
        demo = demo_accounts()
        page.goto(f"/{language}/account/login/")
        person = next(person for person in demo["account"] if person["id"] == account)
        page.locator("input[name=login]").fill(person["email"])
        page.locator("input[name=password]").fill(demo["password"])
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url(lambda address: "/login/" not in address)


def picture(page: Page, shot: Shot, language: str, name: str) -> None:
    page.goto(shot.address.format(language=language))
    if shot.link:
        page.goto(str(page.locator(shot.link).first.get_attribute("href")))
    show_everything(page)
    page.screenshot(path=SHOTS / name, full_page=True)
    print(f"  ✓ {name}", flush=True)


def show_everything(page: Page) -> None:
    """Have pictures loaded that wait below the fold, and fonts with them."""
    page.evaluate("""async () => {
        for (const image of document.images) image.loading = 'eager';
        await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
        await document.fonts.ready;
    }""")


if __name__ == "__main__":
    run(main)
