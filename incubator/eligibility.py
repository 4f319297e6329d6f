"""The few questions that tell somebody, before any account, whether to go on."""

from collections.abc import Mapping
from dataclasses import dataclass

from .models import Call, EligibilityQuestion


@dataclass(frozen=True)
class Answered:
    """A question with the answer given: "yes", "no", or "" for none yet."""

    question: EligibilityQuestion
    given: str

    @property
    def name(self) -> str:
        return f"e-{self.question.code}"

    @property
    def lets_pass(self) -> bool:
        return self.given == ("yes" if self.question.answer else "no")

    @property
    def closes_the_door(self) -> bool:
        return bool(self.given) and not self.lets_pass


@dataclass(frozen=True)
class Quiz:
    answers: list[Answered]

    @classmethod
    def of(cls, call: Call, given: Mapping[str, str]) -> "Quiz":
        return cls(
            [
                Answered(question, _yes_or_no(given.get(f"e-{question.code}")))
                for question in call.eligibility.all()
            ]
        )

    @property
    def is_begun(self) -> bool:
        return any(answer.given for answer in self.answers)

    @property
    def is_passed(self) -> bool:
        return all(answer.lets_pass for answer in self.answers)

    @property
    def refusals(self) -> list[Answered]:
        return [answer for answer in self.answers if answer.closes_the_door]


def _yes_or_no(given: str | None) -> str:
    return given if given in {"yes", "no"} else ""
