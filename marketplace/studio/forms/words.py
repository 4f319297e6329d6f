from typing import Any

from django import forms


class WordsField(forms.CharField):
    """Words of several lines. A browser sends two characters for a line end, and counts one."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace("\r\n", "\n") if isinstance(value, str) else value)
