"""A call for experiments: what is looked for, from when to when, under which rules."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import nh3
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.search import index

from ground.design.zoned import TimeThere

BODY_TAGS = {"p", "ul", "ol", "li", "b", "strong", "i", "em", "h3", "a", "br"}


class CallQuerySet(models.QuerySet["Call"]):
    def published(self) -> "CallQuerySet":
        """Calls that the public may read: those to come and those that are over too."""
        return self.filter(is_public=True)

    def open(self, *, at: datetime) -> "CallQuerySet":
        """Public calls to which one can apply at that moment."""
        return self.published().filter(opens_at__lte=at, closes_at__gt=at)

    def visible_to(self, user: Any) -> "CallQuerySet":
        """Calls that this person may read."""
        return self.all() if user.has_perm("incubator.run_programme") else self.published()


def known_zone(name: str) -> None:
    """Refuse a name that is not in the time zone database."""
    if name not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone. Example: Europe/Paris."),
            params={"name": name},
        )


class Call(index.Indexed, ClusterableModel):
    """An open invitation to experiment: dates, places, questions, criteria.

    Opening and closing are moments; `zone` is the one in which people are told of them.
    Amounts are euros.
    """

    slug = models.SlugField(_("slug"), unique=True)
    title = models.CharField(_("title"), max_length=160)
    summary = models.TextField(_("summary"))
    body = models.TextField(_("text"), blank=True)
    is_public = models.BooleanField(_("public"), default=False)
    is_invented = models.BooleanField(_("invented for the demo"), default=False)

    opens_at = TimeThere(_("opens"))
    closes_at = TimeThere(_("closes"))
    zone = models.CharField(
        _("time zone"), max_length=60, default="Europe/Paris", validators=[known_zone]
    )
    grace_minutes = models.PositiveSmallIntegerField(
        _("minutes of grace"),
        default=0,
        help_text=_("After closing, for applications begun before."),
    )
    decisions_on = models.DateField(_("answers on"), null=True, blank=True)

    places = models.ManyToManyField(
        "provenance.Place", verbose_name=_("places"), blank=True, related_name="calls"
    )
    seats = models.PositiveSmallIntegerField(
        _("pilots wanted"), default=1, validators=[MinValueValidator(1)]
    )
    amount_min = models.DecimalField(
        _("support from"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    amount_max = models.DecimalField(
        _("support up to"),
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    is_blind = models.BooleanField(
        _("read without names"),
        default=False,
        help_text=_("Jurors see neither the organisation nor the people."),
    )
    picture = models.ForeignKey(
        "provenance.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = CallQuerySet.as_manager()

    search_fields = [
        index.SearchField("title_fr", boost=2),
        index.SearchField("title_en", boost=2),
        index.AutocompleteField("title_fr"),
        index.AutocompleteField("title_en"),
        index.SearchField("summary_fr"),
        index.SearchField("summary_en"),
        index.FilterField("is_public"),
    ]

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        ordering = ["-closes_at", "slug"]
        permissions = [("run_programme", _("Can run the programme"))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")),
                name="incubator_call_closes_after_it_opens",
                violation_error_message=_("A call closes after it opens."),
            ),
            models.CheckConstraint(
                condition=models.Q(amount_min__isnull=True)
                | models.Q(amount_max__isnull=True)
                | models.Q(amount_max__gte=models.F("amount_min")),
                name="incubator_call_amounts_are_in_order",
                violation_error_message=_("The highest support is at least the lowest."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("incubator:call", args=[self.slug])

    @property
    def opens_at_there(self) -> datetime:
        """The opening as a clock in the call's zone shows it."""
        return self.opens_at.astimezone(ZoneInfo(self.zone))

    @property
    def closes_at_there(self) -> datetime:
        """The deadline as a clock in the call's zone shows it."""
        return self.closes_at.astimezone(ZoneInfo(self.zone))

    @property
    def body_html(self) -> SafeString:
        """The text as HTML with nothing in it but paragraphs, lists, emphasis and links."""
        return mark_safe(nh3.clean(self.body or "", tags=BODY_TAGS, attributes={"a": {"href"}}))

    def is_open(self, *, at: datetime) -> bool:
        return self.is_public and self.opens_at <= at < self.closes_at

    def accepts(self, *, begun_at: datetime, at: datetime) -> bool:
        """Whether what was begun at one moment may be submitted at another, grace included."""
        last = self.closes_at
        if begun_at < self.closes_at:
            last += timedelta(minutes=self.grace_minutes)
        return self.is_public and self.opens_at <= at < last
