"""Whatever is typed, forged or cut off is answered calmly: no form of ours gives an error of ours.

The forms are those that the pages have, found as a browser finds them, so a new one is tried the
day it is added.
"""

from collections.abc import Iterator
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import resolve, reverse
from django.utils.translation import override

from cms.models import PlainPage
from cms.models.plain import Subject
from tests.factories.accounts import PASSWORD
from tests.factories.cms import make_tree
from tests.factories.marketplace import make_product
from tests.walk import world
from tests.walk.forms import Form, errors_of, forms_of
from tests.walk.test_walk import ELSEWHERE, addresses

pytestmark = pytest.mark.django_db(transaction=True)

# In every control of a form at once, hidden ones and buttons too.
GARBAGE = {
    "nothing": "",
    "100 kB": "x" * 100_000,
    "a NUL": "a\x00b",
    "a long number": str(10**30),
    "more digits than Python reads": "9" * 5_000,
    "less than nothing": "-1",
    "no number": "NaN",
    "endless": "Infinity",
    "huge": "1e999999",
    "a list": ["1", "2", "-3"],
    "JSON": '{"id": [1]}',
    "deep JSON": "[" * 3_000,
    "a day that is none": "99999-99-99",
    "HTML": '"><script>alert(1)</script>',
}
# In what people type, the rest being right: so that it is taken, and shown again.
ODD_WORDS = {
    "signs of all kinds": "🏔️👷🏽 \u202eمرحبا\u202c עברית \x0b\x1c\x85\u2028 fin",
    "lines in a line": "Lampe\rdu fond\r\nBcc: everybody@terril.example",
    "code": "<b>Lampe</b> & {{ co }} {% if %} %s {0} \\",
}
# What has to be right for the odd words to be taken.
RIGHT = {"terms": "on", "postcode": "62300"} | dict.fromkeys(
    ("siret", "phone", "phone_number", "organisation-siret"), ""
)
# By the kind of control. A choice that is none cannot be shown again, a password must not.
WRONG = {
    **dict.fromkeys(("text", "tel"), "x" * 9_000),
    "textarea": "x" * 110_000,
    **dict.fromkeys(("decimal", "numeric", "number"), "douze"),
    "email": "jeanne@",
    "url": "not an address",
    "date": "yesterday",
}
# What is wrong there is said above the page, and why.
SAY_IT_ABOVE = {
    "basket:change": "a line of the basket saves itself",
    "account_email": "allauth's: one of several addresses is chosen",
    "mfa_add_webauthn": "allauth's: a script asks for the key first",
}
TAKE_WORDS = {
    "basket:add",
    "checkout:index",
    "incubator:write",
    "incubator:withdraw",
    "studio:shop",
    "studio:listing",
    "studio:listing_new",
    "studio:order",
}
WRONG_CHOICE = {"select": "none of these", "radio": "none of these", "password": "x"}


class Visitor:
    """Somebody at a browser; each press of theirs is undone afterwards."""

    def __init__(self, user: Any, capture: Any) -> None:
        self.client, self.capture = Client(raise_request_exception=False), capture
        if user:
            sign_in = {"login": user.email, "password": PASSWORD}
            self.client.post(reverse("account_login"), sign_in)
            self.client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        self.client.post(reverse("basket:add", args=[make_product().pk]), {"quantity": 2})
        self.cookies = {name: each.value for name, each in self.client.cookies.items()}

    def press(self, form: Form, values: dict[str, Any]) -> Any:
        send = self.client.post if form.method == "post" else self.client.get
        self.client.cookies = SimpleCookie(self.cookies)
        with transaction.atomic():
            with self.capture(execute=True):
                response = send(form.path, values, follow=True)
            transaction.set_rollback(True)
        return response


@pytest.fixture
def found(django_capture_on_commit_callbacks, settings) -> list[tuple[Visitor, Form]]:
    """Each form of every page of ours, with somebody who may send it."""
    settings.ACCOUNT_RATE_LIMITS = settings.MFA_RATE_LIMITS = False
    make_tree().put(PlainPage, "home", subject=Subject.TERMS)  # so that the shop may sell
    everything = world.build()
    visitors = {
        role: Visitor(everything.people[role], django_capture_on_commit_callbacks)
        for role in ("shopper", "stranger", "artisan", "founder", "manager")
    }
    forms: dict[str, tuple[Visitor, Form]] = {}
    for role, path in pages(everything):
        response = visitors[role].client.get(path)
        if "html" in response.headers.get("Content-Type", ""):
            for form in forms_of(response.content.decode(), path):
                forms.setdefault(form.key, (visitors[role], form))
    return list(forms.values())


def pages(everything: world.World) -> Iterator[tuple[str, str]]:
    """Role and path of each page that may have something to send."""
    everybodys = world.public_things()
    for name, arguments in addresses():
        if name in everything.arguments:
            role = min(everything.owners[name])
            yield role, reverse(name, kwargs=everything.arguments[name])
        elif name in everybodys or not (arguments or name in ELSEWHERE):
            roles = (
                ("shopper", "stranger") if name.startswith(("account_", "mfa_")) else ("shopper",)
            )
            yield from ((role, reverse(name, kwargs=everybodys.get(name))) for role in roles)
    yield from (("stranger", path) for path in ("/fr/", "/fr/stories/", "/fr/places/"))


def name_of(form: Form) -> str:
    with override("fr"):  # as its page was; a visit since may have left another language
        return resolve(form.path).view_name


def test_no_form_answers_garbage_with_an_error(found):
    broken = [
        (name_of(form), name)
        for visitor, form in found
        if (asked := form.names - form.of("file") - {"csrfmiddlewaretoken"})
        for name, value in GARBAGE.items()
        if visitor.press(form, dict.fromkeys(asked, value)).status_code >= 500
    ]
    assert broken == []


def test_odd_words_are_taken_and_shown_again(found, caplog):
    answers = [
        (name_of(form), name, visitor.press(form, {**typed, **press}))
        for visitor, form in found
        if form.of("text", "textarea") - set(RIGHT)
        for name, words in ODD_WORDS.items()
        for press in form.presses
        for typed in [with_words(form, words)]
    ]
    broken = [(form, name) for form, name, response in answers if response.status_code != 200]
    assert broken == []
    taken = {form for form, _, response in answers if response.redirect_chain}
    assert taken == TAKE_WORDS
    assert "Error calling" not in caplog.text  # after commit: letters, and what else follows


def with_words(form: Form, words: str) -> dict[str, Any]:
    typed = dict.fromkeys(form.of("text", "textarea"), words)
    return form.untouched | typed | {name: RIGHT[name] for name in form.names & set(RIGHT)}


def test_what_is_wrong_is_said_at_its_field_in_both_languages_and_kept(found):
    silent, unsaid, untranslated, lost = set(), [], [], []
    for visitor, form in found:
        wrong, sent = wrongly_filled(form)
        if form.method == "post" and wrong:
            french, english = (
                visitor.press(form.in_language(code), sent).content.decode()
                for code in ("fr", "en")
            )
            said, in_english = errors_of(french), errors_of(english)
            name = name_of(form)
            silent |= set() if said else {name}
            unsaid += [(name, field) for field, words in said.items() if not words]
            untranslated += [(name, field) for field in said if said[field] == in_english[field]]
            lost += [(name, field) for field in said if not keeps(french, form, field, wrong)]
    assert (silent, unsaid, untranslated, lost) == (set(SAY_IT_ABOVE), [], [], [])


def wrongly_filled(form: Form) -> tuple[dict[str, str], dict[str, Any]]:
    """What is wrong by name, and the whole form."""
    values = WRONG | WRONG_CHOICE
    wrong = {each.name: values[each.kind] for each in form.controls if each.kind in values}
    return wrong, form.untouched | wrong


def keeps(html: str, form: Form, field: str, wrong: dict[str, str]) -> bool:
    if field not in form.of(*WRONG):
        return True
    shown = next(each for each in forms_of(html, form.path) if each.names == form.names)
    values = next(each.values for each in shown.controls if each.name == field)
    return [value.strip() for value in values] == [wrong[field]]
