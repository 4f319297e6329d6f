"""Who takes which part in a pilot."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    STARTUP = "startup", _("Start-up")
    HOST = "host", _("Host")
    MANAGER = "manager", _("Programme manager")
    EVALUATOR = "evaluator", _("Independent evaluator")


class PilotMember(models.Model):
    """Somebody's part in a pilot."""

    shown_nowhere = True  # on no public page: saving one leaves the kept pages alone

    Role = Role

    pilot = models.ForeignKey(
        "incubator.Pilot",
        verbose_name=_("pilot"),
        on_delete=models.CASCADE,
        related_name="members",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.CASCADE,
        related_name="pilot_memberships",
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices)

    class Meta:
        verbose_name = _("member of a pilot")
        verbose_name_plural = _("members of pilots")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=("pilot", "user", "role"),
                name="incubator_pilot_member_is_one_a_role",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_role_display()})"
