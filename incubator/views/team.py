"""The team of an application: who invites, who joins, who leaves."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from rules.permissions import has_perm

from ground.accounts import limits
from ground.accounts.requests import KEY

from .. import states
from ..actions import team as actions
from ..forms.team import InviteForm
from ..models.member import Access
from .applications import readable


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def team(request: HttpRequest, reference: str) -> HttpResponse:
    """Who is in the team; whoever owns the application invites, and lets go."""
    application = readable(request, reference)
    if not has_perm(states.TEAM, request.user, application):
        raise PermissionDenied
    members = application.members.select_related("user")
    if key := request.POST.get("remove", ""):
        known = members.exclude(access=Access.OWN)
        member = get_object_or_404(known, pk=int(key) if KEY.fullmatch(key) else 0)
        actions.remove(member=member, by=request.user)
        return redirect("incubator:team", reference)
    form = InviteForm(request.POST or None)
    context = {"application": application, "members": members, "form": form}
    if request.method == "POST" and form.is_valid():
        invited = form.cleaned_data["email"]
        try:
            limits.count("invitation", request, invited=invited.lower())
            actions.invite(application=application, by=request.user, **form.cleaned_data)
        except actions.AlreadyInvited:
            form.add_error("email", _("This address is in the team already."))
        except limits.TooOften as too_often:
            form.add_error("email", _("Many letters have gone out today. Write this one tomorrow."))
            return too_often.answer(render(request, "incubator/team.html", context))
        else:
            words = _("A letter is on its way to %(address)s.")
            messages.success(request, words % {"address": invited})
            return redirect("incubator:team", reference)
    return render(request, "incubator/team.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """What the letter of an invitation leads to: say yes, and the application opens."""
    page = "incubator/join.html"
    try:
        if request.method == "POST":
            return redirect(actions.join(token=token, by=request.user))
        member = actions.invitation(token, to=request.user)
    except actions.NoInvitation:
        return render(request, page, {"refused": "gone"}, status=404)
    except actions.OfTheJury:
        return render(request, page, {"refused": "jury"}, status=403)
    return render(request, page, {"refused": "", "application": member.application})
