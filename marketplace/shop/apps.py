from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ShopConfig(AppConfig):
    name = "marketplace.shop"
    verbose_name = _("Shop")

    def ready(self) -> None:
        from .dashboard_pictures import launder

        launder()
        from . import receivers  # noqa: F401  (connects them)
