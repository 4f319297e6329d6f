"""Compile `locale/` without gettext: Babel comes with the requirements."""

import os

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from scripts.console import ROOT


def compile_all() -> None:
    """Write a `.mo` beside every `.po` that is newer. Fuzzy entries are left out."""
    for source in sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime > source.stat().st_mtime:
            continue
        with source.open("rb") as words:
            catalog = read_po(words)
        part = target.with_suffix(f".{os.getpid()}")
        with part.open("wb") as compiled:
            write_mo(compiled, catalog)
        part.replace(target)


if __name__ == "__main__":
    compile_all()
