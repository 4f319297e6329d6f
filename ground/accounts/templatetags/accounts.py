"""The parts of somebody's account, as tabs."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag(takes_context=True)
def account_tabs(context: dict[str, Any]) -> list[dict[str, Any]]:
    """The parts of somebody's account."""
    parts = [
        ("account_home", _("Overview")),
        ("account_orders", _("Orders")),
        ("account_email", _("Email")),
        ("account_change_password", _("Password")),
        ("mfa_index", _("Security")),
    ]
    path = context["request"].path
    return [
        {"label": label, "href": reverse(name), "current": path == reverse(name), "count": 0}
        for name, label in parts
    ]
