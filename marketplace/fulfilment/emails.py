"""One function a letter."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import override

from marketplace.accounts import letters

from .links import order_path

if TYPE_CHECKING:
    from .models import Consignment


def send(name: str, **letter: Any) -> None:
    letters.send(f"marketplace/{name}", **letter)


def to_shopper(name: str, *, order: Any, **context: Any) -> None:
    """To whoever bought, with the address of their order's page as `path`."""
    language = order.payment.language
    with override(language):
        path = order_path(order)
    send(name, to=order.email, language=language, order=order, path=path, **context)


def consignment_sent(consignment: "Consignment") -> None:
    to_shopper("consignment_sent", order=consignment.order, consignment=consignment)


def consignment_ready(consignment: "Consignment") -> None:
    to_shopper("consignment_ready", order=consignment.order, consignment=consignment)
