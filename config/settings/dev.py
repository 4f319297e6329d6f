"""A developer's machine: SQLite, mail on the console, tracebacks in the browser."""

from .base import *  # noqa: F403  (settings modules are layered by import)
from .base import INSTALLED_APPS, STORAGES

INSTALLED_APPS += ["demo"]
DEBUG = True
SECRET_KEY = "only-for-development"  # noqa: S105  (no secret: never used in production)
ALLOWED_HOSTS = ["*"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
