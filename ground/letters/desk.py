"""Where staff see what was written to whom, whether it has left, and have it sent again."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import SimpleListFilter
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import InspectView

from ground.backoffice.lists import ListAdmin, ReadOnly

from .models import Letter, State
from .outbox import send_again

SAID = {
    State.WAITING: Q(due_at__isnull=False, leased_until=None),
    State.LEAVING: Q(due_at__isnull=False, leased_until__isnull=False),
    State.SENT: Q(sent_at__isnull=False),
    State.GIVEN_UP: Q(sent_at=None, due_at=None),
}


class ByState(SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[str, Any]]:
        return list(State.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Letter]) -> QuerySet[Letter]:
        chosen = self.value()
        return queryset.filter(SAID[State(chosen)]) if chosen in State.values else queryset


class LetterView(InspectView):
    """One letter as it was sent, unless it holds a key; and the button that sends it again."""

    page_title = gettext_lazy("Letter")

    def get_meta_title(self) -> str:
        return str(self.instance.subject)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("letters.change_letter"):
            raise PermissionDenied
        if send_again(self.instance, at=timezone.now()):
            messages.success(request, _("The letter is in the outbox, and leaves from there."))
        else:
            messages.warning(request, _("It is on its way already, or held a key."))
        return redirect(self.url_helper.get_action_url("inspect", self.instance.pk))


class LetterAdmin(ListAdmin):
    model = Letter
    menu_label = gettext_lazy("Letters")
    words_back = gettext_lazy("Back to the letters")
    menu_icon = "mail"
    menu_order = 330
    list_display = ("subject", "to", "about", "said", "written_at", "sent_at", "attempts", "error")
    list_filter = (ByState, "template")
    search_fields = ("to", "about", "subject")
    inspect_view_enabled = True
    inspect_view_class = LetterView
    inspect_template_name = "letters/letter.html"
    permission_helper_class = ReadOnly

    def get_queryset(self, request: HttpRequest) -> QuerySet[Letter]:
        return super().get_queryset(request).defer("text", "html")

    def said(self, letter: Letter) -> Any:
        return letter.state.label

    said.short_description = gettext_lazy("state")  # type: ignore[attr-defined]  # Django's way
