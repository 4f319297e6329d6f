"""A look into the visitor's basket without its prices and offers: one small query.

Oscar's `request.basket` loads all of it, and works out its offers, as soon as it is asked anything.
"""

from typing import Any

from django.core.signing import Signer
from django.db.models import Sum

from ground.accounts.requests import ShopRequest

from .models import Line


def count_in_basket(request: ShopRequest) -> int:
    """How many things are in it."""
    found = Line.objects.filter(basket=_basket(request)).aggregate(count=Sum("quantity"))
    return found["count"] or 0


def state_of_basket(request: ShopRequest) -> tuple[Any, ...]:
    """Which it is, its lines, when each changed last, the buyer's words and choices on them."""
    basket = _basket(request)
    lines = Line.objects.filter(basket=basket).order_by("pk", "attributes")
    what = ("pk", "quantity", "date_updated", "comes_later", "attributes__value")
    return (basket, *lines.values_list(*what))


def _basket(request: ShopRequest) -> int | None:
    """Its primary key, None as long as nothing was ever put in."""
    if not request.basket_hash:
        return None
    return int(Signer().unsign(str(request.basket_hash)))  # just signed by Oscar: it cannot fail
