"""The questions of a call as plain data: what a form is made of, and what a revision freezes.

Texts are pairs, `{"fr": …, "en": …}`, so that a frozen form can be read in either language.
"""

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from .models import Call
from .models.options import Option, options_of
from .models.question import Question, QuestionKind, Section

Pair = dict[str, str]


def told(pair: Pair) -> str:
    """The text in the language of the page, or in the one that there is."""
    language = (get_language() or settings.LANGUAGE_CODE)[:2]
    return pair.get(language) or next((text for text in pair.values() if text), "")


@dataclass(frozen=True)
class Ask:
    """One question."""

    code: str
    kind: str
    label: Pair
    help: Pair
    required: bool
    max_length: int | None
    options: Pair
    personal_data: bool
    visible_to_jurors: bool
    frozen_after_submit: bool
    unbounded: bool = False  # forms that were frozen earlier do not say

    @classmethod
    def from_json(cls, ask: dict[str, Any]) -> "Ask":
        """What this version knows of it: a later one may have written more."""
        known = {each.name for each in fields(cls)}
        return cls(**{name: value for name, value in ask.items() if name in known})

    def to_json(self) -> dict[str, Any]:
        """Without what an earlier version does not know, where that makes no difference."""
        ask = asdict(self)
        if not self.unbounded:
            del ask["unbounded"]
        return ask

    @property
    def title(self) -> str:
        return told(self.label)

    @property
    def hint(self) -> str:
        return told(self.help)

    @property
    def choices(self) -> list[Option]:
        return options_of(told(self.options))

    @property
    def is_file(self) -> bool:
        return self.kind == QuestionKind.FILE


@dataclass(frozen=True)
class Part:
    """A section of the form."""

    code: str
    label: Pair
    asks: tuple[Ask, ...]

    @property
    def title(self) -> str:
        return told(self.label)


@dataclass(frozen=True)
class Questionnaire:
    parts: tuple[Part, ...]
    opens_on: date | None = None

    @classmethod
    def of(cls, call: Call) -> "Questionnaire":
        """The questions as the call asks them now. Two queries."""
        return cls(
            tuple(
                Part(
                    code=section.code,
                    label=_pair(section, "label"),
                    asks=tuple(_ask(question) for question in section.questions.all()),
                )
                for section in Section.objects.filter(call=call).prefetch_related("questions")
            ),
            opens_on=call.opens_at_there.date(),
        )

    @classmethod
    def from_json(cls, form: list[dict[str, Any]]) -> "Questionnaire":
        """The questions as a revision has frozen them."""
        return cls(
            tuple(
                Part(
                    part["code"],
                    part["label"],
                    tuple(Ask.from_json(ask) for ask in part["asks"]),
                )
                for part in form
            )
        )

    def to_json(self) -> list[dict[str, Any]]:
        """As a revision keeps it, read also by the version that stands beside this one."""
        return [
            {"code": part.code, "label": part.label, "asks": [ask.to_json() for ask in part.asks]}
            for part in self.parts
        ]

    @property
    def asks(self) -> list[Ask]:
        return [ask for part in self.parts for ask in part.asks]

    def ask(self, code: str) -> Ask | None:
        return next((ask for ask in self.asks if ask.code == code), None)


def _pair(row: Any, field: str) -> Pair:
    return {code: getattr(row, f"{field}_{code}") or "" for code, _name in settings.LANGUAGES}


def _ask(question: Question) -> Ask:
    return Ask(
        code=question.code,
        kind=question.kind,
        label=_pair(question, "label"),
        help=_pair(question, "help"),
        required=question.required,
        max_length=question.max_length,
        options=_pair(question, "options"),
        personal_data=question.personal_data,
        visible_to_jurors=question.visible_to_jurors,
        frozen_after_submit=question.frozen_after_submit,
        unbounded=question.unbounded,
    )
