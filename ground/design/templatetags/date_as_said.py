"""Django's own `date`, in every template: "1er décembre 2026" where that is how it is said."""

from typing import Any

from django.template import Library
from django.template.defaultfilters import date as formatted

from ..dates import as_said

register = Library()


@register.filter(expects_localtime=True, is_safe=False)
def date(when: Any, how: str | None = None) -> str:
    return as_said(formatted(when, how))
