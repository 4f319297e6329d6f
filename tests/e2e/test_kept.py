"""What is typed into a long form is not lost when its page is left."""

from collections.abc import Callable

from playwright.sync_api import Dialog, expect

from tests.e2e.test_artisan import ARTISAN, PASSWORD, WORKSHOP
from tests.e2e.visitor import Visitor


def test_typed_text_is_there_on_return_and_gone_once_it_is_saved(
    newcomer: Callable[..., Visitor], language: str
) -> None:
    artisan = newcomer()
    page = artisan.page
    artisan.sign_in(ARTISAN, PASSWORD)
    path = f"/{language}/studio/{WORKSHOP}/shop/"
    field, notice = page.locator(f"[name=tagline_{language}]"), page.locator("[data-kept-notice]")
    page.goto(path)
    before = field.input_value()
    field.fill("Des savons au lin, typed and left")
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.once("dialog", leave)
    page.goto(f"/{language}/studio/{WORKSHOP}/orders/")
    assert asked == ["beforeunload"]

    page.goto(path)
    expect(field).to_have_value("Des savons au lin, typed and left")
    expect(notice).to_be_visible()
    notice.get_by_role("button").click()
    expect(field).to_have_value(before)
    expect(notice).to_be_hidden()

    field.fill("Des savons au lin")
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()
    page.goto(path)
    expect(field).to_have_value("Des savons au lin")
    expect(notice).to_be_hidden()
