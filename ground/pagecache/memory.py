"""What many pages ask and few changes touch: kept as long as the public pages are.

Kept by each process, where looking it up costs microseconds. The generation is shared: a change
in one process is known in all of them, so what is kept here is never older than the pages.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from django.core.cache import caches

from .generation import present_generation
from .keys import digest

T = TypeVar("T")
SECONDS_KEPT = 300


def remembered(name: str, make: Callable[[], T]) -> T:
    """The value of `make`, called once a generation by each process for each `name`."""
    key = f"{present_generation()}:{digest(name)}"
    kept: Any = caches["process"].get_or_set(key, make, timeout=SECONDS_KEPT)
    return cast(T, kept)
