from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from . import uploads


class PictureField(forms.ImageField):
    """Django's, for forms of others: what it takes is laundered, or refused in words."""

    def to_python(self, data: Any) -> Any:
        if isinstance(data, UploadedFile):
            uploads.launder_picture(data)
        return super().to_python(data)
