"""What one person reads of an application: its team all, a juror only what the call shows."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from typing import IO, Any

from django.utils.dateparse import parse_date

from ground.design.dates import formatted
from ground.files import kinds

from .drafts import written_down
from .models import Application, ApplicationEvent, ApplicationFile, Decision, Revision
from .models.question import QuestionKind
from .moves import possible_moves
from .questionnaire import Ask, Questionnaire, told
from .rules import is_member, runs_programme
from .states import Move


@dataclass(frozen=True)
class Line:
    """An answer, ready to be shown: text, rows of a table, or a file."""

    ask: Ask
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    file: ApplicationFile | None = None

    @property
    def columns(self) -> list[str]:
        return [column.label for column in self.ask.choices]

    @property
    def labelled_rows(self) -> list[list[tuple[str, str]]]:
        """The rows of a table, each cell with the name of its column."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Reading:
    """An application, as one person may read it."""

    application: Application
    revision: Revision | None
    parts: list[tuple[str, list[Line]]]
    files: dict[str, ApplicationFile]
    is_juror: bool
    is_member: bool
    moves: dict[str, Move]

    @classmethod
    def of(cls, application: Application, user: Any) -> "Reading":
        insider = is_member(user, application)
        is_juror = not insider and not runs_programme(user)
        revision = application.revisions.last()
        if insider and not revision:  # whoever may only read has no other page
            now = written_down(application, Questionnaire.of(application.call))
            revision = Revision(application=application, **now)
        files = {
            str(file.key): file
            for file in ApplicationFile.objects.visible_to(user).filter(application=application)
        }
        return cls(
            application=application,
            revision=revision,
            parts=parts_of(revision, files, is_juror=is_juror) if revision else [],
            files=files,
            is_juror=is_juror,
            is_member=insider,
            moves=possible_moves(application, user),
        )

    @property
    def shows_names(self) -> bool:
        return not (self.is_juror and self.application.call.is_blind)

    @property
    def amount(self) -> Decimal | None:
        amount = self.revision.project["amount"] if self.revision else None
        return None if amount is None else Decimal(amount)

    @property
    def title(self) -> str:
        """As it was sent; as it is being written where nothing was sent."""
        sent = self.revision.project["title"] if self.revision else self.application.title
        return sent or self.application.reference

    @cached_property
    def events(self) -> list[ApplicationEvent]:
        return list(self.application.events.all())

    @property
    def last_reason(self) -> str:
        """What was said with the last move."""
        return self.events[-1].reason if self.events else ""

    @property
    def reasons(self) -> str:
        """Those of the decision, or of the finding that it is not eligible."""
        decision = Decision.objects.filter(application=self.application).first()
        return decision.reasons if decision else self.last_reason

    @property
    def history(self) -> list[dict[str, Any]]:
        """The moves as moments, the last one being where it stands."""
        last = len(self.events) - 1
        return [
            {
                "title": event.get_target_display(),
                "at": event.at,
                "line": event.reason,
                "state": "current" if number == last else "done",
            }
            for number, event in enumerate(self.events)
        ]

    @property
    def shows_history(self) -> bool:
        return not self.is_juror


def parts_of(
    revision: Revision, files: dict[str, ApplicationFile], *, is_juror: bool
) -> list[tuple[str, list[Line]]]:
    """The sections of what was sent, with their answers; for a juror, those shown to jurors."""
    shown = [
        (
            told(part.label),
            [
                line_of(ask, revision.answers.get(ask.code), files)
                for ask in part.asks
                if not is_juror or (ask.visible_to_jurors and not ask.personal_data)
            ],
        )
        for part in Questionnaire.from_json(revision.form).parts
    ]
    return [(title, lines) for title, lines in shown if lines]


def line_of(ask: Ask, answer: Any, files: dict[str, ApplicationFile]) -> Line:
    match ask.kind:
        case QuestionKind.FILE:
            return Line(ask, file=files.get(answer or ""))
        case QuestionKind.TABLE:
            codes = [column.code for column in ask.choices]
            rows = tuple(tuple(row.get(code, "") for code in codes) for row in answer or [])
            return Line(ask, rows=rows)
        case QuestionKind.CHOICE:
            labels = {option.code: option.label for option in ask.choices}
            return Line(ask, text=labels.get(answer, answer or ""))
        case QuestionKind.DATE:
            return Line(ask, text=day_told(answer or ""))
        case _:
            return Line(ask, text=answer or "")


def day_told(answer: str) -> str:
    """A date as people say it."""
    day = parse_date(answer)
    return formatted(day) if day else answer


def name_for(file: ApplicationFile, user: Any) -> str:
    """Its own name; for a juror one that tells nothing of who sent it."""
    if _reads_as_it_came(file, user):
        return file.name
    return f"{file.application.reference}-{file.question_code}.{file.extension}"


def content_for(file: ApplicationFile, user: Any) -> IO[bytes]:
    """The file as it came; for a juror without what its properties tell of who made it.

    Raises FileRefused where a file of earlier days cannot be freed of them.
    """
    content = file.file.open("rb")
    if _reads_as_it_came(file, user):
        return content
    with content:
        return BytesIO(kinds.nameless(content.read(), file.extension))


def _reads_as_it_came(file: ApplicationFile, user: Any) -> bool:
    return is_member(user, file.application) or runs_programme(user)
