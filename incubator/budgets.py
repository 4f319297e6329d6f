"""A pilot's budget, added up and cut into the slices of a bar."""

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
        return sum((line.planned for line in self.lines), Decimal(0))

    @property
    def actual(self) -> Decimal:
        return sum((line.actual or Decimal(0) for line in self.lines), Decimal(0))

    @property
    def slices(self) -> list[Slice]:
        """Public money, public in kind, private money, private in kind: those that there are."""
        found, start = [], Decimal(0)
        for sector in Sector:
            for form in Form:
                amount = sum(
                    (
                        line.planned if line.actual is None else line.actual
                        for line in self.lines
                        if (line.sector, line.form) == (sector, form)
                    ),
                    Decimal(0),
                )
                if amount:
                    width = 100 * amount / self._whole
                    label = f"{sector.label}, {str(form.label).lower()}"
                    key = f"{sector.value}-{form.value}"
                    found.append(Slice(key, label, amount, f"{start:.2f}", f"{width:.2f}"))
                    start += width
        return found

    @property
    def _whole(self) -> Decimal:
        return sum(
            (line.planned if line.actual is None else line.actual for line in self.lines),
            Decimal(0),
        )
