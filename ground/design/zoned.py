"""Times that are typed as a clock on the spot shows them, whoever types them, wherever they are."""

from contextlib import nullcontext
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .dates import time_of


class ZonedTimeField(forms.DateTimeField):
    """A moment in the time zone `zone`; without one in that of whoever types, as Django's."""

    zone = ""

    def _there(self) -> Any:
        return timezone.override(ZoneInfo(self.zone)) if self.zone else nullcontext()

    def to_python(self, value: Any) -> datetime | None:
        with self._there():
            return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        with self._there():
            return super().prepare_value(value)


class TimeThere(models.DateTimeField):
    """A moment that its record has a time zone for: forms that are `InItsZone` ask for it so."""

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        return super().formfield(*args, **{"form_class": ZonedTimeField, **kwargs})

    def deconstruct(self) -> Any:
        """The same column as Django's: nothing to migrate when this class goes."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DateTimeField", args, kwargs


class InItsZone(forms.BaseForm):
    """A form with a field `zone`, whose other times, and those of forms in it, are times there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        typed = str(self.data.get(self.add_prefix("zone"), "")).strip()
        before = self.initial.get("zone") or self.fields["zone"].initial
        read_in(self, typed if typed in available_timezones() else before)
        self.fields["zone"].help_text = _(
            "If you change it, the times stay as they are written: 18:00 is then 18:00 there, "
            "which is another moment."
        )


def read_in(form: Any, zone: str) -> None:
    """Read and show the times of `form`, and of the forms in it, in `zone`, and say so."""
    for field in form.fields.values():
        if isinstance(field, ZonedTimeField):
            field.zone = zone
            field.help_text = f"{field.help_text} {capfirst(time_of(zone))}.".strip()
    for formset in vars(form).get("formsets", {}).values():  # not those of the class
        for each in formset.forms:
            read_in(each, zone)


def read_again(form: Any, before: str) -> None:
    """Take what was read in the zone `before` for times in that which `form` has now."""
    for name, field in form.fields.items():
        moment = form.cleaned_data.get(name)
        if isinstance(field, ZonedTimeField) and moment:
            field.zone = form.cleaned_data["zone"]
            written = timezone.make_naive(moment, ZoneInfo(before))
            form.cleaned_data[name] = timezone.make_aware(written, ZoneInfo(field.zone))
            setattr(form.instance, name, form.cleaned_data[name])
