"""What a basket costs, sent as the shopper wishes, at the moment it is asked.

Nothing that a browser sends is a price. A form brings choices, and the `digest` of the quote that
was on the screen, so that a quote that has changed since is shown again instead of charged.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from marketplace.forks.catalogue.models import Option, Product
from marketplace.forks.partner.models import Partner
from marketplace.fulfilment.calendar import add_working_days, part_of
from marketplace.fulfilment.loads import Load
from marketplace.fulfilment.models import ShippingOption
from marketplace.fulfilment.models.shipping import Method, cheapest
from marketplace.fulfilment.rates import contribution_of
from marketplace.fulfilment.territories import Territory, territory_of
from marketplace.money import whole_cents

from .delivery import load_of
from .returns import taken_back

ZERO = Decimal("0.00")


@dataclass
class Parcel:
    """What one artisan prepares; `options` reach the address and carry its load.

    `reduction`: its part of what an offer takes off the delivery.
    """

    partner: Partner
    lines: list[Any]
    today: date
    options: list[ShippingOption] = field(default_factory=list)
    chosen: ShippingOption | None = None
    is_sent_elsewhere: bool = False  # to some address, whether or not to this one
    reduction: Decimal = ZERO

    @cached_property
    def goods(self) -> Decimal:
        prices = (line.line_price_incl_tax_incl_discounts for line in self.lines)
        return sum((price or ZERO for price in prices), ZERO)  # none: no longer for sale

    @cached_property
    def load(self) -> Load:
        return load_of([(line.product, line.quantity) for line in self.lines], value=self.goods)

    @cached_property
    def _latest(self) -> Any:
        """The line that takes longest to make."""
        return max(self.lines, key=lambda line: line.product.days_to_make(self.partner))

    @cached_property
    def send_by(self) -> date:
        return self._ready(self._latest)

    @cached_property
    def waits_for(self) -> Any | None:
        """The line that the rest of the parcel waits for, None where nothing waits."""
        return self._latest if self.rest_ready_by < self.send_by else None

    @cached_property
    def rest_ready_by(self) -> date:
        """When the first of its things could leave the workshop."""
        return min(self._ready(line) for line in self.lines)

    def _ready(self, line: Any) -> date:
        days = line.product.days_to_make(self.partner)
        return add_working_days(self.today, days, part=part_of(self.partner.postcode))

    @property
    def must_be_fetched(self) -> bool:
        """Whether nothing brings it to the address, but it can be had at the workshop."""
        return bool(self.options) and all(option.method == Method.PICKUP for option in self.options)

    @property
    def price_of_delivery(self) -> Decimal:
        """Before what an offer takes off."""
        return self.chosen.price_for(self.goods) if self.chosen else ZERO

    @property
    def shipping(self) -> Decimal:
        return self.price_of_delivery - self.reduction

    @property
    def total(self) -> Decimal:
        return self.goods + self.shipping

    @property
    def arrives(self) -> tuple[date, date] | None:
        return self.chosen.dates(ready_on=self.send_by) if self.chosen else None

    def offers(self) -> list[dict[str, Any]]:
        """Each option with what it would cost and when it would arrive."""
        return [
            {
                "option": option,
                "price": option.price_for(self.goods),
                "dates": option.dates(ready_on=self.send_by),
            }
            for option in self.options
        ]


@dataclass(frozen=True)
class Discount:
    """What an offer takes off the goods, or off the delivery; `times` it applied."""

    offer: Any
    amount: Decimal
    times: int
    is_of_delivery: bool = False

    @property
    def voucher(self) -> Any | None:
        return self.offer.get_voucher()

    @property
    def name(self) -> str:
        """The voucher's, where it came with one: that is what the shopper knows."""
        return str((self.voucher or self.offer).name)


@dataclass
class Quote:
    """A basket, parcel by parcel; `discounts` are already taken off goods and delivery."""

    parcels: list[Parcel]
    discounts: list[Discount]
    unavailable: list[tuple[Any, str]]
    territory: Territory | None = None  # where it should go, if no mainland's rules hold there

    @cached_property
    def goods(self) -> Decimal:
        return sum((parcel.goods for parcel in self.parcels), ZERO)

    @property
    def shipping(self) -> Decimal:
        return sum((parcel.shipping for parcel in self.parcels), ZERO)

    @property
    def total(self) -> Decimal:
        return self.goods + self.shipping

    @property
    def contribution(self) -> Decimal:
        return sum((contribution_of(parcel.goods) for parcel in self.parcels), ZERO)

    @property
    def vat_mention(self) -> str:
        """What stands beside the sum; "" where each parcel has to say its own."""
        mentions = {parcel.partner.vat_mention for parcel in self.parcels}
        return mentions.pop() if len(mentions) == 1 else ""

    @property
    def taken_back(self) -> str:
        """How much of it can be sent back: "all", "some" or "none"."""
        return taken_back(line for parcel in self.parcels for line in parcel.lines)

    @property
    def is_empty(self) -> bool:
        return not self.parcels

    @property
    def is_fetched(self) -> bool:
        """Whether all of it is picked up: then nobody has to say where they live."""
        chosen = [parcel.chosen for parcel in self.parcels]
        return bool(chosen) and all(way and way.method == Method.PICKUP for way in chosen)

    @property
    def asks_where(self) -> bool:
        """Whether an address is needed, or another one would have more brought there."""
        return not self.is_fetched or any(
            parcel.must_be_fetched and parcel.is_sent_elsewhere for parcel in self.parcels
        )

    @property
    def out_of_reach(self) -> list[Parcel]:
        """Parcels that nothing brings to the address."""
        return [parcel for parcel in self.parcels if not parcel.options]

    @property
    def undecided(self) -> list[Parcel]:
        """Parcels of which the shopper has yet to say how they come."""
        return [parcel for parcel in self.parcels if not parcel.chosen]

    @property
    def digest(self) -> str:
        """Short name of what is agreed to: things, their words, quantities, prices, deliveries."""
        parts = [
            (
                *(line.stockrecord_id, line.words, bool(line.why_kept)),
                *(line.quantity, str(line.line_price_incl_tax_incl_discounts)),
            )
            for parcel in self.parcels
            for line in parcel.lines
        ]
        sent = [
            (parcel.partner.pk, parcel.chosen and parcel.chosen.method, str(parcel.shipping))
            for parcel in self.parcels
        ]
        return hashlib.sha256(repr((parts, sent)).encode()).hexdigest()[:20]


def quote_for(
    basket: Any,
    *,
    today: date,
    country: str | None = None,
    postcode: str = "",
    choices: Mapping[int, int] | None = None,
) -> Quote:
    """The quote of a basket that has its strategy and offers applied.

    `choices`: option by artisan, both as primary keys; what is not chosen, or does not reach the
    address, is proposed: the cheapest that is sent and fits. Without `country` nothing is sent yet.
    """
    lines = list(basket.all_lines())
    parcels = _parcels(lines, today)
    if country:
        _propose(parcels, country, postcode, choices or {})
    discounts = [*_of_goods(basket), *_of_delivery(basket, parcels)]
    unavailable = [*_unavailable(lines), *_without_words(lines)]
    return Quote(parcels, discounts, unavailable, territory_of(country or "", postcode))


def _parcels(lines: list[Any], today: date) -> list[Parcel]:
    by_partner: dict[int, Parcel] = {}
    for line in lines:
        partner = line.stockrecord.partner
        parcel = by_partner.setdefault(partner.pk, Parcel(partner, [], today))
        parcel.lines.append(line)
    return list(by_partner.values())


def _propose(
    parcels: list[Parcel], country: str, postcode: str, choices: Mapping[int, int]
) -> None:
    partners = [parcel.partner.pk for parcel in parcels]
    offered = ShippingOption.objects.offered().filter(partner__in=partners)
    found = list(offered.select_related("partner"))
    for parcel in parcels:
        fitting = [
            option
            for option in found
            if option.partner_id == parcel.partner.pk and option.carries(parcel.load)
        ]
        parcel.options = [option for option in fitting if option.reaches(country, postcode)]
        parcel.is_sent_elsewhere = any(option.method != Method.PICKUP for option in fitting)
        wanted = choices.get(parcel.partner.pk)
        proposed = cheapest(parcel.options, parcel.goods)
        if parcel.must_be_fetched and parcel.is_sent_elsewhere and territory_of(country, postcode):
            proposed = None  # an ocean away, nobody fetches a thing without having said so
        parcel.chosen = next((option for option in parcel.options if option.pk == wanted), proposed)


def _of_goods(basket: Any) -> list[Discount]:
    applied = [*basket.offer_discounts, *basket.voucher_discounts]
    return [Discount(each["offer"], each["discount"], each["freq"]) for each in applied]


def _of_delivery(basket: Any, parcels: list[Parcel]) -> list[Discount]:
    """What the first offer on delivery takes off, each parcel its part: Oscar knows no second."""
    prices = [parcel.price_of_delivery for parcel in parcels]
    charge = sum(prices, ZERO)
    if not (basket.shipping_discounts and charge):
        return []
    applied = basket.shipping_discounts[0]
    amount = min(charge, applied["offer"].shipping_discount(charge))
    parts = whole_cents(Fraction(price) * Fraction(amount) / Fraction(charge) for price in prices)
    for parcel, part in zip(parcels, parts, strict=True):
        parcel.reduction = part
    amount = sum(parts, ZERO)
    return [Discount(applied["offer"], amount, applied["freq"], True)] if amount else []


def _unavailable(lines: list[Any]) -> list[tuple[Any, str]]:
    """Lines that cannot be had, and why; those of one thing, with other words each, in all."""
    wanted: Counter[int] = Counter()
    found = []
    for line in lines:
        wanted[line.stockrecord_id] += line.quantity
        availability = line.purchase_info.availability
        is_permitted, why = availability.is_purchase_permitted(wanted[line.stockrecord_id])
        if not is_permitted:
            found.append((line, str(why)))
    return found


def _without_words(lines: list[Any]) -> list[tuple[Any, str]]:
    """Lines of what is no longer made without words, put in before it asked for them."""
    listed = {line.pk: line.product.parent_id or line.product_id for line in lines}
    asked = Product.product_options.through.objects.filter(
        product__in=set(listed.values()), option__required=True, option__type=Option.TEXT
    )
    needed: dict[int, set[int]] = {}
    for product, option in asked.values_list("product", "option"):
        needed.setdefault(product, set()).add(option)
    why = _("Its artisan now asks what to put on it: take it out, then choose it again.")
    return [
        (line, why)
        for line in lines
        if needed.get(listed[line.pk], set()) - {typed.option_id for typed in line.attributes.all()}
    ]
