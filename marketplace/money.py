"""Amounts to the cent: rounded once, half up, and split so that the parts add up to the whole."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import floor

CENT = Decimal("0.01")

Exact = Decimal | Fraction


def to_cent(amount: Exact) -> Decimal:
    """The amount in whole cents; half a cent goes up."""
    return floor(Fraction(amount) * 100 + Fraction(1, 2)) * CENT


def whole_cents(parts: Iterable[Exact]) -> list[Decimal]:
    """The parts in whole cents: they add up to their sum, which is rounded once.

    By largest remainder: each is cut to the cent, and what is left over goes, a cent each, to those
    that lost most. No part moves by a cent or more, so that none passes a limit in whole cents.
    """
    exact = [Fraction(part) * 100 for part in parts]
    cut = [floor(part) for part in exact]
    left = floor(sum(exact) + Fraction(1, 2)) - sum(cut)
    by_loss = sorted(range(len(exact)), key=lambda place: cut[place] - exact[place])
    for place in by_loss[:left]:
        cut[place] += 1
    return [part * CENT for part in cut]


def without_vat(amounts: Iterable[Decimal], rate: Decimal) -> list[Decimal]:
    """What the amounts are without the VAT of one rate: worked out from their total, then split."""
    return whole_cents(Fraction(amount) / (1 + Fraction(rate)) for amount in amounts)
