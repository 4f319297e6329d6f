"""A real deployment: docs/deploy.md. All of it comes from the environment, and nothing is guessed.

Starting with something missing raises ImproperlyConfigured with the name of what is missing.
"""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403  (settings modules are layered by import)
from .base import (
    CONTENT_SECURITY_POLICY,
    MEDIA_SECONDS_KEPT,
    PROCESS_CACHE,
    STAFF_CONTENT_SECURITY_POLICY,
    STORAGES,
    env,
)

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
BASE_URL = WAGTAILADMIN_BASE_URL = env("BASE_URL").rstrip("/")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[BASE_URL])

if not BASE_URL.startswith("https://"):
    raise ImproperlyConfigured("BASE_URL must be the public https:// address of the site.")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts of the site, and not be '*'.")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY must be 50 random characters or more.")

# --- Data ------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL")}
if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_URL must be a postgres:// address.")
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env("REDIS_URL"),
    },
    "process": PROCESS_CACHE,
}


def _bucket(name: str, **options: object) -> dict[str, object]:
    """An S3-type bucket; the access key comes from the environment that boto3 reads."""
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": name,
            "endpoint_url": env("S3_ENDPOINT_URL"),
            "region_name": env("S3_REGION", default=None),
            "file_overwrite": False,
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
_MAIL = env.email_url("EMAIL_URL")
LETTERS_BACKEND = _MAIL.pop("EMAIL_BACKEND")
vars().update(_MAIL)
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Safety ----------------------------------------------------------------------------------

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
ALLAUTH_TRUSTED_CLIENT_IP_HEADER = "X-Real-IP"  # set by the proxy: who is asking too often
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked for inside, without TLS
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=365 * 24 * 3600)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
STAFF_SECOND_FACTOR = env.bool("STAFF_SECOND_FACTOR", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
OSCAR_BASKET_COOKIE_SECURE = True

# The editor's preview is a frame of our own: SAMEORIGIN, said in the CSP too, is meant.
SILENCED_SYSTEM_CHECKS = ["security.W019"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
}
