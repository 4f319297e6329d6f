"""Which pages are still true: those of the present generation.

Every page shows the graph around it (a product its stories, a story its products), so one change
can show on pages that nobody would think of. Therefore a change forgets all pages at once: one
counter, no list of dependencies to get wrong. Rendering a page again costs milliseconds.
"""

from uuid import uuid4

from django.core.cache import cache
from django.db import transaction

KEY = "pagecache:generation"


def forget_all() -> None:
    """Forget every kept page once the transaction under way has committed."""
    transaction.on_commit(_begin_generation)


def _begin_generation() -> None:
    # A fresh name, not an increment: it holds when the counter itself was evicted, and two
    # changes at the same moment need not agree on an order.
    cache.set(KEY, uuid4().hex, timeout=None)


def present_generation() -> str:
    """The name of the present generation; begins one where there is none."""
    name: str = cache.get_or_set(KEY, lambda: uuid4().hex, timeout=None) or ""
    return name
