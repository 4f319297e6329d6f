"""The demonstration with nothing kept: every page is drawn from the database, each time."""

from config.settings.demo import *  # noqa: F403  (settings modules are layered by import)

PAGE_CACHE = False
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    for name in ("default", "process")
}
