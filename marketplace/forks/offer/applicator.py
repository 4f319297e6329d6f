"""Offers on a basket, to the cent, and at a fixed number of queries.

Oscar takes off each line what an offer comes to, however many decimals that has, and says it in
all by another sum: here each offer is rounded once, and its lines add up to that.

Oscar asks the database for each offer whether each line is in its range: five offers on five
lines cost 136 queries. Here the ranges of all offers learn at once what they hold of the basket.
"""

from decimal import Decimal

from oscar.apps.offer import applicator

from marketplace.money import whole_cents
from marketplace.ranges import Membership

ALL_OFFERS_OF_SITE = ("condition__range", "benefit__range", "combinations", "in_combination")


class Applicator(applicator.Applicator):
    """Oscar's, with what the offers need loaded beforehand and what they give in whole cents."""

    def get_site_offers(self):
        return super().get_site_offers().prefetch_related(*ALL_OFFERS_OF_SITE)

    def apply_offers(self, basket, offers):
        teach(ranges_of(offers), [line.product for line in basket.all_lines()])
        for offer in offers:  # each time takes up one thing or more
            offer.times_at_most = basket.num_items
        super().apply_offers(basket, offers)
        settle(basket)


def settle(basket) -> None:
    """Round what each offer takes off, once; together they take off a line no more than it costs.

    In the order in which the offers apply: the last ones give what is left to give.
    """
    left = {line.pk: line.line_price_incl_tax for line in basket.all_lines()}
    for application in basket.offer_applications:
        offer = application["offer"]
        if application["result"].affects_basket:
            lines = [line for line in basket.all_lines() if line.discounts.of(offer)]
            given = whole_cents(
                max(Decimal(0), min(line.discounts.of(offer), left[line.pk])) for line in lines
            )
            for line, amount in zip(lines, given, strict=True):
                line.discounts.settle(offer, amount)
                left[line.pk] -= amount
            application["discount"] = sum(given, Decimal("0.00"))


def ranges_of(offers) -> list:
    """The ranges of these offers as loaded; one that is loaded twice stands there twice."""
    both = [part.range for offer in offers for part in (offer.condition, offer.benefit)]
    return [range_ for range_ in both if range_ and not range_.proxy_class]


def teach(ranges: list, products: list) -> None:
    """Let each range learn which of the products it holds: six queries for all of them."""
    if not (ranges and products):
        return
    holds = Membership({range_.pk for range_ in ranges}, products)
    for range_ in ranges:
        held = {product.pk for product in products if holds(range_, product)}
        range_.learn(asked={product.pk for product in products}, held=held)
