from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings


class WordsField(forms.CharField):
    """Words of several lines. A browser sends two characters for a line end, and counts one."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace("\r\n", "\n") if isinstance(value, str) else value)


def translations_of(
    form: forms.BaseForm, words: Iterable[str], *, language: str
) -> list[tuple[str, list[forms.BoundField], bool]]:
    """`[(language, its fields, whether one is wrong)]` of all languages but the page's."""
    found = []
    for code, name in settings.LANGUAGES:
        if code != language:
            fields = [form[f"{word}_{code}"] for word in words]
            found.append((str(name), fields, any(field.errors for field in fields)))
    return found
