"""A look into the visitor's basket without its prices and offers: one small query.

Oscar's `request.basket` loads all of it, and works out its offers, as soon as it is asked anything.
"""

from typing import Any

from django.core.signing import Signer
from django.db.models import QuerySet, Sum

from marketplace.accounts.requests import ShopRequest

from .models import Line


def count_in_basket(request: ShopRequest) -> int:
    """How many things are in it."""
    found = _lines(request).aggregate(count=Sum("quantity"))
    return found["count"] or 0


def state_of_basket(request: ShopRequest) -> tuple[Any, ...]:
    """Which lines are in it, when each changed last, and the buyer's words on them."""
    what = ("basket", "pk", "quantity", "date_updated", "attributes__value")
    return tuple(_lines(request).order_by("pk", "attributes").values_list(*what))


def _lines(request: ShopRequest) -> QuerySet[Any]:
    if not request.basket_hash:  # nothing was ever put in
        return Line.objects.none()
    pk = Signer().unsign(str(request.basket_hash))  # Oscar has just signed it: it cannot fail
    return Line.objects.filter(basket=pk)
