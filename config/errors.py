"""Answers to what goes wrong before a view sees a request, in it, or around us.

None of them reads the form that came: what could not be read once cannot be read for the answer.
"""

import logging
import sys
from collections.abc import Callable

from botocore.exceptions import BotoCoreError, ClientError
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError, QueryDict
from django.shortcuts import render
from django.template import loader

from config.logs import request_number
from ground.accounts.limits import TooOften, refusal

SIGNING_IN = TooOften(300)  # seconds: the longest of allauth's own limits; it does not say which
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
# The database, or the storage: it does not answer, or not in time.
AROUND_US = (OperationalError, InterfaceError, BotoCoreError, ClientError)
SECONDS_LATER = 30

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """413 for what is too large, 400 for what makes no sense."""
    request.POST = QueryDict()
    if isinstance(exception, TOO_MUCH):
        return render(request, "413.html", status=413)
    return HttpResponse(loader.render_to_string("400.html"), status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, with the number under which the log has what happened.

    Django calls it for what fails outside of the views, too: in a middleware, or while the page of
    another refusal is drawn.
    """
    if isinstance(sys.exception(), AROUND_US):
        return out_of_reach()
    return last_resort("500.html", 500)


def out_of_reach() -> HttpResponse:
    """503: it is not the visitor's fault, and passes."""
    response = last_resort("503.html", 503)
    response.headers["Retry-After"] = str(SECONDS_LATER)
    response.headers["Cache-Control"] = "no-store"
    return response


def too_often(request: HttpRequest) -> HttpResponse:
    """429 for who tries to sign in, or asks for letters, again and again: allauth calls it."""
    return refusal(request, SIGNING_IN)


def last_resort(template: str, status: int) -> HttpResponse:
    """A page that asks nothing of request, database or cache; bare words where even that fails."""
    try:
        page = loader.render_to_string(template, {"number": request_number.get()})
    except Exception:
        logger.exception("The page %s cannot be drawn", template)
        return HttpResponseServerError(
            f"Something broke on our side ({request_number.get()}).\n", content_type="text/plain"
        )
    return HttpResponse(page, status=status)


class AbsenceMiddleware:
    """503 where a view finds that the database or the storage does not answer.

    Here, since it is not worth a letter home for each page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, AROUND_US):
            return None
        logger.error("Something around us does not answer: %s", error, exc_info=error)
        return out_of_reach()
