"""What is written in an application, field by field, and how the texts of several are merged."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from .models import Application
from .questionnaire import Questionnaire

PROJECT = ("title", "summary", "amount", "places")
ORGANISATION = ("name", "city", "country", "siret", "website")

# What is written, by code: `title`, `organisation.city`, `q.why`; places are a set of keys.
Draft = dict[str, Any]
# The mark of each text that somebody began with, by the same codes.
Base = dict[str, str]


def draft_of(application: Application) -> Draft:
    """All that is saved of it."""
    organisation = application.organisation
    return {
        "title": application.title,
        "summary": application.summary,
        "amount": application.amount,
        "places": {place.pk for place in application.places.all()},
        **{f"organisation.{name}": getattr(organisation, name) for name in ORGANISATION},
        **{f"q.{code}": value for code, value in application.answers.items()},
    }


def only(draft: Draft, codes: list[str] | None) -> Draft:
    """The part of it that may be written; None: all of it."""
    if codes is None:
        return draft
    return {code: value for code, value in draft.items() if reopened_by(code) in codes}


def reopened_by(code: str) -> str:
    """By which name a request for changes opens a field: an organisation is opened as a whole."""
    group, _dot, name = code.rpartition(".")
    return group if group == "organisation" else name


def write(draft: Draft, application: Application) -> None:
    """Put it on the rows and save them."""
    columns = [name for name in PROJECT if name in draft and name != "places"]
    for name in columns:
        setattr(application, name, draft[name])
    if "places" in draft:
        application.places.set(draft["places"])
    of_organisation = [name for name in ORGANISATION if f"organisation.{name}" in draft]
    if of_organisation:
        for name in of_organisation:
            setattr(application.organisation, name, draft[f"organisation.{name}"])
        application.organisation.save(update_fields=of_organisation)
    answers = {code[2:]: value for code, value in draft.items() if code.startswith("q.")}
    application.answers = {**application.answers, **answers}
    application.save(update_fields=[*columns, "answers", "version", "saved_at", "saved_by"])


def written_down(application: Application, questionnaire: Questionnaire) -> dict[str, Any]:
    """All of it as it is now, with the form that asks for it, as a revision keeps it."""
    organisation = application.organisation
    files = {file.question_code: str(file.key) for file in application.files.current()}
    return {
        "form": questionnaire.to_json(),
        "project": {
            "title": application.title,
            "summary": application.summary,
            "amount": None if application.amount is None else str(application.amount),
            "places": [str(place) for place in application.places.all()],
            "organisation": {name: str(getattr(organisation, name) or "") for name in ORGANISATION},
            "team": list(application.members.values("name", "email", "role")),
        },
        "answers": {**application.answers, **files},
    }


# --- Two people at once ----------------------------------------------------------------------


def mark(value: Any) -> str:
    """A few signs that are the same for the same text, however it is held: a page carries them."""
    if isinstance(value, Decimal):
        value = f"{value.normalize():f}"
    elif isinstance(value, set):
        value = sorted(value)
    elif isinstance(value, list):  # a table: an empty cell is none
        value = [{name: cell for name, cell in row.items() if cell.strip()} for row in value]
    else:
        value = str(value or "").strip()
    text = json.dumps(value or "", sort_keys=True, ensure_ascii=False)
    return blake2b(text.encode(), digest_size=9).hexdigest()


def marks(draft: Draft, codes: Iterable[str]) -> Base:
    return {code: mark(draft.get(code)) for code in codes}


@dataclass(frozen=True)
class Merge:
    """What becomes of a text that somebody sends while others may have saved.

    `written`: changed here and nowhere else. `news`: changed by others and untouched here, as it is
    now. `conflicts`: changed on both sides, as it is now with the others; nobody but a person can
    say which is right.
    """

    written: Draft = field(default_factory=dict)
    news: Draft = field(default_factory=dict)
    conflicts: Draft = field(default_factory=dict)


def merge(typed: Draft, saved: Draft, base: Base) -> Merge:
    """Compare by field what is typed and what is saved, each with what one began with."""
    result = Merge()
    for code, mine in typed.items():
        theirs, began = saved.get(code), base.get(code, mark(None))
        if mark(mine) == mark(theirs):
            continue
        if began == mark(theirs):
            result.written[code] = mine
        elif began == mark(mine):
            result.news[code] = theirs
        else:
            result.conflicts[code] = theirs
    return result
