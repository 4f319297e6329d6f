"""The form that a call's questions make."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MinValueValidator
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from ground.typed.fields import AmountField

from ..models.question import QuestionKind
from ..questionnaire import Ask, Questionnaire
from .fields import DraftBoundField, TableField

LONGEST = 100_000  # characters of one answer that a draft keeps, whatever the question allows
PREFIX = "q"
Typed = str | list[dict[str, str]]


class AnswersForm(forms.Form):
    """Answers to the questions; files come by a way of their own.

    A draft may be incomplete (`strict=False`: nothing is required). `only` names the questions
    that can be changed; None: all of them.
    """

    bound_field_class = DraftBoundField
    prefix = PREFIX

    def __init__(
        self,
        questionnaire: Questionnaire,
        data: Any = None,
        *,
        strict: bool = False,
        only: list[str] | None = None,
    ) -> None:
        super().__init__(data)
        self.needed = {ask.code for ask in questionnaire.asks if ask.required}
        for ask in questionnaire.asks:
            if not ask.is_file:
                field = field_for(ask, questionnaire.opens_on)
                field.required = ask.required and strict
                field.disabled = only is not None and ask.code not in only
                self.fields[ask.code] = field

    def typed(self) -> dict[str, Typed]:
        """What was typed, right or wrong, for a draft to keep. Too long to keep: left out."""
        values = {
            name: clean_of_nul(self[name].data)
            for name, field in self.fields.items()
            if not field.disabled
        }
        return {name: value for name, value in values.items() if size(value) <= LONGEST}


def clean_of_nul(value: Any) -> Typed:
    """Without the characters that a database cannot keep."""
    if isinstance(value, list):
        return [{name: clean_of_nul(cell) for name, cell in row.items()} for row in value]
    return (value or "").replace("\x00", "").encode("utf-8", "ignore").decode()


def size(value: Typed) -> int:
    if isinstance(value, str):
        return len(value)
    return sum(len(cell) for row in value for cell in row.values())


def field_for(ask: Ask, opens_on: date | None) -> forms.Field:
    """The form field for a question; required when the question is. `opens_on`: of the call."""
    shown: dict[str, Any] = {
        "label": ask.title,
        "help_text": escape(ask.hint),  # the template trusts help written by us; this is not
        "required": ask.required,
    }
    match ask.kind:
        case QuestionKind.LONG_TEXT:
            paragraphs = forms.Textarea(attrs={"rows": 7})
            return forms.CharField(max_length=ask.max_length or LONGEST, widget=paragraphs, **shown)
        case QuestionKind.CHOICE:
            listed = [(option.code, option.label) for option in ask.choices]
            return forms.ChoiceField(choices=[("", _("Choose…")), *listed], **shown)
        case QuestionKind.NUMBER:
            return AmountField(min_value=None if ask.unbounded else 0, **shown)
        case QuestionKind.DATE:
            day = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            field = forms.DateField(widget=day, input_formats=["%Y-%m-%d"], **shown)
            if opens_on and not ask.unbounded:
                early = _("This day lies before the call opened, on %(limit_value)s.")
                field.validators.append(MinValueValidator(opens_on, early))
            return field
        case QuestionKind.TABLE:
            return TableField(columns=ask.choices, unbounded=ask.unbounded, **shown)
        case _:
            return forms.CharField(max_length=ask.max_length or 255, **shown)
