from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.site_summary import SummaryItem
from wagtail_modeladmin.options import ModelAdminGroup, modeladmin_register

from .managing import moving
from .managing.applications import ApplicationAdmin
from .managing.calls import CallAdmin
from .managing.pilots import PilotAdmin
from .managing.waiting import ApplicationsToRead


@modeladmin_register
class IncubatorGroup(ModelAdminGroup):
    menu_label = _("Incubator")
    menu_icon = "pick"
    menu_order = 250
    items = (ApplicationAdmin, CallAdmin, PilotAdmin)


@hooks.register("construct_homepage_summary_items")
def what_waits(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.append(ApplicationsToRead(request))


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    return [
        path(
            "incubator/<slug:kind>/<int:pk>/move/<slug:name>/",
            moving.move,
            name="incubator_move",
        )
    ]
