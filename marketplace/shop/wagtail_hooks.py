from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.site_summary import SummaryItem
from wagtail_modeladmin.options import modeladmin_register

from .desk import SalesGroup, StuckPayments

modeladmin_register(SalesGroup)


@hooks.register("construct_homepage_summary_items")
def what_needs_somebody(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.append(StuckPayments(request))
