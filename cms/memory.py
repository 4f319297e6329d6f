"""What many pages ask and few changes touch: kept as long as the public pages are.

See `marketplace.pagecache.generation`: any change that may show begins a new generation, so what is
kept here is never older than the pages themselves.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from django.core.cache import cache

from marketplace.pagecache.generation import present_generation

T = TypeVar("T")
SECONDS_KEPT = 300


def remembered(name: str, make: Callable[[], T]) -> T:
    """The value of `make`, called once a generation for each `name`."""
    kept: Any = cache.get_or_set(f"cms:{present_generation()}:{name}", make, timeout=SECONDS_KEPT)
    return cast(T, kept)
