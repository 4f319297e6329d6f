"""The demo's pictures: drawn once by code, kept in `var/pictures`, put into the picture library.

A reset keeps the drawn files, so that only the first load takes the time of drawing.
"""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from django.conf import settings
from django.core.files import File

from ground.provenance.models import Picture

from .drawing import draw_to_file
from .words import Table, both, read

CACHE = Path(settings.VAR_DIR) / "pictures"
LANDSCAPE, SMALL, PORTRAIT = (2100, 1400), (1440, 960), (1200, 1500)


@dataclass(frozen=True)
class Print:
    """One picture to draw: `seed` makes it the same one each time; `size` is in pixels."""

    seed: str
    motif: str
    size: tuple[int, int] = LANDSCAPE

    @property
    def path(self) -> Path:
        return CACHE / f"{self.seed}-{self.motif}-{self.size[0]}x{self.size[1]}.jpg"


@dataclass
class Printer:
    """Draws on all processors while words are loaded; `picture` waits for its own print only."""

    _drawing: dict[Print, Future[None]] = field(default_factory=dict)

    def __enter__(self) -> "Printer":
        CACHE.mkdir(parents=True, exist_ok=True)
        # A fresh interpreter each: a forked one would share our database connection.
        self._pool = ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn"))
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def begin(self, prints: Iterable[Print]) -> int:
        """Start drawing those that are not there yet; return how many."""
        missing = [one for one in prints if not one.path.exists()]
        self._drawing = {
            one: self._pool.submit(draw_to_file, one.motif, one.seed, one.size, one.path)
            for one in missing
        }
        return len(missing)

    def drawn(self, print_: Print) -> Path:
        """The print's file, once it is there."""
        if print_ in self._drawing:
            self._drawing.pop(print_).result()
        elif not print_.path.exists():
            draw_to_file(print_.motif, print_.seed, print_.size, print_.path)
        return print_.path

    def finish(self) -> Iterator[int]:
        """Wait for all of them; gives how many are left each time that one is drawn."""
        left = len(self._drawing)
        for drawing in as_completed(self._drawing.values()):
            drawing.result()
            left -= 1
            yield left

    def picture(self, print_: Print, table: Table, *, title: str, alt: str = "alt") -> Picture:
        """The library's picture of a print, with the text alternative that `table` gives it."""
        self.drawn(print_)
        name = print_.path.name
        found = Picture.objects.filter(file__endswith=name).first() or Picture()
        signed = table if "credit" in table else {"credit": read("pages")["site"]["picture_credit"]}
        for key, value in {**both(table, alt=alt), **both(signed, credit="credit")}.items():
            setattr(found, key, value)
        found.title = title[:255]
        if not found.pk:
            with print_.path.open("rb") as file:
                found.width, found.height = print_.size
                found.file.save(name, File(file), save=False)
        found.save()
        return found
