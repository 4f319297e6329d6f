"""Calls as everybody reads them."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ground.design.heads import described, plain
from ground.pagecache import public_page
from ground.provenance.models import Picture, Place, share_url
from ground.provenance.models.place import PlaceKind

from ..eligibility import Quiz
from ..models import Call, Criterion, Pilot
from ..rules import runs_programme


@require_safe
@public_page
def index(request: HttpRequest) -> HttpResponse:
    """What the incubator is, which calls are open, what is being tried."""
    now = timezone.now()
    calls = list(Call.objects.published().select_related("picture").prefetch_related("places"))
    pilots = Pilot.objects.published().as_cards()
    picture = hero_picture()
    return render(
        request,
        "incubator/index.html",
        {
            "now": now,
            "hero_picture": picture,
            "share_url": share_url(picture),
            "open_calls": [call for call in calls if call.is_open(at=now)],
            "coming_calls": [call for call in calls if call.opens_at > now],
            "past_calls": [call for call in calls if call.closes_at <= now],
            "pilots": pilots[:6],
        },
    )


@require_safe
@public_page
def call(request: HttpRequest, slug: str) -> HttpResponse:
    """One call: until when, for what, judged how; and a quiz that needs no account."""
    call = get_object_or_404(Call.objects.published().select_related("picture"), slug=slug)
    return call_page(request, call)


@login_required
@never_cache
@require_safe
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """A call as it will be read, for those who run the programme, before anybody else sees it."""
    if not runs_programme(request.user):
        raise Http404
    call = get_object_or_404(Call.objects.select_related("picture"), slug=slug)
    return call_page(request, call, is_preview=not call.is_public)


def call_page(request: HttpRequest, call: Call, *, is_preview: bool = False) -> HttpResponse:
    now = timezone.now()
    criteria = list(call.criteria.all())
    return render(
        request,
        "incubator/call.html",
        {
            "call": call,
            "description": described(call.summary, plain(call.body)),
            "share_url": share_url(call.picture),
            "now": now,
            "is_preview": is_preview,
            "is_open": call.opens_at <= now < call.closes_at,
            "is_over": call.closes_at <= now,
            "places": Place.objects.published().filter(calls=call),
            "criteria": criteria,
            "scale_told": scale_told(criteria),
            "heaviest": max((criterion.weight for criterion in criteria), default=1),
            "crumbs": [(_("Incubator"), reverse("incubator:index")), (call.title, "")],
            "sections": call.sections.prefetch_related("questions"),
            "quiz": Quiz.of(call, request.GET),
            "pilots": Pilot.objects.published().filter(application__call=call)[:3].as_cards(),
        },
    )


def scale_told(criteria: list[Criterion]) -> str:
    """What the jury gives, where all the scales are as long; what is said of them otherwise."""
    highest = {criterion.highest for criterion in criteria}
    if len(highest) == 1 and (most := highest.pop()) is not None:
        return _(
            "The jury gives each of these a score from 0 to %(most)s. Here is what the scores mean."
        ) % {"most": most}
    if None in highest:
        return _("The jury gives each of these a score.")
    return _("The jury gives each of these a score. Here is what the scores mean.")


def hero_picture() -> Picture | None:
    """The picture of the place where the incubator is, if it is one of the places."""
    home = Place.objects.published().filter(kind=PlaceKind.INCUBATOR, picture__isnull=False)
    found = home.select_related("picture").first()
    return found.picture if found else None
