"""Addresses that open an order to whoever holds them: a guest has no account to sign in to.

They end: after `settings.ORDER_LINK_DAYS`, or when all that were made so far are taken back.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.db.models import F
from django.urls import reverse
from oscar.core.loading import get_model

Order = get_model("order", "Order")
SALT = "marketplace.fulfilment.order"


def order_path(order: Any) -> str:
    """The path of the order's page, in the language now active."""
    token = signing.dumps([order.number, order.link_generation], salt=SALT)
    return reverse("order_by_link", args=[token])


def opened_by(token: str) -> dict[str, Any] | None:
    """What finds the order that the link opens; None where it opens none any more."""
    try:
        lasts = timedelta(days=settings.ORDER_LINK_DAYS)
        number, generation = signing.loads(token, salt=SALT, max_age=lasts)
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return {"number": number, "link_generation": generation}


def take_back(order: Any) -> None:
    """No address made so far opens the order any more."""
    Order.objects.filter(pk=order.pk).update(link_generation=F("link_generation") + 1)
    order.refresh_from_db(fields=["link_generation"])
