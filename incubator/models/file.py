"""Files that answer a question, read through one view only."""

import uuid
from typing import Any

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .. import states
from .member import Member
from .review import Review


def private_storage() -> Storage:
    return storages["private"]


def neutral_name(file: "ApplicationFile", name: str) -> str:
    """Where it is kept: nothing in it comes from the person who sent it but a checked extension."""
    return f"applications/{uuid.uuid4().hex}.{file.extension}"


class ApplicationFileQuerySet(models.QuerySet["ApplicationFile"]):
    def current(self) -> "ApplicationFileQuerySet":
        """Files that are part of the application as it stands; others only of past revisions."""
        return self.filter(removed_at__isnull=True)

    def visible_to(self, user: Any) -> "ApplicationFileQuerySet":
        """Files that this person may read: a juror, only those that the call shows to jurors."""
        if not user.is_authenticated:
            return self.none()
        mine = Member.objects.of(user).values("application")
        to_review = Review.objects.standing().filter(juror=user).values("application")
        visible = models.Q(application__in=mine) | models.Q(
            application__in=to_review,
            application__state__in=states.READ_BY_JURY,
            visible_to_jurors=True,
            removed_at__isnull=True,
        )
        if user.has_perm("incubator.run_programme"):
            visible |= models.Q(application__submitted_at__isnull=False)
        return self.filter(visible)


class ApplicationFile(models.Model):
    """A file that answers a question. Kept outside the web root, read through one view only."""

    shown_nowhere = True  # on no public page: saving one leaves the kept pages alone

    application = models.ForeignKey(
        "incubator.Application",
        verbose_name=_("application"),
        on_delete=models.CASCADE,
        related_name="files",
    )
    key = models.UUIDField(_("key"), unique=True, default=uuid.uuid4, editable=False)
    question_code = models.SlugField(_("question"))
    file = models.FileField(_("file"), storage=private_storage, upload_to=neutral_name)
    name = models.CharField(_("name it came with"), max_length=160)
    extension = models.CharField(_("extension"), max_length=8)
    content_type = models.CharField(_("type"), max_length=100)
    size = models.PositiveBigIntegerField(_("bytes"))
    visible_to_jurors = models.BooleanField(_("shown to jurors"), default=True)
    added_at = models.DateTimeField(_("added"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True)

    objects = ApplicationFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=("application", "question_code"),
                condition=models.Q(removed_at__isnull=True),
                name="incubator_file_is_one_for_a_question",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("incubator:file", args=[self.key])
