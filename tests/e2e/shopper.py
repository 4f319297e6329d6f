"""Somebody who buys: the steps that several tests share, in the words of the visitor's language."""

import re
from dataclasses import dataclass
from uuid import uuid4

from django.utils.translation import gettext, override
from playwright.sync_api import Locator, Page, expect

from tests.e2e.site import Site
from tests.e2e.visitor import Visitor

PERSON = {
    "first_name": "Zoé",
    "last_name": "Ó’Brien-Delattre",
    "line1": "12 rue de la Fosse",
    "postcode": "62300",
    "line4": "Lens",
}


@dataclass
class Shopper:
    """A visitor with an address, who looks at each page on the way when told to."""

    visitor: Visitor
    site: Site
    language: str

    def __post_init__(self) -> None:
        self.email = f"shopper-{uuid4().hex[:8]}@example.org"  # to find what became of this one

    @property
    def page(self) -> Page:
        return self.visitor.page

    def say(self, words: str) -> str:
        """The interface's own words, in the shopper's language."""
        with override(self.language):
            return gettext(words)

    def link(self, words: str) -> Locator:
        return self.page.get_by_role("link", name=self.say(words), exact=True).first

    def button(self, words: str) -> Locator:
        """The button with these words; what stands for a value in them may be any."""
        start, _, rest = self.say(words).partition("%(")
        name = re.compile(f"^{re.escape(start)}{'.+' if rest else '$'}")
        return self.page.get_by_role("button", name=name)

    def path_of(self, upc: str) -> str:
        [(pk,)] = self.site.ask("SELECT id FROM catalogue_product WHERE upc = ?", upc)
        return f"/{self.language}/shop/_{pk}/"

    def put_in(self, upc: str) -> None:
        """Put one piece into the basket, on the product's page; of several variants the first."""
        self.page.goto(self.path_of(upc))
        for choice in self.page.locator("[name=variant]:enabled").all()[:1]:
            choice.check()
        self.button("Put it in the basket").click()
        expect(self.link("See the basket")).to_be_visible()

    def go_to_checkout(self) -> None:
        self.page.goto(f"/{self.language}/shop/basket/")
        self.link("To the checkout").click()
        self.page.wait_for_url("**/checkout/")

    def fill_in(self) -> None:
        """The checkout's form, with nothing wrong in it."""
        for name, value in {"email": self.email, **PERSON}.items():
            self.page.locator(f"[name={name}]").fill(value)
        self.page.locator("[name=terms]").check()

    def go_to_the_bank(self) -> None:
        """Agree and press Pay; nothing is paid yet."""
        self.button("Pay %(total)s").click()
        self.page.wait_for_url("**/sandbox/**")

    @property
    def bank(self) -> Locator:
        """The button with which the sandbox takes the money."""
        return self.page.locator("button[value=accept]")

    @property
    def orders(self) -> list[str]:
        """Numbers of what this shopper has ordered so far."""
        found = self.site.ask("SELECT number FROM order_order WHERE guest_email = ?", self.email)
        return [number for (number,) in found]

    @property
    def payments(self) -> list[str]:
        """The state of each payment that this shopper has begun, oldest first."""
        query = """SELECT state FROM payments_payment
                   WHERE json_extract(details, '$.address.email') = ? ORDER BY id"""
        return [state for (state,) in self.site.ask(query, self.email)]

    @property
    def charges(self) -> int:
        """How often the sandbox has taken money from this shopper."""
        query = """SELECT count(*) FROM payments_sandboxcharge AS charge
                   JOIN payments_payment AS payment USING (reference)
                   WHERE charge.state = 'captured'
                   AND json_extract(payment.details, '$.address.email') = ?"""
        return int(self.site.ask(query, self.email)[0][0])


def pieces_left(site: Site, upc: str) -> int:
    """How many of a product can still be bought."""
    query = """SELECT num_in_stock - coalesce(num_allocated, 0) FROM partner_stockrecord
               JOIN catalogue_product AS product ON product.id = product_id WHERE upc = ?"""
    return int(site.ask(query, upc)[0][0])
