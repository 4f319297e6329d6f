"""One visitor has a page drawn, the others wait for it: a change would have all draw it at once."""

import time
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache

T = TypeVar("T")
SECONDS_OF_A_TURN = 15  # whoever was killed meanwhile does not keep the others longer
SECONDS_OF_PATIENCE = 10
SECONDS_BETWEEN_LOOKS = 0.05


def is_first(key: str) -> bool:
    """Whether the page is this visitor's to draw; `ended` has to be called then."""
    return bool(cache.add(f"{key}:turn", 1, timeout=SECONDS_OF_A_TURN))


def ended(key: str) -> None:
    cache.delete(f"{key}:turn")


def wait_for(key: str, look: Callable[[], T | None]) -> T | None:
    """What `look` finds once it finds something; None once nobody draws it, or patience ends."""
    until = time.monotonic() + SECONDS_OF_PATIENCE
    while time.monotonic() < until:
        is_being_drawn = f"{key}:turn" in cache
        if found := look():
            return found
        if not is_being_drawn:
            return None
        time.sleep(SECONDS_BETWEEN_LOOKS)
    return None
