"""When something would arrive, said before anybody has told us where they live."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.conf import settings

from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner
from marketplace.fulfilment.models import ShippingOption
from marketplace.fulfilment.models.shipping import Method, add_working_days, cheapest


class Promise(NamedTuple):
    """Delivery at home: what it costs and the days between which it should arrive."""

    price: Decimal
    first: date
    last: date
    can_be_fetched: bool


def promise(product: Product, artisan: Partner, price: Decimal, *, today: date) -> Promise | None:
    """For one piece, within the country; None where the artisan sends nothing yet."""
    options = list(ShippingOption.objects.to(settings.SHOP_COUNTRIES[0]).filter(partner=artisan))
    option = cheapest([each for each in options if each.carries(product.weight_g or 0)], price)
    if option is None:
        return None
    ready = add_working_days(today, product.lead_time_days or artisan.lead_time_days)
    first, last = option.dates(ready_on=ready)
    can_be_fetched = any(each.method == Method.PICKUP for each in options)
    return Promise(option.price_for(price), first, last, can_be_fetched)
