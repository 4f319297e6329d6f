"""Pilots as everybody reads them, with every edition of their results."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from ground.design.dates import formatted
from ground.design.heads import described
from ground.design.pictures import rendition_specs
from ground.pagecache import public_page
from ground.provenance.models import hold_cuts, share_url
from ground.typed.signs import readable
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner
from marketplace.shop import cards

from .. import evidence, open_results
from ..budgets import Budget
from ..editions import as_it_was
from ..models import Edition, Pilot
from ..models.lesson import LessonKind
from ..states import Verdict


def crumbs(*last: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Incubator"), reverse("incubator:index")), *last]


@require_safe
@public_page
def index(request: HttpRequest) -> HttpResponse:
    """Every public pilot; `?verdict=stop` shows those that came to that end."""
    pilots = Pilot.objects.published().as_cards()
    asked = request.GET.get("verdict", "")
    verdict = asked if asked in Verdict.values else ""
    first = next((pilot.picture for pilot in pilots if pilot.picture), None)
    context = {
        "share_url": share_url(first),
        "pilots": [pilot for pilot in pilots if not verdict or pilot.shown_verdict == verdict],
        "tabs": verdict_tabs(pilots, verdict),
        "crumbs": crumbs((_("Pilots"), "")),
    }
    return render(request, "incubator/pilots.html", context)


def verdict_tabs(pilots: list[Pilot], verdict: str) -> list[dict[str, Any]]:
    """All pilots, then those of each verdict that was given."""
    url = reverse("incubator:pilots")
    counts = {value: sum(pilot.shown_verdict == value for pilot in pilots) for value in Verdict}
    return [
        {
            "label": pgettext("whatever the verdict", "All"),
            "href": url,
            "current": not verdict,
            "count": len(pilots),
        },
        *(
            {
                "label": value.label,
                "href": f"{url}?verdict={value}",
                "current": verdict == value,
                "count": count,
            }
            for value, count in counts.items()
            if count
        ),
    ]


@require_safe
@public_page
def pilot(request: HttpRequest, slug: str) -> HttpResponse:
    """A pilot: the chart first, then the words."""
    pilots = Pilot.objects.published().select_related("place", "organisation", "picture")
    with_figures = pilots.prefetch_related("lessons", "conditions", "editions", *evidence.RELATED)
    pilot = get_object_or_404(with_figures, slug=slug)
    editions = list(pilot.editions.all())
    if earlier := edition_asked(editions, request.GET.get("edition", "")):
        pilot = as_it_was(earlier)
    evidence_on = timezone.localdate(earlier.at) if earlier else None
    context = {
        "editions": editions[::-1] if len(editions) > 1 else [],
        "earlier": earlier,
        "pilot": pilot,
        "description": described(pilot.summary, pilot.challenge),
        "share_url": share_url(pilot.picture),
        "crumbs": crumbs((_("Pilots"), reverse("incubator:pilots")), (pilot.title, "")),
        "indicators": pilot.indicators.all(),
        "chart": [chart_row(indicator) for indicator in pilot.indicators.all()],
        "lessons": lessons_by_kind(pilot),
        "conditions": pilot.conditions.all(),
        "evidence": evidence.steps(pilot, on=evidence_on),
        "evidence_level": evidence.level(pilot, on=evidence_on),
        "budget": Budget.of(pilot),
        "milestones": [milestone_entry(milestone) for milestone in pilot.milestones.all()],
        "artisans": artisans_of(pilot),
        "products": products_of(pilot),
        "others": Pilot.objects.published().exclude(pk=pilot.pk)[:3].as_cards(),
    }
    return render(request, "incubator/pilot.html", context)


def edition_asked(editions: list[Edition], number: str) -> Edition | None:
    """An edition before the last one; None: the last one, which is what stands."""
    return next((each for each in editions[:-1] if str(each.number) == number), None)


def chart_row(indicator: Any) -> dict[str, Any]:
    return {
        "label": indicator.label,
        "unit": indicator.unit,
        "baseline": indicator.baseline,
        "target": indicator.target,
        "actual": indicator.actual,
    }


def lessons_by_kind(pilot: Pilot) -> list[tuple[str, str, list[str]]]:
    lessons = list(pilot.lessons.all())
    grouped = [
        (kind.value, str(kind.label), [one.text for one in lessons if one.kind == kind.value])
        for kind in LessonKind
    ]
    return [group for group in grouped if group[2]]


def milestone_entry(milestone: Any) -> dict[str, Any]:
    words = _("done on %(day)s") if milestone.done_on else _("due on %(day)s")
    return {
        "title": milestone.label,
        "line": words % {"day": formatted(milestone.done_on or milestone.due_on)},
        "state": "done" if milestone.done_on else "todo",
    }


def artisans_of(pilot: Pilot) -> list[Partner]:
    artisans = list(Partner.objects.open().filter(pilots=pilot).select_related("portrait"))
    hold_cuts((artisan.portrait for artisan in artisans), rendition_specs("card"))
    return artisans


def products_of(pilot: Any) -> list[Any]:
    """The products on sale that had a part in it, as the shop draws them."""
    return cards.drawn(
        list(Product.objects.browsable().filter(pilots=pilot).values_list("pk", flat=True))
    )


@require_safe
@public_page
def results(request: HttpRequest) -> JsonResponse:
    """What was found, for other destinations to read: concluded pilots, failures included."""
    response = JsonResponse(
        readable(open_results.document(base_url=settings.BASE_URL)),
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response
