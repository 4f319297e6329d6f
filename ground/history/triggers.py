"""The rule of `Kept` in the database: `keep("studio", "listingevent")` in a migration.

A later migration that gives such a table another column says it again: SQLite makes tables anew,
and the trigger names the columns. tests/ground/history tries each of them.
"""

from collections.abc import Callable
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

from .models import forgettable

WHY = "what has happened is never changed"


def keep(app: str, model: str, *, goes_with_its_thing: bool = False) -> RunPython:
    """Refuse changes and deletions of the rows of a model, however they are tried.

    One that `goes_with_its_thing` is deleted with what it tells of.
    """
    events = ["update"] if goes_with_its_thing else ["update", "delete"]

    def forwards(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        _forget(apps, editor)
        for statement in STATEMENTS[editor.connection.vendor](
            apps.get_model(app, model), editor.quote_name, events
        ):
            editor.execute(statement)

    def _forget(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        table = apps.get_model(app, model)._meta.db_table
        on = f" ON {editor.quote_name(table)}" if editor.connection.vendor == "postgresql" else ""
        for event in ("update", "delete"):
            editor.execute(f"DROP TRIGGER IF EXISTS {_name(table, event)}{on}")

    return RunPython(forwards, _forget)


def _name(table: str, event: str) -> str:
    return f"{table}_is_kept_on_{event}"


def _is_changed(model: Any, quote: Callable[[str], str], same: str) -> str:
    """Whether more of the row changes than a person who is forgotten."""
    may_go = set(forgettable(model))
    parts = []
    for field in model._meta.local_fields:
        column = quote(field.column)
        part = f"OLD.{column} {same} NEW.{column}"
        parts.append(f"({part} OR NEW.{column} IS NULL)" if field.name in may_go else part)
    return f"NOT ({' AND '.join(parts)})"


def _sqlite(model: Any, quote: Callable[[str], str], events: list[str]) -> list[str]:
    table = model._meta.db_table
    when = {"update": f"WHEN {_is_changed(model, quote, 'IS')}", "delete": ""}
    return [
        f"CREATE TRIGGER {_name(table, event)} BEFORE {event} ON {quote(table)} {condition}"
        f" BEGIN SELECT RAISE(ABORT, '{WHY}'); END"
        for event, condition in when.items()
        if event in events
    ]


def _postgresql(model: Any, quote: Callable[[str], str], events: list[str]) -> list[str]:
    table = model._meta.db_table
    when = {"update": f"WHEN ({_is_changed(model, quote, 'IS NOT DISTINCT FROM')})", "delete": ""}
    return [
        "CREATE OR REPLACE FUNCTION history_is_kept() RETURNS trigger LANGUAGE plpgsql"
        f" AS $$ BEGIN RAISE integrity_constraint_violation USING MESSAGE = '{WHY}'; END $$",
        *(
            f"CREATE TRIGGER {_name(table, event)} BEFORE {event} ON {quote(table)}"
            f" FOR EACH ROW {condition} EXECUTE FUNCTION history_is_kept()"
            for event, condition in when.items()
            if event in events
        ),
    ]


STATEMENTS = {"sqlite": _sqlite, "postgresql": _postgresql}
