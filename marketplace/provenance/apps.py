from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProvenanceConfig(AppConfig):
    name = "marketplace.provenance"
    verbose_name = _("Provenance")

    def ready(self) -> None:
        from .encoding import use_fast_avif

        use_fast_avif()
