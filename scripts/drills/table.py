"""What visitors were told while something was done to a part, as a table that a person reads."""

import html
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

NO_ANSWER = 0
LATER = 503  # of a picture: it is being drawn, or its original is away; the page asks again


class Told(NamedTuple):
    """`words`: the heading of the page."""

    path: str
    status: int
    seconds: float
    words: str

    @property
    def is_well(self) -> bool:
        return 200 <= self.status < 400

    @property
    def comes_later(self) -> bool:
        return self.path.startswith("/pictures/") and self.status == LATER


@dataclass
class Row:
    """`may`: what the platform may answer meanwhile, since nobody could help it."""

    part: str
    what: str
    may: frozenset[int] = frozenset()
    told: list[Told] = field(default_factory=list)

    def bears(self, told: Told) -> bool:
        return told.status in self.may

    @property
    def lost(self) -> list[Told]:
        """Requests that should have been answered."""
        return [one for one in self.told if not (one.is_well or one.comes_later or self.bears(one))]

    @property
    def refused(self) -> Counter[int]:
        return Counter(one.status for one in self.told if not one.is_well)

    @property
    def words(self) -> str:
        """What they saw."""
        later = sum(one.comes_later for one in self.told)
        refused = Counter(
            html.unescape(one.words) or "no answer"
            for one in self.told
            if not (one.is_well or one.comes_later)
        )
        seen = [f"“{words}”" for words, _ in refused.most_common()] or ["every page"]
        if later:
            seen.append("pictures that come later")
        return ", ".join(seen)

    @property
    def line(self) -> str:
        refused = ", ".join(f"{n} × {status or '–'}" for status, n in sorted(self.refused.items()))
        slowest = max((one.seconds for one in self.told), default=0)
        done, number = f"{self.part:9} {self.what:27}", len(self.told)
        return f"{done} {number:8} {slowest:6.1f} s  {refused or '0':20} {self.words}"


HEAD = (
    f"{'part':9} {'what was done':27} {'requests':>8} {'slowest':>8}  {'refused':20} visitors saw"
)
