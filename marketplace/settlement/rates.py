"""The shares of a sale, and how they are rounded."""

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from marketplace.forks.partner.models import Partner

CENT = Decimal("0.01")


def commission_rate_of(partner: "Partner") -> Decimal:
    """The artisan's own rate, else the platform's; a share of goods that includes its VAT."""
    if partner.commission_rate is None:
        return Decimal(settings.PLATFORM_COMMISSION_RATE)
    return partner.commission_rate


def share_of(amount: Decimal, rate: Decimal) -> Decimal:
    """`rate` of `amount`, to the cent."""
    return (amount * rate).quantize(CENT, ROUND_HALF_UP)


def contribution_of(goods: Decimal) -> Decimal:
    """What of the price of these goods goes to the heritage fund."""
    return share_of(goods, settings.HERITAGE_CONTRIBUTION_RATE)
