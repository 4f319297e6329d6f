"""The demonstration's settings, with the static files taken from where they are written."""

import os

from config.settings.demo import *  # noqa: F403  (settings modules are layered by import)
from config.settings.demo import STORAGES

if "BANK_URL" in os.environ:  # see tests/e2e/bank.py
    PAYMENT_PROVIDERS = {"sandbox": "tests.e2e.bank.Elsewhere"}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
