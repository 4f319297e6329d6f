"""`make shots`: pictures of the main pages, in French and English, at 390 and 1280 px.

They land in `var/shots/`, named LANGUAGE-WIDTH-PAGE.png. Names on the command line choose pages;
URL=http://… takes them of a server that runs already.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.console import VAR, Stop, run
from tests.e2e.site import running
from tests.services import chromium

SHOTS = VAR / "shots"
LANGUAGES = ("fr", "en")
WIDTHS = {390: 844, 1280: 900}

# Where each page is; a list of selectors after the address is clicked through to get there.
PAGES: dict[str, tuple[str, list[str]]] = {
    "home": ("/{language}/", []),
    "shop": ("/{language}/shop/", []),
    "product": ("/{language}/shop/", ["main article a"]),
    "search": ("/{language}/search/?q=lampe", []),
    "basket-empty": ("/{language}/shop/basket/", []),
    "calls": ("/{language}/incubator/", []),
    "sign-in": ("/{language}/account/login/", []),
    "sign-up": ("/{language}/account/signup/", []),
    "not-found": ("/{language}/no-such-page/", []),
    "styleguide": ("/styleguide/", []),
    "admin": ("/admin/", []),
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
    """Take all pages in one language and size."""
    width, height = size
    context = chrome.new_context(
        base_url=url,
        viewport={"width": width, "height": height},
        locale={"fr": "fr-FR", "en": "en-GB"}[language],
        reduced_motion="reduce",
    )
    page = context.new_page()
    for name in names:
        where, clicks = PAGES[name]
        page.goto(where.format(language=language))
        for selector in clicks:
            page.locator(selector).first.click()
            page.wait_for_load_state()
        show_everything(page)
        target = SHOTS / f"{language}-{width}-{name}.png"
        page.screenshot(path=target, full_page=True)
        print(f"  ✓ {target.name}", flush=True)
    context.close()


def show_everything(page: Page) -> None:
    """Have pictures loaded that wait below the fold, and fonts with them."""
    page.evaluate("""async () => {
        for (const image of document.images) image.loading = 'eager';
        await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
        await document.fonts.ready;
    }""")


if __name__ == "__main__":
    run(main)
