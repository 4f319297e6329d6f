"""Values of an indicator on a day, each with its source."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from .fields import HttpsField


class Confidence(models.TextChoices):
    LOW = "low", _("Low confidence")
    MEDIUM = "medium", _("Medium confidence")
    HIGH = "high", _("High confidence")


class Measurement(models.Model):
    """What an indicator was found to be on a day, and how far to trust it."""

    Confidence = Confidence

    indicator = ParentalKey(
        "incubator.Indicator",
        verbose_name=_("indicator"),
        on_delete=models.CASCADE,
        related_name="measurements",
    )
    on = models.DateField(_("on"))
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=4)
    comparison = models.DecimalField(
        _("value of the comparison group"),
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
    )
    confidence = models.CharField(
        _("confidence"),
        max_length=8,
        choices=Confidence.choices,
        default=Confidence.MEDIUM,
    )
    note = models.TextField(_("note"), blank=True)
    evidence_url = HttpsField(_("evidence"), blank=True)

    class Meta:
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=("indicator", "on"), name="incubator_measurement_is_one_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.value} ({self.on})"
