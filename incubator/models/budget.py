"""The budget of a pilot: who pays what, and how it was priced where no money moved."""

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class Sector(models.TextChoices):
    PUBLIC = "public", pgettext_lazy("money", "Public")
    PRIVATE = "private", pgettext_lazy("money", "Private")


class Form(models.TextChoices):
    CASH = "cash", _("Cash")
    IN_KIND = "in_kind", _("In kind")


class BudgetLine(Orderable):
    """Who pays what for a pilot, in euros; how it was priced where no money moved."""

    Sector = Sector
    Form = Form

    pilot = ParentalKey(
        "incubator.Pilot",
        verbose_name=_("pilot"),
        on_delete=models.CASCADE,
        related_name="budget",
    )
    label = models.CharField(_("line"), max_length=200)
    sector = models.CharField(_("sector"), max_length=8, choices=Sector.choices)
    form = models.CharField(pgettext_lazy("budget", "form"), max_length=8, choices=Form.choices)
    payer = models.CharField(_("payer"), max_length=160)
    planned = models.DecimalField(
        _("planned"),
        max_digits=12,
        decimal_places=2,
        validators=[MinValueValidator(Decimal(0))],
    )
    actual = models.DecimalField(
        _("spent"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    valuation = models.TextField(_("how it was priced"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")

    def __str__(self) -> str:
        return self.label
