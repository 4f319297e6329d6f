"""Oscar's offers, exact to the cent and without a query for every line."""

from collections.abc import Iterable

from django.utils.functional import cached_property
from oscar.apps.offer.abstract_models import (
    AbstractBenefit,
    AbstractCondition,
    AbstractConditionalOffer,
    AbstractRange,
)


class ConditionalOffer(AbstractConditionalOffer):
    """Oscar's; what it can be combined with comes from what was prefetched.

    `times_at_most`: how often it can apply to the basket at hand. Oscar 4.2 stops at 10,000, and
    gets there where a thing is free from some amount on: each time takes the same thing again.
    """

    times_at_most: int | None = None

    def get_max_applications(self, user=None) -> int:
        most = super().get_max_applications(user)
        return most if self.times_at_most is None else min(most, self.times_at_most)

    @cached_property
    def combined_offers(self) -> list["ConditionalOffer"]:
        return [self, *self.combinations.all(), *self.in_combination.all()]


class _KeepsItsRange:
    """A proxy of a condition or benefit is another instance: it takes the loaded range along."""

    def proxy(self):
        proxy = super().proxy()
        if proxy is not self and self._state.fields_cache.get("range"):
            proxy.range = self.range
        return proxy


class Benefit(_KeepsItsRange, AbstractBenefit):
    """Oscar's, exact: what an offer comes to is rounded once, when all of it is known."""

    def round(self, amount, currency=None, round_type=None):
        return amount

    def get_applicable_lines(self, offer, basket, range=None):
        """Oscar's; a bundle at one price, which names its range, takes nothing for a second time.

        Oscar takes the cheapest again and again, as long as others meet the condition.
        """
        lines = super().get_applicable_lines(offer, basket, range)
        if range is None:
            return lines
        return [(price, line) for price, line in lines if line.discounts.available(offer)]


class Condition(_KeepsItsRange, AbstractCondition):
    """Oscar's; its proxy does not load the range again."""


class Range(AbstractRange):
    """Oscar's; can be told which products it holds, so as not to ask for each of them."""

    def learn(self, *, asked: Iterable[int], held: Iterable[int]) -> None:
        """Remember the answer for the products `asked` about; `held` are those in the range."""
        self._asked, self._held = frozenset(asked), frozenset(held)

    def contains_product(self, product) -> bool:
        if product.id in getattr(self, "_asked", ()):
            return product.id in self._held
        return super().contains_product(product)


from oscar.apps.offer.models import *  # noqa: E402  (Oscar fills in the rest; must stay last)
