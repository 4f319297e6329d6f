"""Somebody with a browser: goes, looks hard at every page, and notes whatever is wrong with it."""

from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import urlsplit

import pikepdf
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response

from tests.markup import faults

AXE = Axe()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Without preload axe leaves the stylesheets alone: it would insert copies that the policy refuses.
AXE_SETTINGS: dict[str, object] = {"resultTypes": ["violations"], "preload": False}
OPTIONS = AXE_SETTINGS | {"runOnly": {"type": "tag", "values": RULES}}
CONTRAST = AXE_SETTINGS | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}

TWICE_USED_IDS = """() => {
    const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
    return ids.filter((id, place) => ids.indexOf(id) !== place);
}"""
# axe leaves what has the very colour of its ground undecided: it could be hidden on purpose.
UNSEEN = """() => [...document.querySelectorAll('a, button')].filter(control => {
    const { color, backgroundColor } = getComputedStyle(control);
    return control.innerText.trim() && color === backgroundColor;
}).map(control => control.outerHTML.slice(0, 200))"""
WIDER_THAN_THE_WINDOW = "() => document.documentElement.scrollWidth - window.innerWidth"


@dataclass
class Visitor:
    """A browser page that remembers its faults: console errors, exceptions, calls elsewhere."""

    page: Page
    url: str
    faults: list[str] = field(default_factory=list)
    answer: Response | None = None

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.page.on("request", self._watch)
        self.page.on("response", self._keep)

    def go(self, path: str, *, status: int = 200) -> None:
        """Open an address of the site, expect the status, and look at the page."""
        self.page.goto(path)
        assert self.answer is not None
        assert self.answer.status == status, f"{path} answered {self.answer.status}"
        self.look()

    def press(self, what: Locator) -> None:
        """Press a link or a button that leads to another page, and look at that page."""
        with self.page.expect_navigation():
            what.click()
        assert self.answer is not None
        assert self.answer.ok, f"{self.answer.url} answered {self.answer.status}"
        self.look()

    def sign_in(self, address: str, password: str) -> None:
        """Sign in by the form that everybody uses."""
        self.go("/fr/account/login/")
        self.page.locator("input[name=login]").fill(address)
        self.page.locator("input[name=password]").fill(password)
        self.page.locator("main form button[type=submit]").first.click()
        self.page.wait_for_url(lambda url: "/login/" not in url)

    def look(self) -> None:
        """Audit the page as it stands: accessibility, light and dark; HTML; ids; width."""
        where = self.page.url.removeprefix(self.url)
        assert self._barriers(OPTIONS) == [], where
        # A button still on its way from light to dark would be measured between the two.
        self.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        assert self._barriers(CONTRAST) == [], f"{where}, dark"
        self.page.emulate_media(color_scheme="light", reduced_motion="no-preference")
        assert self.page.evaluate(UNSEEN) == [], f"words in the colour of their ground on {where}"
        assert self.page.evaluate(TWICE_USED_IDS) == [], f"ids used twice on {where}"
        assert self.page.evaluate(WIDER_THAN_THE_WINDOW) <= 0, f"{where} scrolls sideways"
        assert self._html_errors() == [], where

    def _barriers(self, options: dict[str, object]) -> list[str]:
        """What axe-core finds, a line each: the rule, and the elements that break it."""
        found = AXE.run(self.page, options=options).response["violations"]
        return [
            f"{rule['id']}: {rule['help']}: {[node['html'][:200] for node in rule['nodes'][:5]]}"
            for rule in found
        ]

    def _html_errors(self) -> list[str]:
        """Where the document as it was sent breaks the rules of HTML."""
        if self.answer is None or "html" not in self.answer.headers.get("content-type", ""):
            return []
        return faults(self.answer.text())

    def _hear(self, message: ConsoleMessage) -> None:
        # A page that is rightly refused (404, 422) is no fault; what it loads must be there.
        refused = message.text.startswith("Failed to load resource") and self.answer is not None
        if message.type == "error" and not (
            refused and self.answer and message.location["url"] == self.answer.url
        ):
            self.faults.append(f"console: {message.text} ({message.location['url']})")

    def _watch(self, request: Request) -> None:
        called = urlsplit(request.url)
        if called.scheme in {"http", "https"} and called.netloc != urlsplit(self.url).netloc:
            self.faults.append(f"called another host: {request.url}")

    def _keep(self, response: Response) -> None:
        page = response.frame == self.page.main_frame
        if page and response.request.is_navigation_request() and not 300 <= response.status < 400:
            self.answer = response


def pages_on_paper(page: Page) -> int:
    """How many sheets of A4 the page takes when it is printed."""
    with pikepdf.open(BytesIO(page.pdf(format="A4"))) as printed:
        return len(printed.pages)
