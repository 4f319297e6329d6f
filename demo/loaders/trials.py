"""What is tried out: calls, applications, pilots. The incubator loads them; we draw for it."""

from django.utils import timezone

from ground.provenance.models import Picture

from .. import incubator
from ..prints import SMALL, Print, Printer
from ..words import Table, rows, said


def prints() -> list[Print]:
    return [
        *(_print(row, f"call-{row['id']}") for row in rows("calls", "call")),
        *(_print(row, f"pilot-{row['id']}") for row in rows("pilots", "pilot")),
        *(
            Print(f"{row['id']}-{code}", answer["motif"], SMALL)
            for row in rows("applications", "application")
            for code, answer in row["answers"].items()
            if isinstance(answer, dict)
        ),
    ]


def _print(row: Table, seed: str) -> Print:
    return Print(seed, row["motif"])


def load(printer: Printer) -> None:
    def picture(row: Table, seed: str) -> Picture:
        return printer.picture(_print(row, seed), row, title=said(row, "title", "fr"))

    def drawing(motif: str, seed: str) -> bytes:
        return printer.drawn(Print(seed, motif, SMALL)).read_bytes()

    incubator.load(pictures=picture, drawings=drawing, at=timezone.now())
