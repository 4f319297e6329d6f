"""The WSGI entry point, `config.wsgi:application`."""

import os
from contextlib import suppress
from typing import Any

from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")


class Request(WSGIRequest):
    """Django's, but one that declares to be written in no writing (`charset=rot13`) is made, too:
    `config.security` refuses it in words. Django fails before it has a request to answer.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        with suppress(LookupError, UnicodeError):
            super()._set_content_type_params(meta)  # type: ignore[misc]  # no type has it


application = get_wsgi_application()
application.request_class = Request
