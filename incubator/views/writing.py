"""The desk of the applicant: saving, autosaving, files, sending in."""

from uuid import UUID, uuid4

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST
from rules.permissions import has_perm

from marketplace.files.refusal import FileRefused

from .. import files, states, uploads
from ..actions import applications as actions
from ..desk import Desk
from ..models import Application
from ..moves import MoveRefused
from .applications import writable


@csrf_exempt  # for the line below only: the check itself reads the form, and the cap comes first
@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, reference: str) -> HttpResponse:
    """The whole form on one page. Works without script: save, remove a file, send in."""
    uploads.cap(request)
    return _write(request, reference)


@csrf_protect
def _write(request: HttpRequest, reference: str) -> HttpResponse:
    application = writable(request, reference)
    if request.method != "POST":
        return (
            _page(request, Desk(application)) if application.is_editable else redirect(application)
        )
    desk = Desk(application, request.POST)
    action, _colon, key = request.POST.get("action", "save").partition(":")
    token = _token(request)
    if action == "submit" and application.revisions.filter(token=token).exists():
        return redirect(application)
    try:
        _save(request, desk)
        _store_files(request, desk)
        if action == "remove":
            _remove_file(request, application, key)
        if action == "submit" and desk.is_right:
            actions.submit(application=application, token=token, by=request.user, at=timezone.now())
            return redirect(application)
    except actions.VersionConflict as conflict:
        application.version = conflict.application.version
        application.saved_at = conflict.application.saved_at
        application.saved_by = conflict.application.saved_by
        desk.show_conflict(conflict.saved)
        return _page(request, desk, problem="conflict")
    except MoveRefused as refused:
        desk = Desk(application, request.POST, unlocked=True)
        return _page(request, desk, problem="moved", words=str(refused))
    except actions.TooLate:
        return _page(request, desk, problem="late")
    except actions.Incomplete:
        return _page(request, desk.strictly(), problem="not_sent")
    if desk.is_right:
        return redirect("incubator:write", application.reference)
    if action == "submit":
        return _page(request, desk.strictly(), problem="not_sent")
    return _page(request, desk)


def _page(request: HttpRequest, desk: Desk, *, problem: str = "", words: str = "") -> HttpResponse:
    context = {
        "application": desk.application,
        "call": desk.application.call,
        "desk": desk,
        "problem": problem,
        "problems": desk.problems if request.method == "POST" else [],
        "words": words,
        "token": _token(request),
        "now": timezone.now(),
        "team": desk.application.members.all(),
        "may_invite": has_perm(states.TEAM, request.user, desk.application),
        "largest": files.largest(),
        "too_large": str(files.too_large()),
    }
    return render(request, "incubator/write.html", context)


def _token(request: HttpRequest) -> UUID:
    """The one that came with the page; a new one where it came with none."""
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return uuid4()


def _save(request: HttpRequest, desk: Desk) -> None:
    """Save what was typed, and let the page know the version that it is now."""
    version = request.POST.get("version", "")
    saved = actions.save_draft(
        application=desk.application,
        version=int(version) if version.isdecimal() and len(version) < 10 else 0,
        draft=desk.draft(),
        by=request.user,
        at=timezone.now(),
    )
    desk.application.version = saved.version
    desk.application.saved_at, desk.application.saved_by = saved.saved_at, saved.saved_by


def _store_files(request: HttpRequest, desk: Desk) -> None:
    """Keep each file that came; say beside its question why one was refused."""
    refused = uploads.refused_fields(request)
    for ask in desk.questionnaire.asks:
        name = f"f-{ask.code}"
        if ask.is_file and name in refused:
            desk.file_errors[ask.code] = str(files.too_large())
        elif ask.is_file and (upload := request.FILES.get(name)):
            try:
                actions.add_file(
                    application=desk.application,
                    ask=ask,
                    upload=upload,
                    by=request.user,
                    at=timezone.now(),
                )
            except FileRefused as reason:
                desk.file_errors[ask.code] = str(reason)


def _remove_file(request: HttpRequest, application: Application, key: str) -> None:
    for file in application.files.current():
        if str(file.key) == key:
            actions.remove_file(file=file, by=request.user, at=timezone.now())


@login_required
@never_cache
@require_POST
def autosave(request: HttpRequest, reference: str) -> HttpResponse:
    """Save what is typed while it is typed; answers with the part of the page that tells so."""
    application = writable(request, reference)
    desk = Desk(application, request.POST)
    problem, words = "", ""
    try:
        _save(request, desk)
    except actions.VersionConflict as conflict:
        application.saved_by, problem = conflict.application.saved_by, "conflict"
    except MoveRefused as refused:
        problem, words = "moved", str(refused)
    context = {
        "application": application,
        "call": application.call,
        "desk": desk,
        "problem": problem,
        "words": words,
    }
    return render(request, "incubator/includes/progress.html", context)


@csrf_exempt  # as for `write`
@login_required
@never_cache
@require_POST
def add_file(request: HttpRequest, reference: str) -> HttpResponse:
    """One file, sent by script as soon as it is chosen; answers with its part of the page."""
    uploads.cap(request)
    return _add_file(request, reference)


@csrf_protect
def _add_file(request: HttpRequest, reference: str) -> HttpResponse:
    desk = Desk(writable(request, reference))
    ask = desk.questionnaire.ask(request.POST.get("question", ""))
    if ask is None or not ask.is_file:
        raise Http404
    try:
        _store_files(request, desk)
    except MoveRefused as refused:
        desk.file_errors[ask.code] = str(refused)
    context = {"item": desk.file_item(ask), "application": desk.application}
    return render(request, "incubator/includes/file.html", context)
