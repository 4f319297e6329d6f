"""Payments: what was agreed, where the money is, and every word of the provider."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ground.history.models import Kept

from ..states import HOW_IT_ENDED, LIVE, RefundReason, State

if TYPE_CHECKING:
    from ground.accounts.models import User

STUCK_AFTER = timedelta(minutes=5)  # what is due is tried each minute


class PaymentQuerySet(models.QuerySet["Payment"]):
    def visible_to(self, user: "User") -> "PaymentQuerySet":
        """Those that this user may read: their own, all for an operator."""
        if not user.is_authenticated:
            return self.none()
        if user.is_superuser or user.has_perm("payments.view_payment"):
            return self
        return self.filter(user=user)

    def live(self) -> "PaymentQuerySet":
        return self.filter(state__in=LIVE)

    def overdue(self, at: datetime) -> "PaymentQuerySet":
        """Those whose stock was kept long enough, and which the provider has not answered."""
        return self.filter(state__in={State.CREATED, State.PENDING}, held_until__lte=at)

    def paid_without_order(self) -> "PaymentQuerySet":
        return self.filter(state=State.CAPTURED, order=None)

    def to_refund(self) -> "PaymentQuerySet":
        return self.filter(state=State.REFUND_DUE)

    def half_way(self) -> "PaymentQuerySet":
        """Those with a next step to take: authorised, taken without an order, or to give back."""
        authorised = models.Q(state=State.AUTHORISED)
        captured = models.Q(state=State.CAPTURED, order=None)
        return self.filter(authorised | captured | models.Q(state=State.REFUND_DUE))

    def stuck(self, at: datetime) -> "PaymentQuerySet":
        """Those which the platform should have finished long ago: somebody has to look."""
        before = at - STUCK_AFTER
        begun = models.Q(pk__in=self.model.objects.half_way().order_by().values("pk"))
        waiting = models.Q(state__in={State.CREATED, State.PENDING}, held_until__lte=before)
        last_event = models.Subquery(
            PaymentEvent.objects.filter(payment=models.OuterRef("pk"))
            .order_by("-at", "-pk")
            .values("at")[:1]
        )
        since = Coalesce(last_event, models.F("created_at"))
        return self.annotate(stuck_since=since).filter(
            (begun & models.Q(stuck_since__lte=before)) | waiting
        )


class Payment(models.Model):
    """One attempt to pay for one basket.

    `details` is what the shopper decided, frozen: address, delivery of each parcel, gift
    messages, and the quote that they agreed to. `held_until`: how long stock is kept; empty once it
    is released. `amount` is what is charged, in `currency`, VAT and delivery included. `failures`
    counts how often its next step was tried in vain, `trouble` is what stopped the last try, in the
    words that whoever has to put it right needs.
    """

    State = State

    reference = models.CharField(_("reference"), max_length=32, unique=True)
    idempotency_key = models.UUIDField(_("idempotency key"), unique=True, default=uuid4)
    provider = models.CharField(pgettext_lazy("of payments", "provider"), max_length=30)
    provider_reference = models.CharField(_("provider's reference"), max_length=120, blank=True)
    basket = models.ForeignKey(
        "basket.Basket",
        verbose_name=_("basket"),
        on_delete=models.PROTECT,
        related_name="payments",
    )
    order = models.OneToOneField(
        "order.Order",
        verbose_name=_("order"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="payment",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("shopper"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="payments",
    )
    amount = models.DecimalField(_("amount"), max_digits=10, decimal_places=2)
    currency = models.CharField(_("currency"), max_length=3, default="EUR")
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.CREATED, db_index=True
    )
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    details = models.JSONField(_("details"), encoder=DjangoJSONEncoder)
    created_at = models.DateTimeField(_("created on"))
    held_until = models.DateTimeField(_("stock kept until"), null=True, blank=True)
    failures = models.PositiveIntegerField(_("failures"), default=0, db_default=0)
    trouble = models.CharField(_("trouble"), max_length=300, blank=True, default="", db_default="")

    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gte=0), name="payments_amount_is_never_negative"
            ),
            models.UniqueConstraint(
                fields=["basket"],
                condition=models.Q(state__in=sorted(LIVE)),
                name="payments_one_live_payment_for_a_basket",
            ),
            models.CheckConstraint(
                condition=models.Q(order=None)
                | models.Q(state__in=[State.CAPTURED, State.REFUND_DUE, State.REFUNDED]),
                name="payments_an_order_is_paid",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    @property
    def how_it_ended(self) -> str:
        """Without money, in the shopper's words; "" where it did not."""
        return str(HOW_IT_ENDED.get(State(self.state), ""))

    @property
    def refund_reason(self) -> RefundReason:
        """Why it is given back; earlier versions wrote down none, and knew but one."""
        owed = self.events.filter(kind="owe_refund").last()
        return RefundReason(owed.payload.get("why", "sold_out") if owed else "cancelled")


class PaymentEvent(Kept):
    """What happened to a payment: a move of ours, or what the provider said, stored once."""

    payment = models.ForeignKey(
        Payment, verbose_name=_("payment"), on_delete=models.CASCADE, related_name="events"
    )
    kind = models.CharField(_("what"), max_length=20)
    provider = models.CharField(pgettext_lazy("of payments", "provider"), max_length=30, blank=True)
    event_id = models.CharField(_("provider's event"), max_length=120, blank=True)
    at = models.DateTimeField(_("at"))
    payload = models.JSONField(_("content"), default=dict, blank=True)

    class Meta:
        verbose_name = _("event of a payment")
        verbose_name_plural = _("events of payments")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "event_id"],
                condition=~models.Q(event_id=""),
                name="payments_a_provider_event_is_stored_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.payment_id}: {self.kind}"
