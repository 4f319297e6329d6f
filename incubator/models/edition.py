"""Published results: each edition stays as it was read."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Edition(models.Model):
    """The results of a pilot as they were published on a day. A correction is another one.

    `content` is the pilot with its indicators, budget and lessons, as `serializable_data` tells it.
    """

    pilot = models.ForeignKey(
        "incubator.Pilot",
        verbose_name=_("pilot"),
        on_delete=models.CASCADE,
        related_name="editions",
    )
    number = models.PositiveSmallIntegerField(_("number"))
    content = models.JSONField(_("content"))
    reason = models.TextField(_("reason"), blank=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("edition of results")
        verbose_name_plural = _("editions of results")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=("pilot", "number"), name="incubator_edition_number_is_one"
            ),
            models.CheckConstraint(
                condition=models.Q(number=1) | ~models.Q(reason=""),
                name="incubator_edition_after_the_first_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pilot}/{self.number}"
