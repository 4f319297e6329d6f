"""The results of pilots as data that another destination can read and compare."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import override

from . import evidence, states
from .models import Indicator, Pilot

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def document(*, base_url: str) -> dict[str, Any]:
    """All concluded pilots. The number of queries does not grow with the number of pilots."""
    pilots = (
        Pilot.objects.filter(state__in=states.CONCLUDED)
        .select_related("place", "organisation")
        .prefetch_related("lessons", "conditions", "budget", "editions", *evidence.RELATED)
    )
    return {
        "format": "terril-results/2",
        "licence": LICENCE,
        "languages": [code for code, _name in settings.LANGUAGES],
        "pilots": [result(pilot, base_url=base_url) for pilot in pilots],
    }


def result(pilot: Pilot, *, base_url: str) -> dict[str, Any]:
    return {
        "id": base_url + reverse("identity", args=["pilots", pilot.pk]),
        "slug": pilot.slug,
        "url": {code: base_url + address(pilot, code) for code, _name in settings.LANGUAGES},
        "invented": pilot.is_invented,
        "title": pair(pilot, "title"),
        "hypothesis": pair(pilot, "hypothesis"),
        "verdict": pilot.verdict,
        "evidence_level": evidence.level(pilot),
        "editions": [
            {
                "number": edition.number,
                "published_on": localdate(edition.at).isoformat(),
                "reason": edition.reason,
                "content": edition.content,
            }
            for edition in pilot.editions.all()
        ],
        "starts_on": day(pilot.starts_on),
        "ends_on": day(pilot.ends_on),
        "organisation": {
            "name": pilot.organisation.name,
            "country": pilot.organisation.country.code,
        },
        "place": {
            "id": base_url + reverse("identity", args=["places", pilot.place.pk]),
            "slug": pilot.place.slug,
            "name": pair(pilot.place, "name"),
            "latitude": float(pilot.place.latitude),
            "longitude": float(pilot.place.longitude),
        },
        "indicators": [figures(indicator) for indicator in pilot.indicators.all()],
        "lessons": [
            {"kind": lesson.kind, "text": pair(lesson, "text")} for lesson in pilot.lessons.all()
        ],
        "conditions": [pair(condition, "text") for condition in pilot.conditions.all()],
        "budget": [
            {
                "sector": line.sector,
                "form": line.form,
                "planned": number(line.planned),
                "actual": number(line.actual),
                "currency": "EUR",
            }
            for line in pilot.budget.all()
        ],
    }


def address(pilot: Pilot, language: str) -> str:
    """Of the pilot's page in a language, whichever is being spoken."""
    with override(language):
        return pilot.get_absolute_url()


def figures(indicator: Indicator) -> dict[str, Any]:
    return {
        "code": indicator.code,
        "label": pair(indicator, "label"),
        "unit": pair(indicator, "unit"),
        "domain": indicator.domain,
        "direction": indicator.direction,
        "method": pair(indicator, "method"),
        "baseline": {"value": number(indicator.baseline), "on": day(indicator.baseline_on)},
        "comparison_baseline": number(indicator.comparison_baseline),
        "target": {"value": number(indicator.target), "on": day(indicator.target_on)},
        "measurements": [
            {
                "value": number(found.value),
                "comparison": number(found.comparison),
                "on": day(found.on),
                "confidence": found.confidence,
            }
            for found in indicator.measurements.all()
        ],
    }


def pair(row: Any, field: str) -> dict[str, str]:
    return {code: getattr(row, f"{field}_{code}") or "" for code, _name in settings.LANGUAGES}


def number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None
