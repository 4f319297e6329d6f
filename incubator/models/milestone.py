"""What a pilot has promised for a day."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey


class Milestone(models.Model):
    """A day by which something of a pilot is to be done."""

    pilot = ParentalKey(
        "incubator.Pilot",
        verbose_name=_("pilot"),
        on_delete=models.CASCADE,
        related_name="milestones",
    )
    label = models.CharField(_("what"), max_length=200)
    due_on = models.DateField(_("due"))
    done_on = models.DateField(_("done"), null=True, blank=True)

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.label
