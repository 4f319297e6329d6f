"""One function a letter."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import override

from ground.letters import outbox

from .links import order_path

if TYPE_CHECKING:
    from .models import Consignment


def write(name: str, **letter: Any) -> None:
    outbox.write(f"marketplace/{name}", **letter)


def to_shopper(name: str, *, order: Any, **context: Any) -> None:
    """To whoever bought, with the address of their order's page as `path`."""
    language = order.payment.language
    with override(language):
        path = order_path(order)
    write(name, to=order.email, language=language, order=order, path=path, **context)


def order_link(order: Any) -> None:
    """A new address of the order, for whoever placed it."""
    days = settings.ORDER_LINK_DAYS
    to_shopper("order_link", order=order, about=order.number, link_days=days)


def to_artisan(name: str, consignment: "Consignment", **context: Any) -> None:
    """To everybody who works for the artisan, else to the shop's own address."""
    people = [(user.email, user.language) for user in consignment.partner.users.all()]
    if not people and consignment.partner.email:
        people = [(consignment.partner.email, settings.LANGUAGE_CODE)]
    for email, language in people:
        write(
            name,
            to=email,
            language=language,
            about=consignment.number,
            once=consignment.number,
            consignment=consignment,
            **context,
        )


def about_parcel(name: str, consignment: "Consignment") -> None:
    to_shopper(
        name,
        order=consignment.order,
        consignment=consignment,
        reply_to=consignment.seller.get("email", ""),
        about=consignment.number,
        once=consignment.number,
    )


def consignment_sent(consignment: "Consignment") -> None:
    about_parcel("consignment_sent", consignment)


def consignment_ready(consignment: "Consignment") -> None:
    about_parcel("consignment_ready", consignment)


def consignment_cancelled(consignment: "Consignment", reason: str) -> None:
    to_artisan("consignment_cancelled", consignment, reason=reason)
