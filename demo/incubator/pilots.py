"""The demonstration's pilots with their measurements, decisions and lessons."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from ground.provenance.models import Place
from incubator.actions.pilots import freeze
from incubator.models import (
    Application,
    BudgetLine,
    CheckIn,
    Condition,
    Indicator,
    Lesson,
    Measurement,
    Milestone,
    Organisation,
    Pilot,
    PilotMember,
)
from marketplace.forks.catalogue.models import Product
from marketplace.forks.partner.models import Partner

from ..words import Table, both
from .applications import key_of
from .people import Accounts

TEXTS = (
    "title",
    "summary",
    "challenge",
    "hypothesis",
    "zone_on_site",
    "constraints",
    "dismantling",
)


def load(row: Table, accounts: Accounts, pictures: Any) -> Pilot:
    evidence = row.get("evidence", {})
    pilot, created = Pilot.objects.update_or_create(
        slug=row["id"],
        defaults={
            **both(row, *TEXTS),
            **both(evidence, comparison_group="comparison"),
            "state": row["state"],
            "verdict": row["verdict"],
            "is_invented": True,
            "application": _application(row["application"]),
            "organisation": _organisation(row["startup"]),
            "place": Place.objects.get(slug=row["place"]),
            "starts_on": row["starts_on"],
            "ends_on": row["ends_on"],
            "picture": pictures(row, f"pilot-{row['id']}"),
        },
    )
    pilot.artisans.set(Partner.objects.filter(code__in=row["artisans"]))
    pilot.products.set(Product.objects.filter(upc__in=row["products"]))
    for number, indicator in enumerate(row.get("indicator", [])):
        _indicator(pilot, number, indicator)
    _replace(pilot, row)
    _members(pilot, row, accounts)
    if pilot.state == Pilot.State.PUBLISHED and not pilot.editions.exists():
        freeze(pilot, by=None, at=timezone.now())
    if created:
        pilot.events.create(move="", target=pilot.state, at=timezone.now())
    return pilot


def _application(demo_id: str) -> Application | None:
    return Application.objects.filter(started_with=key_of(demo_id)).first() if demo_id else None


def _organisation(row: Table) -> Organisation:
    organisation, _created = Organisation.objects.update_or_create(
        name=row["name"],
        is_known=True,
        defaults={
            **both(row, "about"),
            "city": row["city"],
            "country": row["country"],
            "siret": row["siret"],
            "is_invented": True,
        },
    )
    return organisation


def _indicator(pilot: Pilot, number: int, row: Table) -> None:
    indicator, _created = Indicator.objects.update_or_create(
        pilot=pilot,
        code=row["code"],
        defaults={
            **both(row, "label", "unit", "method", "sample"),
            "domain": row["domain"],
            "direction": row["direction"],
            "decimals": row["decimals"],
            "baseline": _number(row["baseline"]["value"]),
            "baseline_on": row["baseline"]["date"],
            "target": _number(row["target"]["value"]),
            "target_on": row["target"]["date"],
            "sort_order": number,
        },
    )
    for found in row.get("measurements", []):
        Measurement.objects.update_or_create(
            indicator=indicator,
            on=found["date"],
            defaults={
                **both(found, "note"),
                "value": _number(found["value"]),
                "confidence": found["confidence"],
            },
        )


def _replace(pilot: Pilot, row: Table) -> None:
    """Write the lists anew: their rows have no name by which to find them again."""
    lists: tuple[Any, ...] = (BudgetLine, Milestone, CheckIn, Lesson, Condition)
    for model in lists:
        model.objects.filter(pilot=pilot).delete()
    for number, line in enumerate(row.get("budget", [])):
        BudgetLine.objects.create(
            **both(line, "label", "payer", "valuation"),
            pilot=pilot,
            sector=line["sector"],
            form=line["form"],
            planned=Decimal(line["planned"]),
            actual=Decimal(line["actual"]) if line.get("actual") else None,
            sort_order=number,
        )
    for line in row.get("milestone", []):
        Milestone.objects.create(
            **both(line, "label"), pilot=pilot, due_on=line["due"], done_on=line.get("done")
        )
    for line in row.get("checkin", []):
        CheckIn.objects.create(
            **both(line, "note"), pilot=pilot, on=line["date"], light=line["light"]
        )
    for number, line in enumerate(row.get("lesson", [])):
        Lesson.objects.create(
            **both(line, "text"), pilot=pilot, kind=line["kind"], sort_order=number
        )
    for number, line in enumerate(row.get("condition", [])):
        Condition.objects.create(**both(line, "text"), pilot=pilot, sort_order=number)


def _members(pilot: Pilot, row: Table, accounts: Accounts) -> None:
    roles = PilotMember.Role
    people = [
        *(
            (user, roles.HOST)
            for who, user in accounts.with_role("host")
            if who["place"] == row["place"]
        ),
        *(
            (user, roles.STARTUP)
            for who, user in accounts.with_role("startup")
            if who.get("pilot") == row["id"]
        ),
        *((user, roles.MANAGER) for _who, user in accounts.with_role("manager")),
    ]
    for user, role in people:
        pilot.members.get_or_create(user=user, role=role)


def _number(value: int | float) -> Decimal:
    return Decimal(str(value))
