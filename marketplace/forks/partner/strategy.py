"""What something costs and whether it can be bought; what was prefetched is not asked again."""

from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext as _
from oscar.apps.partner import strategy
from oscar.apps.partner.prices import TaxInclusiveFixedPrice
from oscar.apps.partner.prices import Unavailable as NoPrice

from marketplace.money import without_vat

from .availability import Available, Away, StockRequired, Unavailable
from .models import VatRegime


def vat_rate_under(regime: str) -> Decimal:
    """Zero under the franchise (art. 293 B du CGI), the standard rate otherwise."""
    return settings.VAT_RATE if regime == VatRegime.STANDARD else Decimal("0")


def vat_rate_of(partner) -> Decimal:
    return vat_rate_under(partner.vat_regime)


def vat_within(amount: Decimal, rate: Decimal) -> Decimal:
    """The VAT that an amount contains."""
    return amount - without_vat([amount], rate)[0]


class Default(strategy.Default):
    """Oscar's, with prices that include the artisan's VAT, and artisans who are away."""

    def __init__(self, request=None):
        # Not Oscar's, which looks at who asks: no public page could be kept for everybody. Nobody
        # has prices of their own here.
        self.request, self.user = request, None

    def select_stockrecord(self, product):
        """The product's one stock record. With `stockrecords__partner` prefetched, no query."""
        return next(iter(product.stockrecords.all()), None)

    def select_children_stockrecords(self, product):
        return [
            (child, self.select_stockrecord(child))
            for child in product.children.all()
            if child.is_public
        ]

    def fetch_for_line(self, line, stockrecord=None):
        """A basket line knows its stock record: the choice was made when it was put there."""
        return self.fetch_for_product(line.product, stockrecord or line.stockrecord)

    def pricing_policy(self, product, stockrecord):
        if not stockrecord or stockrecord.price is None:
            return NoPrice()
        tax = vat_within(stockrecord.price, vat_rate_of(stockrecord.partner))
        return TaxInclusiveFixedPrice(
            currency=stockrecord.price_currency, excl_tax=stockrecord.price - tax, tax=tax
        )

    def parent_pricing_policy(self, product, children_stock):
        """The least price among the variants that can be bought, else among all."""
        priced = [(child, record) for child, record in children_stock if record and record.price]
        buyable = [pair for pair in priced if self.availability_policy(*pair).is_available_to_buy]
        if not priced:
            return NoPrice()
        return self.pricing_policy(*min(buyable or priced, key=lambda pair: pair[1].price))

    def availability_policy(self, product, stockrecord):
        if not stockrecord or stockrecord.price is None or not product.is_public:
            return Unavailable()
        artisan = stockrecord.partner
        if not artisan.is_open:
            return Unavailable(_("This shop is closed."))
        if artisan.is_away:
            return Away(artisan.away_until)
        if product.is_made_to_order:
            return Available(product.days_to_make(artisan))
        return StockRequired(stockrecord.net_stock_level)

    def parent_availability_policy(self, product, children_stock):
        """As the best placed of the variants."""
        policies = [self.availability_policy(*pair) for pair in children_stock]
        if not policies:
            return Unavailable()
        return next((each for each in policies if each.is_available_to_buy), policies[0])


class Selector(strategy.Selector):
    """Oscar's, with one strategy for everybody: it looks at nobody, so that pages can be kept."""

    def strategy(self, request=None, user=None, **kwargs):
        return Default()
