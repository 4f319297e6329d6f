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
from marketplace.fulfilment.models import Part, ShippingOption
from marketplace.fulfilment.models.shipping import Method, cheapest
from marketplace.fulfilment.rates import contribution_of
from marketplace.fulfilment.territories import Territory, territory_of
from marketplace.money import whole_cents

from .delivery import load_of
from .returns import taken_back

ZERO = Decimal("0.00")


def key_of(partner: int, part: int = Part.WHOLE) -> str:
    """What a parcel of this artisan is called in forms: the first of two as all of it would be."""
    return f"{'later' if part == Part.SECOND else 'parcel'}-{partner}"


@dataclass
class Parcel:
    """What one artisan prepares; `options` reach the address and carry its load.

    `reduction`: its part of what an offer takes off the delivery. `choice`: where it may come in
    one parcel or two, on what is shown first of it.
    """

    partner: Partner
    lines: list[Any]
    today: date
    part: Part = Part.WHOLE
    choice: "Choice | None" = field(default=None, repr=False, compare=False)
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

    @property
    def key(self) -> str:
        return key_of(self.partner.pk, self.part)

    @property
    def title(self) -> str:
        words = {
            Part.WHOLE: _("Parcel from %(name)s"),
            Part.FIRST: _("First parcel from %(name)s"),
            Part.SECOND: _("Second parcel from %(name)s"),
        }
        return words[self.part] % {"name": self.partner.name}

    @cached_property
    def send_by(self) -> date:
        return max(self._ready(line) for line in self.lines)

    @cached_property
    def waits_for(self) -> list[Any]:
        """The lines that set its day, as far as others are ready before."""
        return [line for line in self.lines if self.rest_ready_by < self._ready(line)]

    @cached_property
    def rest_ready_by(self) -> date:
        """When it could leave the workshop without those."""
        before = (day for line in self.lines if (day := self._ready(line)) < self.send_by)
        return max(before, default=self.send_by)

    @property
    def awaited(self) -> str:
        return ", ".join(line.product.get_title() for line in self.waits_for)

    @cached_property
    def still_to_make(self) -> list[Any]:
        """The lines that are not made yet when all that is in stock could leave."""
        in_stock = [self._ready(line) for line in self.lines if not line.product.is_made_to_order]
        return [line for line in self.lines if in_stock and self._ready(line) > max(in_stock)]

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


@dataclass
class Choice:
    """What an artisan sends of a basket: all of it together, or in two parcels, by `is_apart`."""

    together: Parcel
    apart: tuple[Parcel, Parcel]
    is_apart: bool

    @classmethod
    def of(cls, whole: Parcel) -> "Choice | None":
        """Where the artisan allows it, and what is in stock would wait for what is made."""
        later = whole.still_to_make
        if not (later and whole.partner.sends_in_two):
            return None
        at_once = [line for line in whole.lines if line not in later]
        first = Parcel(whole.partner, at_once, whole.today, Part.FIRST)
        second = Parcel(whole.partner, later, whole.today, Part.SECOND)
        return cls(whole, (first, second), is_apart=any(line.comes_later for line in later))

    @property
    def chosen(self) -> list[Parcel]:
        return [*self.apart] if self.is_apart else [self.together]

    @property
    def others(self) -> list[Parcel]:
        """Those that it would be, had the shopper chosen the other way."""
        return [self.together] if self.is_apart else [*self.apart]


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
        """Short name of what is agreed to: things, their words, quantities, prices, deliveries.

        Where each artisan has one parcel it is what the version before two parcels made of it, so
        that nobody is asked to agree again while an upgrade is under way.
        """
        parts = [
            (
                *([parcel.part] if parcel.part else []),
                *(line.stockrecord_id, line.words, bool(line.why_kept)),
                *(line.quantity, str(line.line_price_incl_tax_incl_discounts)),
            )
            for parcel in self.parcels
            for line in parcel.lines
        ]
        sent = [
            (
                parcel.key if parcel.part else parcel.partner.pk,
                parcel.chosen and parcel.chosen.method,
                str(parcel.shipping),
            )
            for parcel in self.parcels
        ]
        return hashlib.sha256(repr((parts, sent)).encode()).hexdigest()[:20]


def quote_for(
    basket: Any,
    *,
    today: date,
    country: str | None = None,
    postcode: str = "",
    choices: Mapping[str, int] | None = None,
) -> Quote:
    """The quote of a basket that has its strategy and offers applied.

    `choices`: the primary key of an option by the key of a parcel; what is not chosen, or does not
    reach the address, is proposed: the cheapest that is sent and fits. Without `country` nothing is
    sent yet.
    """
    lines = list(basket.all_lines())
    parcels = [parcel for whole in by_artisan(lines, today) for parcel in _as_chosen(whole)]
    if country:
        _propose(parcels, country, postcode, choices or {})
    discounts = [*_of_goods(basket), *_of_delivery(basket, parcels)]
    unavailable = [*_unavailable(lines), *_without_words(lines)]
    return Quote(parcels, discounts, unavailable, territory_of(country or "", postcode))


def by_artisan(lines: list[Any], today: date) -> list[Parcel]:
    """All that each artisan prepares, as one parcel."""
    by_partner: dict[int, Parcel] = {}
    for line in lines:
        partner = line.stockrecord.partner
        parcel = by_partner.setdefault(partner.pk, Parcel(partner, [], today))
        parcel.lines.append(line)
    return list(by_partner.values())


def _as_chosen(whole: Parcel) -> list[Parcel]:
    """In one parcel or in two, the first of them with the choice."""
    choice = Choice.of(whole)
    if not choice:
        return [whole]
    choice.chosen[0].choice = choice
    return choice.chosen


def _propose(
    parcels: list[Parcel], country: str, postcode: str, choices: Mapping[str, int]
) -> None:
    """For what was not chosen as well: what that would cost is said beside it."""
    others = [other for parcel in parcels if parcel.choice for other in parcel.choice.others]
    partners = [parcel.partner.pk for parcel in parcels]
    offered = ShippingOption.objects.offered().filter(partner__in=partners)
    found = list(offered.select_related("partner"))
    for parcel in [*parcels, *others]:
        fitting = [
            option
            for option in found
            if option.partner_id == parcel.partner.pk and option.carries(parcel.load)
        ]
        parcel.options = [option for option in fitting if option.reaches(country, postcode)]
        parcel.is_sent_elsewhere = any(option.method != Method.PICKUP for option in fitting)
        wanted = choices.get(parcel.key, choices.get(key_of(parcel.partner.pk)))
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
