from collections.abc import Iterable

from django import forms
from django.conf import settings


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
