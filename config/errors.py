"""Answers to what Django refuses before a view sees it."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import bad_request as senseless

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """413 for what is too large, 400 for what makes no sense."""
    if isinstance(exception, TOO_MUCH):
        return render(request, "413.html", status=413)
    return senseless(request, exception)
