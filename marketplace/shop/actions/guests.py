"""Orders placed without an account, by somebody who has one now."""

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Q, QuerySet
from oscar.core.loading import get_model

from marketplace.payments.models import Payment

if TYPE_CHECKING:
    from ground.accounts.models import User

Order = get_model("order", "Order")


def orders_of(user: "User") -> QuerySet[Any]:
    """Nobody's orders that bear an address which this user has confirmed."""
    confirmed = EmailAddress.objects.filter(user=user, verified=True)
    bearing = [Q(guest_email__iexact=address.email) for address in confirmed]
    if not bearing:
        return Order.objects.none()
    return Order.objects.filter(reduce(or_, bearing), user=None)


@transaction.atomic
def join(*, by: "User") -> int:
    """Make them this user's own, with their payments; returns how many."""
    keys = list(orders_of(by).select_for_update().values_list("pk", flat=True))
    Payment.objects.filter(order__in=keys, user=None).update(user=by)
    return int(Order.objects.filter(pk__in=keys, user=None).update(user=by))
