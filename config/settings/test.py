"""The tests: fast hashing, mail in memory, files in a folder that is thrown away."""

import atexit
import shutil
import tempfile
from pathlib import Path

from .base import *  # noqa: F403  (settings modules are layered by import)
from .base import INSTALLED_APPS, STORAGES

INSTALLED_APPS += ["demo"]
DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105  (no secret: never used in production)
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
BASE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGGING = {}  # pytest shows the log of what failed
LETTERS_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

_files = Path(tempfile.mkdtemp(prefix="terril-test-"))
atexit.register(shutil.rmtree, _files, ignore_errors=True)
MEDIA_ROOT = _files / "media"
STATIC_ROOT = _files / "static"
STATIC_ROOT.mkdir()
STORAGES["private"]["OPTIONS"]["location"] = str(_files / "private")
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
SERVE_MEDIA = True
