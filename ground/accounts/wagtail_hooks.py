from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component


class NoSecondFactor(Component):
    """Says on the first page of the back office that a password alone opens it."""

    order = 40
    template_name = "accounts/no_second_factor.html"


@hooks.register("construct_homepage_panels")
def no_second_factor(request: HttpRequest, panels: list[Any]) -> None:
    if not settings.STAFF_SECOND_FACTOR:
        panels.append(NoSecondFactor())
