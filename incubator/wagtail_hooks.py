"""The incubator's part of the Wagtail admin."""

from django.db.models import DecimalField
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.site_summary import SummaryItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry
from wagtail_modeladmin.options import ModelAdminGroup, modeladmin_register

from .managing import money, moving
from .managing.applications import ApplicationAdmin
from .managing.calls import CallAdmin
from .managing.pilots import PilotAdmin
from .managing.preparing import prepare
from .managing.waiting import ApplicationsToRead, ApplicationsWithdrawn

register_form_field_override(DecimalField, override=money.field_for)


@modeladmin_register
class IncubatorGroup(ModelAdminGroup):
    menu_label = _("Incubator")
    menu_icon = "pick"
    menu_order = 250
    items = (ApplicationAdmin, CallAdmin, PilotAdmin)


@hooks.register("construct_homepage_summary_items")
def what_waits(request: HttpRequest, items: list[SummaryItem]) -> None:
    items += [ApplicationsToRead(request), ApplicationsWithdrawn(request)]


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    return [
        path("incubator/application/<int:pk>/prepare/", prepare, name="incubator_prepare"),
        path(
            "incubator/<slug:kind>/<int:pk>/move/<slug:name>/",
            moving.move,
            name="incubator_move",
        ),
    ]


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """One line of the history of a record: what was changed, from what to what."""

    @actions.register_action("incubator.change")
    class ChangeFormatter(LogFormatter):
        label = pgettext_lazy("of a record", "Change")

        def format_message(self, entry: ModelLogEntry) -> str:
            return " · ".join(
                f"{label}: {shortened(before) or '–'} → {shortened(after) or '–'}"
                for label, before, after in entry.data.get("changes", ())
            )


def shortened(text: str) -> str:
    return Truncator(text).chars(200)
