"""The page on which a manager confirms a move, with its reasons."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..actions.decisions import NoSeatLeft
from ..actions.pilots import NoBaseline
from ..models import Application, Pilot
from ..moves import MoveRefused, possible_moves
from .steps import STEPS


def baselines_told(missing: NoBaseline) -> str:
    if not missing.indicators:
        return _("Before it runs, a pilot needs an indicator with its baseline.")
    words = _("Before it runs, these indicators need a baseline and its day: %(names)s.")
    return words % {"names": missing}


MODELS: dict[str, type[Application] | type[Pilot]] = {"application": Application, "pilot": Pilot}


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, kind: str, pk: int, name: str) -> HttpResponse:
    """Ask for what the move needs, then make it. Another manager may have been faster."""
    step = STEPS.get(kind, {}).get(name)
    if step is None:
        raise Http404
    visible: Any = MODELS[kind].objects.visible_to(request.user)
    thing: Application | Pilot = get_object_or_404(visible, pk=pk)
    page = reverse(f"incubator_{kind}_modeladmin_inspect", args=[thing.pk])
    if name not in possible_moves(thing, request.user):
        messages.warning(request, str(MoveRefused(thing, name)))
        return redirect(page)
    form = step.form(request.POST if request.method == "POST" else None, thing=thing)
    if form.is_valid():
        try:
            step.act(thing, form.cleaned_data, request.user, timezone.now())
        except NoSeatLeft:
            form.add_error(None, _("The call has no place left: another project took the last."))
        except NoBaseline as missing:
            form.add_error(None, baselines_told(missing))
        except MoveRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Done."))
            return redirect(page)
    context = {"thing": thing, "label": thing.MOVES[name].label, "form": form, "back": page}
    return render(request, "incubator/managing/move.html", context)
