"""Parcels: what one artisan prepares of an order, and all that has happened to it."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ground.history.models import Kept
from marketplace.forks.partner.models import VatRegime

from ..states import DONE, TO_PREPARE, State
from .shipping import Method

if TYPE_CHECKING:
    from ground.accounts.models import User


class Part(models.IntegerChoices):
    """Which part it is of all that one artisan prepares of an order."""

    WHOLE = 0, _("All in one parcel")
    FIRST = 1, _("First of two parcels")
    SECOND = 2, _("Second of two parcels")


class ConsignmentQuerySet(models.QuerySet["Consignment"]):
    def of(self, user: "User") -> "ConsignmentQuerySet":
        """Those which this user prepares, as somebody who works for the artisan."""
        return self.filter(partner__users=user) if user.is_authenticated else self.none()

    def visible_to(self, user: "User") -> "ConsignmentQuerySet":
        """Those that this user may read: the artisan's people, the shopper, operators."""
        if not user.is_authenticated:
            return self.none()
        if user.is_superuser or user.has_perm("fulfilment.view_consignment"):
            return self
        return self.filter(
            models.Q(pk__in=self.model.objects.of(user).values("pk")) | models.Q(order__user=user)
        )

    def to_prepare(self) -> "ConsignmentQuerySet":
        return self.filter(state__in=TO_PREPARE)

    def asked_for(self, words: str) -> "ConsignmentQuerySet":
        """Those whose number, recipient or things have all these words."""
        found = self
        for word in words.split():
            things = ConsignmentLine.objects.filter(order_line__title__icontains=word)
            found = found.filter(
                models.Q(number__icontains=word)
                | models.Q(order__shipping_address__line4__icontains=word)
                | models.Q(order__shipping_address__last_name__icontains=word)
                | models.Q(pk__in=things.values("consignment"))
            )
        return found

    def with_lines(self) -> "ConsignmentQuerySet":
        """All that a list of them shows, in a fixed number of queries."""
        return self.select_related(
            "order__shipping_address", "order__billing_address", "partner"
        ).prefetch_related(
            "lines__order_line__product__parent", "lines__order_line__attributes__option"
        )


class Consignment(models.Model):
    """The part of an order that one artisan prepares and sends: all of it at once, or in two.

    What must not change later is frozen here when the order is placed: how it is sent and
    at what price, the rates, the VAT regime, who sells. Amounts are euros, VAT included.
    """

    State = State
    Method = Method
    Part = Part

    order = models.ForeignKey(
        "order.Order",
        verbose_name=_("order"),
        on_delete=models.PROTECT,
        related_name="consignments",
    )
    partner = models.ForeignKey(
        "partner.Partner",
        verbose_name=_("artisan"),
        on_delete=models.PROTECT,
        related_name="consignments",
    )
    part = models.PositiveSmallIntegerField(
        _("part"), choices=Part.choices, default=Part.WHOLE, db_default=Part.WHOLE
    )
    number = models.CharField(_("number"), max_length=32, unique=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.NEW)
    placed_at = models.DateTimeField(_("ordered on"), db_index=True)

    shipping_method = models.CharField(_("delivery"), max_length=10, choices=Method.choices)
    shipping_price = models.DecimalField(_("price of delivery"), max_digits=7, decimal_places=2)
    goods_total = models.DecimalField(_("goods"), max_digits=9, decimal_places=2)
    send_by = models.DateField(_("to be sent by"))
    arrives_from = models.DateField(_("arrives from"))
    arrives_until = models.DateField(_("arrives until"))

    commission_rate = models.DecimalField(_("commission rate"), max_digits=5, decimal_places=4)
    commission = models.DecimalField(_("commission"), max_digits=8, decimal_places=2)
    contribution_rate = models.DecimalField(
        _("heritage contribution rate"), max_digits=5, decimal_places=4
    )
    contribution = models.DecimalField(_("heritage contribution"), max_digits=8, decimal_places=2)
    vat_regime = models.CharField(_("VAT regime"), max_length=12, choices=VatRegime.choices)
    vat_rate = models.DecimalField(_("VAT rate"), max_digits=5, decimal_places=4)
    seller = models.JSONField(
        _("seller"), help_text=_("Who sold, as it was known on the day of the order.")
    )

    is_gift = models.BooleanField(_("gift wrapping"), default=False)
    gift_message = models.TextField(_("message"), blank=True)

    carrier = models.CharField(_("carrier"), max_length=80, blank=True)
    tracking_number = models.CharField(_("tracking number"), max_length=80, blank=True)
    tracking_url = models.URLField(_("tracking page"), blank=True)
    sent_at = models.DateTimeField(_("sent on"), null=True, blank=True)

    objects = ConsignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consignment")
        verbose_name_plural = _("consignments")
        ordering = ["-placed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["order", "partner", "part"], name="fulfilment_a_part_is_sent_once"
            ),
            models.CheckConstraint(
                condition=models.Q(
                    shipping_price__gte=0,
                    goods_total__gte=0,
                    commission__gte=0,
                    contribution__gte=0,
                ),
                name="fulfilment_consignment_amounts_are_never_negative",
            ),
            models.CheckConstraint(
                condition=models.Q(commission_rate__range=(0, 1), contribution_rate__range=(0, 1)),
                name="fulfilment_consignment_rates_are_shares",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def total(self) -> Any:
        """What the shopper paid for this parcel."""
        return self.goods_total + self.shipping_price

    @property
    def vat_mention(self) -> str:
        """What stands beside its prices: by the regime of the day of the order."""
        return VatRegime(self.vat_regime).mention

    @property
    def is_to_prepare(self) -> bool:
        return self.state in TO_PREPARE

    @property
    def is_done(self) -> bool:
        return self.state in DONE

    @property
    def is_pickup(self) -> bool:
        return self.shipping_method == Method.PICKUP


class ConsignmentLine(models.Model):
    """One thing in the parcel."""

    consignment = models.ForeignKey(
        Consignment,
        verbose_name=_("consignment"),
        on_delete=models.CASCADE,
        related_name="lines",
    )
    order_line = models.OneToOneField(
        "order.Line",
        verbose_name=_("order line"),
        on_delete=models.PROTECT,
        related_name="consignment_line",
    )
    quantity = models.PositiveIntegerField(_("quantity"))

    class Meta:
        verbose_name = _("consignment line")
        verbose_name_plural = _("consignment lines")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0), name="fulfilment_line_is_never_empty"
            )
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.order_line.title}"


class ConsignmentEvent(Kept):
    """One move of a consignment: written once, never changed."""

    consignment = models.ForeignKey(
        Consignment,
        verbose_name=_("consignment"),
        on_delete=models.CASCADE,
        related_name="events",
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("event of a consignment")
        verbose_name_plural = _("events of consignments")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.consignment_id}: {self.get_state_display()}"
