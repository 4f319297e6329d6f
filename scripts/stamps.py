"""Work that is done once, and again only when what it is made from has changed.

A note in `var/stamps/` holds the hash of the sources; a note that is gone or differs means work.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Self

from scripts.console import ROOT, VAR, Job

STAMPS = VAR / "stamps"
LOCKED = "requirements/base.txt"
MIGRATIONS = (LOCKED, *(f"{'*/' * depth}migrations/*.py" for depth in (1, 2, 3)))


@dataclass
class Step:
    """A command, and the sources that make it due: globs from the root, and words beside them."""

    title: str
    command: Sequence[str]
    sources: Iterable[str]
    words: Iterable[str] = ()
    job: Job | None = field(default=None, init=False)

    @property
    def stamp(self) -> Path:
        return STAMPS / self.title.replace(" ", "-")

    @cached_property
    def fingerprint(self) -> str:
        return fingerprint(self.sources, *self.words)

    @property
    def due(self) -> bool:
        return not self.stamp.exists() or self.stamp.read_text() != self.fingerprint

    def start(self) -> Self:
        """Set off, if due, without waiting."""
        if self.due:
            self.job = Job(self.title, self.command)
        return self

    def finish(self) -> None:
        """Wait for what was set off, and note that it is done. Raises Stop if it failed."""
        if self.job:
            self.job.wait()
            STAMPS.mkdir(parents=True, exist_ok=True)
            self.stamp.write_text(self.fingerprint)


def fingerprint(sources: Iterable[str], *words: str) -> str:
    """The hash of all files that the globs match, by path and content, and of the words."""
    return hashlib.sha256("\0".join([*words, *lines(sources)]).encode()).hexdigest()


def lines(sources: Iterable[str]) -> list[str]:
    """The path and the hash of the content of each file that the globs match, sorted by path."""
    files = {path for pattern in sources for path in ROOT.glob(pattern) if path.is_file()}
    return [
        f"{path.relative_to(ROOT)} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        for path in sorted(files)
        if path.suffix != ".pyc"
    ]
