"""Light load: people who read, look at pictures, sign in and buy, and what they were told."""

import html
import re
import ssl
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from itertools import count
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlencode, urljoin, urlsplit

import html5lib

from scripts.drills.table import NO_ANSWER, Row, Told

PATHS = [
    *("/", "/fr/", "/en/", "/fr/shop/", "/en/shop/", "/fr/artisans/", "/en/stories/"),
    *("/fr/places/", "/fr/routes/", "/en/events/", "/fr/incubator/", "/fr/account/login/"),
]
WORDS = ["brique", "lampe", "savon", "dentelle", "terril", "louvre", "porcelain", "coal", "lin"]
BUYER = "@buyer.example"
PATIENCE = 9  # times that a buyer presses the same button
ACCOUNT = {"login": "artisan1@terril.example", "password": "terril-demo"}
ADDRESS = {
    "first_name": "Ada",
    "last_name": "Exemple",
    "line1": "1 rue des Exemples",
    "postcode": "62300",
    "line4": "Lens",
    "country": "FR",
}
PICTURE = re.compile(r"/pictures/[^\s\",]+")
STYLE = re.compile(r"/static/css/[^\s\"]+\.css")
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
ORDER = re.compile(r"TER-[2-9A-Z]{4}-[2-9A-Z]{4}")


class Refused(Exception):
    """A visitor was not given what was asked for, and goes."""


class Astray(Exception):
    """A visitor stands on another page than expected; the message says which."""


@dataclass(frozen=True)
class Page:
    url: str
    text: str

    def form(self, action: str) -> tuple[str, dict[str, str]]:
        """Where a form of the page leads, and what stands in its fields."""
        page = html5lib.parse(self.text, namespaceHTMLElements=False)
        for form in page.iter("form"):
            if action in form.get("action", ""):
                return urljoin(self.url, form.get("action")), dict(_fields(form))
        raise Astray(f"{self.url} has no form for {action}")


def _fields(form: Any) -> Iterator[tuple[str, str]]:
    for one in form.iter():
        name, kind = one.get("name"), one.get("type")
        is_chosen = kind not in {"radio", "checkbox"} or one.get("checked") is not None
        if one.tag == "input" and name and is_chosen:
            yield name, one.get("value", "")
        elif one.tag == "textarea" and name:
            yield name, one.text or ""
        elif one.tag == "select" and name:
            options = list(one.iter("option"))
            chosen = [option for option in options if option.get("selected") is not None]
            yield name, (chosen or options)[0].get("value", "")


class OnThisHost(urllib.request.HTTPRedirectHandler):
    """To the bucket's own name nobody is followed."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,
        newurl: str,
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).netloc != req.host:
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@dataclass
class Visitors:
    """`promised`: numbers of orders that a buyer read on a page of thanks."""

    url: str
    certificate: Path
    goods: list[str]
    row: Row = field(default_factory=lambda: Row("", ""))
    promised: list[str] = field(default_factory=list)
    pictures: set[str] = field(default_factory=set)
    had: set[str] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=count)
    done: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def busy(self) -> Iterator[None]:
        """They come and go for the length of the block."""
        acts = (self.read, self.read, self.look, self.sign_in, self.buy, self.buy)
        threads = [threading.Thread(target=self.again_and_again, args=[act]) for act in acts]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self.done.set()
            for thread in threads:
                thread.join()

    def again_and_again(self, act: Callable[["Browser"], None]) -> None:
        while not self.done.is_set():
            try:
                act(Browser(self))
            except Refused:
                continue
            except Astray as problem:
                self.row.told.append(Told(str(problem), NO_ANSWER, 0, "another page"))
                self.done.wait(1)

    def read(self, browser: "Browser") -> None:
        number = next(self.numbers)
        search = f"/fr/search/?q={WORDS[number % len(WORDS)]}+{number}"
        for path in (*PATHS, *self.goods, search):
            page = browser.get(path)
            self.pictures |= set(map(html.unescape, PICTURE.findall(page.text)))
            if self.done.wait(0.3):
                return
            for style in STYLE.findall(page.text)[:1]:
                browser.get(style)  # perhaps of a version that has gone meanwhile

    def look(self, browser: "Browser") -> None:
        """A size of a picture that nobody has asked for yet."""
        new = self.pictures - self.had
        if new:
            path = new.pop()
            browser.get(path)
            self.had.add(path)
        self.done.wait(1)

    def sign_in(self, browser: "Browser") -> None:
        where, fields = browser.get("/fr/account/login/").form("/account/login/")
        browser.post(where, fields | ACCOUNT)
        page = browser.get("/fr/account/")
        if "/login/" in page.url:
            raise Astray("signed in, and signed out at once")
        self.done.wait(3)

    def buy(self, browser: "Browser") -> None:
        """Two things, paid at the sandbox; whoever is refused on the way tries again."""
        browser.is_patient = True
        number = next(self.numbers)
        for path in (self.goods[number % len(self.goods)], self.goods[0]):
            browser.post(*browser.get(path).form("/basket/add/"))
        buyer = {**ADDRESS, "terms": "on", "email": f"{number}{BUYER}"}
        page = browser.get("/fr/shop/checkout/")
        page = browser.post(*fill_in(page, "/checkout/", buyer))
        page = browser.post(*fill_in(page, "/sandbox/", {"play": "accept"}))
        for _ in range(PATIENCE):
            if order := ORDER.search(page.text):
                self.promised.append(order[0])
                return
            self.done.wait(2)
            page = browser.get(page.url)
        raise Astray(f"{page.url} shows no order")


def fill_in(page: Page, action: str, fields: dict[str, str]) -> tuple[str, dict[str, str]]:
    where, known = page.form(action)
    return where, known | fields


class Browser:
    """One visitor's: it keeps cookies, follows where it is led, and says where it comes from."""

    def __init__(self, visitors: Visitors) -> None:
        self.visitors, self.is_patient = visitors, False
        trust = ssl.create_default_context(cafile=visitors.certificate)
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(CookieJar()),
            urllib.request.HTTPSHandler(context=trust),
            OnThisHost,
        )
        self.opener.addheaders = [
            ("Accept-Language", "fr"),
            ("Origin", visitors.url),
            ("Referer", f"{visitors.url}/"),
            ("Sec-Fetch-Site", "same-origin"),
        ]

    def get(self, path: str) -> Page:
        return self.ask(path, None)

    def post(self, path: str, fields: dict[str, str]) -> Page:
        return self.ask(path, urlencode(fields).encode())

    def ask(self, path: str, data: bytes | None) -> Page:
        """Raises Refused for whatever is no page; where patient, after a few tries."""
        for _ in range(PATIENCE if self.is_patient else 1):
            row, start = self.visitors.row, time.monotonic()
            status, page = self.answer(urljoin(self.visitors.url, path), data)
            words = HEADING.search(page.text)
            told = Told(path, status, time.monotonic() - start, words[1] if words else "")
            now = self.visitors.row
            (now if now.bears(told) else row).told.append(told)
            if told.is_well:
                return page
            self.visitors.done.wait(2)
        raise Refused(f"{status} at {path}")

    def answer(self, url: str, data: bytes | None) -> tuple[int, Page]:
        try:
            with self.opener.open(url, data, timeout=70) as answer:
                return answer.status, Page(answer.url, answer.read().decode(errors="replace"))
        except urllib.error.HTTPError as error:
            with error:
                return error.code, Page(url, error.read().decode(errors="replace"))
        except (OSError, HTTPException):
            return NO_ANSWER, Page(url, "")
