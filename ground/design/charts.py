"""Where the marks of an indicator stand on its line."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

ROOM = Decimal("0.06")  # of the span, left free at both ends


@dataclass(frozen=True)
class Spot:
    """A value and where it stands, in percent of the line."""

    value: Decimal
    x: Decimal


@dataclass(frozen=True)
class IndicatorRow:
    """One indicator. All values are in `unit`; None is "not known yet"."""

    label: str
    unit: str
    baseline: Decimal | None
    target: Decimal | None
    actual: Decimal | None

    @cached_property
    def _known(self) -> list[Decimal]:
        values = (self.baseline, self.target, self.actual)
        return [value for value in values if value is not None]

    @cached_property
    def has_line(self) -> bool:
        """Whether there are two values to draw a line between."""
        return len(set(self._known)) > 1

    def _spot(self, value: Decimal | None) -> Spot | None:
        if value is None:
            return None
        low, high = min(self._known), max(self._known)
        span = (high - low) or Decimal(1)
        low, span = low - span * ROOM, span * (1 + 2 * ROOM)
        return Spot(value, (100 * (value - low) / span).quantize(Decimal("0.1")))

    @property
    def baseline_spot(self) -> Spot | None:
        return self._spot(self.baseline)

    @property
    def target_spot(self) -> Spot | None:
        return self._spot(self.target)

    @property
    def actual_spot(self) -> Spot | None:
        return self._spot(self.actual)

    @property
    def is_met(self) -> bool | None:
        """Whether the target was reached, in the direction from the baseline; None if not known."""
        if self.target is None or self.actual is None:
            return None
        falls = self.baseline is not None and self.target < self.baseline
        return self.actual <= self.target if falls else self.actual >= self.target
