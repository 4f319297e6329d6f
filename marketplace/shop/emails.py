"""Letters about an order just placed: one to whoever bought, one to each artisan."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import override

from marketplace.fulfilment.emails import to_shopper, write

from .returns import taken_back

if TYPE_CHECKING:
    from marketplace.fulfilment.models import Consignment


def order_placed(order: Any) -> None:
    consignments = order.consignments.select_related("partner").prefetch_related(
        "lines__order_line__attributes"
    )
    sellers = {parcel.seller.get("email", "") for parcel in consignments}
    with override(order.payment.language):
        terms = import_string(settings.TERMS_OF_SALE)()
    lines = [line.order_line for parcel in consignments for line in parcel.lines.all()]
    to_shopper(
        "order_placed",
        order=order,
        about=order.number,
        once=order.number,
        consignments=consignments,
        taken_back=taken_back(lines),
        reply_to=sellers.pop() if len(sellers) == 1 else "",
        files=[terms] if terms else [],
        has_terms=terms is not None,
    )


def consignment_ordered(consignment: "Consignment") -> None:
    """To everybody who works for the artisan, else to the shop's own address."""
    people = [(user.email, user.language) for user in consignment.partner.users.all()]
    if not people and consignment.partner.email:
        people = [(consignment.partner.email, settings.LANGUAGE_CODE)]
    for email, language in people:
        write(
            "consignment_ordered",
            to=email,
            language=language,
            about=consignment.number,
            once=consignment.number,
            consignment=consignment,
        )
