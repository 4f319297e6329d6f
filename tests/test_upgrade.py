"""The version before goes on working while the tables of the next are there already.

`docs/deploy.md` migrates first and renews the processes afterwards, so what the released code
inserts and reads has to stay possible. Move `RELEASED` on with each release.
"""

import pytest
from django.db.migrations.loader import MigrationLoader
from django.db.models import NOT_PROVIDED, Field

RELEASED = {
    "accounts": "0001_initial",
    "basket": "0012_line_code",
    "catalogue": "0036_ours_own_words",
    "cms": "0004_the_target_before_its_sentence",
    "fulfilment": "0001_initial",
    "incubator": "0002_payer_in_two_languages",
    "offer": "0013_range_excluded_categories",
    "order": "0022_ours_own_words",
    "partner": "0009_ours_artisan_links",
    "payments": "0001_initial",
    "provenance": "0002_credit_in_both_languages",
    "settlement": "0001_initial",
    "shipping": "0003_auto_20181115_1953",
    "studio": "0001_initial",
}
Columns = dict[tuple[str, str, str], Field]


@pytest.fixture
def loader(db: None) -> MigrationLoader:
    return MigrationLoader(None)  # a migration of wagtail-localize asks the database


def columns(loader: MigrationLoader, nodes: list[tuple[str, str]]) -> Columns:
    state = loader.project_state(nodes)
    return {
        (app, model, name): field
        for (app, model), of_model in state.models.items()
        for name, field in of_model.fields.items()
        if app in RELEASED and not field.many_to_many
    }


@pytest.fixture
def before(loader: MigrationLoader) -> Columns:
    return columns(loader, list(RELEASED.items()))


@pytest.fixture
def after(loader: MigrationLoader) -> Columns:
    return columns(loader, loader.graph.leaf_nodes())


def must_be_given(field: Field) -> bool:
    return not field.null and not field.primary_key and field.db_default is NOT_PROVIDED


def unsafe(before: Columns, after: Columns) -> list[str]:
    """What of `after` the code of `before` cannot live with."""
    tables = {place[:2] for place in before}
    gone = [f"{'.'.join(place)} is gone" for place in before.keys() - after.keys()]
    demanding = [
        f"{'.'.join(place)} has no db_default"
        for place, field in after.items()
        if place[:2] in tables and must_be_given(field)
        if place not in before or not must_be_given(before[place])
    ]
    return sorted(gone + demanding)


def test_the_released_code_can_still_insert_and_read(before, after):
    assert unsafe(before, after) == [], (
        "Give a new column that may not be NULL a db_default, beside its default; stop using a "
        "column in one release, and drop it in the next."
    )


def test_what_is_not_safe_is_found(before):
    place = ("payments", "payment", "amount")
    name = ("payments", "payment", "surname")
    amount = before[place]
    assert unsafe(before, before) == []
    assert unsafe({place: amount}, {place: amount, name: amount}) == [
        "payments.payment.surname has no db_default"
    ]
    assert unsafe({place: amount, name: amount}, {place: amount}) == [
        "payments.payment.surname is gone"
    ]


def test_every_forked_or_own_app_with_tables_is_watched_once_it_was_released(loader):
    assert all(node in loader.disk_migrations for node in RELEASED.items())
