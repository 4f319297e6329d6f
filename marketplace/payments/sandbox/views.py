"""The play bank's own page."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ..keys import opens
from .actions import PLAYS, play
from .models import ChargeState, SandboxCharge

FURTHER = {"confirm", "fail"}  # answers to the second step


@never_cache
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, reference: str) -> HttpResponse:
    """Where the shopper would be at the bank, for whoever was led there."""
    if not opens(request.GET.get("key", ""), reference):
        raise Http404
    charge = get_object_or_404(SandboxCharge, reference=reference)
    if request.method == "POST":
        name = request.POST.get("play", "")
        if name in PLAYS or name in FURTHER:
            charge = play(charge, name, at=timezone.now())
        asks_again = charge.state == ChargeState.CHALLENGED
        return HttpResponseRedirect(request.get_full_path() if asks_again else charge.return_url)
    if charge.state not in {ChargeState.OPEN, ChargeState.CHALLENGED}:
        return HttpResponseRedirect(charge.return_url)
    context = {"charge": charge, "plays": PLAYS, "ChargeState": ChargeState}
    return render(request, "marketplace/checkout/sandbox.html", context)
