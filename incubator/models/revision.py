"""An application as it was sent, word by word, each time it was."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Revision(models.Model):
    """What was sent in, as it was sent: the form asked then, the answers given, the columns.

    Changing a call never changes it. `token` comes with the page from which it was sent: the
    second click brings the same one and finds the revision already there.
    """

    shown_nowhere = True  # on no public page: saving one leaves the kept pages alone

    application = models.ForeignKey(
        "incubator.Application",
        verbose_name=_("application"),
        on_delete=models.CASCADE,
        related_name="revisions",
    )
    number = models.PositiveSmallIntegerField(_("number"))
    token = models.UUIDField(default=uuid.uuid4, editable=False)
    form = models.JSONField(_("form"))
    project = models.JSONField(_("project"))
    answers = models.JSONField(_("answers"))
    submitted_at = models.DateTimeField(_("submitted"))
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("submitted by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = pgettext_lazy("of an application", "revision")
        verbose_name_plural = pgettext_lazy("of an application", "revisions")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=("application", "number"),
                name="incubator_revision_number_is_one",
            ),
            models.UniqueConstraint(
                fields=("application", "token"), name="incubator_revision_is_sent_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application.reference}/{self.number}"
