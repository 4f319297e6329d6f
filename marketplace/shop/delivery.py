"""When something would arrive, said before anybody has told us where they live."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.conf import settings

from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner
from marketplace.fulfilment.calendar import add_working_days, part_of
from marketplace.fulfilment.loads import Load, sides_in
from marketplace.fulfilment.models import ShippingOption
from marketplace.fulfilment.models.shipping import Method, cheapest


def load_of(things: Iterable[tuple[Product, int]], *, value: Decimal) -> Load:
    """So many of each thing in one consignment, worth `value` together."""
    things = list(things)
    sides = (sides_in(product.fact("dimensions")) for product, _number in things)
    return Load(
        weight_g=sum((product.fact("weight_g") or 0) * number for product, number in things),
        value=value,
        things=[each for each in sides if each],
    )


class Promise(NamedTuple):
    """Delivery at home: what it costs and the days between which it should arrive."""

    price: Decimal
    first: date
    last: date
    can_be_fetched: bool


def promise(product: Product, artisan: Partner, price: Decimal, *, today: date) -> Promise | None:
    """For one piece, within the country; None where the artisan sends nothing yet."""
    offered = ShippingOption.objects.offered().filter(partner=artisan).select_related("partner")
    options = [option for option in offered if option.reaches(settings.SHOP_COUNTRIES[0])]
    load = load_of([(product, 1)], value=price)
    option = cheapest([each for each in options if each.carries(load)], price)
    if option is None:
        return None
    part = part_of(artisan.postcode)
    ready = add_working_days(today, product.days_to_make(artisan), part=part)
    first, last = option.dates(ready_on=ready)
    can_be_fetched = any(each.method == Method.PICKUP for each in options)
    return Promise(option.price_for(price), first, last, can_be_fetched)
