"""The demonstration's catalogue keeps to the format of cms/demo/content/README-catalogue.md."""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from stdnum import luhn
from stdnum.fr import siret, tva

CONTENT = Path(__file__).parents[3] / "cms" / "demo" / "content"
Table = dict[str, Any]


def words(text: str) -> set[str]:
    return set(text.split())


CRAFTS = words(
    "dentelle bleu-arras faience verre brique lin textile-mineur vannerie lampes"
    " confiserie savon bois papier bijou"
)
PORTRAITS = words(
    "hands_potter hands_lace hands_glass hands_brick hands_wood hands_basket silhouette_workshop"
)
MOTIFS = words(
    "lace porcelain_blue faience_tile glass brick lamp linen workwear tote wicker soap"
    " jewellery chicory_tin sweets garlic_braid candle notebook print ceramics_bowl"
    " wood_turned scarf mug"
)
STORIES = words(
    "jumeaux dernier-charbon electriciens musee-sur-fosse lampe-arras dentelle-1816 bleu-mineur"
    " vigne-terril sauveteurs-ruhr gare-verins anneau"
)


def read(name: str) -> Table:
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


ARTISANS: list[Table] = read("artisans")["artisan"]
CATEGORIES: list[Table] = read("categories")["category"]
PRODUCTS: list[Table] = read("products")["product"]
PLACES = {place["id"] for place in read("places")["place"]}
FILES = ["artisans", "categories", "products"]


def ids(rows: list[Table]) -> list[str]:
    return [row["id"] for row in rows]


def by_id(rows: list[Table]) -> Any:
    """Run the test once a row, and name the row when it fails."""
    return pytest.mark.parametrize("row", rows, ids=ids(rows))


def pairs(value: Any, path: str = "") -> Iterator[tuple[str, Table]]:
    """Every translated text, with where it stands."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from pairs(item, f"{path}[{number}]")
    elif isinstance(value, dict):
        if "fr" in value or "en" in value:
            yield path, value
        for key, item in value.items():
            yield from pairs(item, f"{path}.{value.get('id', '')}.{key}")


def is_money(text: str) -> bool:
    return re.fullmatch(r"\d+\.\d\d", text) is not None


@pytest.mark.parametrize("rows", [ARTISANS, CATEGORIES, PRODUCTS], ids=FILES)
def test_ids_are_slugs_and_unique(rows: list[Table]) -> None:
    assert [
        slug for slug in ids(rows) if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    ] == []
    assert len(set(ids(rows))) == len(rows)


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_in_both_languages(name: str) -> None:
    for path, pair in pairs(read(name)):
        assert set(pair) - {"code"} >= {"fr", "en"}, path
        assert all(pair[language].strip() for language in ("fr", "en")), path


@pytest.mark.parametrize("name", FILES)
def test_typography(name: str) -> None:
    """French: U+202F before ; : ! ? and inside « ». Both: ’ and not '."""
    for path, pair in pairs(read(name)):
        french, english = pair["fr"], pair["en"]
        assert re.findall(r"[^\u202f][;:!?»]|«[^\u202f]", french) == [], path
        assert "'" not in french + english, path
        assert re.findall(r"\s[;:!?]", english) == [], path


@pytest.mark.parametrize("name", FILES)
def test_no_general_environmental_claim(name: str) -> None:
    """Directive (EU) 2024/825: a general claim needs a verified label, and these have none."""
    forbidden = re.compile(
        r"\b(éco-?(responsable|logique)\w*|eco-?friendly|ecological|durables?|sustainab\w+"
        r"|bio(dégradable|degradable)\w*|responsables?|naturel(le)?s?|natural(ly)?"
        r"|planète|planet|zéro déchet|zero waste|carbon[- ]neutral|neutre en carbone)\b",
        re.IGNORECASE,
    )
    found = [
        (path, forbidden.findall(text))
        for path, pair in pairs(read(name))
        for text in (pair["fr"], pair["en"])
        if forbidden.search(text)
    ]
    assert found == []


@by_id(ARTISANS)
def test_artisan(row: Table) -> None:
    assert row["invented"] is True
    assert siret.is_valid(row["siret"])
    assert row["siret"].startswith("000")
    assert row["vat_regime"] in {"franchise", "standard"}
    if "vat_number" in row:
        assert row["vat_regime"] == "standard"
        assert tva.is_valid(row["vat_number"])
        assert row["vat_number"].endswith(siret.to_siren(row["siret"]))
    assert row["place"] in PLACES
    assert row["crafts"]
    assert set(row["crafts"]) <= CRAFTS
    assert row["email"].endswith(".example.org")
    assert re.fullmatch(r"(\+33 1 99 00|06 39 98)( \d\d){2}", row["phone"])
    assert re.fullmatch(r"(59|62)\d{3}", row["address"]["postcode"])
    assert row["motif"] in PORTRAITS
    for option in row["shipping"]:
        assert option["code"] in {"letter", "parcel", "pickup"}
        assert is_money(option["price"])
        assert option["days_min"] <= option["days_max"]


def test_siret_numbers_differ() -> None:
    assert len({row["siret"] for row in ARTISANS}) == len(ARTISANS)
    assert all(luhn.is_valid(row["siret"]) for row in ARTISANS)


def test_parents_of_categories_come_first() -> None:
    known = {""}
    for row in CATEGORIES:
        assert row["parent"] in known, row["id"]
        known.add(row["id"])


@by_id(PRODUCTS)
def test_product_refers_to_what_exists(row: Table) -> None:
    artisan = next(artisan for artisan in ARTISANS if artisan["id"] == row["artisan"])
    leaves = set(ids(CATEGORIES)) - {category["parent"] for category in CATEGORIES}
    assert row["craft"] in artisan["crafts"]
    assert row["made_at"] in {"", artisan["place"]}
    assert row["inspired_by"] in STORIES | PLACES
    assert row["categories"]
    assert set(row["categories"]) <= leaves


@by_id(PRODUCTS)
def test_product_can_be_sold(row: Table) -> None:
    assert is_money(row["price"])
    assert Decimal("4.50") <= Decimal(row["price"]) <= Decimal(390)
    assert row["stock"] >= 0
    assert row["weight_g"] > 0
    assert row["lead_time_days"] > 0
    assert row["safety"]["identifier"]
    if variants := row.get("variants"):
        assert row["option_name"]
        assert row["stock"] == sum(variant["stock"] for variant in variants)
        assert Decimal(row["price"]) == min(
            Decimal(variant["price"]) for variant in variants
        )
        assert all(is_money(variant["price"]) for variant in variants)


@by_id(PRODUCTS)
def test_product_pictures_and_html(row: Table) -> None:
    assert 1 <= len(row["motifs"]) <= 3
    assert set(row["motifs"]) <= MOTIFS
    assert len(row.get("more_alts", [])) == len(row["motifs"]) - 1
    for html in row["description"].values():
        assert set(re.findall(r"<(/?\w+[^>]*)>", html)) <= {
            f"{slash}{tag}"
            for tag in ("p", "ul", "li", "b", "i")
            for slash in ("", "/")
        }
        assert html.count("<p>") == html.count("</p>") > 0
        assert html.count("<li>") == html.count("</li>")


def test_skus_and_identifiers_are_unique() -> None:
    skus = [variant["sku"] for row in PRODUCTS for variant in row.get("variants", [])]
    assert len(set(skus)) == len(skus)
    identifiers = [row["safety"]["identifier"] for row in PRODUCTS]
    assert len(set(identifiers)) == len(identifiers)
