"""What the sandbox remembers: its own tables, as if it stood at another company.

It knows a payment only by the reference it was given, so nothing here points to our payments.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChargeState(models.TextChoices):
    OPEN = "open", _("Waiting for the shopper")
    CHALLENGED = "challenged", _("Waiting for the second step")
    AUTHORISED = "authorised", _("Authorised")
    CAPTURED = "captured", _("Captured")
    DECLINED = "declined", _("Declined")
    VOIDED = "voided", _("Called off")
    REFUNDED = "refunded", _("Refunded")


class SandboxCharge(models.Model):
    """One amount that somebody was asked to pay."""

    State = ChargeState

    reference = models.CharField(_("reference"), max_length=32, unique=True)
    idempotency_key = models.CharField(_("idempotency key"), max_length=64, unique=True)
    amount = models.DecimalField(_("amount"), max_digits=10, decimal_places=2)
    currency = models.CharField(_("currency"), max_length=3)
    state = models.CharField(
        _("state"), max_length=12, choices=ChargeState.choices, default=ChargeState.OPEN
    )
    play = models.CharField(_("what was chosen"), max_length=20, blank=True)
    return_url = models.CharField(_("address to return to"), max_length=500)
    created_at = models.DateTimeField(_("created on"))

    class Meta:
        verbose_name = _("sandbox charge")
        verbose_name_plural = _("sandbox charges")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.reference


class SandboxAnswer(models.Model):
    """A signed message to us, at its time; kept until we have taken it."""

    charge = models.ForeignKey(
        SandboxCharge,
        verbose_name=_("charge"),
        on_delete=models.CASCADE,
        related_name="answers",
    )
    event_id = models.CharField(_("event"), max_length=40)
    kind = models.CharField(_("what"), max_length=12)
    due_at = models.DateTimeField(_("due at"))
    delivered_at = models.DateTimeField(_("delivered at"), null=True, blank=True)

    class Meta:
        verbose_name = _("sandbox answer")
        verbose_name_plural = _("sandbox answers")
        ordering = ["due_at", "pk"]

    def __str__(self) -> str:
        return f"{self.charge}: {self.kind}"
