"""The demonstration's plain pages promise only what the site does."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.demo.test_catalogue import read
from tests.factories.marketplace import make_product

PAGES = {page["id"]: page for page in read("pages")["page"]}


def text_of(page: str, language: str) -> str:
    """All words of a plain page."""
    values = [
        value[language]
        for block in PAGES[page]["body"]
        for name, value in block.items()
        if name in {"text", "items"}
    ]
    return " ".join(" ".join(value) if isinstance(value, list) else value for value in values)


# What no page of the site does yet, in the words in which it would be promised.
NOT_YET = {
    "fr": r"accusé de réception|en un fichier|« ?Me rétracter|newsletter|pour la lettre|à écouter",
    "en": r"acknowledgement|in one file|“Withdraw from|newsletter|to listen to",
}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_no_page_promises_what_is_not_there(page, language):
    assert re.search(NOT_YET[language], text_of(page, language), re.IGNORECASE) is None


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_that_asks_to_write_says_where(language):
    asking = r"[ée]crivez-nous|[ée]crivez à l’adresse|write to us|report it"
    for page in PAGES.values():
        if re.search(asking, text_of(page["id"], language), re.IGNORECASE):
            assert {"type": "contact"} in page["body"], page["id"]


def test_no_event_asks_to_register_without_saying_where():
    events = read("events")["event"]
    assert [
        one["id"] for one in events if one["registration"] and "registration_url" not in one
    ] == []


@pytest.mark.django_db
def test_the_shop_is_in_the_order_that_the_page_on_ranking_describes(client):
    """If the order changes, the words have to, and the other way round."""
    (items,) = (block["items"] for block in PAGES["ranking"]["body"] if block["type"] == "list")
    assert items["en"] == [
        "What the shop has chosen to put forward comes first.",
        "Then come new arrivals, from the latest to the oldest.",
        "What is sold out keeps its place, and says so.",
    ]
    assert len(items["fr"]) == len(items["en"])
    ages = {"oldest": 9, "chosen": 8, "gone": 5, "latest": 1}
    for name, days in ages.items():
        product = make_product(title=name, stock=0 if name == "gone" else 3)
        product.is_featured = name == "chosen"
        product.save()
        made = timezone.now() - timedelta(days=days)
        type(product).objects.filter(pk=product.pk).update(date_created=made)
    page = client.get(reverse("catalogue:index") + "?all=1").content.decode()
    found = re.findall(r">\s*(oldest|chosen|gone|latest)\s*<", page)
    assert list(dict.fromkeys(found)) == ["chosen", "latest", "gone", "oldest"]
