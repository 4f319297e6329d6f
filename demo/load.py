"""Loads the demo destination; run again, it renews what is there and adds what is new."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from django.conf import settings
from django.db import connection, transaction
from django.utils import translation
from wagtail.models import Locale

from cms.publishing import keep_public_versions

from .loaders import (
    frame,
    gazetteer,
    goods,
    makers,
    network,
    outings,
    people,
    plain,
    sales,
    stories,
    trials,
)
from .prints import Print, Printer
from .shelf import Shelf

WITH_PRINTS = (gazetteer, makers, goods, trials, network, outings, stories)
Say = Callable[[str], None]


def load(*, say: Say) -> None:
    """Load everything; `say` is told what is being done."""
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    shelf = Shelf()
    with translation.override(settings.LANGUAGE_CODE), Printer() as printer:
        drawn = printer.begin(prints())
        if drawn:
            say(f"Drawing {drawn} pictures on all processors meanwhile")
        for what, do in (
            ("The destination and its lists", lambda: frame.load(shelf)),
            ("Themes", lambda: gazetteer.load_themes(shelf, printer)),
            ("Places", lambda: gazetteer.load_places(shelf, printer)),
            ("Crafts", lambda: gazetteer.load_crafts(shelf, printer)),
            ("Artisans", lambda: makers.load(printer)),
            ("The shop's tree", goods.load_tree),
            ("Products", lambda: goods.load(printer)),
            ("Accounts", people.load),
            ("Calls, applications, pilots", lambda: trials.load(printer)),
            ("Destinations", lambda: network.load(shelf, printer)),
            ("Routes", lambda: outings.load_routes(shelf, printer)),
            ("Events", lambda: outings.load_events(shelf, printer)),
            ("Stories", lambda: stories.load(shelf, printer)),
            ("What inspired the products", lambda: goods.tell_inspirations(shelf)),
            ("Plain pages", lambda: plain.load(shelf)),
            ("The front page", lambda: frame.open_home(shelf, stories.lead())),
            ("The first version of every page", keep_public_versions),
        ):
            with step(what, say):
                do()
    sales.load()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # SQLite plans a search badly that has not counted its rows


def draw(*, say: Say) -> None:
    """Draw what is not drawn yet, giving way to the migration that runs beside it."""
    os.nice(10)
    with Printer() as printer:
        drawn = printer.begin(prints())
        for left in printer.finish():
            say(f"{drawn - left} of {drawn} pictures")


def prints() -> Iterator[Print]:
    """All pictures of the demo."""
    return (one for part in WITH_PRINTS for one in part.prints())


@contextmanager
def step(what: str, say: Say) -> Iterator[None]:
    """Do one part in one transaction, and say how long it took."""
    start = monotonic()
    with transaction.atomic():
        yield
    say(f"{what}: {monotonic() - start:.1f} s")
