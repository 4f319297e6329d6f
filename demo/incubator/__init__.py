"""The demonstration's calls, applications and pilots, from TOML files.

The files' format is described beside them. Loading again renews what is there, by its id.
"""

from collections.abc import Callable
from datetime import datetime

from ground.provenance.models import Picture
from incubator.roles import make_groups

from ..words import Table, read, rows
from . import applications, calls, people, pilots
from .days import delay, moved

Pictures = Callable[[Table, str], Picture]
Drawings = Callable[[str, str], bytes]


def load(*, pictures: Pictures, drawings: Drawings, at: datetime) -> None:
    """Load calls, applications and pilots; accounts, places, artisans and products exist before.

    `pictures(table, seed)` gives the library's picture of a table with `motif` and `alt`;
    `drawings(motif, seed)` gives a drawn PNG, for the files of applications.
    """
    make_groups(restore=True)
    accounts = people.accounts(read("accounts"))
    called = rows("calls", "call")
    later = {row["id"]: delay(row, at=at) for row in called}
    for row in called:
        calls.load(moved(row, later[row["id"]]), pictures)
    for row in rows("applications", "application"):
        applications.load(moved(row, later[row["call"]]), accounts, drawings)
    for row in rows("pilots", "pilot"):
        pilots.load(row, accounts, pictures)
