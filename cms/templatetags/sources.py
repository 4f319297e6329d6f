"""`{% load sources %}`: sources as readers can follow them."""

import re

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

HOST = re.compile(r"\b(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\b")


@register.filter
def linked_hosts(source: str) -> SafeString:
    """The source in words, each host name in it a link: "chm-lewarde.com, Mérimée PA6200"."""
    parts: list[str] = []
    end = 0
    for host in HOST.finditer(source):
        parts.append(conditional_escape(source[end : host.start()]))
        parts.append(format_html('<a href="https://{0}/">{0}</a>', host[0]))
        end = host.end()
    parts.append(conditional_escape(source[end:]))
    return mark_safe("".join(parts))  # each part is escaped above
