"""What `base.html` needs on every page. Costs nothing until a template asks for it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from .navigation import Destination, Entry


def shell(request: HttpRequest) -> dict[str, Any]:
    """`destination` and `navigation`, the latter also as `navigation.main` and `navigation.legal`.

    `settings.DESTINATION` and `settings.NAVIGATION` name the functions that know them, each taking
    the request: the apps above register theirs there, since nothing here may import them.
    """
    return {
        "destination": SimpleLazyObject(lambda: _destination(request)),
        "navigation": SimpleLazyObject(lambda: _navigation(request)),
    }


def _destination(request: HttpRequest) -> Destination:
    name = getattr(settings, "DESTINATION", "marketplace.design.navigation.destination")
    return import_string(name)(request)


def _navigation(request: HttpRequest) -> dict[str, list[Entry]]:
    name = getattr(settings, "NAVIGATION", "marketplace.design.navigation.navigation")
    return import_string(name)(request)
