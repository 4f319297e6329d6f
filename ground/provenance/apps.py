import warnings

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from PIL import Image


class ProvenanceConfig(AppConfig):
    name = "ground.provenance"
    verbose_name = _("Provenance")

    def ready(self) -> None:
        from .encoding import use_ours

        use_ours()
        # A picture beyond the limit is opened nowhere, in no form of a library's either.
        Image.MAX_IMAGE_PIXELS = settings.MOST_PIXELS
        warnings.simplefilter("error", Image.DecompressionBombWarning)
