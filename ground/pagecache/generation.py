"""Which pages are still true: those of the present generation.

Every page shows the graph around it (a product its stories, a story its products), so one change
can show on pages that nobody would think of. Therefore a change forgets all pages at once: one
counter, no list of dependencies to get wrong. Rendering a page again costs milliseconds.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import uuid4

from django.core.cache import cache
from django.db import transaction

KEY = "pagecache:generation"
_held: ContextVar[list[str] | None] = ContextVar("generation of this request", default=None)


def forget_all() -> None:
    """Forget every kept page once the transaction under way has committed."""
    transaction.on_commit(begin_generation)


def begin_generation() -> None:
    """Forget all kept pages at once."""
    # A fresh name, not an increment: it holds when the counter itself was evicted, and two
    # changes at the same moment need not agree on an order.
    cache.set(KEY, uuid4().hex, timeout=None)
    held = _held.get()
    if held is not None:
        held.clear()


def present_generation() -> str:
    """The name of the present generation; begins one where there is none."""
    held = _held.get()
    if held:
        return held[0]
    name: str = cache.get_or_set(KEY, lambda: uuid4().hex, timeout=None) or ""
    if held is not None:
        held.append(name)
    return name


@contextmanager
def one_generation(known: str = "") -> Iterator[None]:
    """Inside, the cache is asked for the generation once, or not at all where it is `known`.

    All of a page is of one generation, unless the request itself begins another.
    """
    token = _held.set([known] if known else [])
    try:
        yield
    finally:
        _held.reset(token)
