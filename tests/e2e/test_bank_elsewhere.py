"""Paying at a bank with a host of its own: the browser lets the checkout lead there."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect

from tests.e2e.shopper import Shopper
from tests.e2e.site import running
from tests.e2e.visitor import Visitor


class Bank(BaseHTTPRequestHandler):
    """Leads on to a second page, as banks do."""

    def do_GET(self) -> None:
        if self.path.startswith("/card/"):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>Bank</title><h1>Your card, please</h1>")
        else:
            self.send_response(302)
            self.send_header("Location", f"/card{self.path}")
            self.end_headers()

    def log_message(self, *args: object) -> None:
        """Nothing."""


@contextmanager
def bank() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bank)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def bank_url() -> Iterator[str]:
    with bank() as url:
        yield url


@pytest.fixture(scope="module")
def site(bank_url):
    with running(BANK_URL=bank_url) as site:
        yield site


@pytest.mark.parametrize("width", [390], ids="{} px".format)
def test_a_bank_on_another_host_is_reached_and_found_again(browser, site, bank_url, language):
    context = browser.new_context(base_url=site.url, locale="fr-FR")
    shopper = Shopper(Visitor(context.new_page(), site.url), site, language)
    page = shopper.page
    shopper.put_in("savon-gaillette")
    shopper.go_to_checkout()
    shopper.fill_in()
    shopper.button("Pay %(total)s").click()
    expect(page.get_by_role("heading", name="Your card, please")).to_be_visible()
    assert page.url.startswith(f"{bank_url}/card/PAY-")

    page.goto("/fr/shop/basket/")  # and once more, from the payment's page
    shopper.link("Go on with the payment").click()
    shopper.button("Go on with the payment").click()
    expect(page.get_by_role("heading", name="Your card, please")).to_be_visible()
    context.close()
