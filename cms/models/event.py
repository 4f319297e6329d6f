"""Events: once or on several days, at a place, in the zone of that place."""

import zoneinfo
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_countries.fields import CountryField
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from cms.blocks import TEXT_BLOCKS
from cms.page_forms import PageForm
from ground.design.dates import days, moments
from ground.design.zoned import InItsZone, TimeThere

from .base import BasePage


def check_zone(name: str) -> None:
    """Raise ValidationError unless `name` is a time zone of the IANA database."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("There is no such time zone. For example: Europe/Paris."))


class EventIndexPage(BasePage):
    template = "cms/event_index_page.html"
    shown = "cms.shown.lists.events"
    max_count_per_parent = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.EventPage"]

    class Meta:
        verbose_name = _("list of events")


class EventForm(InItsZone, PageForm):
    """Of an event: its sessions are typed as a clock on the spot shows them."""


class EventPage(BasePage):
    """Something that takes place, once or several times, at a place and in its time zone."""

    place = models.ForeignKey(
        "provenance.Place",
        verbose_name=_("place"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="event_pages",
    )
    country = CountryField(_("country"), default="FR")
    zone = models.CharField(
        _("time zone"), max_length=60, default=settings.TIME_ZONE, validators=[check_zone]
    )
    capacity = models.PositiveIntegerField(_("people a session"), null=True, blank=True)
    needs_registration = models.BooleanField(_("one has to register"), default=False)
    registration_url = models.URLField(
        _("where to register"),
        blank=True,
        db_default="",
        help_text=_("The page of whoever takes the names. Needed where one has to register."),
    )
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    is_invented = models.BooleanField(_("invented for the demo"), default=False)
    # For calendars that have taken it over: a greater number makes them take it over again.
    sequence = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, db_default=Now(), editable=False)
    themes = ParentalManyToManyField(
        "cms.Theme", verbose_name=_("themes"), blank=True, related_name="event_pages"
    )
    artisans = ParentalManyToManyField(
        "partner.Partner", verbose_name=_("artisans"), blank=True, related_name="event_pages"
    )
    body = StreamField(TEXT_BLOCKS, verbose_name=_("text"), blank=True)

    base_form_class = EventForm
    template = "cms/event_page.html"
    shown = "cms.shown.event.event"
    read_with = (*BasePage.read_with, "place")
    parent_page_types = ["cms.EventIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("place"), FieldRowPanel([FieldPanel("country"), FieldPanel("zone")])],
            _("Where"),
        ),
        InlinePanel(
            "sessions",
            heading=pgettext_lazy("of an event", "Sessions"),
            label=pgettext_lazy("of an event", "session"),
            min_num=1,
        ),
        FieldRowPanel(
            [FieldPanel("capacity"), FieldPanel("needs_registration"), FieldPanel("is_cancelled")]
        ),
        FieldPanel("registration_url"),
        FieldPanel("body"),
        FieldPanel("themes"),
        FieldPanel("artisans"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self) -> None:
        """Nobody is asked to register without being told where."""
        super().clean()
        if self.needs_registration and not self.registration_url:
            raise ValidationError(
                {"registration_url": _("Say where one registers, or take the tick away.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Count the changes: from what the public reads, which a draft does not know."""
        if kwargs.get("update_fields") is None:
            public = EventPage.objects.filter(pk=self.pk).values_list("sequence", flat=True).first()
            self.sequence = 0 if public is None else public + 1
            self.changed_at = timezone.now()
        super().save(*args, **kwargs)

    @property
    def next_session(self) -> "EventSession | None":
        """The first session that is not over, else the last one that was."""
        sessions = sorted(self.sessions.all(), key=lambda session: session.starts_at)
        now = timezone.now()
        coming = [session for session in sessions if session.ends_at >= now]
        return next(iter(coming or reversed(sessions)), None)

    @property
    def is_over(self) -> bool:
        """Whether nothing of it is left to come."""
        session = self.next_session
        return session is not None and session.ends_at < timezone.now()


class EventSession(TranslatableMixin, Orderable):
    """From when to when. The instants are absolute; they are shown in the event's zone."""

    event = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="sessions")
    starts_at = TimeThere(_("from"))
    ends_at = TimeThere(_("to"))
    label = models.CharField(_("what"), max_length=160, blank=True)

    panels = [FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]), FieldPanel("label")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = pgettext_lazy("of an event", "session")
        verbose_name_plural = pgettext_lazy("of an event", "sessions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="cms_session_ends_after_it_starts",
                violation_error_message=_("A session ends after it starts."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.starts_at:%Y-%m-%d %H:%M}".strip()

    @property
    def local_start(self) -> datetime:
        """The start as a clock on the spot shows it."""
        return self.starts_at.astimezone(zoneinfo.ZoneInfo(self.event.zone))

    @property
    def local_end(self) -> datetime:
        """The end as a clock on the spot shows it."""
        return self.ends_at.astimezone(zoneinfo.ZoneInfo(self.event.zone))

    @property
    def is_all_day(self) -> bool:
        """Whether it is whole days, from midnight to midnight or to a minute before."""
        whole = (time(0), time(23, 59))
        return self.local_start.time() == time(0) and self.local_end.time() in whole

    @property
    def last_day(self) -> date:
        """The day on which it ends: one that ends at midnight has not begun the next."""
        return (self.local_end - timedelta(microseconds=1)).date()

    @property
    def when(self) -> str:
        """From when to when, as people say it."""
        if self.is_all_day:
            return days(self.local_start.date(), self.last_day)
        return moments(self.local_start, self.local_end)
