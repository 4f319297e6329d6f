"""The history of applications and pilots, move by move."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ground.history.models import Kept

from ..states import ApplicationState, PilotState


class Event(Kept):
    """One move, for ever. Written by `moves.move()`; never changed, never deleted by itself."""

    shown_nowhere = True  # on no public page: saving one leaves the kept pages alone

    move = models.CharField(_("move"), max_length=30)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("at"))
    reason = models.TextField(_("reason"), blank=True)

    class Meta(Kept.Meta):
        abstract = True
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.move


class ApplicationEvent(Event):
    application = models.ForeignKey(
        "incubator.Application",
        verbose_name=_("application"),
        on_delete=models.CASCADE,
        related_name="events",
    )
    source = models.CharField(
        _("from"), max_length=20, choices=ApplicationState.choices, blank=True
    )
    target = models.CharField(_("to"), max_length=20, choices=ApplicationState.choices)

    class Meta(Event.Meta):
        verbose_name = _("event of an application")
        verbose_name_plural = _("events of applications")


class PilotEvent(Event):
    pilot = models.ForeignKey(
        "incubator.Pilot",
        verbose_name=_("pilot"),
        on_delete=models.CASCADE,
        related_name="events",
    )
    source = models.CharField(_("from"), max_length=20, choices=PilotState.choices, blank=True)
    target = models.CharField(_("to"), max_length=20, choices=PilotState.choices)

    class Meta(Event.Meta):
        verbose_name = _("event of a pilot")
        verbose_name_plural = _("events of pilots")
