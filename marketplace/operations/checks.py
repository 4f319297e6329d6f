"""What `manage.py check --database default` finds out about the database."""

from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections


@register(Tags.database)
def just_in_time_compilation(databases: Any = None, **_: Any) -> list[CheckMessage]:
    """PostgreSQL compiles queries that it thinks are long: seconds, for answers of milliseconds."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        if connections[alias].vendor != "postgresql":
            continue
        with connections[alias].cursor() as cursor:
            cursor.execute("SHOW jit")
            if cursor.fetchone() == ("on",):
                hint = 'ALTER ROLE … SET jit = off: docs/deploy.md, "The database".'
                message = f"PostgreSQL compiles queries (jit is on) for the database “{alias}”."
                found.append(Warning(message, hint=hint, id="operations.W001"))
    return found
