"""The measure: Django as `startproject` sets it up, with one view that answers a short page."""

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

PAGE = "<!doctype html><title>Bare</title><h1>Bare</h1><p>A short page, and no query.</p>"


def bare(request: HttpRequest) -> HttpResponse:
    """Nothing but the page."""
    return HttpResponse(PAGE)


urlpatterns = [path("", bare)]


def make() -> WSGIHandler:
    """A Django of its own: its settings are here, not the platform's."""
    settings.configure(
        DEBUG=False,
        SECRET_KEY="only-for-measuring",  # noqa: S106  (guards nothing)
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
        ],
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "django.middleware.clickjacking.XFrameOptionsMiddleware",
        ],
    )
    return get_wsgi_application()


application = make()
