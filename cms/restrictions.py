"""Pages that not everybody may read. Most sites have none, and then nothing is asked about them."""

from typing import TypeVar

from django.db.models import QuerySet
from wagtail.models import Page, PageViewRestriction

from marketplace.pagecache.memory import remembered

P = TypeVar("P", bound=Page)


def restricted_paths() -> list[str]:
    """Tree paths of the pages that are restricted, with all below them."""
    return remembered(
        "restricted", lambda: list(PageViewRestriction.objects.values_list("page__path", flat=True))
    )


def open_to_all(pages: "QuerySet[P]") -> "QuerySet[P]":
    """`pages` without the restricted ones: as Wagtail's `public()`, and without its query."""
    for path in restricted_paths():
        pages = pages.exclude(path__startswith=path)
    return pages
