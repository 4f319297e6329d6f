"""In and out of a basket; stock is looked at, not taken, until somebody pays."""

from typing import Any

from django.utils.translation import gettext as _

from marketplace.forks.catalogue.models import Product

MOST = 99  # of one thing in one basket


class NotForSale(Exception):
    """It cannot be had, or not so many of it; the message says why, to be shown."""


def add(*, basket: Any, product: Product, quantity: int) -> Any:
    """Put so many more of a product into the basket; returns its line. Raises NotForSale."""
    if product.is_parent:
        raise NotForSale(_("Choose which one you would like."))
    info = basket.strategy.fetch_for_product(product)
    present = sum(line.quantity for line in basket.all_lines() if line.product_id == product.pk)
    _refuse_too_many(info.availability, present + quantity)
    line, _created = basket.add_product(product, quantity)
    return line


def change(*, line: Any, quantity: int) -> None:
    """Have exactly so many; none takes the line out. Raises NotForSale, having changed nothing."""
    if quantity <= 0:
        line.delete()
    else:
        _refuse_too_many(line.purchase_info.availability, quantity)
        line.quantity = quantity
        line.save(update_fields=["quantity", "date_updated"])
    line.basket.reset_offer_applications()


def _refuse_too_many(availability: Any, quantity: int) -> None:
    is_permitted, why = availability.is_purchase_permitted(quantity)
    if not is_permitted:
        raise NotForSale(str(why))
    if quantity > MOST:
        raise NotForSale(_("That is more than %(most)d at once.") % {"most": MOST})
