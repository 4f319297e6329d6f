"""Pilots as managers run them; what is published is corrected by another edition."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail_modeladmin.views import InspectView

from ground.backoffice.lists import ListAdmin

from ..actions import pilots
from ..models import Organisation, Pilot
from ..moves import possible_moves
from .choices import PublicChoices
from .steps import STEPS
from .together import MergingView

TEXTS = ("title", "summary", "challenge", "hypothesis")
ON_SITE = ("zone_on_site", "constraints", "dismantling", "comparison_group")


def both(*names: str) -> list[FieldPanel]:
    return [FieldPanel(f"{name}_{code}") for name in names for code in ("fr", "en")]


def fields(*names: str) -> list[FieldPanel]:
    return [FieldPanel(name) for name in names]


class PilotForm(PublicChoices):
    """Chooses among organisations that are known; what is published is corrected with a reason."""

    reason = forms.CharField(
        label=_("Why it is corrected"),
        help_text=_("Shown with the day on the public page; what was published before stays."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Q(pk=self.instance.organisation_id)
        if "organisation" in self.fields:
            self.fields["organisation"].queryset = Organisation.objects.filter(
                Q(is_known=True) | own
            )

    @property
    def is_published(self) -> bool:
        return self.instance.state == Pilot.State.PUBLISHED

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if self.is_published and self.has_changed() and not said.get("reason", "").strip():
            self.add_error("reason", _("Say why: these results are published."))
        return said


class PilotEdit(MergingView):
    """What is saved of published results is their next edition."""

    def form_valid(self, form: Any) -> HttpResponse:
        if not form.is_published:
            return super().form_valid(form)
        answers: list[HttpResponse] = []
        save = super().form_valid
        try:
            pilots.correct(
                pilot=self.instance,
                change=lambda: answers.append(save(form)),
                reason=form.cleaned_data["reason"],
                by=self.request.user,
                at=timezone.now(),
            )
        except pilots.NoReason:
            form.add_error("reason", _("Say why: these results are published."))
            return self.form_invalid(form)
        return answers[0]


class PilotView(InspectView):
    """Where a pilot stands and what can be done now."""

    page_title = _("Pilot")

    def get_meta_title(self) -> str:
        return str(self.instance)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        moves = possible_moves(self.instance, self.request.user)
        return super().get_context_data(
            moves={name: move.label for name, move in moves.items() if name in STEPS["pilot"]},
            events=self.instance.events.select_related("by"),
            members=self.instance.members.select_related("user"),
            **kwargs,
        )


class PilotAdmin(ListAdmin):
    model = Pilot
    menu_label = _("Pilots")
    words_new = _("New pilot")
    words_back = _("Back to the pilots")
    menu_icon = "site"
    inspect_view_enabled = True
    inspect_view_class = PilotView
    inspect_view_fields = ("state", "verdict", "place", "organisation", "starts_on", "ends_on")
    list_display = ("title", "place", "organisation", "state", "verdict", "starts_on")
    list_filter = ("state", "verdict")
    list_select_related = ("place", "organisation")
    search_fields = ("title_fr", "title_en", "organisation__name", "place__name")
    ordering = ("-starts_on",)
    edit_view_class = PilotEdit

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    MultiFieldPanel(both(*TEXTS), heading=_("In words")),
                    *fields("slug", "organisation", "place", "starts_on", "ends_on", "picture"),
                ],
                heading=_("The pilot"),
            ),
            ObjectList(both(*ON_SITE), heading=_("On site")),
            ObjectList(
                [
                    InlinePanel(
                        "indicators",
                        panels=[
                            *fields("code"),
                            *both("label", "unit"),
                            *fields("domain", "direction", "decimals"),
                            *both("method", "sample"),
                            *fields("baseline", "baseline_on", "comparison_baseline"),
                            *fields("target", "target_on"),
                            InlinePanel(
                                "measurements",
                                panels=[
                                    *fields("on", "value", "comparison", "confidence"),
                                    *both("note"),
                                    *fields("evidence_url"),
                                ],
                                heading=_("Measurements"),
                                label=_("Measurement"),
                            ),
                        ],
                        label=_("Indicator"),
                    )
                ],
                heading=_("Indicators"),
            ),
            ObjectList(
                [
                    InlinePanel(
                        "budget",
                        panels=[
                            *both("label"),
                            *fields("sector", "form"),
                            *both("payer"),
                            *fields("planned", "actual"),
                            *both("valuation"),
                        ],
                        label=_("Budget line"),
                    )
                ],
                heading=_("Budget"),
            ),
            ObjectList(
                [
                    InlinePanel(
                        "milestones",
                        panels=[*both("label"), *fields("due_on", "done_on")],
                        heading=_("Milestones"),
                        label=_("Milestone"),
                    ),
                    InlinePanel(
                        "checkins",
                        panels=[*fields("on", "light"), *both("note")],
                        heading=_("Check-ins"),
                        label=_("Check-in"),
                    ),
                ],
                heading=_("Progress"),
            ),
            ObjectList(
                [
                    InlinePanel(
                        "lessons",
                        panels=[*fields("kind"), *both("text")],
                        heading=_("Lessons"),
                        label=_("Lesson"),
                    ),
                    InlinePanel(
                        "conditions",
                        panels=both("text"),
                        heading=_("What another site needs"),
                        label=_("Condition"),
                    ),
                    InlinePanel(
                        "evaluations",
                        panels=fields("evaluator", "on", "report_url"),
                        heading=_("Evaluations"),
                        label=_("Evaluation"),
                    ),
                    *fields("repeats"),
                ],
                heading=_("What was learnt"),
            ),
            ObjectList(fields("artisans", "products"), heading=_("With whom")),
        ],
        base_form_class=PilotForm,
    )
