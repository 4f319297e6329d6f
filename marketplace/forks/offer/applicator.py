"""Offers on a basket at a fixed number of queries, however many offers and lines there are.

Oscar asks the database for each offer whether each line is in its range: five offers on five
lines cost 136 queries. Here the ranges of all offers learn at once what they hold of the basket.
"""

from oscar.apps.offer import applicator

from marketplace.shop.ranges import Membership

ALL_OFFERS_OF_SITE = ("condition__range", "benefit__range", "combinations", "in_combination")


class Applicator(applicator.Applicator):
    """Oscar's, with what the offers need loaded beforehand."""

    def get_site_offers(self):
        return super().get_site_offers().prefetch_related(*ALL_OFFERS_OF_SITE)

    def apply_offers(self, basket, offers):
        teach(ranges_of(offers), [line.product for line in basket.all_lines()])
        super().apply_offers(basket, offers)


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
