"""What is written to people, and how far it has come."""

from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

# Pauses between one try and the next, in minutes. After them the letter is given up: a mail server
# that is away for longer than these three days is for people to look at.
PAUSES = (1, 2, 5, 10, 20, 30, 60, 120, 240, 480, 720, 1440, 1440)


class State(models.TextChoices):
    WAITING = "waiting", _("waiting")
    LEAVING = "leaving", _("being sent")
    SENT = "sent", _("sent")
    GIVEN_UP = "given_up", _("given up")


class LetterQuerySet(models.QuerySet["Letter"]):
    def waiting(self) -> "LetterQuerySet":
        """Those that will be tried, now or later."""
        return self.filter(due_at__isnull=False)

    def given_up(self) -> "LetterQuerySet":
        return self.filter(sent_at=None, due_at=None)

    def free(self, at: datetime) -> "LetterQuerySet":
        """Those that no process is sending, as far as can be known."""
        return self.filter(models.Q(leased_until=None) | models.Q(leased_until__lte=at))

    def due(self, at: datetime) -> "LetterQuerySet":
        return self.free(at).filter(due_at__lte=at).order_by("due_at", "pk")


class Letter(models.Model):
    """A letter to one person, as it is sent. Written in the transaction that it tells of.

    `due_at`: when to try next; None once it is sent, or given up. Whoever sends it holds the row
    until `leased_until`: a process that is killed meanwhile loses nothing, the next one goes on.
    """

    to = models.CharField(_("to"), max_length=320)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    template = models.CharField(_("template"), max_length=80, blank=True)
    subject = models.TextField(_("subject"))
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(_("page"), blank=True)
    reply_to = models.CharField(_("answers go to"), max_length=320, blank=True)
    about = models.CharField(
        _("about"),
        max_length=120,
        blank=True,
        db_index=True,
        help_text=_("The number or reference of what it tells of."),
    )
    once = models.CharField(
        _("once"),
        max_length=500,
        unique=True,
        help_text=_("What happens once is told once: there is one letter of this name."),
    )
    is_secret = models.BooleanField(
        _("secret"),
        default=False,
        help_text=_("It holds a key: nobody is shown its words, and they go when it is sent."),
    )

    written_at = models.DateTimeField(_("written on"), db_index=True)
    due_at = models.DateTimeField(_("next try"), null=True, blank=True)
    leased_until = models.DateTimeField(_("being sent until"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.TextField(_("error"), blank=True)
    sent_at = models.DateTimeField(_("sent on"), null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-written_at", "-pk"]
        indexes = [
            models.Index(
                fields=["due_at"], name="letters_due", condition=models.Q(due_at__isnull=False)
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sent_at=None) | models.Q(due_at=None),
                name="letters_what_is_sent_is_not_due",
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} → {self.to}"

    @property
    def state(self) -> State:
        if self.sent_at:
            return State.SENT
        if self.due_at is None:
            return State.GIVEN_UP
        return State.LEAVING if self.leased_until else State.WAITING

    @property
    def can_go_again(self) -> bool:
        """Not while it is being sent; nor when its words are gone."""
        return not (self.state == State.SENT and self.is_secret) and self.state != State.LEAVING

    @property
    def mark(self) -> UUID:
        """The same at every try: a mailbox that got the letter twice can tell."""
        return uuid5(NAMESPACE_URL, self.once)

    @property
    def pause(self) -> timedelta | None:
        """How long to wait after the attempts so far; None once that was the last."""
        if self.attempts > len(PAUSES):
            return None
        return timedelta(minutes=PAUSES[self.attempts - 1])


class Attachment(models.Model):
    """A file that goes with a letter."""

    letter = models.ForeignKey(
        Letter, verbose_name=_("letter"), on_delete=models.CASCADE, related_name="attachments"
    )
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=80, help_text="text/html, application/pdf…")
    content = models.BinaryField(_("content"))

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
