"""The desk in French: whole sentences, translated as such, and no English among them."""

import re

import html5lib
import pytest
from django.urls import reverse

from tests.walk import desk
from tests.walk.test_doors import AT_THE_DESK, asked

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning"),
]

# Words that French has not, and no thing of the tests bears.
ENGLISH = re.compile(
    r"\b(the|with|this|your|you|have|been|are|and|from|of|or|by|to|please|new|back|edit|save|delete"
    r"|search|date placed|add|title|updated|locale|region|actions? for)\b",
    re.IGNORECASE,
)
# What they show is the page itself, in its language.
THE_PAGES_OWN = {"wagtail_localize:preview_translation", "wagtailadmin_pages:view_draft"}
THE_FIRST_PAGE = "Welcome to your new Wagtail site!"  # its own title, until it is replaced
UNSEEN = {"script", "style", "template", "svg", "code", "kbd"}


def words_of(page: str) -> list[str]:
    """What is read on a page, a text at a time."""
    found: list[str] = []

    def walk(element) -> None:
        if element.tag in UNSEEN or element.get("lang") == "en":
            return
        found.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                walk(child)
            found.append(child.tail or "")

    walk(html5lib.parse(page, namespaceHTMLElements=False).find("body"))
    return [words.strip() for words in found if words.strip()]


def test_nobody_reads_english_on_the_french_desk():
    the_desk = desk.build()
    found = set()
    for role in AT_THE_DESK:
        for name, _path, response in asked(the_desk.world.people[role], the_desk.paths()):
            if name in THE_PAGES_OWN:
                continue
            if response.status_code == 200 and "html" in response.headers["Content-Type"]:
                page = response.content.decode()
                if "<body" in page:
                    found |= {
                        (name, words)
                        for words in words_of(page)
                        if ENGLISH.search(words) and words != THE_FIRST_PAGE
                    }
    assert found == set()


@pytest.mark.parametrize(
    ("role", "name", "said"),
    [
        ("manager", "incubator_call_modeladmin_create", "Nouvel appel"),
        ("manager", "incubator_pilot_modeladmin_create", "Nouvelle expérimentation"),
        ("manager", "incubator_application_modeladmin_inspect", "Retour aux candidatures"),
        ("operator", "order_order_modeladmin_inspect", "Retour aux commandes"),
        ("operator", "order_order_modeladmin_index", "Date de commande"),
    ],
)
def test_titles_and_ways_back_are_whole_sentences(client, role, name, said):
    the_desk = desk.build()
    client.force_login(the_desk.world.people[role])
    wanted = next(each.arguments for each in desk.addresses() if each.name == name)
    (kwargs,) = the_desk.arguments(name, wanted)
    assert said in words_of(client.get(reverse(name, kwargs=kwargs)).content.decode())
