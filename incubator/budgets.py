"""A pilot's budget, added up and cut into the slices of a bar."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from .models import BudgetLine, Pilot
from .models.budget import Form, Sector


@dataclass(frozen=True)
class Slice:
    """What one sector gave in one form. `start` and `width` are percents of the bar."""

    key: str
    label: str
    amount: Decimal
    start: str
    width: str


@dataclass(frozen=True)
class Budget:
    lines: list[BudgetLine]

    @classmethod
    def of(cls, pilot: Pilot) -> "Budget":
        return cls(list(pilot.budget.all()))

    @property
    def planned(self) -> Decimal:
        return total(line.planned for line in self.lines)

    @property
    def actual(self) -> Decimal | None:
        """What was spent, as far as it was entered; None: nothing was, which is not nought."""
        entered = [line.actual for line in self.lines if line.actual is not None]
        return total(entered) if entered else None

    @property
    def is_spent(self) -> bool:
        """Whether the bar shows what was spent: once it is entered for every line."""
        return all(line.actual is not None for line in self.lines)

    @property
    def whole(self) -> Decimal:
        """What the slices add up to: all planned, or all spent, never some of both."""
        return total(self._shown(line) for line in self.lines)

    def _shown(self, line: BudgetLine) -> Decimal:
        return line.actual if self.is_spent and line.actual is not None else line.planned

    @property
    def slices(self) -> list[Slice]:
        """Public money, public in kind, private money, private in kind: those that there are."""
        found, start = [], Decimal(0)
        for sector in Sector:
            for form in Form:
                of_both = (sector, form)
                amount = total(
                    self._shown(line) for line in self.lines if (line.sector, line.form) == of_both
                )
                if amount:
                    width = 100 * amount / self.whole
                    label = f"{sector.label}, {str(form.label).lower()}"
                    key = f"{sector.value}-{form.value}"
                    found.append(Slice(key, label, amount, f"{start:.2f}", f"{width:.2f}"))
                    start += width
        return found


def total(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))
