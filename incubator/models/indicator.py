"""What a pilot measures: an indicator, its baseline and its target."""

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

if TYPE_CHECKING:
    from .measurement import Measurement


class Domain(models.TextChoices):
    """The four domains of impact of the evaluation framework."""

    SOCIAL = "social", _("Social")
    ECONOMIC = "economic", _("Economic")
    ENVIRONMENTAL = "environmental", _("Environmental")
    CULTURAL = "cultural", _("Cultural")


class Direction(models.TextChoices):
    UP = "up", _("Higher is better")
    DOWN = "down", _("Lower is better")


class Indicator(Orderable, ClusterableModel):
    """Something counted before, during and after: in one unit, by one method."""

    Domain = Domain
    Direction = Direction

    pilot = ParentalKey(
        "incubator.Pilot",
        verbose_name=_("pilot"),
        on_delete=models.CASCADE,
        related_name="indicators",
    )
    code = models.SlugField(_("code"))
    label = models.CharField(_("what is counted"), max_length=200)
    unit = models.CharField(_("unit"), max_length=60)
    domain = models.CharField(_("domain"), max_length=14, choices=Domain.choices)
    direction = models.CharField(
        _("direction"), max_length=4, choices=Direction.choices, default=Direction.UP
    )
    decimals = models.PositiveSmallIntegerField(_("decimals"), default=0)
    method = models.TextField(_("method"), blank=True)
    sample = models.TextField(_("sample"), blank=True)
    baseline = models.DecimalField(
        _("baseline"), max_digits=14, decimal_places=4, null=True, blank=True
    )
    baseline_on = models.DateField(_("baseline on"), null=True, blank=True)
    comparison_baseline = models.DecimalField(
        _("baseline of the comparison group"),
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
        help_text=_("Where the same was counted at a group or a place that did without."),
    )
    target = models.DecimalField(
        _("target"), max_digits=14, decimal_places=4, null=True, blank=True
    )
    target_on = models.DateField(_("target on"), null=True, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        constraints = [
            models.UniqueConstraint(
                fields=("pilot", "code"),
                name="incubator_indicator_code_is_one_in_a_pilot",
            )
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def latest(self) -> "Measurement | None":
        """The last measurement, from those prefetched."""
        return max(self.measurements.all(), key=lambda found: found.on, default=None)

    @property
    def actual(self) -> Decimal | None:
        return self.latest.value if self.latest else None

    @property
    def is_met(self) -> bool | None:
        """Whether the target is reached; None while that cannot be said."""
        if self.actual is None or self.target is None:
            return None
        if self.direction == Direction.DOWN:
            return self.actual <= self.target
        return self.actual >= self.target
