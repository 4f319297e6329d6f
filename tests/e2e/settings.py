"""The demonstration's settings, with the static files taken from where they are written."""

from config.settings.demo import *  # noqa: F403  (settings modules are layered by import)
from config.settings.demo import STORAGES

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
