"""Documents of the library: below no address of their own, handed out by a view."""

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument

from ground.files import kinds


def private_storage() -> Storage:
    return storages["private"]


class EditorDocument(AbstractDocument):
    """A file of the editors. It lies below no address of its own: a view hands it out.

    So a collection that is for some people only is for those only, and no file that somebody has
    uploaded is shown as a page of the site.
    """

    file = models.FileField(_("file"), storage=private_storage, upload_to="documents")

    admin_form_fields = WagtailDocument.admin_form_fields

    class Meta(AbstractDocument.Meta):
        pass

    @property
    def content_type(self) -> str:
        """By our own list: a system's may call a file something that browsers run."""
        return kinds.ALLOWED.get(self.file_extension.lower(), "application/octet-stream")
