"""The demonstration's catalogue keeps to the format of demo/content/README-catalogue.md."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from stdnum.fr import siret, tva

from demo.pictures import MOTIFS
from demo.words import CONTENT
from marketplace.forks.catalogue.models import NoReturn

Table = dict[str, Any]


def words(text: str) -> set[str]:
    return set(text.split())


CRAFTS = words(
    "dentelle bleu-arras faience verre brique lin textile-mineur vannerie lampes"
    " confiserie savon bois papier bijou"
)


def read(name: str) -> Table:
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


ARTISANS: list[Table] = read("artisans")["artisan"]
CATEGORIES: list[Table] = read("categories")["category"]
PRODUCTS: list[Table] = read("products")["product"]
CALLS: list[Table] = read("calls")["call"]
APPLICATIONS: list[Table] = read("applications")["application"]
PILOTS: list[Table] = read("pilots")["pilot"]
ACCOUNTS: list[Table] = read("accounts")["account"]
PLACES = {place["id"] for place in read("places")["place"]}
STORIES = {path.stem for path in (CONTENT / "stories").glob("*.toml")}
KINDS = words("text long_text choice number file table date")
TABLES = {
    "artisans": ARTISANS,
    "categories": CATEGORIES,
    "products": PRODUCTS,
    "calls": CALLS,
    "applications": APPLICATIONS,
    "pilots": PILOTS,
    "accounts": ACCOUNTS,
}


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


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES.keys())
def test_ids_are_slugs_and_unique(rows: list[Table]) -> None:
    assert [slug for slug in ids(rows) if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []
    assert len(set(ids(rows))) == len(rows)


@pytest.mark.parametrize("name", TABLES)
def test_every_text_is_in_both_languages(name: str) -> None:
    for path, pair in pairs(read(name)):
        assert set(pair) - {"code"} >= {"fr", "en"}, path
        assert all(pair[language].strip() for language in ("fr", "en")), path


@pytest.mark.parametrize("name", TABLES)
def test_typography(name: str) -> None:
    """French: U+202F before ; : ! ? and inside « ». Both: ’ and not '."""
    for path, pair in pairs(read(name)):
        french, english = pair["fr"], pair["en"]
        assert re.findall(r"[^\u202f][;:!?»]|«[^\u202f]", french) == [], path
        assert "'" not in french + english, path
        assert re.findall(r"\s[;:!?]", english) == [], path


@pytest.mark.parametrize("name", TABLES)
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
    assert row["motif"] in MOTIFS
    for option in row["shipping"]:
        assert option["code"] in {"letter", "parcel", "pickup"}
        assert option.get("zone", "home") in {"home", "abroad"}
        assert is_money(option["price"])
        assert option["days_min"] <= option["days_max"]


def test_one_siret_is_one_organisation() -> None:
    owners = [(row["siret"], row["name"]) for row in ARTISANS]
    owners += [(row["organisation"]["siret"], row["organisation"]["name"]) for row in APPLICATIONS]
    owners += [(row["startup"]["siret"], row["startup"]["name"]) for row in PILOTS]
    owners = [(number, name) for number, name in owners if number]
    assert [name for number, name in owners if not siret.is_valid(number)] == []
    assert [name for number, name in owners if not number.startswith("000")] == []
    assert len({number for number, _ in owners}) == len({name for _, name in owners})


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
        assert Decimal(row["price"]) == min(Decimal(variant["price"]) for variant in variants)
        assert all(is_money(variant["price"]) for variant in variants)


@by_id(PRODUCTS)
def test_product_pictures_and_html(row: Table) -> None:
    assert 1 <= len(row["motifs"]) <= 3
    assert set(row["motifs"]) <= set(MOTIFS)
    assert len(row.get("more_alts", [])) == len(row["motifs"]) - 1
    for html in row["description"].values():
        assert set(re.findall(r"<(/?\w+[^>]*)>", html)) <= {
            f"{slash}{tag}" for tag in ("p", "ul", "li", "b", "i") for slash in ("", "/")
        }
        assert html.count("<p>") == html.count("</p>") > 0
        assert html.count("<li>") == html.count("</li>")


def test_skus_and_identifiers_are_unique() -> None:
    skus = [variant["sku"] for row in PRODUCTS for variant in row.get("variants", [])]
    assert len(set(skus)) == len(skus)
    identifiers = [row["safety"]["identifier"] for row in PRODUCTS]
    assert len(set(identifiers)) == len(identifiers)


@by_id(CALLS)
def test_call(row: Table) -> None:
    assert row["motif"] in MOTIFS
    assert row["status"] in {"scheduled", "open", "in_review", "closed"}
    assert row["opens_at"] < row["closes_at"]
    assert row["closes_at"].date() < row["decisions_on"]
    assert ZoneInfo(row["zone"])
    assert set(row["places"]) <= PLACES
    assert Decimal(row["amount_min"]) < Decimal(row["amount_max"])
    assert sum(criterion["weight"] for criterion in row["criterion"]) == 100
    assert {len(criterion["anchors"]) for criterion in row["criterion"]} == {6}
    for name in ("section", "question", "criterion", "eligibility"):
        codes = [item["code"] for item in row[name]]
        assert len(set(codes)) == len(codes)


@by_id(CALLS)
def test_questions_of_a_call(row: Table) -> None:
    sections = {section["code"] for section in row["section"]}
    needs = {"choice": "choices", "table": "columns", "file": "accept"}
    assert {question["section"] for question in row["question"]} == sections
    assert {question["kind"] for question in row["question"]} == KINDS
    for question in row["question"]:
        kind = question["kind"]
        assert ("max_length" in question) == (kind in {"text", "long_text"})
        assert {key for key in needs.values() if key in question} == (
            {needs[kind]} if kind in needs else set()
        )
        assert not (question["personal_data"] and question["visible_to_jurors"])


@by_id(APPLICATIONS)
def test_application(row: Table) -> None:
    call = next(call for call in CALLS if call["id"] == row["call"])
    times = [move["at"] for move in row["history"]]
    assert row["history"][-1]["state"] == row["state"]
    assert times == sorted(times)
    assert all(call["opens_at"] <= at for at in times)
    assert set(row["places"]) <= set(call["places"])
    assert Decimal(call["amount_min"]) <= Decimal(row["amount"]) <= Decimal(call["amount_max"])
    assert [member["can"] for member in row["team"]].count("own") == 1
    assert row["organisation"]["siret"] or row["organisation"]["country"] != "FR"
    assert ("decision" in row) == (row["state"] == "selected")


@by_id(APPLICATIONS)
def test_answers_fit_the_questions(row: Table) -> None:
    call = next(call for call in CALLS if call["id"] == row["call"])
    questions = {question["code"]: question for question in call["question"]}
    types: dict[str, type] = {
        "text": str,
        "long_text": str,
        "choice": str,
        "number": int,
        "file": dict,
        "table": list,
        "date": date,
    }
    required = {code for code, question in questions.items() if question["required"]}
    if row["state"] != "draft":
        assert required <= set(row["answers"])
    for code, answer in row["answers"].items():
        question = questions[code]
        answered = type(answer)
        assert answered is types[question["kind"]], code
        assert len(str(answer)) <= question.get("max_length", 10_000), code
        if question["kind"] == "choice":
            assert answer in {choice["code"] for choice in question["choices"]}
        if question["kind"] == "table":
            columns = {column["code"] for column in question["columns"]}
            assert all(set(line) == columns for line in answer)


@by_id(APPLICATIONS)
def test_reviews_of_an_application(row: Table) -> None:
    call = next(call for call in CALLS if call["id"] == row["call"])
    criteria = {criterion["code"] for criterion in call["criterion"]}
    jurors = {account["id"] for account in ACCOUNTS if account["role"] == "juror"}
    for review in row.get("review", []):
        assert review["juror"] in jurors
        assert set(review["scores"]) == criteria
        assert set(review["scores"].values()) <= {0, 1, 2, 3, 4, 5, "na"}


@by_id(PILOTS)
def test_pilot(row: Table) -> None:
    assert row["invented"] is True
    assert row["motif"] in MOTIFS
    assert row["place"] in PLACES
    assert set(row["artisans"]) <= set(ids(ARTISANS))
    assert set(row["products"]) <= set(ids(PRODUCTS))
    assert set(row["stories"]) <= STORIES
    assert row["application"] in {"", *ids(APPLICATIONS)}
    assert row["starts_on"] < row["ends_on"]
    assert bool(row["verdict"]) == (row["state"] in {"closed", "published"})
    for line in row["budget"]:
        assert line["sector"] in {"public", "private"}
        assert line["form"] in {"cash", "in_kind"}
        assert is_money(line["planned"])
        assert is_money(line["actual"])


@by_id(PILOTS)
def test_indicators_of_a_pilot(row: Table) -> None:
    assert len({indicator["code"] for indicator in row["indicator"]}) == len(row["indicator"])
    for indicator in row["indicator"]:
        baseline, target = indicator["baseline"], indicator["target"]
        better_is_more = target["value"] > baseline["value"]
        assert indicator["direction"] == ("up" if better_is_more else "down")
        assert indicator["domain"] in {
            "social",
            "economic",
            "environmental",
            "cultural",
        }
        days = [
            baseline["date"],
            *(measure["date"] for measure in indicator["measurements"]),
        ]
        assert days == sorted(days)
        assert {measure["confidence"] for measure in indicator["measurements"]} <= {
            "low",
            "medium",
            "high",
        }


def test_accounts() -> None:
    assert len({row["email"] for row in ACCOUNTS}) == len(ACCOUNTS)
    for row in ACCOUNTS:
        assert row["email"].endswith("@terril.example")
        assert row.get("artisan", ARTISANS[0]["id"]) in ids(ARTISANS)
        assert row.get("application", APPLICATIONS[0]["id"]) in ids(APPLICATIONS)
        assert row.get("pilot", PILOTS[0]["id"]) in ids(PILOTS)
        assert row.get("place", PILOTS[0]["place"]) in PLACES


def test_what_is_made_for_one_buyer_says_what_to_type_and_why_it_is_kept():
    asking = [row for row in PRODUCTS if "personalisation" in row]
    assert {row["personalisation"]["required"] for row in asking} == {True, False}
    for row in asking:
        assert set(row["personalisation"]) == {"fr", "en", "max_length", "required"}, row["id"]
        assert row["no_return"] in NoReturn.values, row["id"]
        assert set(row["no_return_reason"]) == {"fr", "en"}, row["id"]
