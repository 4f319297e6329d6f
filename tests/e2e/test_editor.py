"""An editor on a deadline: a story is written, previewed, published, and is everywhere at once."""

import os
from collections.abc import Callable
from io import BytesIO

import pytest
from django.utils.translation import gettext, override
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.e2e.site import Site
from tests.e2e.visitor import Visitor

Newcomer = Callable[..., Visitor]

EDITOR, PASSWORD = "editor@terril.example", "terril-demo"
PRODUCT = {"fr": "Savon Gaillette", "en": "Gaillette soap"}
PLACE = {"fr": "Base 11/19 et terrils jumeaux", "en": "Base 11/19 and the twin spoil heaps"}
SENTENCE = "La pluie est tombée tout l’hiver sur les deux tas."


def print_of_rain() -> FilePayload:
    """A picture that the library has not seen yet: it tells an editor of copies."""
    grain = Image.frombytes("L", (150, 100), os.urandom(15_000)).convert("RGB")
    buffer = BytesIO()
    grain.resize((1500, 1000)).save(buffer, "JPEG")
    return {"name": "pluie.jpg", "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


class Desk:
    """Wagtail's editor, in the words of the editor's language."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self.language = language
        self.body = page.locator("[data-contentpath=body]").first
        self.dialog = page.locator(".modal-dialog")

    def say(self, words: str) -> str:
        with override(self.language):
            return gettext(words)

    def choose_new_picture(self, *, alt: str, credit: str) -> None:
        """Upload one. The library asks for a text alternative before it takes it."""
        self.page.locator("#id_picture-chooser [data-chooser-action-choose]").click()
        self.dialog.get_by_role("tab", name=self.say("Upload")).click()
        self.dialog.locator("input[type=file]").set_input_files(print_of_rain())
        self.dialog.locator("[name$=credit_fr]").fill(credit)
        self._send()
        expect(self._errors).to_be_visible()
        expect(self.dialog.locator("[name$=credit_fr]")).to_have_value(credit)
        self.dialog.locator("[name$=alt_fr]").fill(alt)
        if not self.dialog.locator("input[type=file]").evaluate("field => field.files.length"):
            self.dialog.locator("input[type=file]").set_input_files(print_of_rain())
        self._send()
        expect(self.dialog).to_have_count(0)

    def _send(self) -> None:
        self.dialog.locator("form").last.locator("[type=submit]").click()

    @property
    def _errors(self) -> Locator:
        return self.dialog.locator(".w-field:has([name$=alt_fr]) .error-message")

    def add(self, kind: str) -> None:
        """A block of that kind, after the others."""
        self.body.locator("button.c-sf-add-button").last.click()
        self.page.get_by_role("option", name=self.say(kind), exact=True).first.click()

    def write(self, text: str) -> None:
        self.add("Text")
        self.body.locator("[contenteditable=true]").last.click()
        self.page.keyboard.type(text)

    def lead_to(self, kind: str, name: str) -> None:
        """A block that leads to something, found by its name."""
        self.add(kind)
        self.body.locator("[data-chooser-action-choose]:visible").last.click()
        self.dialog.locator("[name=q]").fill(name)
        self.dialog.get_by_role("link").filter(has_text=name).first.click()
        expect(self.dialog).to_have_count(0)

    def toggle(self, panel: str) -> None:
        """Open one of the panels at the side, or close it."""
        self.page.get_by_role("button", name=self.say(f"Toggle {panel}")).click()

    def act(self, name: str) -> None:
        """One of the actions at the foot of the page, which fold up behind the first."""
        self.page.locator("footer").get_by_role("button", name=self.say("More actions")).click()
        with self.page.expect_navigation():
            self.page.locator("footer").get_by_role("button", name=self.say(name)).click()


@pytest.fixture
def editor(newcomer: Newcomer) -> Visitor:
    editor = newcomer()
    editor.sign_in(EDITOR, PASSWORD)
    return editor


def list_of_stories(site: Site) -> int:
    query = """SELECT page.id FROM wagtailcore_page AS page
               JOIN cms_storyindexpage ON page_ptr_id = page.id
               JOIN wagtailcore_locale AS locale ON locale.id = locale_id
               WHERE language_code = 'fr'"""
    [(pk,)] = site.ask(query)
    return int(pk)


def test_a_story_is_everywhere_the_moment_it_is_published(
    editor: Visitor, newcomer: Newcomer, site: Site, width: int, language: str
) -> None:
    title = f"Ce que la pluie a laissé, vu à {width} pixels"
    reader = newcomer("fr")
    seen_from = ["/fr/", "/fr/stories/", "/fr/places/base-11-19/", product_path(site)]
    for path in seen_from:  # kept whole from now on
        reader.page.goto(path)
        expect(reader.page.get_by_role("link", name=title)).to_have_count(0)

    desk = Desk(editor.page, language)
    editor.page.goto(f"/admin/pages/add/cms/storypage/{list_of_stories(site)}/")
    editor.page.locator("[name=title]").fill(title)
    editor.page.locator("[name=teaser]").fill("Deux ravines, un étang, et ce qui y pousse.")
    desk.choose_new_picture(alt="Une flaque rouge au pied du terril", credit="Photo : Camille")
    desk.write(SENTENCE)
    desk.lead_to("Product", PRODUCT[language])
    desk.lead_to("Place", PLACE[language])

    desk.toggle("preview")
    preview = editor.page.frame_locator("iframe[title]").first
    expect(preview.locator("h1")).to_have_text(title)
    expect(preview.locator("main")).to_contain_text(SENTENCE)
    desk.toggle("checks")
    expect(editor.page.locator("[data-content-word-count]")).not_to_have_text("-")
    expect(editor.page.locator("[data-content-checker-count]")).to_have_text("0")
    desk.toggle("checks")

    desk.act("Publish")
    for path in seen_from:
        reader.page.goto(path)
        expect(reader.page.get_by_role("link", name=title).first).to_be_attached()
    reader.press(reader.page.get_by_role("link", name=title).first)
    picture = reader.page.get_by_role("img", name="Une flaque rouge au pied du terril")
    expect(picture).to_be_visible()
    expect(reader.page.locator("main")).to_contain_text("Photo : Camille")
    expect(reader.page.get_by_role("link", name="Savon Gaillette").first).to_be_visible()
    address = reader.page.url

    unpublish(editor, site, title)
    for path in seen_from:
        reader.go(path)
        expect(reader.page.get_by_role("link", name=title)).to_have_count(0)
    reader.go(address, status=404)


def product_path(site: Site) -> str:
    [(pk,)] = site.ask("SELECT id FROM catalogue_product WHERE upc = 'savon-gaillette'")
    return f"/fr/shop/_{pk}/"


def unpublish(editor: Visitor, site: Site, title: str) -> None:
    [(pk,)] = site.ask("SELECT id FROM wagtailcore_page WHERE title = ?", title)
    editor.page.goto(f"/admin/pages/{pk}/unpublish/")
    with editor.page.expect_navigation():
        editor.page.locator("main form [type=submit]").click()
