"""A tab of a browser, and the few things that a person does in one."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.wait import WebDriverWait

from tests.engines.browsers import Browser

PATIENCE = 30  # seconds: a busy machine takes its time
LOADED = "return document.readyState == 'complete'"
# What scripts ask for is left aside: a refusal can be an answer, as to a draft that is not whole.
LOADED_IN_VAIN = """return performance.getEntriesByType('resource')
    .filter(loaded => loaded.responseStatus >= 400 && loaded.initiatorType != 'fetch')
    .map(loaded => loaded.name)"""
OPTIONS = "return [...arguments[0].options].filter(option => option.value)"
PICKED = """arguments[0].value = arguments[1];
    arguments[0].dispatchEvent(new Event('input', {bubbles: true}));
    arguments[0].dispatchEvent(new Event('change', {bubbles: true}))"""
CENTRED = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})"
SIDEWAYS = "return document.documentElement.scrollWidth - innerWidth"


class Tab:
    """All that is done waits until it can be done, half a minute at most.

    Elements are named by a CSS selector, or by an XPath if it begins with //; of several the first
    that is shown is meant. The tab is a window without bars: no other is as narrow as a phone.
    """

    def __init__(self, browser: Browser, url: str, width: int) -> None:
        self.driver = browser.driver
        self.url = url
        first = self.driver.current_window_handle
        self.driver.execute_script(f"open('about:blank', '', 'popup,width={width},height=844')")
        self._until(lambda: len(self.driver.window_handles) == 2)
        [handle] = {*self.driver.window_handles} - {first}
        self.driver.switch_to.window(handle)
        self._until(lambda: self.driver.execute_script("return innerWidth") == width)

    def go(self, path: str) -> None:
        """Open an address of the site."""
        self.driver.get(urljoin(self.url, path))
        self.look()

    def press(self, what: str) -> None:
        """Press a link or a button that leads to another page."""
        page = self.driver.find_element(By.TAG_NAME, "html")
        self.touch(what)
        self._until(lambda: staleness_of(page)(self.driver))
        self.look()

    def touch(self, what: str) -> None:
        """Press what stays on the page."""
        self._do(what, WebElement.click)

    def fill(self, what: str, text: str) -> None:
        """Type into a field, instead of what was there."""

        def fill(field: WebElement) -> None:
            if field.get_property("value"):
                field.clear()
            field.send_keys(text)

        self._do(what, fill)

    def write(self, what: str, text: str) -> None:
        """Type where the text of an editor stands."""

        def write(place: WebElement) -> None:
            place.click()
            place.send_keys(text)

        self._do(what, write)

    def choose(self, what: str, words: str = "") -> None:
        """Of a list, take what begins with these words, or the first that stands for something."""

        def choose(field: WebElement) -> None:
            options: list[WebElement] = self.driver.execute_script(OPTIONS, field)
            next(option for option in options if option.text.strip().startswith(words)).click()

        self._do(what, choose)

    def tick(self, what: str) -> None:
        """Set a tick, or choose one of several."""

        def tick(box: WebElement) -> None:
            if not box.is_selected():
                box.click()

        self._do(what, tick)

    def date(self, what: str, day: str) -> None:
        """Pick a day; each engine has a picker of its own, so it is put where the picker does."""
        self._do(what, lambda field: self.driver.execute_script(PICKED, field, day))

    def attach(self, what: str, file: Path) -> None:
        """Choose a file for a field, which may be hidden behind a button."""
        self.driver.find_element(*locator(what)).send_keys(str(file))

    def sees(self, what: str, text: str = "") -> None:
        """Wait until this is shown, with this text in it."""
        self._until(lambda: any(text in found.text for found in self.shown(what)))

    def arrives(self, part: str) -> None:
        """Wait until the address has this in it."""
        self._until(lambda: part in self.driver.current_url)
        self.look()

    def look(self) -> None:
        """What every page owes in every engine: nothing loaded in vain, nothing beyond the edge."""
        self._until(lambda: bool(self.driver.execute_script(LOADED)))
        where = self.driver.current_url
        in_vain = self.driver.execute_script(LOADED_IN_VAIN)
        assert in_vain == [], f"{where} loads in vain: {in_vain}"
        assert self.driver.execute_script(SIDEWAYS) <= 0, f"{where} scrolls sideways"

    def shown(self, what: str) -> list[WebElement]:
        """All of these that are shown now."""
        return [
            found for found in self.driver.find_elements(*locator(what)) if found.is_displayed()
        ]

    def _do(self, what: str, deed: Callable[[WebElement], object]) -> None:
        """Do it to the first that is shown, as soon as it can be done."""

        def done() -> bool:
            shown = self.shown(what)
            if shown:  # in the middle of the window nothing that stays on its edges covers it
                self.driver.execute_script(CENTRED, shown[0])
                deed(shown[0])
            return bool(shown)

        self._until(done, f"{what} cannot be used")

    def _until(self, holds: Callable[[], bool], otherwise: str = "") -> None:
        """Wait. What is covered, replaced or not there yet is asked again."""
        wait = WebDriverWait(self.driver, PATIENCE, ignored_exceptions=[WebDriverException])
        wait.until(lambda _driver: holds(), otherwise)


def locator(what: str) -> tuple[str, str]:
    return By.XPATH if what.startswith("//") else By.CSS_SELECTOR, what


def named(words: str) -> str:
    """A link or a button with these words and no others."""
    return f'//*[self::a or self::button][normalize-space()="{words}"]'
