from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import InspectView

from ..models import Application, Review
from ..reading import Reading
from .steps import STEPS


class ReadOnly(PermissionHelper):
    """Nobody but its team writes in an application."""

    def user_can_list(self, user: Any) -> bool:
        return bool(user.has_perm("incubator.run_programme"))

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: Application) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: Application) -> bool:
        return False

    def user_can_inspect_obj(self, user: Any, obj: Application) -> bool:
        return self.user_can_list(user)


class ReadingView(InspectView):
    """What was sent, what the jury says of it, what can be done now."""

    page_title = pgettext_lazy("to a call", "Application")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        visible = Application.objects.visible_to(request.user)
        if not visible.filter(pk=self.instance.pk).exists():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

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
            events=self.instance.events.select_related("by"),
            reviews=reviews.select_related("juror").prefetch_related("scores__criterion"),
            **kwargs,
        )


class ApplicationAdmin(ModelAdmin):
    model = Application
    menu_label = _("Applications")
    menu_icon = "doc-full"
    permission_helper_class = ReadOnly
    inspect_view_enabled = True
    inspect_view_class = ReadingView
    inspect_view_fields = ("reference",)
    list_display = ("title", "reference", "organisation", "call", "state", "submitted_at")
    list_filter = ("call", "state")
    list_select_related = ("organisation", "call")
    search_fields = ("reference", "title", "organisation__name")
    ordering = ("-submitted_at",)
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Application]:
        return Application.objects.visible_to(request.user).order_by("-submitted_at", "-pk")
