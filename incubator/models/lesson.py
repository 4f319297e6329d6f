"""What a pilot taught, and what another site needs in order to do the same."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class LessonKind(models.TextChoices):
    WORKED = "worked", _("What worked")
    FAILED = "failed", _("What did not")
    SURPRISE = "surprise", _("What nobody expected")


class Lesson(Orderable):
    """What a pilot taught, failures included."""

    Kind = LessonKind

    pilot = ParentalKey(
        "incubator.Pilot",
        verbose_name=_("pilot"),
        on_delete=models.CASCADE,
        related_name="lessons",
    )
    kind = models.CharField(_("kind"), max_length=8, choices=LessonKind.choices)
    text = models.TextField(_("text"))

    class Meta(Orderable.Meta):
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def __str__(self) -> str:
        return self.text


class Condition(Orderable):
    """What another site needs in order to do the same."""

    pilot = ParentalKey(
        "incubator.Pilot",
        verbose_name=_("pilot"),
        on_delete=models.CASCADE,
        related_name="conditions",
    )
    text = models.TextField(_("text"))

    class Meta(Orderable.Meta):
        verbose_name = _("condition for transfer")
        verbose_name_plural = _("conditions for transfer")

    def __str__(self) -> str:
        return self.text
