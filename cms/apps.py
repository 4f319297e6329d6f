from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Stories and pages")

    def ready(self) -> None:
        from . import hearing  # noqa: F401  (Django's way: it registers itself)
        from .avatars import use_ours
        from .exports import tell_the_zone
        from .receivers import connect
        from .words_of_others import name_filters

        connect()
        name_filters()
        use_ours()
        tell_the_zone()
