"""New addresses of an order for whoever placed it, and an end of the earlier ones."""

from typing import Any

from django.db import transaction
from oscar.core.loading import get_model

from marketplace.fulfilment import emails, links

Order = get_model("order", "Order")


@transaction.atomic
def send_link(*, number: str, email: str) -> None:
    """Write to whoever placed this order, if that is who asks."""
    order = Order.objects.filter(number=number).select_related("payment", "user").first()
    if order and (order.email or "").lower() == email.lower():
        emails.order_link(order)


@transaction.atomic
def take_back_links(order: Any) -> None:
    links.take_back(order)
    emails.order_link(order)
