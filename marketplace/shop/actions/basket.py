"""In and out of a basket; stock is looked at, not taken, until somebody pays."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from marketplace.forks.basket.models import Basket
from marketplace.forks.catalogue.models import Product

MOST = 99  # of one thing in one basket


class NotForSale(Exception):
    """It cannot be had, or not so many of it; the message says why, to be shown."""


@transaction.atomic
def add(*, basket: Any, product: Product, quantity: int, words: Sequence[Any] = ()) -> Any:
    """Put so many more of a product into the basket; returns its line. Raises NotForSale.

    `words`: the buyer's own, each with its option as Oscar takes them. Other words, another line.
    """
    if product.is_parent:
        raise NotForSale(choice_asked(product))
    _lock(basket)
    info = basket.strategy.fetch_for_product(product)
    _refuse_too_many(info.availability, _present(basket, product.pk) + quantity)
    line, _created = basket.add_product(product, quantity, list(words))
    return line


def choice_asked(product: Product) -> str:
    """What is said where one of a product's variants has to be chosen first."""
    if product.choice_name:
        return _("Choose first: %(name)s.") % {"name": product.choice_name.lower()}
    return _("Choose which one you would like.")


@transaction.atomic
def change(*, line: Any, quantity: int) -> None:
    """Have exactly so many; none takes the line out. Raises NotForSale, having changed nothing."""
    _lock(line.basket)
    if not line.basket.lines.filter(pk=line.pk).exists():
        raise NotForSale(_("This is no longer in your basket."))
    if quantity <= 0:
        line.delete()
    else:
        with_others = _present(line.basket, line.product_id) - line.quantity + quantity
        _refuse_too_many(line.purchase_info.availability, with_others)
        line.quantity = quantity
        line.save(update_fields=["quantity", "date_updated"])
    line.basket.reset_offer_applications()


def _lock(basket: Any) -> None:
    """Let nothing change the basket meanwhile: what is being paid stays as it was agreed to."""
    if basket.id and not Basket.open.select_for_update().filter(pk=basket.pk).first():
        raise NotForSale(_("A payment has been begun for this basket in another window."))


def _present(basket: Any, product: int) -> int:
    """How many of a product there are in the basket, on all its lines."""
    return sum(line.quantity for line in basket.all_lines() if line.product_id == product)


def _refuse_too_many(availability: Any, quantity: int) -> None:
    is_permitted, why = availability.is_purchase_permitted(quantity)
    if not is_permitted:
        raise NotForSale(str(why))
    if quantity > MOST:
        raise NotForSale(_("That is more than %(most)d at once.") % {"most": MOST})
