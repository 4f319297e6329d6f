"""A start-up answers a call, from the front page to the desk of whoever reads it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.e2e.site import Site
from tests.e2e.visitor import Visitor
from tests.incubator.test_files import PDF, PROGRAM, SVG

Newcomer = Callable[..., Visitor]

CALL = "nuit-des-terrils"
FOUNDER, MANAGER = "startup@terril.example", "manager@terril.example"
PASSWORD = "terril-demo"
EVENING = "On monte dans le noir, on redescend dans la lumière."

WORDS = {
    "fr": {
        "begin": "Commencer une candidature",
        "begun": "Reprenez votre candidature",
        "not for you": "En l’état, cet appel n’est pas pour votre projet.",
        "saved": "Enregistré le",
        "ready": "Il ne manque rien",
        "submitted": "Envoyée",
        "withdrawn": "Retirée",
        "withdraw": "Retirer la candidature",
        "withdraw it": "La retirer",
        "not sent": "Non envoyée",
        "wrong siret": "Un SIRET compte 14 chiffres",
        "too late": "La date limite est passée",
        "program": "mais son contenu est autre chose",
        "script": "Ce type de fichier n’est pas accepté ici.",
        "large": "Ce fichier est trop lourd.",
        "empty": "Ce fichier est vide.",
        "account": "En créer un",
        "mine": "Oui, c’est la mienne",
        "others": "Inviter quelqu’un",
        "somebody else": "Deux textes, choisissez",
    },
    "en": {
        "begin": "Begin an application",
        "begun": "Go on with your application",
        "not for you": "This call is not for your project as it is.",
        "saved": "Saved",
        "ready": "Nothing is missing",
        "submitted": "Submitted",
        "withdrawn": "Withdrawn",
        "withdraw": "Withdraw the application",
        "withdraw it": "Withdraw it",
        "not sent": "Not sent",
        "wrong siret": "A SIRET has 14 digits",
        "too late": "The deadline has passed",
        "program": "but what is inside is something else",
        "script": "This kind of file is not taken here.",
        "large": "This file is too large.",
        "empty": "This file is empty.",
        "account": "Create one",
        "mine": "Yes, it is mine",
        "others": "Bring others in",
        "somebody else": "Two texts, choose one",
    },
}


@pytest.fixture(scope="module", autouse=True)
def call(site: Site) -> None:
    """The demonstration's call, open whenever this is run."""
    closes_in(site, days=30)


def closes_in(site: Site, **when: int) -> None:
    """Move the deadline of the call; it has been open for a while."""
    site.manage(
        "shell", "--no-imports", "--command",
        "from datetime import timedelta; from django.utils import timezone; "
        "from incubator.models import Call; now = timezone.now(); "
        f"call = Call.objects.get(slug='{CALL}'); "
        "call.opens_at = now - timedelta(days=9); "
        f"call.closes_at = now + timedelta(**{when}); call.save()",
    )  # fmt: skip


@contextmanager
def deadline_passed(site: Site) -> Iterator[None]:
    """Beyond the minutes of grace."""
    closes_in(site, hours=-1)
    yield
    closes_in(site, days=30)


@pytest.fixture
def words(language: str) -> dict[str, str]:
    return WORDS[language]


def sign_in(page: Page, address: str) -> None:
    """Without looking at the page of which the first journey has a look."""
    page.goto("/fr/account/login/")
    page.locator("[name=login]").fill(address)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/account/")


@pytest.fixture
def founder(newcomer: Newcomer, language: str) -> Visitor:
    """Signed in, with a draft of their own open before them."""
    founder = newcomer()
    sign_in(founder.page, FOUNDER)
    founder.page.goto(f"/{language}/incubator/calls/{CALL}/apply/")
    open_draft(founder.page, "Veilleurs de terril")
    return founder


def open_draft(page: Page, title: str) -> None:
    page.locator("[name=title]").fill(title)
    page.locator("[name=organisation]").fill("Chaleur Lente")
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/write/")


def answer_all(page: Page) -> None:
    """An answer to everything that is asked, files aside."""
    page.locator("[name=summary]").fill("Des lampes que les pas réveillent.")
    page.locator("[name=places]").first.check()
    page.locator("[name=amount]").fill("9 000")
    page.locator("[name=organisation-city]").fill("Lens")
    for field in page.locator("[name^=q-]").all():
        match field.evaluate("field => field.inputMode || field.type"):
            case "select-one":
                field.select_option(index=1)
            case "decimal":
                field.fill("80")
            case "date":
                field.fill("2027-09-10")
            case _:
                field.fill("Oui, à la tombée du jour.")
    for amount in page.get_by_label(re.compile("^(Montant|Amount)$")).all():
        amount.fill("1 200")
    page.locator("[name=q-soiree]").fill(EVENING)


def is_saved(page: Page, words: dict[str, str], version: int) -> None:
    """Wait until what was typed is kept."""
    expect(page.locator(f"[data-version='{version}'] .desk-saved")).to_contain_text(words["saved"])


def choose_file(page: Page, name: str, content: bytes) -> None:
    file = FilePayload(name=name, mimeType="application/pdf", buffer=content)
    page.locator(".desk-file input[type=file]").set_input_files(file)


def press(page: Page, action: str) -> None:
    page.locator(f".desk-end [name=action][value={action}]").click()


def file_on(page: Page) -> str:
    """The address of the one file on the page."""
    return page.locator(".file-link").get_attribute("href") or ""


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def link_in(letter: EmailMessage, part: str) -> str:
    """The path of the link in a letter; its host is the one that the settings name."""
    link = re.search(rf"https?://[^/]+(/\S+/{part}/\S+)", text_of(letter))
    assert link is not None
    return link[1]


def reference_on(page: Page) -> str:
    return page.locator(".reference").inner_text()


def test_from_the_front_page_to_the_managers_desk(
    visitor: Visitor, newcomer: Newcomer, site: Site, language: str, words: dict[str, str]
) -> None:
    page = visitor.page
    visitor.go(f"/{language}/")
    visitor.press(page.locator(f".front-calls a[href$='/{CALL}/']"))

    take_the_quiz(page, words)
    visitor.look()
    visitor.press(page.get_by_role("link", name=words["begin"]))
    page.locator("[name=login]").fill(FOUNDER)
    page.locator("[name=password]").fill(PASSWORD)
    visitor.press(page.locator("main form button[type=submit]").first)
    title = f"Lampes et pas, {language}"
    open_draft(page, title)
    page.locator("[name=q-soiree]").fill(EVENING)
    is_saved(page, words, version=2)
    visitor.look()
    reference = reference_on(page)
    page.context.clear_cookies()

    elsewhere = newcomer()
    page = elsewhere.page
    sign_in(page, FOUNDER)
    elsewhere.go(f"/{language}/incubator/applications/")
    page.get_by_role("link", name=title).click()
    expect(page.locator("[name=q-soiree]")).to_have_value(EVENING)
    answer_all(page)
    choose_file(page, "Plan de nuit.pdf", PDF)
    expect(page.locator(".desk-file-there")).to_contain_text("Plan de nuit.pdf")
    expect(page.locator(".desk-ready")).to_contain_text(words["ready"])
    elsewhere.look()
    page.locator(".desk-end [name=action][value=submit]").dblclick()
    page.wait_for_url(f"**/{reference}/")
    elsewhere.look()
    expect(page.locator(".page-head .badge")).to_have_text(words["submitted"])
    assert reference_on(page) == reference

    told = [letter["to"] for letter in site.mails if reference in text_of(letter)]
    assert sorted(told) == [MANAGER, FOUNDER]
    elsewhere.go(f"/{language}/incubator/applications/")
    assert page.get_by_role("link", name=title).count() == 1

    page.goto(f"/{language}/incubator/applications/{reference}/")
    file = file_on(page)
    answer = page.request.get(file)
    assert (answer.status, answer.body()) == (200, PDF)
    assert answer.headers["content-disposition"].startswith("attachment")
    stranger = newcomer()
    sent_to = stranger.page.request.get(file).url
    assert urlsplit(sent_to).path == f"/{language}/account/login/"

    the_manager_reads_it(newcomer(), reference=reference, title=title)


def take_the_quiz(page: Page, words: dict[str, str]) -> None:
    """First with an answer that closes the door, which is explained; then with the right ones."""
    answers = page.locator(".quiz-question")
    for question in answers.all():
        question.locator("input[data-no]").check(force=True)
    expect(page.locator("[data-refused]")).to_contain_text(words["not for you"])
    expect(page.locator("[data-why]")).to_have_count(answers.count())
    for question in answers.all():
        expect(question.locator("[data-why]")).to_be_visible()
        question.locator("input:not([data-no])").check(force=True)
        expect(question.locator("[data-why]")).to_be_hidden()
    expect(page.locator("[data-refused]")).to_be_hidden()


def the_manager_reads_it(manager: Visitor, *, reference: str, title: str) -> None:
    """In the Wagtail admin, with its file."""
    page = manager.page
    sign_in(page, MANAGER)
    page.goto("/admin/incubator/application/")
    page.locator("tr", has_text=reference).get_by_role("link").first.click()
    expect(page.locator("main")).to_contain_text(title)
    expect(page.locator("main")).to_contain_text(EVENING)
    file = page.get_by_role("link", name="Plan de nuit.pdf").get_attribute("href")
    assert page.request.get(file or "").body() == PDF


def test_a_file_is_nobody_elses_business(founder: Visitor, newcomer: Newcomer) -> None:
    choose_file(founder.page, "Plan de nuit.pdf", PDF)
    file = file_on(founder.page)
    for who in ("shopper", "artisan1", "juror"):
        somebody = newcomer()
        sign_in(somebody.page, f"{who}@terril.example")
        assert (who, somebody.page.request.get(file).status) == (who, 404)
    somebody.go(file, status=404)


def test_a_new_account_comes_back_to_the_call_and_sees_nothing_of_others(
    founder: Visitor, newcomer: Newcomer, site: Site, language: str, words: dict[str, str]
) -> None:
    choose_file(founder.page, "Plan de nuit.pdf", PDF)
    file = file_on(founder.page)
    visitor, address = newcomer(), f"lou-{language}@essai.example"
    page = visitor.page
    page.goto(f"/{language}/incubator/calls/{CALL}/")
    page.get_by_role("link", name=words["begun"]).click()
    page.get_by_role("link", name=words["account"]).click()
    page.locator("[name=email]").fill(address)
    page.locator("[name=password1]").fill("1234")
    page.locator("main form button[type=submit]").click()
    expect(page.locator("#id_password1_error")).to_be_visible()
    expect(page.locator("[name=email]")).to_have_value(address)
    visitor.look()
    page.locator("[name=password1]").fill("terrils au clair de lune")
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/confirm-email/")
    visitor.look()
    (letter,) = site.mails_to(address)
    visitor.go(link_in(letter, "confirm-email"))
    page.get_by_role("button", name=words["mine"]).click()
    page.wait_for_url(f"**/{CALL}/apply/")
    visitor.look()
    open_draft(page, "La cité qui souffle")
    visitor.go(file, status=404)


def test_wrong_input_is_told_at_its_field_and_kept(founder: Visitor, words: dict[str, str]) -> None:
    page = founder.page
    wrong = {"organisation-siret": "123", "q-jauge": "beaucoup", "amount": "9000000"}
    answer_all(page)
    for name, value in wrong.items():
        page.locator(f"[name={name}]").fill(value)
    press(page, "submit")
    summary = page.locator("[data-form-errors]")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text(words["not sent"])
    expect(summary.get_by_role("link")).to_have_count(len(wrong))
    for name, value in wrong.items():
        expect(page.locator(f"#id_{name}_error")).to_be_visible()
        expect(page.locator(f"[name={name}]")).to_have_value(value)
    expect(page.locator("#id_organisation-siret_error")).to_contain_text(words["wrong siret"])
    expect(page.locator("[name=q-soiree]")).to_have_value(EVENING)
    founder.look()


def test_a_file_that_is_none_is_refused_in_words_and_the_answers_stay(
    founder: Visitor, words: dict[str, str]
) -> None:
    page = founder.page
    page.locator("[name=q-soiree]").fill(EVENING)
    refused = [
        ("program", "plan.pdf", PROGRAM),
        ("script", "logo.svg", SVG),
        ("empty", "rien.pdf", b""),
        ("large", "film.pdf", PDF + b"0" * 11_000_000),
    ]
    for why, name, content in refused:
        choose_file(page, name, content)
        expect(page.locator(".desk-file")).to_contain_text(words[why])
        expect(page.locator(".desk-file-there")).to_have_count(0)
        expect(page.locator("[name=q-soiree]")).to_have_value(EVENING)
        if why == "program":
            # A field half below the bar of sections would be measured by the half.
            page.evaluate("scrollTo(0, 0)")
            founder.look()
    choose_file(page, "plan.pdf", PDF)
    expect(page.locator(".desk-file-there")).to_contain_text("plan.pdf")
    press(page, "save")
    page.wait_for_load_state()
    expect(page.locator("[name=q-soiree]")).to_have_value(EVENING)


def test_a_deadline_that_passes_while_one_types_costs_no_word(
    founder: Visitor, site: Site, words: dict[str, str]
) -> None:
    page = founder.page
    answer_all(page)
    with deadline_passed(site):
        page.locator("[name=summary]").fill("Trop tard, mais gardé.")
        press(page, "submit")
        expect(page.locator(".notice[role=alert]")).to_contain_text(words["too late"])
        founder.look()
        page.reload()
        expect(page.locator("[name=summary]")).to_have_value("Trop tard, mais gardé.")
        expect(page.locator("[name=q-soiree]")).to_have_value(EVENING)


def test_two_founders_who_write_at_once_see_both_texts(
    founder: Visitor, newcomer: Newcomer, site: Site, language: str, words: dict[str, str]
) -> None:
    page, address = founder.page, f"tobias-{language}@essai.example"
    page.get_by_role("link", name=words["others"]).click()
    founder.look()
    page.locator("[name=email]").fill(address)
    page.locator("main form button[type=submit]").last.click()
    (letter,) = site.mails_to(address)
    second = newcomer()
    sign_in(second.page, "shopper@terril.example")
    second.go(link_in(letter, "join"))
    second.page.locator("main form button").click()
    second.page.locator(".notice a[href$='/write/']").click()

    page.go_back()
    page.go_back()
    page.locator("[name=q-soiree]").fill("La mienne.")
    is_saved(page, words, version=2)
    second.page.locator("[name=q-soiree]").fill("La tienne.")
    progress = second.page.locator(".desk-progress")
    expect(progress).to_contain_text(words["somebody else"])
    theirs = second.page.locator("[data-item='q.soiree'] .desk-theirs")
    expect(theirs).to_contain_text("La mienne.")
    expect(theirs).to_be_in_viewport()
    second.look()
    theirs.locator("[value^=take]").click()
    expect(second.page.locator("[name=q-soiree]")).to_have_value("La mienne.")
    expect(theirs).to_have_count(0)
    second.page.locator("[name=q-soiree]").fill("La nôtre.")
    is_saved(second.page, words, version=3)
    page.locator("[name=summary]").fill("Deux à la fois.")
    is_saved(page, words, version=4)
    page.reload()
    expect(page.locator("[name=q-soiree]")).to_have_value("La nôtre.")


def test_a_session_that_ends_costs_no_word(founder: Visitor, words: dict[str, str]) -> None:
    page = founder.page
    page.context.clear_cookies()
    page.locator("[name=q-soiree]").fill("Écrit sans session.")
    page.locator(".desk-saved a").click()
    page.locator("[name=login]").fill(FOUNDER)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/write/")
    is_saved(page, words, version=2)
    page.reload()
    expect(page.locator("[name=q-soiree]")).to_have_value("Écrit sans session.")
    assert all("401" in fault for fault in founder.faults), founder.faults
    founder.faults.clear()  # the browser notes each answer that asks to sign in


def test_what_was_sent_is_withdrawn(founder: Visitor, words: dict[str, str]) -> None:
    page = founder.page
    answer_all(page)
    press(page, "submit")
    page.get_by_role("link", name=words["withdraw"]).click()
    founder.look()
    page.get_by_role("button", name=words["withdraw it"]).click()
    expect(page.locator(".page-head .badge")).to_have_text(words["withdrawn"])
    founder.look()
    expect(page.get_by_role("link", name=words["withdraw"])).to_have_count(0)
