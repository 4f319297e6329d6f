"""How an artisan sends, at what price, and how long it takes."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..calendar import add_working_days, part_of
from ..loads import Limits, Load
from ..territories import territory_of


class Method(models.TextChoices):
    LETTER = "letter", _("Tracked letter")
    PARCEL = "parcel", _("Parcel")
    PICKUP = "pickup", _("Pick-up at the workshop")


class Zone(models.TextChoices):
    HOME = "home", _("In the country")
    ABROAD = "abroad", _("Elsewhere in Europe")


def zone_of(country: str) -> Zone | None:
    """The zone of an ISO 3166-1 alpha-2 code; None where the shop does not send.

    `settings.SHOP_COUNTRIES` lists where it does, the home country first.
    """
    if country not in settings.SHOP_COUNTRIES:
        return None
    return Zone.HOME if country == settings.SHOP_COUNTRIES[0] else Zone.ABROAD


class ShippingOptionQuerySet(models.QuerySet["ShippingOption"]):
    def offered(self) -> "ShippingOptionQuerySet":
        return self.filter(is_active=True)


class ShippingOption(models.Model):
    """One way in which an artisan sends, to one zone.

    `price` includes VAT. `days_min` and `days_max` count working days from dispatch, or from the
    day the parcel is ready for a pick-up.
    """

    partner = models.ForeignKey(
        "partner.Partner",
        verbose_name=_("artisan"),
        on_delete=models.CASCADE,
        related_name="shipping_options",
    )
    method = models.CharField(
        pgettext_lazy("shipping", "method"), max_length=10, choices=Method.choices
    )
    zone = models.CharField(_("zone"), max_length=10, choices=Zone.choices, default=Zone.HOME)
    price = models.DecimalField(
        _("price"), max_digits=7, decimal_places=2, validators=[MinValueValidator(0)]
    )
    days_min = models.PositiveSmallIntegerField(_("days, at least"), default=2)
    days_max = models.PositiveSmallIntegerField(_("days, at most"), default=4)
    max_weight_g = models.PositiveIntegerField(_("heaviest, in grams"), null=True, blank=True)
    free_from = models.DecimalField(
        _("free from"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Amount of the artisan's goods from which sending costs nothing."),
    )
    is_active = models.BooleanField(_("offered"), default=True)

    objects = ShippingOptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("shipping option")
        verbose_name_plural = _("shipping options")
        ordering = ["price", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "method", "zone"],
                name="fulfilment_one_option_for_a_method_and_zone",
                violation_error_message=_("This way of sending is there already."),
            ),
            models.CheckConstraint(
                condition=models.Q(price__gte=0), name="fulfilment_shipping_is_never_negative"
            ),
            models.CheckConstraint(
                condition=models.Q(days_min__lte=models.F("days_max")),
                name="fulfilment_shipping_days_are_in_order",
                violation_error_message=_("The least number of days is above the most."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_method_display()} · {self.price} €"

    def reaches(self, country: str, postcode: str = "") -> bool:
        """Whether it brings to that address; whoever comes to the workshop may live anywhere."""
        if self.method == Method.PICKUP:
            return True
        return self.zone == zone_of(country) and not territory_of(country, postcode)

    def carries(self, load: Load) -> bool:
        """Whether it is made for that: by its weight, its insured value and its size."""
        limits = settings.DELIVERY_LIMITS.get(self.method)
        is_light = self.max_weight_g is None or load.weight_g <= self.max_weight_g
        return is_light and (limits is None or Limits(**limits).admit(load))

    def price_for(self, goods: Decimal) -> Decimal:
        """Price of sending goods of that amount, VAT included."""
        if self.free_from is not None and goods >= self.free_from:
            return Decimal("0.00")
        return self.price

    def dates(self, *, ready_on: date) -> tuple[date, date]:
        """First and last day on which it should arrive, sent on `ready_on`."""
        part = part_of(self.partner.postcode)
        return (
            add_working_days(ready_on, self.days_min, part=part),
            add_working_days(ready_on, self.days_max, part=part),
        )


def cheapest(options: Iterable[ShippingOption], goods: Decimal) -> ShippingOption | None:
    """The option to propose first: one that is sent rather than fetched, then the cheapest."""
    return min(
        options,
        key=lambda option: (option.method == Method.PICKUP, option.price_for(goods)),
        default=None,
    )
