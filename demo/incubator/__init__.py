"""The demonstration's calls, applications and pilots, from TOML files that the caller points to.

The files' format is described beside them. Loading again renews what is there, by its id.
"""

import tomllib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from ground.provenance.models import Picture
from incubator.roles import make_groups

from . import applications, calls, people, pilots
from .days import delay, moved

Table = dict[str, Any]
Pictures = Callable[[Table, str], Picture]
Drawings = Callable[[str, str], bytes]


def load(content: Path, *, pictures: Pictures, drawings: Drawings, at: datetime) -> None:
    """Load the three files of `content`; the accounts, places, artisans and products exist before.

    `pictures(table, seed)` gives the library's picture of a table with `motif` and `alt`;
    `drawings(motif, seed)` gives a drawn PNG, for the files of applications.
    """
    make_groups(restore=True)
    accounts = people.accounts(_read(content, "accounts"))
    called = _read(content, "calls").get("call", [])
    later = {row["id"]: delay(row, at=at) for row in called}
    for row in called:
        calls.load(moved(row, later[row["id"]]), pictures)
    for row in _read(content, "applications").get("application", []):
        applications.load(moved(row, later[row["call"]]), accounts, drawings)
    for row in _read(content, "pilots").get("pilot", []):
        pilots.load(row, accounts, pictures)


def _read(content: Path, name: str) -> Table:
    path = content / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
