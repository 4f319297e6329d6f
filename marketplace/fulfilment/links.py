"""Addresses that open an order to whoever holds them: a guest has no account to sign in to."""

from typing import Any

from django.core.signing import BadSignature, Signer
from django.urls import reverse

_signer = Signer(salt="marketplace.fulfilment.order")


def order_path(order: Any) -> str:
    """The path of the order's page, in the language now active."""
    return reverse("order_by_link", args=[_signer.sign(order.number)])


def number_in(token: str) -> str | None:
    """The order number that the link was made for; None when it was not made by us."""
    try:
        return _signer.unsign(token)
    except BadSignature:
        return None
