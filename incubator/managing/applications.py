"""Applications as managers read them: what was sent, the jury's words, the next move."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail_modeladmin.views import InspectView

from ground.backoffice.lists import ListAdmin, ReadOnly

from ..models import Application, Pilot, Review
from ..reading import Reading
from .steps import STEPS


class ForThoseWhoRunIt(ReadOnly):
    """Nobody but its team writes in an application."""

    def user_can_list(self, user: Any) -> bool:
        return bool(user.has_perm("incubator.run_programme"))

    def user_can_inspect_obj(self, user: Any, obj: Application) -> bool:
        return self.user_can_list(user)


class ReadingView(InspectView):
    """What was sent, what the jury says of it, what can be done now."""

    page_title = pgettext_lazy("to a call", "Application")

    def get_meta_title(self) -> str:
        return str(self.instance)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reading = Reading.of(self.instance, self.request.user)
        reviews = Review.objects.visible_to(self.request.user).filter(application=self.instance)
        moves = {
            name: move.label for name, move in reading.moves.items() if name in STEPS["application"]
        }
        return super().get_context_data(
            reading=reading,
            moves=moves,
            pilot=Pilot.objects.filter(application=self.instance).first(),
            events=self.instance.events.select_related("by"),
            reviews=reviews.select_related("juror").prefetch_related("scores__criterion"),
            **kwargs,
        )


class ApplicationAdmin(ListAdmin):
    model = Application
    menu_label = _("Applications")
    words_back = _("Back to the applications")
    menu_icon = "doc-full"
    permission_helper_class = ForThoseWhoRunIt
    inspect_view_enabled = True
    inspect_view_class = ReadingView
    inspect_view_fields = ("reference",)
    list_display = ("title", "reference", "organisation", "call", "state", "submitted_at")
    list_filter = ("call", "state")
    list_select_related = ("organisation", "call")
    search_fields = ("reference", "title", "organisation__name")
    ordering = ("-submitted_at",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Application]:
        return Application.objects.visible_to(request.user).order_by("-submitted_at", "-pk")
