"""Spreadsheets of the back office: times are the destination's own, and the heading says so."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.timezone import is_naive
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail_modeladmin.views import IndexView

from ground.design.dates import time_of

AS_TEXT = "%Y-%m-%d %H:%M:%S"


def tell_the_zone() -> None:
    """Teach it to Wagtail's one way of writing a spreadsheet, whatever is listed in it.

    A cell of a spreadsheet knows no zone: Wagtail's own would show UTC, without a word.
    """
    mixin: Any = SpreadsheetExportMixin
    mixin.custom_value_preprocess = {
        **mixin.custom_value_preprocess,
        datetime: {mixin.FORMAT_XLSX: here, mixin.FORMAT_CSV: here_as_text},
    }
    for view in (mixin, IndexView):
        view.get_heading = with_zone(view.get_heading)


def here(moment: datetime) -> datetime:
    """What a clock at the destination showed."""
    if is_naive(moment):
        return moment
    return moment.astimezone(ZoneInfo(settings.TIME_ZONE)).replace(tzinfo=None)


def here_as_text(moment: datetime) -> str:
    return here(moment).strftime(AS_TEXT)


def with_zone(get_heading: Any) -> Any:
    """Wagtail's heading of a column, with the zone where it holds times."""

    def told(view: Any, queryset: Any, field: str) -> str:
        heading: str = get_heading(view, queryset, field)
        if not holds_times(queryset.model, field):
            return heading
        return f"{heading} ({time_of(settings.TIME_ZONE)})"

    return told


def holds_times(model: Any, name: str) -> bool:
    """Whether the field of this name, or at the end of this dotted path, holds moments."""
    field: Any = None
    for part in name.replace("__", ".").split("."):
        try:
            field = model._meta.get_field(part)
        except (AttributeError, FieldDoesNotExist):
            return False
        model = getattr(field, "related_model", None)
    return isinstance(field, models.DateTimeField)
