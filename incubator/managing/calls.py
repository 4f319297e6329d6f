"""Calls as managers write them, with their questions, criteria and rules."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail_modeladmin.helpers import PermissionHelper

from ground.backoffice.lists import ListAdmin
from ground.design.zoned import InItsZone, read_again

from ..models import Call
from .choices import PublicChoices
from .together import MergingView

BODY = DraftailRichTextArea(features=["bold", "italic", "h3", "ul", "ol", "link"])


class CallForm(PublicChoices, InItsZone):  # what is merged is read in its zone first
    """Takes no call that nobody could answer: each fault is told where it is."""

    def clean(self) -> dict[str, Any]:
        call = super().clean() or self.cleaned_data
        closes, decided = call.get("closes_at"), call.get("decisions_on")
        if closes and decided and decided < closes.date():
            self.add_error("decisions_on", _("Answers come after the call has closed."))
        if call.get("is_public") and not call.get("places"):
            self.add_error("places", _("Nobody can answer a call without a place."))
        return call

    def _leave_alone(self, name: str) -> None:
        """Where others have changed the zone, what was typed is meant there."""
        typed_in = self.cleaned_data["zone"]
        super()._leave_alone(name)
        if name == "zone":
            read_again(self, typed_in)

    def is_valid(self) -> bool:
        """Also across sections: answers are kept by the code of their question."""
        is_right = super().is_valid()
        sections = rows_of(self, "sections")
        questions = [row for section in sections for row in rows_of(section, "questions")]
        of_one_kind = [sections, questions, rows_of(self, "criteria"), rows_of(self, "eligibility")]
        return all([is_right, *(codes_differ(rows) for rows in of_one_kind)])


def rows_of(form: Any, name: str) -> list[Any]:
    """The forms of a list that are sent and stay."""
    formset = form.formsets.get(name)  # None: left alone, as others have changed it
    forms = formset.forms if formset else []
    return [
        row
        for row in forms
        if row.has_changed() or row.instance.pk
        if not formset._should_delete_form(row)
    ]


def codes_differ(rows: list[Any]) -> bool:
    """Say at its field which code has been taken by an earlier row."""
    taken: set[str] = set()
    is_right = True
    for row in rows:
        code = row["code"].data
        if code in taken:
            row.add_error("code", _("Another one of this call has this code."))
            is_right = False
        taken |= {code} if code else set()
    return is_right


class KeepWhatWasAnswered(PermissionHelper):
    """A call that somebody has answered is not deleted."""

    def user_can_delete_obj(self, user: AbstractBaseUser, obj: Call) -> bool:
        return super().user_can_delete_obj(user, obj) and not obj.applications.exists()


class CallAdmin(ListAdmin):
    model = Call
    menu_label = _("Calls")
    words_new = _("New call")
    words_back = _("Back to the calls")
    menu_icon = "form"
    permission_helper_class = KeepWhatWasAnswered
    list_display = ("title", "closes_at", "received", "is_public")
    list_filter = ("is_public",)
    search_fields = ("title_fr", "title_en", "slug")
    ordering = ("-closes_at",)
    edit_view_class = MergingView

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel(f"{name}_{code}") for name in ("title", "summary")]
                        + [FieldPanel(f"body_{code}", widget=BODY)],
                        heading=heading,
                    )
                    for code, heading in (("fr", _("In French")), ("en", _("In English")))
                ]
                + [FieldPanel("slug"), FieldPanel("picture"), FieldPanel("is_public")],
                heading=_("The call"),
            ),
            ObjectList(
                [
                    FieldPanel(name)
                    for name in (
                        "opens_at",
                        "closes_at",
                        "zone",
                        "grace_minutes",
                        "decisions_on",
                        "places",
                        "seats",
                        "amount_min",
                        "amount_max",
                        "is_blind",
                    )
                ],
                heading=_("When, where, how much"),
            ),
            ObjectList(
                [
                    InlinePanel(
                        "sections",
                        panels=[
                            FieldPanel("code"),
                            FieldPanel("label_fr"),
                            FieldPanel("label_en"),
                            InlinePanel(
                                "questions",
                                panels=[
                                    FieldPanel(name)
                                    for name in (
                                        "code",
                                        "kind",
                                        "label_fr",
                                        "label_en",
                                        "help_fr",
                                        "help_en",
                                        "options_fr",
                                        "options_en",
                                        "max_length",
                                        "required",
                                        "personal_data",
                                        "visible_to_jurors",
                                        "frozen_after_submit",
                                        "unbounded",
                                    )
                                ],
                                heading=_("Questions"),
                                label=_("Question"),
                            ),
                        ],
                        label=_("Section"),
                    )
                ],
                heading=_("Questions"),
            ),
            ObjectList(
                [
                    InlinePanel(
                        "criteria",
                        panels=[
                            FieldPanel(name)
                            for name in (
                                "code",
                                "label_fr",
                                "label_en",
                                "weight",
                                "anchors_fr",
                                "anchors_en",
                            )
                        ],
                        label=_("Criterion"),
                    )
                ],
                heading=_("Criteria"),
            ),
            ObjectList(
                [
                    InlinePanel(
                        "eligibility",
                        panels=[
                            FieldPanel(name)
                            for name in (
                                "code",
                                "question_fr",
                                "question_en",
                                "answer",
                                "explanation_fr",
                                "explanation_en",
                            )
                        ],
                        label=_("Eligibility question"),
                    )
                ],
                heading=_("Is it for you?"),
            ),
        ],
        base_form_class=CallForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Call]:
        sent = Count("applications", filter=Q(applications__submitted_at__isnull=False))
        return super().get_queryset(request).annotate(sent_in=sent)

    def received(self, call: Any) -> int:
        return int(call.sent_in)

    received.short_description = _("applications received")  # type: ignore[attr-defined]  # as modeladmin reads it
