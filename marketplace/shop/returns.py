"""What may be sent back of what somebody buys: Directive 2011/83/EU, art. 9 and 16."""

from collections.abc import Iterable
from typing import Any, Literal

DAYS = 14  # after each parcel has arrived


def taken_back(lines: Iterable[Any]) -> Literal["all", "some", "none"]:
    """How much of these lines, of a basket or an order, can be sent back."""
    kept = {bool(line.why_kept) for line in lines}
    if True not in kept:
        return "all"
    return "some" if False in kept else "none"
