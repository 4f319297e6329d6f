"""Pages that not everybody may read. Most sites have none, and then nothing is asked about them."""

from typing import Any, TypeVar

from django.db.models import QuerySet
from wagtail.models import Page, PageViewRestriction
from wagtail.permissions import policy_registry

from ground.pagecache.memory import remembered

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


def readable_by(user: Any, pages: "QuerySet[P]") -> "QuerySet[P]":
    """Of `pages` those whose titles this user may know: public ones, and those on one's own desk.

    The root is everybody's: it has no more than the word "Root".
    """
    if user.is_superuser:
        return pages
    desk = policy_registry.get_by_type(Page).explorable_instances(user)
    public = open_to_all(Page.objects.live())
    return (
        pages.filter(pk__in=desk.values("pk"))
        | pages.filter(pk__in=public.values("pk"))
        | pages.filter(depth=1)
    )
