"""Reports on a pilot by people who answer for them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from .fields import HttpsField


class Evaluation(models.Model):
    """A report on a pilot by somebody who answers for it: an account, a day, a text to read."""

    pilot = ParentalKey(
        "incubator.Pilot",
        verbose_name=_("pilot"),
        on_delete=models.CASCADE,
        related_name="evaluations",
    )
    evaluator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("evaluator"),
        on_delete=models.PROTECT,
        related_name="evaluations",
    )
    on = models.DateField(_("signed on"))
    report_url = HttpsField(_("report"))

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.evaluator} ({self.on})"
