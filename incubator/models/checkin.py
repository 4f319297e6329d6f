"""What team, host and manager note of a pilot as it goes on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey


class Light(models.TextChoices):
    GREEN = "green", _("On course")
    AMBER = "amber", _("Needs attention")
    RED = "red", _("In trouble")


class CheckIn(models.Model):
    """How a pilot stands on a day, between its team, its host and its manager. Not public."""

    shown_nowhere = True  # on no public page: saving one leaves the kept pages alone

    Light = Light

    pilot = ParentalKey(
        "incubator.Pilot",
        verbose_name=_("pilot"),
        on_delete=models.CASCADE,
        related_name="checkins",
    )
    on = models.DateField(_("on"))
    light = models.CharField(_("light"), max_length=6, choices=Light.choices)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("check-in")
        verbose_name_plural = _("check-ins")
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.on} · {self.get_light_display()}"
