"""Reading the demonstration's tables."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

Table = dict[str, Any]


def both(table: Table, *names: str, **renamed: str) -> dict[str, str]:
    """Pairs as translated columns: `both(row, "title")` is {"title_fr": …, "title_en": …}.

    `both(row, label="question")` fills `label` from the key `question`. A plain text serves for
    every language, a missing one is empty.
    """
    wanted = {name: name for name in names} | renamed
    return {
        f"{column}_{code}": _said(table.get(key, ""), code)
        for column, key in wanted.items()
        for code, _name in settings.LANGUAGES
    }


def _said(value: Any, code: str) -> str:
    return (value.get(code, "") if isinstance(value, dict) else str(value)).strip()


def lines(rows: list[Table], code: str) -> str:
    """Options with a code and a pair for a label, as the lines that a manager would type."""
    return "\n".join(
        " | ".join([f"{row['code']} = {row['label'][code]}", *row.get("takes", [])]) for row in rows
    )


def moment(value: datetime, zone: str = "Europe/Paris") -> datetime:
    """A local time of the files as a moment."""
    return value.replace(tzinfo=ZoneInfo(zone))
