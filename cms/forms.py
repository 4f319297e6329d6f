"""Forms of the Wagtail admin."""

from typing import Any

from django.conf import settings
from wagtail.images.forms import BaseImageForm


class PictureForm(BaseImageForm):
    """A picture comes in with what it is never shown without.

    That is a text for those who cannot see it and a credit, in the site's first language.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("alt", "credit"):
            if field := self.fields.get(f"{name}_{settings.LANGUAGE_CODE}"):
                field.required = True
