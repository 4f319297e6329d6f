"""The shares of a sale."""

from decimal import Decimal
from typing import TYPE_CHECKING

from django.conf import settings

from marketplace.money import to_cent

if TYPE_CHECKING:
    from marketplace.forks.partner.models import Partner


def commission_rate_of(partner: "Partner") -> Decimal:
    """The artisan's own rate, else the platform's; a share of goods that includes its VAT."""
    if partner.commission_rate is None:
        return Decimal(settings.PLATFORM_COMMISSION_RATE)
    return partner.commission_rate


def share_of(amount: Decimal, rate: Decimal) -> Decimal:
    """`rate` of `amount`, to the cent."""
    return to_cent(amount * rate)


def contribution_of(goods: Decimal) -> Decimal:
    """What of the price of these goods goes to the heritage fund."""
    return share_of(goods, settings.HERITAGE_CONTRIBUTION_RATE)
