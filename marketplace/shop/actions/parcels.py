"""Whether what an artisan has ready waits for the rest, as kept on the lines of the basket."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from marketplace.forks.basket.models import Basket, Line

from ..quote import Choice, by_artisan


def choose(basket: Any, wishes: Mapping[int, bool], *, today: date) -> None:
    """Have the things of these artisans come in two parcels, or in one.

    Where there is nothing to choose any more, what was chosen is forgotten. A basket that is being
    paid stays as it is.
    """
    changed: dict[bool, list[int]] = {True: [], False: []}
    for whole in by_artisan(list(basket.all_lines()), today):
        choice = Choice.of(whole)
        later: list[Any] = []
        if choice and wishes.get(whole.partner.pk, choice.is_apart):
            later = choice.apart[1].lines
        for line in whole.lines:
            if line.comes_later != (line in later):
                line.comes_later = line in later
                changed[line.comes_later].append(line.pk)
    for comes_later, lines in changed.items():
        if lines:
            in_open_one = Line.objects.filter(pk__in=lines, basket__status=Basket.OPEN)
            in_open_one.update(comes_later=comes_later)
