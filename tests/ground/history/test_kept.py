"""What has happened stays: refused by the model, by the queryset, and by the database itself."""

from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from cms.models.story import EDGES, StoryReference
from ground.history.models import HistoryIsKept, Kept, forgettable
from marketplace.studio.models import PriceChange
from tests.factories.accounts import UserFactory
from tests.factories.cms import make_tree
from tests.factories.marketplace import PlaceFactory
from tests.walk import world

pytestmark = pytest.mark.django_db(transaction=True)

HISTORIES = {model._meta.label: model for model in apps.get_models() if issubclass(model, Kept)}
ANOTHER = {"Text": "x", "Char": "x", "Date": "2001-01-01 00:00:00+00:00", "Decimal": "7.77"}


def a_row(model: Any) -> Any:
    """A row of the history, written as it is in use; of those that are rare by hand."""
    if not model._default_manager.exists() and model._meta.label == "incubator.PilotEvent":
        pilot = apps.get_model("incubator", "Pilot").objects.first()
        model.objects.create(pilot=pilot, move="start", at="2026-01-01T00:00Z", target="running")
    if not model._default_manager.exists() and model._meta.label == "incubator.ApplicationEvent":
        sent = apps.get_model("incubator", "Application").objects.first()
        model.objects.create(application=sent, move="submit", at="2026-01-01T00:00Z", target="sent")
    row = model._default_manager.first()
    assert row, f"tests/walk/world.py writes no {model._meta.label}"
    return row


def another(field: Any) -> Any:
    kind = field.get_internal_type()
    if field.is_relation or field.primary_key:
        return 987_654
    if kind == "JSONField":
        return '{"x": 1}'
    return next((value for name, value in ANOTHER.items() if name in kind), 7)


def run(statement: str, *values: Any) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_the_histories_are_these():
    assert set(HISTORIES) == {
        "studio.ListingEvent",
        "studio.PriceChange",
        "payments.PaymentEvent",
        "fulfilment.ConsignmentEvent",
        "settlement.Transaction",
        "settlement.Entry",
        "incubator.ApplicationEvent",
        "incubator.PilotEvent",
    }


def test_no_row_is_changed_or_deleted_in_any_way():
    world.build()
    for model in HISTORIES.values():
        row = a_row(model)
        rows = model.objects.filter(pk=row.pk)
        field = model._meta.local_fields[1]
        table, key = model._meta.db_table, row.pk
        ways = (
            row.save,
            row.delete,
            rows.delete,
            lambda rows=rows, field=field: rows.update(**{field.name: None}),
            lambda rows=rows, row=row, field=field: rows.bulk_update([row], [field.name]),
        )
        for do in ways:
            with pytest.raises(HistoryIsKept):
                do()
        statements = {
            f"UPDATE {table} SET {each.column} = %s WHERE id = %s": (another(each), key)  # noqa: S608
            for each in model._meta.local_fields
        }
        if model is not PriceChange:  # prices go with the thing that was sold at them
            statements[f"DELETE FROM {table} WHERE id = %s"] = (key,)  # noqa: S608  (its own name)
        for statement, values in statements.items():
            with pytest.raises(DatabaseError, match="never changed"):
                run(statement, *values)
        assert model._base_manager.filter(pk=key).exists()


def test_a_person_can_be_forgotten_and_the_row_stays():
    world.build()
    for model in HISTORIES.values():
        names = forgettable(model)
        row = a_row(model)
        for name in names:
            somebody = UserFactory.create()
            values = {
                field.attname: getattr(row, field.attname)
                for field in model._meta.local_fields
                if not field.primary_key
            }
            copy = model.objects.create(**values | {f"{name}_id": somebody.pk})
            somebody.delete()
            copy.refresh_from_db()
            assert getattr(copy, name) is None
            model.objects.filter(pk=copy.pk).update(**{name: None})  # and again changes nothing
    assert [m._meta.label for m in HISTORIES.values() if forgettable(m)] != []


def test_a_reference_of_a_story_leads_to_one_thing_and_no_more():
    story = make_tree().story()
    place = PlaceFactory.create()
    assert len(EDGES) == sum(field.is_relation for field in StoryReference._meta.local_fields) - 1
    for keys in ({}, {"place": place, "craft_id": 1}):
        with pytest.raises(DatabaseError), transaction.atomic():
            StoryReference.objects.create(story=story, position=90, **keys)
    StoryReference.objects.create(story=story, position=90, place=place)
