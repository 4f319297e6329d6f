from typing import Any

from django import forms
from django.db import models


class HttpsField(models.URLField):
    """An address on the web; typed without a scheme it is an https one, as of Django 6 anyway."""

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        return super().formfield(*args, **{"assume_scheme": "https", **kwargs})

    def deconstruct(self) -> Any:
        """The same column as Django's: nothing to migrate when this class goes."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs
