"""A pilot: an experiment at a place, with its dates, measures and verdict."""

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.search import index

from ground.design.pictures import rendition_specs
from ground.provenance.models import hold_cuts

from .. import states
from ..states import PilotState, Verdict
from .pilot_member import PilotMember


class PilotQuerySet(models.QuerySet["Pilot"]):
    def published(self) -> "PilotQuerySet":
        """Pilots that the public may read: from the agreement on, failures included."""
        return self.filter(state__in=states.PUBLIC)

    def under_way(self) -> "PilotQuerySet":
        return self.filter(state__in=states.ON_SITE)

    def visible_to(self, user: Any) -> "PilotQuerySet":
        """Public ones; one's own in any state; all of them for those who run the programme."""
        if user.has_perm("incubator.run_programme"):
            return self.all()
        if not user.is_authenticated:
            return self.published()
        mine = PilotMember.objects.filter(user=user).values("pilot")
        return self.filter(models.Q(state__in=states.PUBLIC) | models.Q(pk__in=mine))

    def for_cards(self) -> "PilotQuerySet":
        """With what a card shows, all in one query."""
        return self.select_related("place", "organisation", "picture")

    def as_cards(self) -> list["Pilot"]:
        """For cards, the sizes of their pictures looked up at once."""
        pilots = list(self.for_cards())
        hold_cuts((pilot.picture for pilot in pilots), rendition_specs("third"))
        return pilots


class Pilot(index.Indexed, ClusterableModel):
    """An experiment on a real site: what was believed, what was measured, what came of it."""

    State = PilotState
    MOVES = states.PILOT_MOVES

    slug = models.SlugField(_("slug"), unique=True)
    title = models.CharField(_("title"), max_length=160)
    summary = models.TextField(_("summary"))
    challenge = models.TextField(_("challenge"))
    hypothesis = models.TextField(
        _("hypothesis"), help_text=_("“We believe that… We will know when…”")
    )
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=PilotState.choices,
        default=PilotState.PREPARING,
    )
    verdict = models.CharField(_("verdict"), max_length=8, choices=Verdict.choices, blank=True)
    is_invented = models.BooleanField(_("invented for the demo"), default=False)

    application = models.OneToOneField(
        "incubator.Application",
        verbose_name=_("application"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pilot",
    )
    organisation = models.ForeignKey(
        "incubator.Organisation",
        verbose_name=_("start-up"),
        on_delete=models.PROTECT,
        related_name="pilots",
    )
    place = models.ForeignKey(
        "provenance.Place",
        verbose_name=_("host site"),
        on_delete=models.PROTECT,
        related_name="pilots",
    )
    zone_on_site = models.TextField(_("where on the site"), blank=True)
    constraints = models.TextField(_("what the site requires"), blank=True)
    dismantling = models.TextField(_("how it leaves the site"), blank=True)
    starts_on = models.DateField(_("starts"), null=True, blank=True)
    ends_on = models.DateField(_("ends"), null=True, blank=True)

    artisans = models.ManyToManyField(
        "partner.Partner", verbose_name=_("artisans"), blank=True, related_name="pilots"
    )
    products = models.ManyToManyField(
        "catalogue.Product",
        verbose_name=_("products"),
        blank=True,
        related_name="pilots",
    )
    picture = models.ForeignKey(
        "provenance.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    comparison_group = models.TextField(_("comparison group"), blank=True)
    repeats = models.ForeignKey(
        "self",
        verbose_name=_("repeats the pilot"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="repetitions",
        help_text=_("Where it tries at another place what another pilot has tried before."),
    )
    # Claims in words, of which nothing is computed any more; to be dropped in the next release.
    independent_evaluator = models.CharField(_("independent evaluator"), max_length=160, blank=True)
    replication = models.CharField(_("replicated at"), max_length=255, blank=True)

    objects = PilotQuerySet.as_manager()

    search_fields = [
        index.SearchField("title_fr", boost=2),
        index.SearchField("title_en", boost=2),
        index.AutocompleteField("title_fr"),
        index.AutocompleteField("title_en"),
        index.SearchField("summary_fr"),
        index.SearchField("summary_en"),
        index.SearchField("challenge_fr"),
        index.SearchField("challenge_en"),
        index.FilterField("state"),
    ]

    class Meta:
        verbose_name = _("pilot")
        verbose_name_plural = _("pilots")
        ordering = ["-starts_on", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=PilotState.values),
                name="incubator_pilot_state_is_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("closed", "published")) | ~models.Q(verdict=""),
                name="incubator_pilot_closes_with_a_verdict",
                violation_error_message=_("A closed pilot has a verdict."),
            ),
            models.CheckConstraint(
                condition=models.Q(starts_on__isnull=True)
                | models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="incubator_pilot_ends_after_it_starts",
                violation_error_message=_("A pilot ends after it starts."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("incubator:pilot", args=[self.slug])

    @property
    def is_concluded(self) -> bool:
        return self.state in states.CONCLUDED

    @property
    def shown_verdict(self) -> str:
        """The verdict once there is one to tell; "" before the pilot is closed."""
        return self.verdict if self.is_concluded else ""

    @property
    def verdict_told(self) -> str:
        """The verdict in words, "" before the pilot is closed."""
        return str(Verdict(self.shown_verdict).label) if self.shown_verdict else ""
