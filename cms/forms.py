"""Forms of the Wagtail admin."""

from typing import Any

from django.conf import settings
from wagtail.images.forms import BaseImageForm


class PictureForm(BaseImageForm):
    """A picture comes in with a text for those who cannot see it, in the site's first language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get(f"alt_{settings.LANGUAGE_CODE}")
        if field is not None:
            field.required = True
