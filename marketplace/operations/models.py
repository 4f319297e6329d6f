from django.db import models
from django.utils.translation import gettext_lazy as _


class LastRun(models.Model):
    """When a command that a timer starts last came to its end."""

    shown_nowhere = True

    name = models.CharField(_("command"), max_length=60, primary_key=True)
    at = models.DateTimeField(_("ended on"))

    class Meta:
        verbose_name = _("last run")
        verbose_name_plural = _("last runs")

    def __str__(self) -> str:
        return f"{self.name}: {self.at}"
