"""The page on which an application is written: its forms, its files, what is left to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _

from marketplace.files.kinds import endings

from .actions import applications as actions
from .completeness import Missing, anchor, missing, with_prefix
from .drafts import Draft
from .files import accepted
from .forms.answers import PREFIX as ANSWERS
from .forms.answers import AnswersForm
from .forms.project import OrganisationForm, ProjectForm
from .models import Application, ApplicationFile
from .questionnaire import Ask, Questionnaire


@dataclass
class FileItem:
    """A question that is answered by a file."""

    ask: Ask
    file: ApplicationFile | None
    error: str
    is_locked: bool

    @property
    def name(self) -> str:
        return f"f-{self.ask.code}"

    @property
    def kinds(self) -> list[str]:
        return accepted([option.code for option in self.ask.choices])

    @property
    def accept(self) -> str:
        return ",".join(endings(self.kinds))

    @property
    def problems(self) -> list[Missing]:
        return [Missing(self.ask.title, self.error, f"id_{self.name}")] if self.error else []


@dataclass
class FieldItem:
    """A field, and beside it what somebody else has saved there meanwhile."""

    bound: BoundField
    theirs: str = ""

    @property
    def problems(self) -> list[Missing]:
        label, target = str(self.bound.label), anchor(self.bound)
        return [
            Missing(label, "" if error.code == "required" else error.messages[0], target)
            for error in self.bound.errors.as_data()
        ]


@dataclass
class DeskPart:
    code: str
    title: str
    items: list[FieldItem | FileItem] = field(default_factory=list)


class Desk:
    """`data` is what was posted; without it the forms show what is saved, and its faults.

    `unlocked` shows what was typed even in fields that can no longer be changed; `strict` tells at
    its field also what is missing.
    """

    def __init__(
        self,
        application: Application,
        data: Mapping[str, Any] | None = None,
        *,
        unlocked: bool = False,
        strict: bool = False,
    ) -> None:
        self.application = application
        self.data, self.is_strict = data, strict
        self.only = None if unlocked else actions.changeable(application)
        self.questionnaire = Questionnaire.of(application.call)
        self.file_errors: dict[str, str] = {}
        self.conflicts: dict[str, str] = {}
        org_only: list[str] | None = (
            None if self.only is None or "organisation" in self.only else []
        )
        answers = with_prefix(ANSWERS, application.answers) if data is None else data
        self.project = ProjectForm(data, instance=application, strict=strict, only=self.only)
        self.organisation = OrganisationForm(
            data, instance=application.organisation, strict=strict, only=org_only
        )
        self.answers = AnswersForm(self.questionnaire, answers, strict=strict, only=self.only)
        self.forms = [self.project, self.organisation, self.answers]

    # --- What was typed ----------------------------------------------------------------------

    def draft(self) -> Draft:
        """What was typed, as far as it can be saved."""
        project = self.project.valid_fields()
        if "places" in project:
            project["places"] = {place.pk for place in project["places"]}
        return Draft(project, self.organisation.valid_fields(), self.answers.typed())

    @property
    def is_right(self) -> bool:
        """Nothing that was typed or sent has to be corrected; things may still be missing."""
        return all(form.is_valid() for form in self.forms) and not self.file_errors

    def strictly(self) -> "Desk":
        """The same, after an attempt to send it: with what is missing."""
        desk = Desk(self.application, self.data, strict=True)
        desk.file_errors = self.file_errors
        return desk

    def show_conflict(self, saved: Draft) -> None:
        """Put the text that somebody else saved beside each field in which it differs."""
        names = {place.pk: str(place) for place in self.application.call.places.all()}
        for code in self.draft().differences(saved):
            self.conflicts[code] = _as_text(_saved_value(saved, code), names)

    # --- What the page shows -----------------------------------------------------------------

    @property
    def parts(self) -> list[DeskPart]:
        return [
            DeskPart("project", _("The project"), self._items(self.project, "")),
            DeskPart(
                "who", _("Your organisation"), self._items(self.organisation, "organisation.")
            ),
            *(
                DeskPart(part.code, part.title, [self._item(ask) for ask in part.asks])
                for part in self.questionnaire.parts
            ),
        ]

    def _items(self, form: Any, prefix: str) -> list[FieldItem | FileItem]:
        return [FieldItem(bound, self.conflicts.get(prefix + bound.name, "")) for bound in form]

    def _item(self, ask: Ask) -> FieldItem | FileItem:
        if ask.is_file:
            return self.file_item(ask)
        return FieldItem(self.answers[ask.code], self.conflicts.get(f"q.{ask.code}", ""))

    def file_item(self, ask: Ask) -> FileItem:
        locked = self.only is not None and ask.code not in self.only
        file, error = self.files.get(ask.code), self.file_errors.get(ask.code, "")
        if self.is_strict and ask.required and not file:
            error = error or _("Add a file.")
        return FileItem(ask, file, error, locked)

    @property
    def problems(self) -> list[Missing]:
        """What the page tells at its fields, in its order, to be summed up above them."""
        return _problems(item for part in self.parts for item in part.items)

    @property
    def unkept(self) -> list[Missing]:
        """What was typed and cannot be kept before it is corrected, unlike answers."""
        items = self._items(self.project, "") + self._items(self.organisation, "")
        return [problem for problem in _problems(items) if problem.message]

    @cached_property
    def files(self) -> dict[str, ApplicationFile]:
        return {file.question_code: file for file in self.application.files.current()}

    @property
    def request(self) -> str:
        """What the managers asked for, where the application was given back."""
        asked = self.application.events.filter(move="request_changes").last()
        return asked.reason if asked else ""

    @cached_property
    def missing(self) -> list[Missing]:
        """What is left to do, judged by what is saved and not by what was just typed."""
        saved = Application.objects.select_related("call", "organisation").get(
            pk=self.application.pk
        )
        return missing(saved, self.questionnaire)

    @property
    def total(self) -> int:
        """Things to fill in, those that may be left empty aside."""
        asks = sum(ask.required for ask in self.questionnaire.asks)
        return asks + len(self.project.fields) + len(self.organisation.fields) - 2

    @property
    def done(self) -> int:
        return max(self.total - len(self.missing), 0)


def _problems(items: Iterable[FieldItem | FileItem]) -> list[Missing]:
    return [problem for item in items for problem in item.problems]


def _saved_value(saved: Draft, code: str) -> Any:
    group, _dot, name = code.rpartition(".")
    values = {"": saved.project, "organisation": saved.organisation, "q": saved.answers}[group]
    return values.get(name)


def _as_text(value: Any, names: Mapping[int, str]) -> str:
    """A saved value in words, so that two people can compare; never empty."""
    if isinstance(value, set):
        value = ", ".join(sorted(names[pk] for pk in value if pk in names))
    if isinstance(value, list):
        value = "\n".join(" · ".join(row.values()) for row in value)
    return str(value or _("(nothing)"))
