"""Addresses that can be read out and typed, wherever they are made."""

import pytest
from oscar.core.loading import get_model

from ground.typed.names import plain, slug
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner
from tests.factories.marketplace import make_product


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Œillet de lin", "oeillet-de-lin"),
        ("Ex æquo", "ex-aequo"),
        ("Weiße Straße", "weisse-strasse"),
        ("Łódź, Ørsted & Đà Nẵng", "lodz-orsted-da-nang"),
        ("Fosse 11/19", "fosse-11-19"),
        ("Le 9‑9bis – l’été", "le-9-9bis-lete"),
        ("cha\u0302teau_fort", "chateau-fort"),
        ("Шахта", "shakhta"),
        ("★ Lampe 🔥", "lampe"),
        ("--", ""),
        ("", ""),
    ],
)
def test_an_address_is_made_of_letters_that_one_types(name, expected):
    assert slug(name) == expected


def test_plain_letters_keep_their_case_and_signs():
    assert plain("Nœud & Œuf, « d’été »") == "Noeud & Oeuf, << d'ete >>"


def test_listings_shelves_and_artisans_are_addressed_alike(db):
    """Oscar makes these addresses: it is told to use ours."""
    shelf = get_model("catalogue", "Category").add_root(name="Œuvres au nœud")
    artisan = Partner.objects.create(name="Sœurs Wæles")
    product = Product(title="Œuf de craie", product_class=make_product().product_class)
    product.save()
    assert [shelf.slug, artisan.code, product.slug] == [
        "oeuvres-au-noeud",
        "soeurs-waeles",
        "oeuf-de-craie",
    ]
