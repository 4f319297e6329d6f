"""The demonstration's calls: open, in review and closed, counted from today."""

from decimal import Decimal
from typing import Any

from django.conf import settings

from ground.provenance.models import Place
from incubator.models import Call, Criterion, EligibilityQuestion, Question, Section

from ..words import Table, both, lines, moment


def load(row: Table, pictures: Any) -> Call:
    zone = row["zone"]
    call, _created = Call.objects.update_or_create(
        slug=row["id"],
        defaults={
            **both(row, "title", "summary", "body"),
            "is_public": True,
            "is_invented": True,
            "opens_at": moment(row["opens_at"], zone),
            "closes_at": moment(row["closes_at"], zone),
            "zone": zone,
            "grace_minutes": row["grace_minutes"],
            "decisions_on": row["decisions_on"],
            "seats": row["seats"],
            "amount_min": Decimal(row["amount_min"]),
            "amount_max": Decimal(row["amount_max"]),
            "is_blind": row["blind"],
            "picture": pictures(row, f"call-{row['id']}"),
        },
    )
    call.places.set(Place.objects.filter(slug__in=row["places"]))
    for number, section in enumerate(row["section"]):
        _section(call, number, section, row["question"])
    for number, criterion in enumerate(row["criterion"]):
        _criterion(call, number, criterion)
    for number, asked in enumerate(row["eligibility"]):
        EligibilityQuestion.objects.update_or_create(
            call=call,
            code=asked["code"],
            defaults={
                **both(asked, "question", "explanation"),
                "answer": asked["answer"],
                "sort_order": number,
            },
        )
    return call


def _section(call: Call, number: int, row: Table, questions: list[Table]) -> None:
    section, _created = Section.objects.update_or_create(
        call=call, code=row["code"], defaults={**both(row, "label"), "sort_order": number}
    )
    mine = [question for question in questions if question["section"] == row["code"]]
    for position, question in enumerate(mine):
        Question.objects.update_or_create(
            section=section,
            code=question["code"],
            defaults={
                **both(question, "label", "help"),
                **_options(question),
                "kind": question["kind"],
                "required": question["required"],
                "max_length": question.get("max_length"),
                "personal_data": question["personal_data"],
                "visible_to_jurors": question["visible_to_jurors"],
                "sort_order": position,
            },
        )


def _options(question: Table) -> dict[str, str]:
    rows = question.get("choices") or question.get("columns") or []
    extensions = "\n".join(question.get("accept", []))
    return {
        f"options_{code}": lines(rows, code) or extensions for code, _name in settings.LANGUAGES
    }


def _criterion(call: Call, number: int, row: Table) -> None:
    Criterion.objects.update_or_create(
        call=call,
        code=row["code"],
        defaults={
            **both(row, "label"),
            **{
                f"anchors_{code}": "\n".join(anchor[code] for anchor in row["anchors"])
                for code, _name in settings.LANGUAGES
            },
            "weight": row["weight"],
            "sort_order": number,
        },
    )
