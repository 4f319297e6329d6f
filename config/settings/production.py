"""A real deployment: docs/deploy.md. All of it comes from the environment, and nothing is guessed.

Starting with something missing raises ImproperlyConfigured with the name of what is missing.
"""

import os
from typing import Any

from botocore.config import Config
from django.core.exceptions import ImproperlyConfigured

from config.logs import logging_settings
from config.reports import report_errors_to

from .base import *  # noqa: F403  (settings modules are layered by import)
from .base import (
    CONTENT_SECURITY_POLICY,
    INSTALLED_APPS,
    MEDIA_SECONDS_KEPT,
    METRICS,
    METRICS_TOKEN,
    PAYMENT_PROVIDER,
    PROCESS_CACHE,
    REHEARSAL,
    SANDBOX_SECRET_OF_THE_SOURCE,
    SANDBOX_WEBHOOK_SECRET,
    STAFF_CONTENT_SECURITY_POLICY,
    STORAGES,
    env,
)
from .base import PAYMENT_PROVIDERS as PROVIDERS

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
BASE_URL = WAGTAILADMIN_BASE_URL = env("BASE_URL").rstrip("/")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[BASE_URL])

if not BASE_URL.startswith("https://"):
    raise ImproperlyConfigured("BASE_URL must be the public https:// address of the site.")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts of the site, and not be '*'.")
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5:
    raise ImproperlyConfigured("SECRET_KEY must be 50 random characters or more.")

for _name in ("DATABASE_URL", "EMAIL_URL"):
    if ":PASSWORD@" in env(_name):
        raise ImproperlyConfigured(f"{_name} must hold a password of your own.")

if REHEARSAL:
    INSTALLED_APPS += ["demo"]  # something to rehearse with

# What moves no money, and secrets that stand in the source, are for rehearsals only.
if not REHEARSAL:
    if PAYMENT_PROVIDER == "sandbox":
        raise ImproperlyConfigured(
            "PAYMENT_PROVIDER must be one that moves money: the sandbox is for a rehearsal, "
            "which REHEARSAL=on makes of all this, and every page says so."
        )
    # The sandbox's door is closed too.
    PAYMENT_PROVIDERS = {code: path for code, path in PROVIDERS.items() if code != "sandbox"}
    if PAYMENT_PROVIDER not in PAYMENT_PROVIDERS:
        raise ImproperlyConfigured("PAYMENT_PROVIDER must be one that PAYMENT_PROVIDERS names.")
elif SANDBOX_WEBHOOK_SECRET == SANDBOX_SECRET_OF_THE_SOURCE or len(SANDBOX_WEBHOOK_SECRET) < 20:
    raise ImproperlyConfigured(
        "SANDBOX_WEBHOOK_SECRET must be 20 random characters or more: what is signed with it "
        "turns a payment into an order."
    )

# --- Data ------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL")}
if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_URL must be a postgres:// address.")
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASES["default"].setdefault("OPTIONS", {})["connect_timeout"] = 5  # seconds
if env.bool("DATABASE_POOLED", default=False):
    # PgBouncer, a transaction at a time: it refuses options, and cursors do not outlive a question.
    DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True
else:
    # Compiling our queries takes PostgreSQL seconds, answering them milliseconds.
    DATABASES["default"]["OPTIONS"]["options"] = "-c jit=off"


def _redis(while_away: str) -> dict[str, Any]:
    """Redis, and the cache that stands in for it while it is away."""
    return {
        "BACKEND": "ground.pagecache.shared.SharedCache",
        "LOCATION": env("REDIS_URL"),
        "OPTIONS": {"while_away": while_away},
    }


CACHES = {
    "default": _redis("own"),
    "own": {
        "BACKEND": "ground.pagecache.shared.OwnCache",
        "LOCATION": "own",
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
    # A session that one process remembers is an old one in the next: the database knows.
    "sessions": _redis("nothing"),
    "nothing": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    "process": PROCESS_CACHE,
}
SESSION_CACHE_ALIAS = "sessions"


# Twice five seconds: whoever waits for it holds one of few threads.
PATIENCE_WITH_STORAGE = Config(
    connect_timeout=3, read_timeout=5, retries={"total_max_attempts": 2, "mode": "standard"}
)


def _bucket(name: str, **options: object) -> dict[str, object]:
    """An S3-type bucket; the access key comes from the environment that boto3 reads."""
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": name,
            "endpoint_url": env("S3_ENDPOINT_URL"),
            "region_name": env("S3_REGION", default=None),
            "file_overwrite": False,
            "client_config": PATIENCE_WITH_STORAGE,
            **options,
        },
    }


STORAGES["default"] = _bucket(
    env("S3_PUBLIC_BUCKET"),
    querystring_auth=False,
    custom_domain=env("S3_PUBLIC_DOMAIN"),
    object_parameters={"CacheControl": f"public, max-age={MEDIA_SECONDS_KEPT}"},
)
STORAGES["private"] = _bucket(env("S3_PRIVATE_BUCKET"), default_acl="private")
MEDIA_URL = f"https://{env('S3_PUBLIC_DOMAIN')}/"
for _sources in (
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"],
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["media-src"],
    STAFF_CONTENT_SECURITY_POLICY["img-src"],
):
    _sources.append(MEDIA_URL)

# --- Mail and tasks --------------------------------------------------------------------------

DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL")
SERVER_EMAIL = env("SERVER_EMAIL", default=DEFAULT_FROM_EMAIL)
ALERT_EMAIL = env("ALERT_EMAIL")
_MAIL = env.email_url("EMAIL_URL")
LETTERS_BACKEND = _MAIL.pop("EMAIL_BACKEND")
vars().update(_MAIL)
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Safety ----------------------------------------------------------------------------------

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
ALLAUTH_TRUSTED_CLIENT_IP_HEADER = "X-Real-IP"  # set by the proxy: who is asking too often
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=365 * 24 * 3600)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
STAFF_SECOND_FACTOR = env.bool("STAFF_SECOND_FACTOR", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
OSCAR_BASKET_COOKIE_SECURE = True

# The editor's preview is a frame of our own: SAMEORIGIN, said in the CSP too, is meant.
SILENCED_SYSTEM_CHECKS = ["security.W019"]

# --- Watching --------------------------------------------------------------------------------

LOGGING = logging_settings("json", env("LOG_LEVEL", default="INFO"))
if METRICS and "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
    raise ImproperlyConfigured(
        "PROMETHEUS_MULTIPROC_DIR must name an empty folder where METRICS is on: "
        "each process would tell only what it has counted itself."
    )
if METRICS_TOKEN and len(METRICS_TOKEN) < 20:
    raise ImproperlyConfigured("METRICS_TOKEN must be 20 random characters or more.")
if SENTRY_DSN := env("SENTRY_DSN", default=""):
    report_errors_to(SENTRY_DSN)
