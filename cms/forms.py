"""Forms of the Wagtail admin."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from ground.files import kinds, uploads


class PictureForm(BaseImageForm):
    """A picture comes in with what it is never shown without.

    That is a text for those who cannot see it and a credit, in the site's first language.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("alt", "credit"):
            if field := self.fields.get(f"{name}_{settings.LANGUAGE_CODE}"):
                field.required = True

    def clean_file(self) -> Any:
        """Nothing is kept of a camera's notes: the originals lie below a public address, too."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            uploads.launder_picture(file)
        return file


class DocumentForm(BaseDocumentForm):
    """A document is of a kind that applications take, too, and called by what it is."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            uploads.check(
                file, kinds=list(kinds.ALLOWED), largest=settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
            )
        return file
