"""A team's applications: the list, a new one, and where one stands."""

from uuid import uuid4

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from rules.permissions import has_perm

from .. import states
from ..actions import applications as actions
from ..forms.start import StartForm, WithdrawForm
from ..models import Application, Call
from ..moves import MoveRefused
from ..reading import Reading


def readable(request: HttpRequest, reference: str) -> Application:
    """The application, if this person may read it. Otherwise 404, whether it exists or not."""
    visible = Application.objects.visible_to(request.user)
    with_rest = visible.select_related("call", "organisation", "saved_by")
    return get_object_or_404(with_rest, reference=reference)


def writable(request: HttpRequest, reference: str) -> Application:
    """The application, if this person may write in it: 404 for a stranger, 403 for a reader."""
    application = readable(request, reference)
    if not has_perm(states.EDIT, request.user, application):
        raise PermissionDenied
    return application


@login_required
@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    with_rest = Application.objects.select_related("call", "organisation")
    context = {
        "applications": with_rest.of(request.user).with_may_write(request.user),
        "to_read": with_rest.for_juror(request.user),
        "calls": Call.objects.open(at=timezone.now()),
        "now": timezone.now(),
    }
    return render(request, "incubator/applications.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Name the project and the organisation; a draft is open from then on."""
    call = get_object_or_404(Call.objects.published(), slug=slug)
    now = timezone.now()
    form = StartForm(request.POST or None, initial={"token": uuid4()})
    if request.method == "POST" and form.is_valid():
        try:
            application = actions.start(
                call=call,
                title=form.cleaned_data["title"],
                organisation=form.cleaned_data["organisation"],
                token=form.cleaned_data["token"],
                language=get_language() or settings.LANGUAGE_CODE,
                by=request.user,
                at=now,
            )
            return redirect("incubator:write", application.reference)
        except actions.CallIsClosed:
            form.add_error(None, _("This call does not take applications now."))
    context = {
        "call": call,
        "form": form,
        "is_open": call.is_open(at=now),
        "begun": Application.objects.of(request.user)
        .filter(call=call)
        .with_may_write(request.user),
        "now": now,
    }
    return render(request, "incubator/start.html", context)


@login_required
@never_cache
@require_safe
def application(request: HttpRequest, reference: str) -> HttpResponse:
    """Where an application stands, what was sent, what has happened."""
    application = readable(request, reference)
    reading = Reading.of(application, request.user)
    return render(
        request, "incubator/application.html", {"application": application, "reading": reading}
    )


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    application = readable(request, reference)
    if not has_perm(states.WITHDRAW, request.user, application):
        raise PermissionDenied
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(
                application=application,
                reason=form.cleaned_data["reason"],
                by=request.user,
                at=timezone.now(),
            )
        except MoveRefused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect(application)
    context = {"application": application, "form": form}
    return render(request, "incubator/withdraw.html", context)
