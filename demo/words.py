"""The demo's words: TOML tables as `content/README.md` describes them."""

import tomllib
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

CONTENT = Path(__file__).parent / "content"
LANGUAGES = ("fr", "en")
Table = dict[str, Any]


@cache
def read(name: str) -> Table:
    """The file `content/<name>.toml`; an empty table where there is none."""
    path = CONTENT / f"{name}.toml"
    return tomllib.loads(path.read_text()) if path.exists() else {}


def rows(name: str, kind: str) -> list[Table]:
    """The `[[kind]]` tables of a file, in order."""
    found: list[Table] = read(name).get(kind, [])
    return found


def folder(name: str) -> list[Table]:
    """The files of a folder, each one table, in the order of their names."""
    return [read(f"{name}/{path.stem}") for path in sorted((CONTENT / name).glob("*.toml"))]


def said(table: Table, key: str, language: str) -> str:
    """What `table` says under `key` in a language: plain text in each, "" where it says nothing."""
    value = table.get(key, "")
    return (value.get(language, "") if isinstance(value, dict) else str(value)).strip()


def both(table: Table, *names: str, **renamed: str) -> dict[str, str]:
    """Values for translated model fields: `both(row, "title")` is {"title_fr": …, "title_en": …}.

    `both(row, label="question")` fills `label` from the key `question`.
    """
    wanted = {name: name for name in names} | renamed
    return {
        f"{field}_{language}": said(table, key, language)
        for field, key in wanted.items()
        for language in LANGUAGES
    }


def lines(options: list[Table], language: str) -> str:
    """Options with a code and a pair for a label, as the lines that a manager would type."""
    return "\n".join(
        " | ".join([f"{row['code']} = {row['label'][language]}", *row.get("takes", [])])
        for row in options
    )


def moment(value: datetime, zone: str = "Europe/Paris") -> datetime:
    """A local time of the files as a moment."""
    return value.replace(tzinfo=ZoneInfo(zone))


def html(text: str) -> SafeString:
    """Plain text as HTML: a blank line starts a new paragraph."""
    paragraphs = (part.strip() for part in text.split("\n\n"))
    joined = "".join(f"<p>{escape(part)}</p>" for part in paragraphs if part)
    return mark_safe(joined)  # every part was escaped just above


def tables_with_motifs(value: Any) -> Iterator[Table]:
    """Every table, at any depth, that asks for a picture."""
    if isinstance(value, dict):
        if "motif" in value or "motifs" in value:
            yield value
        for inner in value.values():
            yield from tables_with_motifs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from tables_with_motifs(inner)
