"""What is sent together, and whether a way of sending takes it."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

Sides = tuple[float, float, float]  # in millimetres, the longest first

SIZE = re.compile(r"(Ø\s*)?((?:\d+(?:[.,]\d+)?\s*[×x]\s*)+\d+(?:[.,]\d+)?)\s*(mm|cm)\b", re.I)
MILLIMETRES = {"mm": 1, "cm": 10}


class Load(NamedTuple):
    """Grams and euros of all of it; the sides of each thing that has three, as far as told."""

    weight_g: int
    value: Decimal
    things: Sequence[Sides] = ()


class Limits(NamedTuple):
    """The most that one consignment of a kind may be; `thickness_mm`: its shortest side."""

    weight_g: int
    value: Decimal
    length_mm: int
    thickness_mm: int

    def admit(self, load: Load) -> bool:
        return (
            load.weight_g <= self.weight_g
            and load.value <= self.value
            and all(
                sides[0] <= self.length_mm and sides[-1] <= self.thickness_mm
                for sides in load.things
            )
        )


def sides_in(dimensions: str) -> Sides | None:
    """The three sides that "12 × 8 × 4 cm" or "Ø 80 × 95 mm" tells; None where it tells fewer.

    Something flat may be folded or rolled: only what is solid is known not to fit.
    """
    found = SIZE.search(dimensions)
    if not found:
        return None
    numbers = re.findall(r"\d+(?:[.,]\d+)?", found[2])
    sides = [float(number.replace(",", ".")) * MILLIMETRES[found[3].lower()] for number in numbers]
    if found[1]:
        sides.append(sides[0])  # round: as wide as it is long
    if len(sides) != 3:
        return None
    longest, middle, shortest = sorted(sides, reverse=True)
    return longest, middle, shortest
