"""What all environments share. dev, demo, test and production say what differs."""

from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import environ
from csp.constants import NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.utils.translation import gettext_lazy as _

from config.logs import logging_settings

from .oscar import *  # noqa: F403  (Oscar reads its settings from the module's top level)
from .oscar import OSCAR_APPS

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = environ.Env()

# Where the site is for those who read it: in letters, feeds, and wherever an address is whole.
BASE_URL = env("BASE_URL", default="http://127.0.0.1:8000").rstrip("/")

# Everything that the platform writes on its own disk is below this folder.
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))

# --- Applications: upper layers first, as in ARCHITECTURE.md ---------------------------------

INSTALLED_APPS = [
    "cms",
    "incubator",
    "marketplace.studio",
    "marketplace.artisans",
    "marketplace.operations",
    "marketplace.shop",
    "marketplace.fulfilment",
    "marketplace.settlement",
    "marketplace.payments",
    "ground.provenance",
    "ground.accounts",
    "ground.letters",
    "ground.design",
    "ground.pagecache",
    "modeltranslation",
    *OSCAR_APPS,
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail_modeladmin",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_countries",
    "rules",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sites",
    "django.contrib.sitemaps",
    "django.contrib.flatpages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

SITE_ID = 1

MIDDLEWARE = [
    "config.requests.RequestMiddleware",
    "config.health.ProbeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ground.pagecache.middleware.PageCacheMiddleware",
    "config.rehearsal.RehearsalMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.security.PolicyMiddleware",
    "ground.pagecache.hint.HintCookieMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "ground.accounts.second_factor.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.security.SenseMiddleware",
    "oscar.apps.basket.middleware.BasketMiddleware",
    "config.doors.DoorsMiddleware",
    "cms.editing.OneSaveAtATimeMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "config.errors.AbsenceMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# --- Templates -------------------------------------------------------------------------------

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["ground.design.templatetags.date_as_said"],
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "oscar.core.context_processors.metadata",
                "ground.design.context.shell",
            ],
        },
    }
]

FORM_RENDERER = "ground.design.forms.FormRenderer"

# --- Data ------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # Writers wait for each other instead of failing: IMMEDIATE takes the write lock when a
        # transaction starts, so that two checkouts never deadlock on an upgrade.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # What only some people may read: never below a URL, always served by a view that checks.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(VAR_DIR / "private"), "base_url": None},
    },
    "staticfiles": {"BACKEND": "ground.design.storage.StaticStorage"},
}
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_SECONDS_KEPT = 30 * 24 * 3600  # by browsers: a picture that changes gets another name

# --- People ----------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "ground.accounts.backends.SuperusersOnly",
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
ACCOUNT_ADAPTER = "ground.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # only in the browser that signed up
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_FORMS = {
    "change_password": "ground.accounts.forms.ChangePasswordForm",
    "login": "ground.accounts.forms.SignInForm",
    "reset_password": "ground.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "ground.accounts.forms.ResetPasswordKeyForm",
    "set_password": "ground.accounts.forms.SetPasswordForm",
    "signup": "ground.accounts.forms.SignUpForm",
}
# Django's, which asks nothing of the database: allauth's does, and only where there is an account.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105  (a path)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "add_webauthn": "ground.accounts.passkeys.AddForm",
    "authenticate_webauthn": "ground.accounts.passkeys.AuthenticateForm",
    "login_webauthn": "ground.accounts.passkeys.LoginForm",
    "reauthenticate_webauthn": "ground.accounts.passkeys.ReauthenticateForm",
}
LOGIN_URL = "account_login"
# How often one may ask: (times, seconds) of one visitor and of one address on the network. One
# visitor gets about twice what a person in a muddle needs; behind one address may be a museum, or
# a school class of thirty-five who all do it at once. See ground/accounts/limits.py.
_MORE = env.int("TERRIL_LIMITS_TIMES", default=1)
LIMITS = {
    # Each keeps stock for PAYMENT_HOLD_MINUTES. A card is declined, another too, a third works.
    "checkout": {"visitor": (10 * _MORE, 3600), "address": (120 * _MORE, 3600)},
    # Each is a letter to somebody who did not ask for it. A team is three to eight people.
    "invitation": {
        "visitor": (20 * _MORE, 24 * 3600),
        "address": (100 * _MORE, 24 * 3600),
        "invited": (3 * _MORE, 24 * 3600),
    },
    # Each is a letter, to whoever placed the order.
    "order_link": {
        "visitor": (10 * _MORE, 24 * 3600),
        "address": (60 * _MORE, 24 * 3600),
        "order": (3 * _MORE, 24 * 3600),
    },
    # Only what is not kept from before is counted; anonymous pages know no visitor.
    "search": {"address": (600 * _MORE, 300)},
}
LOGIN_REDIRECT_URL = "account_home"

# --- Language and time -----------------------------------------------------------------------

LANGUAGE_CODE = "fr"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = MODELTRANSLATION_LANGUAGES_NAMES = [
    ("fr", _("French")),
    ("en", _("English")),
]
MODELTRANSLATION_LANGUAGES = ("fr", "en")
MODELTRANSLATION_DEFAULT_LANGUAGE = "fr"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("fr", "en")
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "config.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Paris"

# --- Wagtail ---------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Terril"
WAGTAIL_I18N_ENABLED = True
# Without "localtime", which Debian adds and no browser knows: the page of one's account names them.
WAGTAIL_USER_TIME_ZONES = [*sorted(name for name in available_timezones() if "/" in name), "UTC"]
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # an address that can be read out and typed
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False  # public once translated, not before
# No page of ours calls another host.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILIMAGES_IMAGE_MODEL = "provenance.Picture"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.forms.PictureForm"
# Passwords and addresses are the one sign-in page's: Wagtail's own ways around it are closed.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
PROVENANCE_STORY_MODEL = "cms.StoryPage"
# Prints with grain weigh a lot at Wagtail's defaults; at these they still look printed.
WAGTAILIMAGES_AVIF_QUALITY = 46
WAGTAILIMAGES_WEBP_QUALITY = 66
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 10
TAGGIT_CASE_INSENSITIVE = True

# What the shell of every page says, from the pages: see ground/design/context.py.
DESTINATION = "cms.destination.destination"
NAVIGATION = "cms.destination.navigation"

REHEARSAL = env.bool("REHEARSAL", default=False)  # nothing here is for sale: every page says so

# --- Files that people send ------------------------------------------------------------------

MOST_PIXELS = 51_000_000  # of one picture: phones have 50 million, and memory has an end
LARGEST_PICTURE = WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024  # bytes
WAGTAILIMAGES_MAX_IMAGE_PIXELS = None  # it reads a picture whole to count
# Documents of the editors: a browser shows these kinds, all others are to be saved.
WAGTAILDOCS_DOCUMENT_MODEL = "cms.EditorDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.forms.DocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = [
    *("application/pdf", "image/jpeg", "image/png", "image/webp", "image/avif")
]
INCUBATOR_LARGEST_FILE = 10 * 1024 * 1024  # bytes of one file of an application

# --- Selling ---------------------------------------------------------------------------------

# Shares of the price of goods, VAT included. An artisan may have a commission rate of its own.
PLATFORM_COMMISSION_RATE = Decimal(env("PLATFORM_COMMISSION_RATE", default="0.10"))
HERITAGE_CONTRIBUTION_RATE = Decimal(env("HERITAGE_CONTRIBUTION_RATE", default="0.02"))
VAT_RATE = Decimal("0.20")  # of artisans under the standard regime, and of the commission
# The law that sellers without VAT name beside their prices. From 2028 on it is "art. L. 223 et s.
# du CIBS"; until the end of 2027 either is right.
VAT_FRANCHISE_LAW = env("VAT_FRANCHISE_LAW", default="art. 293 B du CGI")
SHOP_COUNTRIES = ["FR", "BE", "LU", "DE", "NL", "ES", "IT"]  # where parcels go, home first
# What the home country's post takes in a kind of consignment, and pays for one that it loses. Look
# them up where you sell: these are a tracked letter's in France. A parcel has its option's limits.
DELIVERY_LIMITS: dict[str, dict[str, Any]] = {
    "letter": {"weight_g": 2000, "value": Decimal(50), "length_mm": 600, "thickness_mm": 30}
}
PAYMENT_PROVIDERS = {
    "sandbox": "marketplace.payments.sandbox.provider.Sandbox",
    **env.dict("PAYMENT_PROVIDERS", default={}),  # code=path.of.Class
}
PAYMENT_PROVIDER = env("PAYMENT_PROVIDER", default="sandbox")
# What `manage.py run_due` asks, in this order: the last notes that the timer came to its end.
DUE_WORK = [
    "marketplace.shop.due.run",
    "cms.publishing.run",
    "ground.letters.due.run",
    "ground.provenance.sizes.run",
    "marketplace.operations.due.run",
]
ORDER_LINK_DAYS = 90  # how long an address in a letter opens an order
PAYMENT_HOLD_MINUTES = 20  # how long stock is kept for somebody who is paying
SANDBOX_SECRET_OF_THE_SOURCE = "sandbox-has-no-money"  # noqa: S105  (production refuses it)
SANDBOX_WEBHOOK_SECRET = env("SANDBOX_WEBHOOK_SECRET", default=SANDBOX_SECRET_OF_THE_SOURCE)

# --- Mail, tasks, cache ----------------------------------------------------------------------

DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Terril <bonjour@terril.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
ALERT_EMAIL = env("ALERT_EMAIL", default=DEFAULT_FROM_EMAIL)  # who is told that a unit failed
# Whoever sends mail in Django's way writes a letter; letters leave by LETTERS_BACKEND.
EMAIL_BACKEND = "ground.letters.backend.Outbox"
LETTERS_BACKEND = "django.core.mail.backends.console.EmailBackend"
# From the pages: what a shopper agreed to, and who answers where a letter names nobody else.
TERMS_OF_SALE = "cms.terms.terms_of_sale"
LETTERS_ANSWERED_BY = "cms.terms.answered_by"
EMAIL_TIMEOUT = 10  # seconds that one answer of the mail server may take
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
PROCESS_CACHE = {  # of small things that all pages ask: see ground/pagecache/memory.py
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "process",
    "OPTIONS": {"MAX_ENTRIES": 1000},
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
    "process": PROCESS_CACHE,
}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
PICTURE_THREADS = 2  # of a process may draw pictures at once; as many wait, others come again
PAGE_CACHE = env.bool("TERRIL_PAGE_CACHE", default=True)

# --- Watching --------------------------------------------------------------------------------

# Figures at /metrics, and /readyz?full=1, for who brings the token or asks from these networks.
METRICS = env.bool("METRICS", default=False)
METRICS_TOKEN = env("METRICS_TOKEN", default="")
METRICS_NETWORKS = env.list("METRICS_NETWORKS", default=["127.0.0.0/8", "::1/128"])
LOGGING = logging_settings("line", env("LOG_LEVEL", default="INFO"))

# --- Safety ----------------------------------------------------------------------------------

X_FRAME_OPTIONS = "SAMEORIGIN"  # the editor's preview is a frame of our own
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
_TILE_HOSTS = env.list("MAP_TILE_HOSTS", default=[])
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [SELF],
        "form-action": [SELF],
        "img-src": [SELF, "data:", *_TILE_HOSTS],
        "media-src": [SELF],
    }
}
# The back office, for signed-in staff: see config/security.py.
STAFF_PREFIXES = ("/admin/",)
STAFF_SECOND_FACTOR = False  # whether they ask for one: see ground/accounts/second_factor.py
STAFF_CONTENT_SECURITY_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
SILENCED_SYSTEM_CHECKS: list[str] = []
REST_FRAMEWORK = {  # the translation's own data, for scripts: nobody browses it
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
