"""`make run`: the platform as its visitors see it, on one machine with nothing else installed."""

from .base import *  # noqa: F403  (settings modules are layered by import)
from .base import DATABASES, INSTALLED_APPS, VAR_DIR

INSTALLED_APPS += ["demo"]
DEBUG = False
SECRET_KEY = "only-for-the-demo"  # noqa: S105  (no secret: never used in production)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
# Opening SQLite's file costs more than what a page asks of it.
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
LETTERS_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mails"
SERVE_MEDIA = True
SHOW_STYLEGUIDE = True  # /fr/styleguide/: what the pages are made of, for whoever looks closer
PICTURE_THREADS = 8  # more than the threads that serve it: a picture waits its turn, and comes
