"""The demonstration's applications, one in each state that somebody may want to see."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.core.files.base import ContentFile

from ground.provenance.models import Place
from incubator.actions.applications import freeze
from incubator.models import Application, Call, Decision, Organisation, Review
from incubator.questionnaire import Questionnaire

from ..words import Table, both, moment
from .people import Accounts


def key_of(demo_id: str) -> UUID:
    """By which an application of the files is found again."""
    return uuid5(NAMESPACE_URL, f"https://terril.example/demo/application-{demo_id}")


def load(row: Table, accounts: Accounts, drawings: Any) -> Application:
    """One application with its team, answers, past and reviews.

    The past is written as it is told, not lived through again: no mail goes out, and a state of
    the file may be one that the moves reach by several steps.
    """
    key = key_of(row["id"])
    begun = moment(row["history"][0]["at"])
    sent = [moment(step["at"]) for step in row["history"] if step["state"] == "submitted"]
    application, _created = Application.objects.update_or_create(
        started_with=key,
        defaults={
            "call": Call.objects.get(slug=row["call"]),
            "state": row["state"],
            "language": row["language"],
            "title": row["title"],
            "summary": row["summary"],
            "organisation": _organisation(row["organisation"], key),
            "amount": Decimal(row["amount"]),
            "answers": {
                code: _answer(value)
                for code, value in row["answers"].items()
                if not isinstance(value, dict)
            },
            "created_at": begun,
            "saved_at": moment(row["history"][-1]["at"]),
            "submitted_at": sent[-1] if sent else None,
        },
    )
    application.places.set(Place.objects.filter(slug__in=row["places"]))
    _team(application, row, accounts)
    _files(application, row, drawings)
    _past(application, row)
    if sent and not application.revisions.exists():
        questionnaire = Questionnaire.of(application.call)
        owner = application.members.get(access="own").user
        freeze(application, questionnaire, token=key, by=owner, at=sent[-1])
    _reviews(application, row.get("review", []), accounts)
    if decision := row.get("decision"):
        Decision.objects.update_or_create(
            application=application,
            defaults={
                **both(decision, "reasons"),
                "outcome": row["state"],
                "decided_at": moment(decision["at"]),
            },
        )
    return application


def _organisation(row: Table, key: UUID) -> Organisation:
    """The applicant's own row, whoever else has typed the same name meanwhile."""
    own = Organisation.objects.filter(applications__started_with=key, is_known=False)
    organisation = own.first() or Organisation()
    for name in ("name", "city", "country", "siret"):
        setattr(organisation, name, row[name])
    organisation.is_invented = True
    organisation.save()
    return organisation


def _answer(value: Any) -> Any:
    """An answer as it would have been typed."""
    if isinstance(value, list):
        return [{name: str(cell) for name, cell in table.items()} for table in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()


def _team(application: Application, row: Table, accounts: Accounts) -> None:
    for person in row["team"]:
        application.members.update_or_create(
            email=person["email"],
            defaults={
                "name": person["name"],
                "role": person["role"],
                "access": person["can"],
                "user": accounts.by_email.get(person["email"]),
            },
        )


def _files(application: Application, row: Table, drawings: Any) -> None:
    for code, value in row["answers"].items():
        if not isinstance(value, dict) or application.files.filter(question_code=code).exists():
            continue
        drawn = drawings(value["motif"], f"{row['id']}-{code}")
        file = application.files.model(
            application=application,
            question_code=code,
            name=value["name"],
            extension="png",
            content_type="image/png",
            size=len(drawn),
            added_at=application.saved_at,
        )
        file.file.save(value["name"], ContentFile(drawn), save=True)


def _past(application: Application, row: Table) -> None:
    if application.events.exists():
        return
    source = ""
    for step in row["history"]:
        application.events.create(
            move="start" if not source else "",
            source=source,
            target=step["state"],
            at=moment(step["at"]),
        )
        source = step["state"]


def _reviews(application: Application, rows: list[Table], accounts: Accounts) -> None:
    criteria = {criterion.code: criterion for criterion in application.call.criteria.all()}
    for row in rows:
        juror = accounts.get(row["juror"])
        if juror is None:
            continue
        review, _created = Review.objects.update_or_create(
            application=application,
            juror=juror,
            defaults={
                "revision": application.revisions.last(),
                "state": Review.State.SUBMITTED,
                "comment": row["comment"],
                "submitted_at": application.saved_at,
            },
        )
        for code, value in row["scores"].items():
            review.scores.update_or_create(
                criterion=criteria[code], defaults={"value": None if value == "na" else value}
            )
