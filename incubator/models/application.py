"""An application: answers to a call's questions, by a team, sent by a deadline."""

import secrets
import uuid
from typing import Any

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .. import states
from ..states import ApplicationState
from .member import Access, Member
from .review import Review

# No vowels, so no words; no 0, 1, I or L, so that it can be read out over the telephone.
ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"


def new_reference() -> str:
    """A reference that can be dictated and not guessed: `K7QX-9MRD-4T`, about 47 random bits."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(10))
    return f"{signs[:4]}-{signs[4:8]}-{signs[8:]}"


class ApplicationQuerySet(models.QuerySet["Application"]):
    def of(self, user: Any) -> "ApplicationQuerySet":
        """Applications of which this person is a member."""
        return self.filter(pk__in=Member.objects.of(user).values("application"))

    def for_juror(self, user: Any) -> "ApplicationQuerySet":
        """What this person is asked to read for the jury, once it is with the jury."""
        assigned = Review.objects.standing().filter(juror=user).values("application")
        return self.filter(pk__in=assigned, state__in=states.READ_BY_JURY)

    def with_may_write(self, user: Any) -> "ApplicationQuerySet":
        """Each with `may_write`: whether this person is one of those who write in it."""
        writes = Member.objects.of(user).filter(access__in=(Access.OWN, Access.EDIT))
        mine = writes.filter(application=models.OuterRef("pk"))
        return self.annotate(may_write=models.Exists(mine))

    def visible_to(self, user: Any) -> "ApplicationQuerySet":
        """What this person may read: one's own, what was sent in, what one is asked to review."""
        if not user.is_authenticated:
            return self.none()
        mine = Member.objects.of(user).values("application")
        to_review = self.for_juror(user).values("pk")
        visible = models.Q(pk__in=mine) | models.Q(pk__in=to_review)
        if user.has_perm("incubator.run_programme"):
            visible |= models.Q(submitted_at__isnull=False)
        return self.filter(visible)


class Application(models.Model):
    """What a start-up proposes in answer to a call.

    The columns and `answers` are the text being written; what was sent in is in the revisions.
    `answers` holds what was typed, by the code of the question. `version` grows with every save,
    so that two people who write at once are told. `started_with` makes a second click harmless.
    """

    shown_nowhere = True  # on no public page: saving one leaves the kept pages alone

    State = ApplicationState
    MOVES = states.APPLICATION_MOVES

    call = models.ForeignKey(
        "incubator.Call",
        verbose_name=_("call"),
        on_delete=models.PROTECT,
        related_name="applications",
    )
    reference = models.CharField(
        _("reference"),
        max_length=12,
        unique=True,
        default=new_reference,
        editable=False,
    )
    started_with = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=ApplicationState.choices,
        default=ApplicationState.DRAFT,
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    language = models.CharField(
        _("language"),
        max_length=8,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
    )

    title = models.CharField(_("title of the project"), max_length=160)
    summary = models.TextField(_("the project in a few lines"), max_length=600, blank=True)
    organisation = models.ForeignKey(
        "incubator.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="applications",
    )
    places = models.ManyToManyField(
        "provenance.Place",
        verbose_name=_("places"),
        blank=True,
        related_name="applications",
    )
    amount = models.DecimalField(
        _("support asked for"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    answers = models.JSONField(_("answers"), default=dict, blank=True)

    reopened = models.JSONField(
        _("reopened fields"),
        default=list,
        blank=True,
        help_text=_("Codes of what a request for changes lets the applicant rewrite."),
    )
    changes_due_at = models.DateTimeField(_("changes expected by"), null=True, blank=True)

    created_at = models.DateTimeField(_("begun"))
    saved_at = models.DateTimeField(_("saved"))
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("saved by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=ApplicationState.values),
                name="incubator_application_state_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(amount__isnull=True) | models.Q(amount__gte=0),
                name="incubator_application_amount_is_not_negative",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=(ApplicationState.DRAFT, ApplicationState.WITHDRAWN))
                | models.Q(submitted_at__isnull=False),
                name="incubator_application_past_draft_was_submitted",
            ),
        ]
        indexes = [models.Index(fields=("call", "state"), name="incubator_app_call_state")]

    def __str__(self) -> str:
        return f"{self.title} ({self.reference})"

    def get_absolute_url(self) -> str:
        return reverse("incubator:application", args=[self.reference])

    @property
    def is_editable(self) -> bool:
        return self.state in states.EDITABLE

    @property
    def is_open(self) -> bool:
        return self.state in states.OPEN
