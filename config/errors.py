"""Answers to what Django refuses before a view sees it."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import bad_request as senseless

from marketplace.accounts.limits import TooOften, refusal

SIGNING_IN = TooOften(300)  # seconds: the longest of allauth's own limits; it does not say which
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """413 for what is too large, 400 for what makes no sense."""
    if isinstance(exception, TOO_MUCH):
        return render(request, "413.html", status=413)
    return senseless(request, exception)


def too_often(request: HttpRequest) -> HttpResponse:
    """429 for who tries to sign in, or asks for letters, again and again: allauth calls it."""
    return refusal(request, SIGNING_IN)
