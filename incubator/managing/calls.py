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

from marketplace.backoffice.lists import ListAdmin

from ..models import Call

BODY = DraftailRichTextArea(features=["bold", "italic", "h3", "ul", "ol", "link"])


class KeepWhatWasAnswered(PermissionHelper):
    """A call that somebody has answered is not deleted."""

    def user_can_delete_obj(self, user: AbstractBaseUser, obj: Call) -> bool:
        return super().user_can_delete_obj(user, obj) and not obj.applications.exists()


class CallAdmin(ListAdmin):
    model = Call
    menu_label = _("Calls")
    menu_icon = "form"
    permission_helper_class = KeepWhatWasAnswered
    list_display = ("title", "closes_at", "received", "is_public")
    list_filter = ("is_public",)
    search_fields = ("title_fr", "title_en", "slug")
    ordering = ("-closes_at",)

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
        ]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Call]:
        sent = Count("applications", filter=Q(applications__submitted_at__isnull=False))
        return super().get_queryset(request).annotate(sent_in=sent)

    def received(self, call: Any) -> int:
        return int(call.sent_in)

    received.short_description = _("applications received")  # type: ignore[attr-defined]  # as modeladmin reads it
