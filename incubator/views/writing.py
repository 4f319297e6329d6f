"""The desk of the applicant: saving, autosaving, files, sending in."""

import json
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST
from rules.permissions import has_perm

from ground.accounts.csrf import same_origin
from ground.files.refusal import FileRefused

from .. import files, states, uploads
from ..actions import applications as actions
from ..desk import Desk
from ..drafts import Base, draft_of, mark, marks
from ..models import Application
from ..moves import MoveRefused
from .applications import writable


@csrf_exempt  # for the line below only: the check itself reads the form, and the cap comes first
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, reference: str) -> HttpResponseBase:
    """The whole form on one page. Works without script: save, remove a file, send in."""
    uploads.cap(request)
    return (_write if request.method == "POST" else _read)(request, reference)


@login_required
def _read(request: HttpRequest, reference: str) -> HttpResponse:
    application = writable(request, reference)
    return _page(request, Desk(application)) if application.is_editable else redirect(application)


@same_origin
def _write(request: HttpRequest, reference: str) -> HttpResponse:
    if not request.user.is_authenticated:
        return _signed_out(request, reference)
    application = writable(request, reference)
    desk = Desk(application, request.POST)
    action, _colon, key = request.POST.get("action", "save").partition(":")
    token = _token(request)
    if action == "submit" and application.revisions.filter(token=token).exists():
        return redirect(application)
    try:
        _save(request, desk, action, key)
        _store_files(request, desk)
        if action == "remove":
            _remove_file(request, application, key)
        if action == "submit":  # nobody is asked for more that could not be sent any longer
            actions.check_in_time(desk.application, at=timezone.now())
        if action == "submit" and desk.is_right and not desk.conflicts:
            actions.submit(application=application, token=token, by=request.user, at=timezone.now())
            return redirect(application)
    except MoveRefused as refused:
        desk = Desk(application, request.POST, unlocked=True)
        return _page(request, desk, problem="moved", words=str(refused))
    except actions.TooLate:
        return _page(request, desk, problem="late")
    except actions.Incomplete:
        return _page(request, desk.strictly(), problem="not_sent")
    if desk.conflicts:
        return _page(request, desk, problem="conflict")
    if desk.is_right:
        return redirect("incubator:write", application.reference)
    if action == "submit":
        return _page(request, desk.strictly(), problem="not_sent")
    return _page(request, desk)


def _signed_out(request: HttpRequest, reference: str) -> HttpResponse:
    """A form that comes after its session has ended: what was typed waits while one signs in."""
    context = {
        "typed": [(name, value) for name, values in request.POST.lists() for value in values],
        "sign_in": sign_in_for(reference),
    }
    return render(request, "incubator/signed_out.html", context, status=401)


def sign_in_for(reference: str) -> str:
    """Where to sign in and come back to the same form."""
    path = reverse("incubator:write", args=[reference])
    return f"{resolve_url(settings.LOGIN_URL)}?{urlencode({REDIRECT_FIELD_NAME: path}, safe='/')}"


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


def _save(request: HttpRequest, desk: Desk, action: str, code: str, *, whole: bool = True) -> None:
    """Save what was typed, and show on the page what has become of it.

    Where the text of somebody else stood beside one's own, Save keeps one's own everywhere, `keep`
    in the field `code`; `take` prefers theirs.
    """
    base, draft = _base(request, desk.application), desk.draft()
    if action in {"save", "submit", "keep"}:
        base |= _seen(request, "" if action != "keep" else code)
    elif action == "take" and code in draft:
        base[code] = mark(draft[code])  # as if nothing had been typed there
    saved = actions.save_draft(
        application=desk.application, draft=draft, base=base, by=request.user, at=timezone.now()
    )
    desk.show(saved, base, whole=whole)


def _base(request: HttpRequest, application: Application) -> Base:
    """What the page showed when it was opened. Earlier pages tell no more than its version."""
    try:
        told = json.loads(request.POST.get("base", ""))
    except (RecursionError, ValueError):  # the one for brackets without end
        told = None
    if isinstance(told, dict):
        return {code: sign for code, sign in told.items() if isinstance(sign, str)}
    saved = draft_of(application)
    is_same = request.POST.get("version", "") == str(application.version)
    return marks(saved, saved) if is_same else {}


def _seen(request: HttpRequest, code: str) -> Base:
    """The texts of others that stood on the page beside those that are sent now; of one field."""
    seen = {
        name.removeprefix("seen."): value
        for name, value in request.POST.dict().items()
        if name.startswith("seen.")
    }
    return {name: value for name, value in seen.items() if code in {"", name}}


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
                    instead_of=request.POST.get(f"there-{name}"),
                    by=request.user,
                    at=timezone.now(),
                )
            except FileRefused as reason:
                desk.file_errors[ask.code] = str(reason)


def _remove_file(request: HttpRequest, application: Application, key: str) -> None:
    for file in application.files.current():
        if str(file.key) == key:
            actions.remove_file(file=file, by=request.user, at=timezone.now())


@same_origin
@never_cache
@require_POST
def autosave(request: HttpRequest, reference: str) -> HttpResponse:
    """Save what is typed while it is typed; answers with the parts of the page that tell so."""
    if not request.user.is_authenticated:
        return _tell_signed_out(request, reference)
    application = writable(request, reference)
    desk = Desk(application, request.POST)
    action, _colon, code = request.POST.get("action", "").partition(":")
    problem, words = "", ""
    try:
        _save(request, desk, action, code, whole=False)
    except MoveRefused as refused:
        problem, words = "moved", str(refused)
    context = {
        "application": application,
        "call": application.call,
        "desk": desk,
        "problem": problem,
        "words": words,
    }
    return render(request, "incubator/includes/autosaved.html", context)


def _tell_signed_out(request: HttpRequest, reference: str) -> HttpResponse:
    context = {"sign_in": sign_in_for(reference)}
    return render(request, "incubator/includes/signed_out.html", context, status=401)


@csrf_exempt  # as for `write`
@never_cache
@require_POST
def add_file(request: HttpRequest, reference: str) -> HttpResponseBase:
    """One file, sent by script as soon as it is chosen; answers with its part of the page."""
    uploads.cap(request)
    return _add_file(request, reference)


@same_origin
def _add_file(request: HttpRequest, reference: str) -> HttpResponse:
    if not request.user.is_authenticated:
        return _tell_signed_out(request, reference)
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
