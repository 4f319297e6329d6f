"""One of several variants is chosen by a name of its own, and nobody is given one unasked."""

import re

import pytest
from django.urls import reverse

from marketplace.forks.basket.models import Basket
from marketplace.forks.catalogue.models import Option
from tests.factories.marketplace import make_product

pytestmark = pytest.mark.django_db


def cape(**values):
    product = make_product(variants=[("38", "90.00", 1), ("40", "90.00", 1)])
    for name, value in values.items():
        setattr(product, name, value)
    product.save()
    return product


def page_of(client, product):
    return client.get(product.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        ({"choice_name_fr": "Pointure", "choice_name_en": "Shoe size"}, "Pointure"),
        ({"choice_name_en": "Shoe size"}, "Shoe size"),
        ({}, "Lequel"),
    ],
)
def test_the_choice_bears_the_name_that_the_artisan_gave_it(client, names, asked):
    page = page_of(client, cape(**names))
    legend = re.search(r'class="buy-choices".*?<legend>(.*?)</legend>', page, re.DOTALL)
    assert legend
    assert legend[1].startswith(asked)


def test_nothing_is_chosen_for_anybody(client):
    page = page_of(client, cape())
    assert page.count('name="variant"') == 2
    assert "checked" not in page[page.index("buy-choices") : page.index("buy-row")]


def test_pressing_without_choosing_is_answered_at_the_choice(client):
    product = cape(choice_name_fr="Pointure")
    answer = client.post(reverse("basket:add", args=[product.pk]), {"quantity": "2"})
    page = answer.content.decode()
    assert "À choisir d’abord\u202f: pointure." in page
    assert 'id="choices_error"' in page
    assert 'value="2"' in page
    assert not Basket.objects.filter(lines__isnull=False).exists()


def test_a_script_is_told_in_words(client):
    product = cape(choice_name_fr="Pointure")
    answer = client.post(
        reverse("basket:add", args=[product.pk]), {}, headers={"Accept": "application/json"}
    )
    assert answer.status_code == 409
    assert answer.json()["message"] == "À choisir d’abord\u202f: pointure."


def test_words_that_were_typed_stay_where_the_choice_is_missing(client):
    product = cape(choice_name_fr="Pointure")
    option = Option.objects.create(name_fr="Initiales", code="initials", max_length=3)
    product.product_options.add(option)
    answer = client.post(reverse("basket:add", args=[product.pk]), {f"words-{option.pk}": "B.L"})
    page = answer.content.decode()
    assert 'value="B.L"' in page
    assert 'id="choices_error"' in page
