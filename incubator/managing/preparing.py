"""The step from a selected application to its pilot."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ground.provenance.models import Place

from ..actions import pilots
from ..models import Application
from ..moves import MoveRefused
from ..rules import runs_programme


class PlaceForm(forms.Form):
    """Where: of the places that the application names, or that its call does."""

    place: "forms.ModelChoiceField[Place]" = forms.ModelChoiceField(
        Place.objects.none(), label=gettext_lazy("Host site")
    )

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = application.places.all()
        field = cast(forms.ModelChoiceField, self.fields["place"])
        field.queryset = places if places else application.call.places.all()
        field.initial = places[0] if len(places) == 1 else None


@require_http_methods(["GET", "HEAD", "POST"])
def prepare(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the host site, then make a pilot of what is known; once."""
    if not runs_programme(request.user):
        raise Http404
    application = get_object_or_404(Application.objects.visible_to(request.user), pk=pk)
    form = PlaceForm(request.POST or None, application=application)
    if form.is_valid():
        try:
            pilot = pilots.prepare(
                application=application,
                place=form.cleaned_data["place"],
                by=request.user,
                at=timezone.now(),
            )
        except MoveRefused as refused:
            form.add_error(None, str(refused))
        except pilots.AlreadyPrepared as already:
            messages.warning(request, _("A pilot has been made of it already."))
            return redirect("incubator_pilot_modeladmin_inspect", already.pilot.pk)
        else:
            messages.success(request, _("The pilot is in preparation. Write what is still open."))
            return redirect("incubator_pilot_modeladmin_edit", pilot.pk)
    context = {
        "thing": application,
        "label": _("Prepare the pilot"),
        "form": form,
        "back": reverse("incubator_application_modeladmin_inspect", args=[application.pk]),
    }
    return render(request, "incubator/managing/move.html", context)
