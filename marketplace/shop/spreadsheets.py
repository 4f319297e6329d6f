"""What people type stays text in a spreadsheet, where a cell that begins like a formula is one."""

import csv
import re
from io import StringIO

from marketplace.typed.signs import readable

FORMULA = re.compile(r"\s*[=@+\-\t\r]")
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def harmless(table: str) -> str:
    """The CSV with an apostrophe before each cell that would be taken for a formula."""
    written = StringIO()
    writer = csv.writer(written)
    for row in csv.reader(StringIO(readable(table), newline="")):
        writer.writerow([as_text(cell) for cell in row])
    return written.getvalue()


def as_text(cell: str) -> str:
    is_formula = FORMULA.match(cell) and not NUMBER.fullmatch(cell)
    return f"'{cell}" if is_formula else cell
