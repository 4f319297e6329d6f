"""Loads the demo destination; run again, it renews what is there and adds what is new."""

from collections.abc import Callable
from contextlib import contextmanager
from time import monotonic

from django.conf import settings
from django.db import transaction
from django.utils import translation
from wagtail.models import Locale

from .loaders import frame, gazetteer, stories
from .prints import Printer
from .shelf import Shelf

Say = Callable[[str], None]


def load(*, say: Say) -> None:
    """Load everything; `say` is told what is being done."""
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    shelf = Shelf()
    with translation.override(settings.LANGUAGE_CODE), Printer() as printer:
        drawn = printer.begin([*gazetteer.prints(), *stories.prints()])
        if drawn:
            say(f"Drawing {drawn} pictures on all processors meanwhile")
        with step("The destination and its lists", say):
            frame.load(shelf)
        with step("Themes", say):
            gazetteer.load_themes(shelf, printer)
        with step("Places", say):
            gazetteer.load_places(shelf, printer)
        with step("Crafts", say):
            gazetteer.load_crafts(shelf, printer)
        with step("Stories", say):
            stories.load(shelf, printer)
        with step("The front page", say):
            frame.open_home(shelf, stories.lead())


@contextmanager
def step(what: str, say: Say):
    """Do one part in one transaction, and say how long it took."""
    start = monotonic()
    with transaction.atomic():
        yield
    say(f"{what}: {monotonic() - start:.1f} s")
