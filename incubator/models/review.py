"""A juror's review of an application: a score for each criterion, and words."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ReviewState(models.TextChoices):
    ASSIGNED = "assigned", _("To be read")
    BEGUN = "begun", _("Begun")
    SUBMITTED = "submitted", _("Handed in")
    RECUSED = "recused", _("Recused")


class ReviewQuerySet(models.QuerySet["Review"]):
    def standing(self) -> "ReviewQuerySet":
        """Reviews of jurors who have not recused themselves."""
        return self.exclude(state=ReviewState.RECUSED)

    def visible_to(self, user: Any) -> "ReviewQuerySet":
        """A juror's own; those who run the programme see all. Applicants see none."""
        if not user.is_authenticated:
            return self.none()
        if user.has_perm("incubator.run_programme"):
            return self.all()
        return self.standing().filter(juror=user)


class Review(models.Model):
    """A juror's reading of one revision; the row itself is the assignment."""

    shown_nowhere = True  # on no public page: saving one leaves the kept pages alone

    State = ReviewState

    application = models.ForeignKey(
        "incubator.Application",
        verbose_name=_("application"),
        on_delete=models.CASCADE,
        related_name="reviews",
    )
    revision = models.ForeignKey(
        "incubator.Revision",
        verbose_name=_("revision read"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reviews",
    )
    juror = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("juror"),
        on_delete=models.PROTECT,
        related_name="jury_reviews",
    )
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=ReviewState.choices,
        default=ReviewState.ASSIGNED,
    )
    comment = models.TextField(_("comment"), blank=True)
    conflict = models.TextField(_("why recused"), blank=True)
    submitted_at = models.DateTimeField(_("handed in"), null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=("application", "juror"), name="incubator_review_is_one_a_juror"
            )
        ]

    def __str__(self) -> str:
        return f"{self.application} · {self.juror}"


class Score(models.Model):
    """One criterion of one review. Empty: not applicable, and left out of the mean."""

    shown_nowhere = True  # on no public page: saving one leaves the kept pages alone

    review = models.ForeignKey(
        Review,
        verbose_name=_("review"),
        on_delete=models.CASCADE,
        related_name="scores",
    )
    criterion = models.ForeignKey(
        "incubator.Criterion",
        verbose_name=_("criterion"),
        on_delete=models.PROTECT,
        related_name="scores",
    )
    value = models.PositiveSmallIntegerField(_("score"), null=True, blank=True)

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        ordering = ["criterion__sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=("review", "criterion"),
                name="incubator_score_is_one_a_criterion",
            )
        ]

    def __str__(self) -> str:
        return "–" if self.value is None else str(self.value)
