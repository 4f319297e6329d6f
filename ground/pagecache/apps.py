from django.apps import AppConfig
from django.db.models.signals import m2m_changed, post_delete, post_save


class PageCacheConfig(AppConfig):
    name = "ground.pagecache"

    def ready(self) -> None:
        from .receivers import forget_pages

        for signal in (post_save, post_delete, m2m_changed):
            signal.connect(forget_pages, dispatch_uid=f"pagecache:{id(signal)}")
