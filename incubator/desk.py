"""The page on which an application is written: its forms, its files, what is left to do."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _

from ground.files.kinds import endings

from .actions import applications as actions
from .completeness import Missing, anchor, missing, with_prefix
from .drafts import Base, Draft, Merge, draft_of, mark, marks
from .files import accepted
from .forms.answers import LONGEST, AnswersForm, Typed, clean_of_nul, size
from .forms.answers import PREFIX as ANSWERS
from .forms.fields import TableField, filled
from .forms.project import OrganisationForm, ProjectForm
from .models import Application, ApplicationFile
from .questionnaire import Ask, Questionnaire

SLUG = re.compile(r"[-\w]{1,50}")
MOST_SENT = 500  # fields of a form that are looked through for questions that are gone


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
    def key(self) -> str:
        return str(self.file.key) if self.file else ""

    @property
    def kinds(self) -> list[str]:
        return accepted([option.code for option in self.ask.choices])

    @property
    def accept(self) -> str:
        return ",".join(endings(self.kinds))

    @property
    def problems(self) -> list[Missing]:
        return [Missing(self.ask.title, self.error, f"id_{self.name}")] if self.error else []

    @property
    def is_answered(self) -> bool:
        return self.file is not None


@dataclass
class FieldItem:
    """A field by its code; beside it, where both have changed it, what somebody else has saved."""

    code: str
    bound: BoundField
    theirs: str = ""
    seen: str = ""  # the mark of their text: who sends it back has read it
    news: str = ""  # the mark of a text that only others have changed

    @property
    def problems(self) -> list[Missing]:
        label, target = str(self.bound.label), anchor(self.bound)
        return [
            Missing(label, "" if error.code == "required" else error.messages[0], target)
            for error in self.bound.errors.as_data()
        ]

    @property
    def anchor(self) -> str:
        return anchor(self.bound)

    @property
    def keep(self) -> str:
        """What the button sends that keeps one's own text."""
        return f"keep:{self.code}"

    @property
    def take(self) -> str:
        """What the button sends that prefers theirs."""
        return f"take:{self.code}"

    @property
    def is_answered(self) -> bool:
        return bool(self.bound.value())


@dataclass
class DeskPart:
    code: str
    title: str
    items: list[FieldItem | FileItem] = field(default_factory=list)

    @property
    def answered(self) -> int:
        return sum(item.is_answered for item in self.items)


class Desk:
    """`data` is what was posted; without it the forms show what is saved, and its faults.

    `unlocked` shows what was typed even in fields that can no longer be changed; `strict` tells at
    its field also what is missing.
    """

    def __init__(
        self,
        application: Application,
        data: QueryDict | None = None,
        *,
        unlocked: bool = False,
        strict: bool = False,
    ) -> None:
        self.application = application
        self.data = None if data is None else data.copy()
        self.is_strict = strict
        self.only = None if unlocked else actions.changeable(application)
        self.questionnaire = Questionnaire.of(application.call)
        self.file_errors: dict[str, str] = {}
        self.saved: actions.Saved | None = None
        self.base: Base | None = None
        org_only: list[str] | None = (
            None if self.only is None or "organisation" in self.only else []
        )
        answers = with_prefix(ANSWERS, application.answers) if self.data is None else self.data
        self.project = ProjectForm(self.data, instance=application, strict=strict, only=self.only)
        self.organisation = OrganisationForm(
            self.data, instance=application.organisation, strict=strict, only=org_only
        )
        self.answers = AnswersForm(self.questionnaire, answers, strict=strict, only=self.only)
        self.forms = [self.project, self.organisation, self.answers]

    # --- What was typed ----------------------------------------------------------------------

    def draft(self) -> Draft:
        """What was typed, as far as it can be saved."""
        draft: Draft = self.project.valid_fields()
        if "places" in draft:
            draft["places"] = {place.pk for place in draft["places"]}
        of_organisation = self.organisation.valid_fields()
        draft |= {f"organisation.{name}": value for name, value in of_organisation.items()}
        typed = {**self._no_longer_asked(), **self.answers.typed()}
        return draft | {f"q.{code}": value for code, value in typed.items()}

    def _no_longer_asked(self) -> dict[str, Typed]:
        """What came in answer to questions that were taken out of the call while one wrote."""
        sent: Any = {} if self.data is None else self.data
        texts: dict[str, Typed] = {}
        columns: dict[str, dict[str, list[str]]] = {}
        for name in list(sent)[:MOST_SENT]:
            code, _dot, column = name.removeprefix(f"{ANSWERS}-").partition(".")
            if not name.startswith(f"{ANSWERS}-") or self.questionnaire.ask(code):
                continue
            if column:
                columns.setdefault(code, {})[column] = sent.getlist(name)
            else:
                texts[code] = sent[name]
        for code, cells in columns.items():
            rows = zip(*cells.values(), strict=False)
            texts[code] = filled(dict(zip(cells, row, strict=True)) for row in rows)
        clean = {code: clean_of_nul(text) for code, text in texts.items() if SLUG.fullmatch(code)}
        return {code: text for code, text in clean.items() if text and size(text) <= LONGEST}

    @property
    def no_longer_asked(self) -> list[str]:
        """Answers that are kept although nobody asks for them any more."""
        answers = {**self.application.answers, **self._no_longer_asked()}
        gone = [value for code, value in answers.items() if not self.questionnaire.ask(code)]
        return [answer_as_text(value) for value in gone if value]

    # --- What becomes of it ------------------------------------------------------------------

    def show(self, saved: actions.Saved, base: Base, *, whole: bool) -> None:
        """Show what has become of what was typed upon `base`.

        Unless the `whole` page is shown anew, its script puts the news in: it may be that somebody
        is writing just there, so until it says otherwise they stand as they stood.
        """
        self.application.version = saved.application.version
        self.application.saved_at = saved.application.saved_at
        self.application.saved_by = saved.application.saved_by
        self.application.answers = saved.application.answers
        self.saved = saved
        self.show_saved(saved.merge.news)
        agreed = marks(draft_of(saved.application), self._codes())
        wrong = {code for code, bound in self.bounds.items() if bound.errors and code[:2] != "q."}
        other = wrong | set(saved.merge.conflicts) | (set() if whole else set(saved.merge.news))
        self.base = {**agreed, **{code: base[code] for code in other & base.keys()}}

    def _codes(self) -> list[str]:
        return [code for code, bound in self.bounds.items() if not bound.field.disabled]

    @cached_property
    def bounds(self) -> dict[str, BoundField]:
        """Every field of the three forms by its code."""
        return {
            **{bound.name: bound for bound in self.project},
            **{f"organisation.{bound.name}": bound for bound in self.organisation},
            **{f"q.{bound.name}": bound for bound in self.answers},
        }

    def show_saved(self, draft: Draft) -> None:
        """Show in these fields what is saved, whatever was typed."""
        data: Any = self.data
        for code in draft.keys() & self.bounds.keys():
            bound, value = self.bounds[code], draft[code]
            field, name = bound.field, bound.html_name
            if isinstance(field, TableField):
                for column in field.columns:
                    cells = [row.get(column.code, "") for row in value or []]
                    data.setlist(f"{name}.{column.code}", cells)
            elif isinstance(value, set):
                data.setlist(name, [str(key) for key in sorted(value)])
            else:
                data[name] = str(field.prepare_value(value) or "")

    @property
    def base_told(self) -> str:
        """What the page shows, for the next save to be compared with."""
        base = self.base or marks(draft_of(self.application), self._codes())
        return json.dumps(base, separators=(",", ":"))

    @property
    def conflicts(self) -> list["FieldItem"]:
        """Fields that two people have changed."""
        return [item for item in self._field_items() if item.seen]

    @property
    def news(self) -> list["FieldItem"]:
        """Fields that only others have changed, as they are now."""
        return [item for item in self._field_items() if item.news]

    def _field_items(self) -> list["FieldItem"]:
        return [item for part in self.parts for item in part.items if isinstance(item, FieldItem)]

    @property
    def is_right(self) -> bool:
        """Nothing that was typed or sent has to be corrected; things may still be missing."""
        return all(form.is_valid() for form in self.forms) and not self.file_errors

    def strictly(self) -> "Desk":
        """The same, after an attempt to send it: with what is missing."""
        desk = Desk(self.application, self.data, strict=True)
        desk.file_errors, desk.saved, desk.base = self.file_errors, self.saved, self.base
        return desk

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
        return [self._field_item(prefix + bound.name) for bound in form]

    def _item(self, ask: Ask) -> FieldItem | FileItem:
        return self.file_item(ask) if ask.is_file else self._field_item(f"q.{ask.code}")

    def _field_item(self, code: str) -> FieldItem:
        merged = self.saved.merge if self.saved else Merge()
        item = FieldItem(code, self.bounds[code])
        if code in merged.conflicts:
            theirs = merged.conflicts[code]
            item.theirs, item.seen = self._as_text(code, theirs), mark(theirs)
        if code in merged.news:
            item.news = mark(merged.news[code])
        return item

    def _as_text(self, code: str, value: Any) -> str:
        """A saved value in words, so that two people can compare; never empty."""
        field: Any = self.bounds[code].field
        if isinstance(value, set):
            value = ", ".join(str(place) for place in field.queryset if place.pk in value)
        elif choices := getattr(field, "choices", None):
            value = dict(choices).get(str(value), value)
        return answer_as_text(value) or _("(nothing)")

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
        items = self._items(self.project, "") + self._items(self.organisation, "organisation.")
        return [problem for problem in _problems(items) if problem.message]

    @cached_property
    def files(self) -> dict[str, ApplicationFile]:
        return {file.question_code: file for file in self.application.files.current()}

    @property
    def request(self) -> str:
        """What the managers asked for, where the application was given back."""
        asked = self.application.events.filter(target=Application.State.CHANGES_REQUESTED).last()
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


def answer_as_text(value: Any) -> str:
    """An answer in lines of text: a row of a table is one."""
    if isinstance(value, list):
        return "\n".join(" · ".join(filter(None, row.values())) for row in value)
    return str(value or "")
