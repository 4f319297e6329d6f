"""What was decided of an application, by whom, when and why."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..states import ApplicationState


class Outcome(models.TextChoices):
    SELECTED = ApplicationState.SELECTED.value, ApplicationState.SELECTED.label
    RESERVE = ApplicationState.RESERVE.value, ApplicationState.RESERVE.label
    DECLINED = ApplicationState.DECLINED.value, ApplicationState.DECLINED.label


class Decision(models.Model):
    """What was decided of an application, with the reasons that its team reads."""

    shown_nowhere = True  # on no public page: saving one leaves the kept pages alone

    Outcome = Outcome

    application = models.OneToOneField(
        "incubator.Application",
        verbose_name=_("application"),
        on_delete=models.CASCADE,
        related_name="decision",
    )
    outcome = models.CharField(_("decision"), max_length=12, choices=Outcome.choices)
    reasons = models.TextField(_("reasons"))
    decided_at = models.DateTimeField(_("decided"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")

    def __str__(self) -> str:
        return self.get_outcome_display()
