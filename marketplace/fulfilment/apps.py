from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class FulfilmentConfig(AppConfig):
    name = "marketplace.fulfilment"
    verbose_name = pgettext_lazy("preparing and sending", "Fulfilment")
